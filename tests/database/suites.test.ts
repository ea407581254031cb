import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRegistry } from '../../schema/registry.ts';
import { operationText } from '../../scripts/assemble.ts';
import { examineProofs } from '../../scripts/audit/proofs.ts';
import { prepareDatabase } from '../../scripts/database.ts';
import { createFolder } from '../../subgraphs/runtime/blobs.ts';
import { countByKey } from '../../subgraphs/runtime/keys/counting.ts';
import { beginRotation, finishRotation, type RotatedPart, retireKeys } from '../../subgraphs/runtime/keys/rotating.ts';
import { openRow, readRows } from '../../subgraphs/runtime/keys/rows.ts';
import { createLog, silentLog } from '../../subgraphs/runtime/log.ts';
import type { SuiteName } from '../../subgraphs/runtime/suites/suite.ts';
import { pdf } from '../files.ts';
import { createTestDatabase, type TestDatabase, testSecret } from './database.ts';
import { citizen, clerk, type Graph, inputFor, planOf, startGraph, submit, until } from './gateway-of.ts';
import { rotatedParts } from './keys.ts';

/* One installation goes over from one suite to the other and back, with what it has of before. */

const content = pdf();
const pace = { everyMs: 0, sealsAfterMs: 0, wait: () => Promise.resolve() };
let database: TestDatabase;
let graph: Graph;
let admin: postgres.Sql;
let jwks: { keys: object[] };
let tokenOf: (department: string) => Promise<string>;
beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  jwks = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] };
  tokenOf = (department) =>
    new SignJWT({ kind: 'STAFF', department })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer('i')
      .setAudience('a')
      .setSubject(clerk(department).subject)
      .setExpirationTime('1h')
      .sign(privateKey);
  database = await createTestDatabase();
  admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  graph = await start('INTERNATIONAL');
});
afterAll(async () => {
  await admin.end();
  await graph.close();
  rmSync(storage ?? '', { recursive: true, force: true });
});

let storage: string | undefined;
const lines: string[] = [];
const isWarned = (): boolean => lines.join('').includes('the key that seals is of another suite');
async function start(suite: SuiteName): Promise<Graph> {
  const kept = storage;
  const started = await startGraph(
    {
      suite,
      log: createLog({ to: { write: (line) => lines.push(line) } }),
      issuers: [{ issuer: 'i', audience: 'a', jwks } as never],
      keysEveryMs: 100,
      ...(kept === undefined ? {} : { storage: (kind) => createFolder(join(kept, kind)) }),
    },
    async () => {},
    database,
  );
  storage ??= started.folder;
  return started;
}

async function upload(): Promise<string> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const input = { fileName: '出生证明.pdf', contentType: 'application/pdf', bytes: content.length, sha256 };
  const query = 'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { upload { id url } } }';
  const { createUpload } = await graph.ask<{ createUpload: { upload: { id: string; url: string } } }>(
    { query, variables: { input } },
    citizen,
  );
  const { id, url } = createUpload.upload;
  const headers = { 'content-type': 'application/pdf' };
  expect((await graph.gateway.app.inject({ method: 'PUT', url, headers, payload: content })).statusCode).toBe(201);
  return id;
}
async function submitted(idempotencyKey: string): Promise<{ readonly id: string; readonly file: string }> {
  const file = await upload();
  const plan = await planOf(graph);
  const evidence = plan.materials.map(({ id: material }, index) =>
    index === 0 ? { material, upload: file } : { material, bringToCounter: true },
  );
  const { submission, problems } = await submit(graph, inputFor(plan, { idempotencyKey, evidence }));
  expect(problems).toEqual([]);
  return { id: submission?.id ?? '', file };
}
const completed = (id: string) => until(graph, id, ({ state }) => state === 'COMPLETED');
async function readByClerk(id: string): Promise<Buffer> {
  const concerned = clerk('medical-insurance');
  const { submission } = await graph.ask<{
    submission: { filings: ReadonlyArray<{ files: ReadonlyArray<{ download: { url: string } }> | null }> };
  }>(
    { query: 'query ($id: ID!) { submission(id: $id) { filings { files { download { url } } } } }', variables: { id } },
    concerned,
  );
  const url = submission.filings.flatMap(({ files }) => files ?? [])[0]?.download.url ?? '';
  const headers = { authorization: `Bearer ${await tokenOf('medical-insurance')}` };
  return (await graph.gateway.app.inject({ method: 'GET', url, headers })).rawPayload;
}

interface Proven {
  readonly submissionLedgerKey: { readonly part: string; readonly x: string; readonly sm2: string };
  readonly submission: {
    readonly id: string;
    readonly proof: {
      readonly brokenAt: number | null;
      readonly entries: ReadonlyArray<{
        readonly digest: string;
        readonly contentDigest: string;
        readonly signature: string;
      }>;
    };
  };
}
/** The suite of each entry, of a chain that holds, here and offline. */
async function suitesOf(id: string): Promise<ReadonlyArray<string>> {
  const answer = await graph.ask<Proven>({ query: operationText('proof'), variables: { id } }, citizen);
  const { part, x, sm2 } = answer.submissionLedgerKey;
  const { brokenAt, entries } = answer.submission.proof;
  expect(brokenAt).toBeNull();
  const text = JSON.stringify({ data: answer });
  expect(examineProofs(text, { part, keys: [x, sm2] })).toEqual([
    { submission: id, entries: entries.length, fault: null },
  ]);
  return entries.map(({ digest, contentDigest, signature }) => {
    const marks = [digest.startsWith('sm3:'), contentDigest.startsWith('keyed:sm3:'), signature.startsWith('sm2:')];
    expect(new Set(marks).size).toBe(1);
    return marks[0] ? 'SM' : 'INTERNATIONAL';
  });
}
const headersOf = async (id: string, file: string): Promise<ReadonlyArray<string>> => {
  const [row] = await admin<Array<{ sealed: Buffer }>>`select sealed from journeys.submissions where id = ${id}`;
  const kept = readFileSync(join(storage ?? '', 'uploads', file));
  return [row?.sealed ?? Buffer.alloc(0), kept].map((bytes) => bytes.subarray(0, 3).toString('hex'));
};
/** Everything of every part by the suite, and older keys gone. */
async function rotated(suite: SuiteName): Promise<void> {
  const parts = await rotatedParts(database.adminUrl, storage ?? '', suite);
  try {
    for (const part of parts) await beginRotation(part, pace, silentLog);
    for (const part of parts) {
      expect((await finishRotation(part, pace, silentLog, () => {})).closed).toEqual([]);
      const { suite: newest, id } = await keyOf(part);
      expect(newest).toBe(suite);
      expect([...(await countByKey(part)).keys()].filter((each) => each !== id)).toEqual([]);
    }
  } finally {
    await Promise.all(parts.map(({ sql }) => sql.end()));
  }
}
const keyOf = async (part: RotatedPart) => openRow(part, (await readRows(part)).at(-1) as never);

let before: { readonly id: string; readonly file: string };
it('a submission that was begun by the first suite ends by the other, in one chain that holds', async () => {
  // One department is out until the other suite is there.
  graph.switches.stopped.add('medical-insurance door');
  before = await submitted('before');
  await until(graph, before.id, (seen) => seen.filings.some(({ state }) => state === 'APPROVED'));
  expect(await headersOf(before.id, before.file)).toEqual(['000003', '000003']);
  await graph.stop();
  // As the import does it: one key more for each part, however often; it seals when every process knows it.
  const keys = { outside: null, suite: 'SM' as const };
  for (let time = 0; time < 2; time += 1) await prepareDatabase(database.adminUrl, testSecret, readRegistry(), keys);
  const made =
    await admin`select id, seals_at > now() + interval '20 seconds' as waits from journeys.data_keys order by id`;
  expect(made.map(({ id, waits }) => [id, waits])).toEqual([
    [3, false],
    [4, true],
  ]);
  const schemas = (await rotatedParts(database.adminUrl, '')).map(({ schema, sql }) => [schema, sql] as const);
  for (const [schema, sql] of schemas) {
    await admin`update ${admin(schema)}.data_keys set seals_at = now() where id = 4`;
    await sql.end();
  }
  graph = await start('SM');
  await completed(before.id);
  const suites = await suitesOf(before.id);
  expect(suites).toEqual([...suites].sort());
  expect(new Set(suites).size).toBe(2);
  expect((await readByClerk(before.id)).equals(content)).toBe(true);
}, 120_000);

it('a life event is planned, submitted, completed, proven and its file read, all by SM2, SM3 and SM4', async () => {
  const { id, file } = await submitted('by SM');
  await completed(id);
  expect(await headersOf(id, file)).toEqual(['810004', '810004']);
  expect(new Set(await suitesOf(id))).toEqual(new Set(['SM']));
  expect(isWarned()).toBe(false);
  expect((await readByClerk(id)).equals(content)).toBe(true);
}, 120_000);

it('everything is sealed anew by the other suite, either way, while all of it is read', async () => {
  await rotated('SM');
  expect(await headersOf(before.id, before.file)).toEqual(['810004', '810004']);
  expect((await readByClerk(before.id)).equals(content)).toBe(true);
  const parts = await rotatedParts(database.adminUrl, storage ?? '', 'SM');
  for (const part of parts) {
    expect(await retireKeys(part, 0)).toMatchObject({ kind: 'RETIRED', keys: expect.arrayContaining([3]) });
    expect((await readRows(part)).map(({ wrapped_by }) => wrapped_by.split(' ')[0]).at(-1)).toBe('local-sm');
    await part.sql.end();
  }
  await rotated('INTERNATIONAL');
  expect(await headersOf(before.id, before.file)).toEqual(['000005', '000005']);
  const wrapped = await admin<
    Array<{ by: string }>
  >`select wrapped_by as by from journeys.data_keys where wrapped is not null`;
  expect(wrapped.map(({ by }) => by.split(' ')[0])).toEqual(['local', 'local']);
  expect((await readByClerk(before.id)).equals(content)).toBe(true);
  expect(new Set(await suitesOf(before.id)).size).toBe(2);
  // The process that runs is to write by the other suite still.
  await expect.poll(isWarned, { timeout: 30_000 }).toBe(true);
}, 120_000);
