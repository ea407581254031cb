import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { rootSecrets } from '../../scripts/secrets.ts';
import { createClamd } from '../../subgraphs/journeys/clamd.ts';
import { createKeeping, unusedMs } from '../../subgraphs/journeys/keeping.ts';
import { createKeptFiles } from '../../subgraphs/journeys/kept-files.ts';
import { createUploadRows } from '../../subgraphs/journeys/store/uploads.ts';
import { createFolder } from '../../subgraphs/runtime/blobs.ts';
import { openDatabase } from '../../subgraphs/runtime/database.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import type { Kept } from '../../subgraphs/runtime/rounds.ts';
import { type Clamd, honest, startClamd } from '../clamd.ts';
import { eicar, jpeg, page, pdf, segment } from '../files.ts';
import { testSecret } from './database.ts';
import {
  citizen,
  clerk,
  type Graph,
  inputFor,
  leaveToStaff,
  planOf,
  startGraph,
  submit,
  takeOnly,
  until,
} from './gateway-of.ts';
import { sealerOf } from './keys.ts';

const noon = Date.parse('2026-11-24T04:00:00Z');
let now = noon;
let graph: Graph;
let clamd: Clamd;
let keeping: Kept;
let closeRows: () => Promise<void>;
beforeAll(async () => {
  clamd = await startClamd();
  graph = await startGraph({ now: () => now, scanner: clamd.address });
  const { database } = (await rootSecrets(graph.database.adminUrl, testSecret))('journeys');
  const { db, close } = openDatabase({ url: database, schema: 'journeys' });
  closeRows = close;
  const sealer = await sealerOf(graph.database.adminUrl, 'journeys');
  // As the worker looks after files, at a moment of the test's choice.
  keeping = createKeeping({
    rows: createUploadRows(db, sealer),
    usedLinks: { forget: async () => {} },
    evidenceRequests: { removeExpired: async () => 0 },
    files: createKeptFiles(createFolder(join(graph.folder, 'uploads')), sealer),
    pieceRows: { removeEnded: async () => 0 },
    pieces: createKeptFiles(createFolder(join(graph.folder, 'upload-pieces')), sealer),
    scanner: createClamd(clamd.address, silentLog),
    log: silentLog,
    now: () => now,
  });
});
afterAll(async () => {
  await closeRows();
  await graph.close();
  clamd.close();
});
beforeEach(() => {
  now = noon;
  clamd.say = honest;
});

interface Upload {
  readonly id: string;
  readonly url: string;
}
async function announce(content: Buffer, contentType = 'application/pdf', fileName = 'a.pdf'): Promise<Upload> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const { createUpload } = await graph.ask<{ createUpload: { upload: Upload } }>(
    {
      query: 'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { upload { id url } } }',
      variables: { input: { fileName, contentType, bytes: content.length, sha256 } },
    },
    citizen,
  );
  return createUpload.upload;
}
async function put(
  { url }: Upload,
  payload: Buffer,
  type = 'application/pdf',
): Promise<{ readonly status: number; readonly code?: string }> {
  const headers = { 'content-type': type };
  const answer = await graph.gateway.app.inject({ method: 'PUT', url, headers, payload });
  return { status: answer.statusCode, code: answer.json().code };
}
const kept = (id = ''): ReadonlyArray<string> =>
  readdirSync(join(graph.folder, 'uploads')).filter((name) => name.startsWith(id));

describe('a file that is put', () => {
  it.each([
    ['of another type', Buffer.from('just words'), 'UPLOAD_CONTENT'],
    ['that is not whole', pdf().subarray(0, 20), 'UPLOAD_DAMAGED'],
    ['with a password', pdf([page], '/Encrypt 1 0 R'), 'UPLOAD_LOCKED'],
    ['that runs something', pdf([page, '/JavaScript']), 'UPLOAD_ACTIVE'],
    ['of many pages', pdf(Array.from({ length: 201 }, () => page)), 'UPLOAD_PAGES'],
  ])('%s is refused by a code and not kept', async (_what, content, code) => {
    const upload = await announce(content);
    expect(await put(upload, content)).toEqual({ status: 422, code });
    expect(kept(upload.id)).toEqual([]);
  });

  it('ten times at once is taken once', async () => {
    const content = pdf();
    const upload = await announce(content);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_each, index) =>
        graph.gateway.app.inject({
          method: 'PUT',
          url: upload.url,
          headers: { 'content-type': 'application/pdf' },
          remoteAddress: `127.0.0.${index + 1}`,
          payload: content,
        }),
      ),
    );
    const statuses = answers.map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    // Who comes when all places are taken is told to come again.
    expect(statuses.filter((status) => ![201, 409, 503].includes(status))).toEqual([]);
    expect(kept(upload.id)).toEqual([upload.id]);
  });
});

/** Codes with which this file as evidence is refused. */
async function submitted(id: string, key: string): Promise<ReadonlyArray<string>> {
  const plan = await planOf(graph);
  const [first, ...rest] = plan.materials.map((material) => material.id);
  const evidence = [{ material: first, upload: id }, ...rest.map((material) => ({ material, bringToCounter: true }))];
  const { problems } = await submit(graph, inputFor(plan, { idempotencyKey: key, evidence }, now));
  return problems.map(({ code }) => code);
}

describe('a scanner', () => {
  it('keeps what is infected from being kept', async () => {
    const content = pdf([page, `(${eicar})`]);
    const upload = await announce(content);
    expect(await put(upload, content)).toEqual({ status: 422, code: 'UPLOAD_INFECTED' });
    expect(kept(upload.id)).toEqual([]);
  });

  it('that is out leaves files waiting, which are evidence once it has found them clean', async () => {
    clamd.say = () => 'END';
    const content = pdf([page, '(waits)']);
    const upload = await announce(content);
    expect((await put(upload, content)).status).toBe(202);
    await keeping.round();
    expect(await submitted(upload.id, 'waits')).toEqual(['UPLOAD_NOT_FOUND']);
    clamd.say = honest;
    await keeping.round();
    expect(clamd.seen.at(-1)?.equals(content)).toBe(true);
    expect(await submitted(upload.id, 'waits')).toEqual([]);
  });

  it('is not kept from the others by a file that cannot be opened', async () => {
    clamd.say = () => 'END';
    const [broken, whole] = [pdf([page, '(broken)']), pdf([page, '(whole)'])];
    const [first, second] = [await announce(broken), await announce(whole)];
    for (const [upload, content] of [
      [first, broken],
      [second, whole],
    ] as const)
      expect((await put(upload, content)).status).toBe(202);
    writeFileSync(join(graph.folder, 'uploads', first.id), 'not what was sealed');
    clamd.say = honest;
    await keeping.round();
    expect(await submitted(second.id, 'whole')).toEqual([]);
    expect(await submitted(first.id, 'broken')).toEqual(['UPLOAD_NOT_FOUND']);
  });

  it('that finds something in what waits has it deleted', async () => {
    clamd.say = () => 'END';
    const content = pdf([page, `(waits, ${eicar})`]);
    const upload = await announce(content);
    expect((await put(upload, content)).status).toBe(202);
    expect(kept(upload.id)).toEqual([upload.id]);
    clamd.say = honest;
    await keeping.round();
    expect(kept(upload.id)).toEqual([]);
    expect(await submitted(upload.id, 'infected')).toEqual(['UPLOAD_NOT_FOUND']);
  });
});

describe('a file that nobody used', () => {
  it('goes a week after its ticket ended, and one that is evidence stays', async () => {
    const [unused, used] = [pdf([page, '(unused)']), pdf([page, '(used)'])];
    const [first, second] = [await announce(unused), await announce(used)];
    expect([(await put(first, unused)).status, (await put(second, used)).status]).toEqual([201, 201]);
    expect(await submitted(second.id, 'used')).toEqual([]);
    now = noon + 30 * 60_000 + unusedMs;
    await keeping.round();
    expect([kept(first.id), kept(second.id)]).toEqual([[first.id], [second.id]]);
    now += 1;
    await keeping.round();
    expect([kept(first.id), kept(second.id)]).toEqual([[], [second.id]]);
    now = noon;
    expect((await put(first, unused)).status).toBe(404);
    expect((await put(second, used)).status).toBe(409);
  });

  it('is not one that came with a supplement', async () => {
    await leaveToStaff(graph, 'public-security');
    const plan = await planOf(graph);
    const { submission } = await submit(graph, inputFor(plan, { idempotencyKey: 'supplemented' }, now));
    const id = submission?.id ?? '';
    const problemsOf = async (field: string, type: string, input: object, as: Caller): Promise<unknown> => {
      const query = `mutation ($input: ${type}!) { ${field}(input: $input) { problems { code } } }`;
      const answer = await graph.ask<Record<string, { problems: unknown }>>({ query, variables: { input } }, as);
      return answer[field]?.problems;
    };
    const seen = await until(graph, id, ({ filings }) => filings.some(({ state }) => state === 'SUBMITTED'));
    const filing = seen.filings.find(({ state }) => state === 'SUBMITTED')?.id;
    // In words alone: whatever the filing takes may be mended.
    const corrections = [{ message: '照片不清晰' }];
    const decision = { idempotencyKey: 'correct', filing, decision: 'REQUEST_CORRECTION', corrections };
    expect(await problemsOf('decideFiling', 'DecideFilingInput', decision, clerk('public-security'))).toEqual([]);
    const content = pdf([page, '(supplement)']);
    const upload = await announce(content);
    expect((await put(upload, content)).status).toBe(201);
    const evidence = [{ material: plan.materials[0]?.id, upload: upload.id }];
    const supplement = { idempotencyKey: 'supplement', submission: id, evidence };
    expect(await problemsOf('supplementSubmission', 'SupplementSubmissionInput', supplement, citizen)).toEqual([]);
    now = noon + 30 * 60_000 + unusedMs + 1;
    await keeping.round();
    expect(kept(upload.id)).toEqual([upload.id]);
  });
});

describe('a photograph', () => {
  const answers = [
    { question: 'holds-card', value: false },
    { question: 'card-applied-by', value: 'self' },
    { question: 'cardholder-born-on', value: '1992-04-05' },
    { question: 'wants-medical', value: true },
    ...['wants-transport', 'wants-culture', 'wants-jobs'].map((question) => ({ question, value: false })),
  ];
  const parties = [{ id: 'lin', roles: ['CARDHOLDER'] }];
  const card = { code: 'social-card-services', region: '330381000000', answers, parties };
  /** As large as it is to be: 15 KiB of notes. */
  const picture = (width: number, height: number, bytes = 15 * 1024): Buffer =>
    jpeg(width, height, [segment(0xfe, Buffer.alloc(bytes))]);
  const sent = async (content: Buffer): Promise<ReadonlyArray<readonly [string, string, string]>> => {
    const query = `query ($code: ID!, $region: RegionCode!, $answers: [AnswerInput!], $parties: [PartyInput!]) {
      lifeEvent(code: $code, region: $region) { plan(answers: $answers, parties: $parties) {
        id materials { id documentType { code } photo { width { least most } height { least } background kib { least most } } apart { material } }
      } }
    }`;
    type Line = { id: string; documentType: { code: string }; photo: unknown; apart: unknown };
    const { lifeEvent } = await graph.ask<{ lifeEvent: { plan: { id: string; materials: Line[] } } }>({
      query,
      variables: card,
    });
    const { id: planId, materials } = lifeEvent.plan;
    const line = materials.find(({ documentType }) => documentType.code === 'photograph');
    expect(line).toMatchObject({
      photo: {
        ...{ width: { least: 358, most: 358 }, height: { least: 441 }, background: 'WHITE' },
        kib: { least: 14, most: 20 },
      },
      apart: [],
    });
    const upload = await announce(content, 'image/jpeg', 'me.jpg');
    expect((await put(upload, content, 'image/jpeg')).status).toBe(201);
    const { code: event, region } = card;
    const evidence = [{ material: line?.id, upload: upload.id }];
    const input = { idempotencyKey: upload.id, lifeEvent: event, region, planId, answers, parties, form: {}, evidence };
    const { problems } = await submit(graph, { ...input, consents: [], held: [] });
    expect(problems.map(({ code }) => code)).toContain('FIELD_MISSING');
    return problems
      .filter(({ path }) => path[0] === 'evidence' && path.length > 1)
      .map(({ code, path, message }) => [code, path.join('.'), message] as const);
  };

  it('that is as the row asks is evidence; in other pixels or of another size it is refused at its place, and says what to do', async () => {
    expect(await sent(picture(358, 441))).toEqual([]);
    const name = '“林静的个人照片（宽358像素，高441像素，背景白色，文件大小14至20KB）”';
    const named = (text: string) => text.replace(/“[^”]*”/, name);
    expect((await sent(picture(441, 358))).map(([code, path, message]) => [code, path, named(message)])).toEqual([
      [
        'PHOTO_UNFIT',
        'evidence.0',
        `上传的照片是441×358像素，不是${name}要求的宽和高。请按要求的宽和高重新制作照片后上传。`,
      ],
    ]);
    expect((await sent(picture(358, 441, 21 * 1024))).map(([code, , message]) => [code, message.slice(0, 15)])).toEqual(
      [['PHOTO_UNFIT', '上传的照片文件是21.1 KB']],
    );
  });
});

it('a file of a type that its material does not take is no evidence of it', async () => {
  const content = pdf([page, '(another type)']);
  const upload = await announce(content);
  expect((await put(upload, content)).status).toBe(201);
  await takeOnly(graph, ['image/png']);
  const query = '{ documentType(code: "household-register") { contentTypes } }';
  expect(await graph.ask({ query })).toEqual({ documentType: { contentTypes: ['image/png'] } });
  expect(await submitted(upload.id, 'another type')).toEqual(['UPLOAD_OF_OTHER_TYPE']);
  await takeOnly(graph, ['application/pdf']);
  expect(await submitted(upload.id, 'this type')).toEqual([]);
});
