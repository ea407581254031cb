import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRegistry } from '../../schema/registry.ts';
import { runCatalogue } from '../../scripts/catalogue/program.ts';
import { unpackFiles } from '../../scripts/published-files.ts';
import { repositoryRoot } from '../../subgraphs/publishing/read.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

const registry = readRegistry();
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.close());

/** One command as somebody types it where four eyes are asked for. */
async function typed(
  ...args: ReadonlyArray<string>
): Promise<readonly [code: number, said: string, complained: string]> {
  const [said, complained]: [string[], string[]] = [[], []];
  const code = await runCatalogue(args, {
    ...{ databaseUrl: database.adminUrl, registry, fourEyes: true },
    say: (text) => said.push(text),
    complain: (text) => complained.push(text),
  });
  return [code, said.join('\n'), complained.join('\n')];
}
const refused = (words: RegExp) => [1, '', expect.stringMatching(words)];
const wang = ['--author', '王某', '--reason', '新增一区'];
const li = ['--author', '李某', '--reason', '已核对'];
const untimed = (lines: string): ReadonlyArray<string> =>
  lines.split('\n').map((line) => line.replace(/\t[^\t]*Z\t/, '\t'));

it('what somebody else did not approve is not published where the settings ask for four eyes', async () => {
  for (const args of [
    ['publish', ...wang],
    ['publish', ...wang, '--approved-by', '李某'],
    ['rollback', ...wang],
  ])
    expect(await typed(...args)).toEqual(refused(/另一人批准.*approval of somebody else/));
});

it('one proposes, another approves, and what was approved is published once, each written down', async () => {
  expect(await typed('propose', '--author', '王某')).toEqual(refused(/--author.*--reason/));
  expect(await typed('propose', ...wang, '--from', '2026-02-30')).toEqual(refused(/2026-02-30/));
  expect(await typed('propose', ...wang, '--from', '2098-01-01')).toEqual([
    0,
    expect.stringContaining('Proposal 1'),
    '',
  ]);
  expect(await typed('publish', '--proposal', '1')).toEqual(refused(/approval of somebody else/));
  for (const self of ['王某', ' 王某 '])
    expect(await typed('approve', '1', '--author', self, '--reason', '好')).toEqual(refused(/another than its author/));
  expect(await typed('approve', '1', '--author', '李某')).toEqual(refused(/--reason/));
  expect(await typed('approve', '1', ...li)).toEqual([0, expect.stringContaining('may be published'), '']);
  expect(await typed('approve', '1', '--author', '赵某', '--reason', '也好')).toEqual(
    refused(/approved or published before/),
  );
  expect(untimed((await typed('proposals'))[1])).toEqual(['1\t2098-01-01\tAPPROVED\t王某\t新增一区\t李某\t已核对']);

  // The files here are those that are published already: what is approved is another catalogue only after a change of them.
  await change();
  expect(await typed('publish', '--proposal', '1')).toEqual([0, expect.stringContaining('2098-01-01'), '']);
  expect(untimed((await typed('history'))[1])[0]).toBe('2\t2098-01-01\tPUBLISHED\t王某\t李某\t新增一区');
  expect(untimed((await typed('proposals'))[1])).toEqual(['1\t2098-01-01\tREVISION 2\t王某\t新增一区\t李某\t已核对']);
  expect(await typed('publish', '--proposal', '1')).toEqual(refused(/approved or published before/));
});

/** Lets what stands be of other content than the files. */
async function change(): Promise<void> {
  const sql = postgres(database.adminUrl, { max: 1 });
  await sql`update catalogue.revisions set content_hash = 'another'`;
  await sql.end();
}

it('going back is proposed as well, and what there is not is told', async () => {
  expect(await typed('propose', ...wang, '--to', '99')).toEqual(refused(/99/));
  expect(await typed('propose', ...wang, '--to', '2')).toEqual([0, expect.stringContaining('Proposal 2'), '']);
  for (const args of [
    ['approve', '9', ...li],
    ['publish', '--proposal', '9'],
  ])
    expect(await typed(...args)).toEqual(refused(/proposal 9/));
});

it('what holds today, with the public schema, is kept in a file that checks compare with', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'state-'));
  const file = join(folder, 'kept/published.gz');
  // Of what an earlier release published the files were not kept.
  expect(await typed('state', file)).toEqual(refused(/revision 1/));
  expect(await typed('state', file, '--revision', '2')).toEqual([0, expect.stringContaining('Revision 2'), '']);
  const { texts, api } = unpackFiles(readFileSync(file));
  expect(texts.length).toBeGreaterThan(100);
  expect(api).toContain('type Query');
  rmSync(folder, { recursive: true });
});

it('a proposal and its approval are written once', async () => {
  const sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  for (const table of ['proposals', 'approvals']) {
    await expect(sql`delete from catalogue.${sql(table)}`).rejects.toThrow('written once');
    await expect(sql`update catalogue.${sql(table)} set reason = 'another'`).rejects.toThrow('written once');
  }
  await sql.end();
});

it('bad usage ends with 2, in the process as typed too', async () => {
  for (const args of [['publish', 'more'], ['nothing'], ['rollback', '--to', '0'], ['publish', '--proposal', 'x']])
    expect(await typed(...args)).toEqual([2, '', expect.stringMatching(/error/)]);
  expect(await typed('--help')).toEqual([0, expect.stringContaining('propose'), '']);
  const { DATABASE_URL: _url, ...environment } = process.env;
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/catalogue/index.ts', 'history'], {
    ...{ cwd: repositoryRoot, env: environment, encoding: 'utf8' },
  });
  expect([status, stderr]).toEqual([2, expect.stringContaining('DATABASE_URL')]);
});
