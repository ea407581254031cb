import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller, GraphResponse } from '../../gateway/index.ts';
import { linkLifetimeMs } from '../../subgraphs/journeys/domain/links.ts';
import { createDownloads } from '../../subgraphs/journeys/downloads.ts';
import { roleOf } from '../../subgraphs/runtime/bootstrap.ts';
import { page, pdf } from '../files.ts';
import { testSecret } from './database.ts';
import { citizen, clerk, type Graph, inputFor, otherCitizen, planOf, startGraph, submit, until } from './gateway-of.ts';
import { sealerOf } from './keys.ts';

/* One file from the citizen who puts it to whom it concerns, and to nobody else. */

const noon = Date.parse('2026-11-26T04:00:00Z');
let now = noon;
let graph: Graph;
let admin: postgres.Sql;
let tokenOf: (caller: Caller) => Promise<string>;
const content = pdf([page, `(${'a paper of many pages '.repeat(10_000)})`]);
const fileName = '../陈"安"\u202egpj.\r\nexe';
let submission = '';
let upload = '';

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] };
  tokenOf = ({ subject, kind, department }) =>
    new SignJWT({ kind, department })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer('i')
      .setAudience('a')
      .setSubject(subject)
      .setExpirationTime('1h')
      .sign(privateKey);
  graph = await startGraph({ now: () => now, issuers: [{ issuer: 'i', audience: 'a', jwks }] });
  admin = postgres(graph.database.adminUrl, { max: 1 });
  ({ id: submission, upload } = await submitWith(content, 'downloads'));
});
afterAll(async () => {
  await admin.end();
  await graph.close();
});
beforeEach(() => {
  now = noon;
});

/** Announces, puts and submits a file as the first material that the plan asks for. */
async function submitWith(file: Buffer, idempotencyKey: string): Promise<{ id: string; upload: string }> {
  const input = {
    ...{ fileName, contentType: 'application/pdf', bytes: file.length },
    sha256: createHash('sha256').update(file).digest('hex'),
  };
  const announced = await graph.ask<{ createUpload: { upload: { id: string; url: string } } }>(
    {
      query: 'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { upload { id url } } }',
      variables: { input },
    },
    citizen,
  );
  const { id, url } = announced.createUpload.upload;
  const headers = { 'content-type': 'application/pdf' };
  expect((await graph.gateway.app.inject({ method: 'PUT', url, headers, payload: file })).statusCode).toBe(201);
  const plan = await planOf(graph);
  const evidence = plan.materials.map(({ id: material }, index) =>
    index === 0 ? { material, upload: id } : { material, bringToCounter: true },
  );
  const { submission: received, problems } = await submit(graph, inputFor(plan, { idempotencyKey, evidence }, now));
  expect(problems).toEqual([]);
  return { id: received?.id ?? '', upload: id };
}

interface File {
  readonly upload: string;
  readonly download: { readonly url: string; readonly expiresAt: string } | null;
}
interface Seen {
  readonly filings: ReadonlyArray<{ readonly id: string; readonly files: ReadonlyArray<File> | null }>;
  readonly accesses: { readonly totalCount: number; readonly nodes: ReadonlyArray<unknown> } | null;
}
const ask = (as: Caller | null, id = submission): Promise<GraphResponse> =>
  graph.gateway.execute(
    {
      query: `query ($id: ID!) { submission(id: $id) {
        filings { id files { upload material fileName contentType bytes sha256 download { url expiresAt } } }
        accesses(first: 100) { totalCount nodes { kind department { code } matter { code } } }
      } }`,
      variables: { id },
    },
    as,
  );
const see = async (as: Caller, id = submission): Promise<Seen> =>
  (await ask(as, id)).data?.submission as unknown as Seen;
/** A link to the file, as whom it concerns is given it. */
async function linkFor(as: Caller, id = submission): Promise<string> {
  const files = (await see(as, id)).filings.flatMap((filing) => filing.files ?? []);
  return files[0]?.download?.url ?? '';
}
async function follow(url: string, as: Caller | null, method: 'GET' | 'HEAD' = 'GET', more = {}) {
  const headers = { ...(as ? { authorization: `Bearer ${await tokenOf(as)}` } : {}), ...more };
  return graph.gateway.app.inject({ method, url, headers });
}
const codeOf = async (url: string, as: Caller | null): Promise<readonly [number, string]> => {
  const response = await follow(url, as);
  expect(response.body.length).toBeLessThan(1000);
  return [response.statusCode, response.json().code];
};
const refused = {
  unknown: [404, 'DOWNLOAD_UNKNOWN'],
  others: [403, 'DOWNLOAD_OF_ANOTHER'],
  ended: [410, 'DOWNLOAD_ENDED'],
  used: [410, 'DOWNLOAD_USED'],
  gone: [404, 'FILE_GONE'],
} as const;
const concerned = clerk('medical-insurance');

describe.each([
  ['the applicant', citizen],
  ['a clerk of the filing', concerned],
])('%s', (_who, as) => {
  it('is given the file as it was put, to be saved under a name that hides nothing', async () => {
    const response = await follow(await linkFor(as), as);
    expect(response.statusCode).toBe(200);
    expect(response.rawPayload.equals(content)).toBe(true);
    expect(response.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'content-disposition': `attachment; filename="______gpj.__exe.pdf"; filename*=UTF-8''_${encodeURIComponent('陈_安__gpj.__exe.pdf')}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'accept-ranges': 'none',
    });
  });

  it('is told whether they would be, which uses nothing', async () => {
    const url = await linkFor(as);
    const before = (await see(citizen)).accesses?.totalCount;
    for (const _each of [1, 2]) {
      const { statusCode, headers, body } = await follow(url, as, 'HEAD');
      expect([statusCode, headers['content-length'], body]).toEqual([200, String(content.length), '']);
    }
    const after = (await see(citizen)).accesses?.totalCount;
    expect(after).toBe(before);
    expect((await follow(url, as)).statusCode).toBe(200);
  });

  it('follows a link once, also ten times at once', async () => {
    const url = await linkFor(as);
    const headers = { authorization: `Bearer ${await tokenOf(as)}` };
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_each, index) =>
        graph.gateway.app.inject({ url, headers, remoteAddress: `127.0.0.${index + 1}` }),
      ),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(answers.filter(({ statusCode }) => statusCode === 410)).toHaveLength(9);
    expect(await codeOf(url, as)).toEqual(refused.used);
    // The same bytes may be spelled in several ways.
    const link = url.replace('/downloads/', '');
    const same = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
      .map((last) => link.slice(0, -1) + last)
      .filter((each) => Buffer.from(each, 'base64url').equals(Buffer.from(link, 'base64url')));
    for (const each of same) expect(await codeOf(`/downloads/${each}`, as)).toEqual(refused.used);
  });

  it('follows it for minutes', async () => {
    const url = await linkFor(as);
    now = noon + linkLifetimeMs + 1;
    expect(await codeOf(url, as)).toEqual(refused.ended);
    now = noon + linkLifetimeMs;
    expect((await follow(url, as)).statusCode).toBe(200);
  });

  it.each([
    ['a foreign citizen', otherCitizen],
    ['a clerk of another department', clerk('education')],
    ['another clerk of the same', { ...concerned, subject: 'another' }],
    ['a clerk by the applicant’s name', { ...clerk('education'), subject: citizen.subject }],
    ['a citizen by the clerk’s name', { ...otherCitizen, subject: concerned.subject }],
    ['nobody', null],
  ])('cannot pass it on to %s', async (_whom, other) => {
    const url = await linkFor(as);
    expect(await codeOf(url, other)).toEqual(refused.others);
    const { statusCode, headers, body } = await follow(url, other, 'HEAD');
    expect([statusCode, headers['content-disposition'], body]).toEqual([403, undefined, '']);
    expect((await follow(url, as)).statusCode).toBe(200);
  });

  it('is given all of it whatever part is asked for', async () => {
    for (const range of ['bytes=0-1', 'bytes=-1', `bytes=${'0-1,'.repeat(1000)}2-3`, 'bytes=9999999999-', 'lines=1']) {
      const response = await follow(await linkFor(as), as, 'GET', { range, 'if-range': '"x"' });
      expect([response.statusCode, response.rawPayload.length]).toEqual([200, content.length]);
    }
  });

  it('is refused a link with anything about it altered', async () => {
    const url = await linkFor(as);
    const link = url.replace('/downloads/', '');
    for (const at of [0, 1, 20, 60, 120, link.length - 3]) {
      const other = link[at] === 'x' ? 'y' : 'x';
      expect(await codeOf(`/downloads/${link.slice(0, at)}${other}${link.slice(at + 1)}`, as)).toEqual(refused.unknown);
    }
    for (const made of [link.slice(1), `${link}AAAA`, 'x', upload, '__proto__', 'A'.repeat(500)])
      expect(await codeOf(`/downloads/${made}`, as)).toEqual(refused.unknown);
  });
});

describe('a link of a department’s own server', () => {
  const made = async (filing: string, department: string): Promise<string> => {
    const sealer = await sealerOf(graph.database.adminUrl, 'journeys');
    // As the worker makes them, which has nothing else to do with them.
    const { linkTo } = createDownloads({ sealer, now: () => now, store: {} as never, files: {} as never });
    return linkTo(upload, filing, { department, person: null }).url;
  };
  const theirs = async (): Promise<string> =>
    (await see(concerned)).filings.find(({ files }) => files?.length)?.id ?? '';

  it('opens to whoever comes as nobody, once', async () => {
    const url = await made(await theirs(), 'medical-insurance');
    expect(await codeOf(url, citizen)).toEqual(refused.others);
    expect(await codeOf(url, concerned)).toEqual(refused.others);
    const response = await follow(url, null);
    expect([response.statusCode, response.rawPayload.equals(content)]).toEqual([200, true]);
    expect(await codeOf(url, null)).toEqual(refused.used);
  });

  it('opens nothing of a filing that is another department’s, does not have the file, or is none', async () => {
    const [{ id: other } = { id: '' }] = (await see(clerk('tax'))).filings;
    expect(await codeOf(await made(await theirs(), 'tax'), null)).toEqual(refused.gone);
    expect(await codeOf(await made(other, 'tax'), null)).toEqual(refused.gone);
    expect(await codeOf(await made(`${submission}-99`, 'tax'), null)).toEqual(refused.gone);
  });
});

describe('who else asks', () => {
  it('sees no files', async () => {
    for (const as of [null, otherCitizen, clerk('education')])
      expect((await ask(as)).data).toEqual({ submission: null });
    // Of a department with another part of the submission.
    const { filings } = await see(clerk('tax'));
    expect(filings.map(({ files }) => files)).toEqual([[]]);
  });

  it.each([
    '/downloads/..%2f..%2fuploads%2f',
    '/downloads/%2e%2e/secret',
    '/downloads/a%00b',
    '/downloads/a.b',
    '/downloads/',
    '/downloads/a/b',
    `/downloads/${'A'.repeat(501)}`,
    'http://journeys.internal/downloads/x',
  ])('finds no file by the path %s', async (path) => {
    const response = await follow(path, citizen);
    expect(response.statusCode).toBe(404);
    expect(response.body).not.toMatch(/uploads|ENOENT|\/tmp/);
  });

  it('with a token that does not hold is told so', async () => {
    const url = await linkFor(citizen);
    const response = await graph.gateway.app.inject({ url, headers: { authorization: 'Bearer x.y.z' } });
    expect([response.statusCode, response.json().errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });
});

it('each download is one the applicant can read of', async () => {
  const { id } = await submitWith(pdf([page, '(of accesses)']), 'accesses of files');
  for (const as of [citizen, concerned]) expect((await follow(await linkFor(as, id), as)).statusCode).toBe(200);
  const { accesses, filings } = await see(citizen, id);
  expect(filings.length).toBeGreaterThan(1);
  const downloads = accesses?.nodes.filter((node) => (node as { kind: string }).kind === 'DOWNLOADED');
  expect(downloads).toHaveLength(2);
  expect(downloads).toEqual(
    expect.arrayContaining([
      { kind: 'DOWNLOADED', department: { code: 'medical-insurance' }, matter: { code: expect.any(String) } },
      { kind: 'DOWNLOADED', department: null, matter: { code: expect.any(String) } },
    ]),
  );
});

it('a download that cannot be written down is not answered', async () => {
  const url = await linkFor(citizen);
  const role = admin(roleOf(testSecret, 'journeys'));
  await admin`revoke insert on journeys.accesses from ${role}`;
  const response = await follow(url, citizen);
  await admin`grant insert on journeys.accesses to ${role}`;
  expect(response.statusCode).toBe(500);
  expect(response.rawPayload.includes('%PDF')).toBe(false);
  // Nor is it used up.
  expect((await follow(url, citizen)).statusCode).toBe(200);
});

describe('a file', () => {
  const codes = async (): Promise<unknown> => {
    const { errors, data } = await ask(citizen);
    const { filings } = (data as unknown as { submission: Seen }).submission;
    const files = filings.flatMap((filing) => filing.files ?? []);
    expect(files.length).toBeGreaterThan(0);
    expect(files.every(({ download }) => download === null)).toBe(true);
    return [...new Set(errors?.map(({ extensions }) => extensions?.code))];
  };
  it.each([
    ['that waits for the scanner', null, 409, 'FILE_WAITS'],
    ['that is infected', 'INFECTED', 404, 'FILE_GONE'],
  ])('%s is given to nobody', async (_what, scan, status, code) => {
    const url = await linkFor(citizen);
    await admin`update journeys.uploads set scan = ${scan} where id = ${upload}`;
    try {
      expect(await codeOf(url, citizen)).toEqual([status, code]);
      expect(await codes()).toEqual([code]);
    } finally {
      await admin`update journeys.uploads set scan = 'CLEAN' where id = ${upload}`;
    }
    expect((await follow(url, citizen)).statusCode).toBe(200);
  });

  it('whose row is gone or whose submission was erased is not given by a link of before', async () => {
    const { id, upload: own } = await submitWith(pdf([page, '(gone)']), 'gone');
    // Nobody works on it any more.
    await until(graph, id, ({ state }) => state === 'COMPLETED');
    const [first, second] = [await linkFor(citizen, id), await linkFor(concerned, id)];
    const [row] = await admin`delete from journeys.uploads where id = ${own} returning *`;
    expect(await codeOf(first, citizen)).toEqual(refused.gone);
    await admin`insert into journeys.uploads ${admin(row as never)}`;
    const erase = {
      query: 'mutation ($input: RequestErasureInput!) { requestErasure(input: $input) { problems { code } } }',
      variables: { input: { idempotencyKey: 'gone', submission: id } },
    };
    expect(await graph.ask(erase, citizen)).toEqual({ requestErasure: { problems: [] } });
    expect(await codeOf(first, citizen)).toEqual(refused.gone);
    expect(await codeOf(second, concerned)).toEqual(refused.gone);
  });

  it('whose bytes are gone or broken is not given, and nothing of where it lies is told', async () => {
    const { id, upload: own } = await submitWith(pdf([page, '(broken)']), 'broken bytes');
    const [first, second] = [await linkFor(citizen, id), await linkFor(citizen, id)];
    rmSync(join(graph.folder, 'uploads', own));
    expect(await codeOf(first, citizen)).toEqual(refused.gone);
    writeFileSync(join(graph.folder, 'uploads', own), 'not what was sealed');
    const answer = await follow(second, citizen).then(
      ({ body }) => body,
      (error) => String(error),
    );
    expect(answer).not.toMatch(/not what was sealed|uploads/);
  });
});
