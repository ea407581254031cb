import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { countByKey } from '../../subgraphs/runtime/keys/counting.ts';
import { type RotatedPart, retireKeys } from '../../subgraphs/runtime/keys/rotating.ts';
import { keyIdOf } from '../../subgraphs/runtime/personal-data.ts';
import { pdf } from '../files.ts';
import { citizen, type Graph, inputFor, look, planOf, startGraph, submit } from './gateway-of.ts';
import { rotatedParts, sealerOf } from './keys.ts';

const everyMs = 500;
const sealsAfterMs = 4000;
const many = 200;
let graph: Graph;
let parts: ReadonlyArray<RotatedPart>;
let admin: postgres.Sql;
beforeAll(async () => {
  graph = await startGraph({ keysEveryMs: everyMs });
  parts = await rotatedParts(graph.database.adminUrl, graph.folder);
  admin = postgres(graph.database.adminUrl, { max: 1 });
});
afterAll(async () => {
  await Promise.all([admin, ...parts.map(({ sql }) => sql)].map((sql) => sql.end()));
  await graph.close();
});

/** A rotation of every part in a process of its own; `heard` is called with each line it says. */
async function rotate(heard: (line: string, child: ChildProcess) => void = () => {}): Promise<string> {
  const file = fileURLToPath(new URL('./rotate-child.ts', import.meta.url));
  const args = [graph.database.adminUrl, graph.folder, String(everyMs), String(sealsAfterMs)];
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    heard(said, child);
  });
  await once(child, 'close');
  return said;
}
const person = (index: number): Caller => ({ ...citizen, subject: `lin-${index}` });

/** A file of which nothing but its row tells, sealed on disk. */
async function upload(): Promise<{ readonly id: string; readonly content: Buffer }> {
  const content = pdf();
  const sha256 = createHash('sha256').update(content).digest('hex');
  const { createUpload } = await graph.ask<{ createUpload: { upload: { id: string; url: string } } }>(
    {
      query: 'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { upload { id url } } }',
      variables: { input: { fileName: 'a.pdf', contentType: 'application/pdf', bytes: content.length, sha256 } },
    },
    citizen,
  );
  const { id, url } = createUpload.upload;
  const headers = { 'content-type': 'application/pdf' };
  const { statusCode } = await graph.gateway.app.inject({ method: 'PUT', url, headers, payload: content });
  expect(statusCode).toBe(201);
  return { id, content };
}

it('200 submissions complete while keys are rotated twice, and the rotation is killed once', async () => {
  const file = await upload();
  const plan = await planOf(graph);
  const ids: string[] = [];
  let next = 0;
  /** A quarter of them, some at once. */
  const submitQuarter = async (): Promise<void> => {
    const until = next + many / 4;
    const submitOn = async (): Promise<void> => {
      while (next < until) {
        const index = next++;
        const input = inputFor(plan, { idempotencyKey: `k-${index}` });
        const { submission, problems } = await submit(graph, input, person(index));
        expect(problems).toEqual([]);
        ids[index] = submission?.id ?? '';
      }
    };
    await Promise.all([submitOn(), submitOn(), submitOn()]);
  };
  await submitQuarter();
  const [, killed] = await Promise.all([
    submitQuarter(),
    rotate((said, child) => {
      if (said.includes('batch journeys')) child.kill('SIGKILL');
    }),
  ]);
  expect(killed).toContain('made journeys 4');
  expect(killed).not.toContain('done journeys');
  const [, first] = await Promise.all([submitQuarter(), rotate()]);
  expect(first).toContain('went on journeys 4');
  expect(first).toMatch(/done journeys \d+\n/);
  const [, second] = await Promise.all([submitQuarter(), rotate()]);
  expect(second).toContain('made journeys 5');
  for (const [index, id] of ids.entries())
    await expect.poll(async () => (await look(graph, id, person(index)))?.state, { timeout: 60_000 }).toBe('COMPLETED');

  for (const part of parts) {
    // What was written since, by whoever sealed with the older key last.
    const counts = await countByKey(part);
    expect([part.schema, ...counts.keys()]).toEqual([part.schema, ...(counts.size > 0 ? [5] : [])]);
  }
  const kept = readFileSync(join(graph.folder, 'uploads', file.id));
  expect(keyIdOf(kept)).toBe(5);
  const sealer = await sealerOf(graph.database.adminUrl, 'journeys');
  expect(Buffer.from(String(sealer.open(kept, `upload ${file.id}`)), 'base64').equals(file.content)).toBe(true);
}, 600_000);

it('older keys are retired when they are out of use, and nothing misses them', async () => {
  for (const part of parts) expect(await retireKeys(part)).toMatchObject({ kind: 'TOO_EARLY' });
  const [journeys] = parts.filter(({ schema }) => schema === 'journeys') as [RotatedPart];
  // One that somebody wrote late.
  const [row] = await admin<Array<{ id: string; sealed: Buffer }>>`select id, sealed from journeys.submissions limit 1`;
  const { id, sealed } = row as { id: string; sealed: Buffer };
  const late = Buffer.from(sealed);
  late[2] = 4;
  await admin`update journeys.submissions set sealed = ${late} where id = ${id}`;
  expect(await retireKeys(journeys, 0)).toEqual({ kind: 'IN_USE', keys: new Map([[4, 1]]) });
  await admin`update journeys.submissions set sealed = ${sealed} where id = ${id}`;
  expect(await retireKeys(journeys, 0)).toEqual({ kind: 'RETIRED', keys: [3, 4] });
  for (const part of parts) expect(await retireKeys(part, 0)).toMatchObject({ kind: 'RETIRED' });
  for (const part of parts) expect(await retireKeys(part, 0)).toEqual({ kind: 'RETIRED', keys: [] });
  const left = await admin`select id, wrapped is null as gone from journeys.data_keys order by id`;
  expect(left.map(({ id: key, gone }) => [key, gone])).toEqual([
    [3, true],
    [4, true],
    [5, false],
  ]);
  // A process that starts now, and the one that runs.
  const sealer = await sealerOf(graph.database.adminUrl, 'journeys');
  expect(sealer.open(sealed, `submission ${id}`)).toMatchObject({ parties: expect.any(Array) });
  const plan = await planOf(graph);
  const { submission } = await submit(graph, inputFor(plan, { idempotencyKey: 'after' }), person(many));
  const last = submission?.id ?? '';
  await expect.poll(async () => (await look(graph, last, person(many)))?.state, { timeout: 60_000 }).toBe('COMPLETED');
}, 120_000);

it('whatever is sealed in a table is listed among its places, to be sealed anew', async () => {
  const columns = await admin<Array<{ schema: string; table: string; name: string; type: string }>>`
    select table_schema as schema, table_name as table, column_name as name, data_type as type
    from information_schema.columns where table_schema in ${admin(parts.map(({ schema }) => schema))}`;
  const sealed: string[] = [];
  for (const { schema, table, name, type } of columns) {
    if (table === 'data_keys') continue;
    const [found] = await admin.unsafe(
      `select 1 from "${schema}"."${table}" where "${name}"::text like '%sealed:%' limit 1`,
    );
    if (found || type === 'bytea') sealed.push(`${schema}.${table}.${name}`);
  }
  const listed = parts.flatMap(({ schema, places }) =>
    places.tables.flatMap(({ name: table, columns: each }) => each.map(({ name }) => `${schema}.${table}.${name}`)),
  );
  expect(sealed.filter((each) => !listed.includes(each))).toEqual([]);
  expect(sealed.length).toBeGreaterThan(parts.length);
});
