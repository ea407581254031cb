import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRegistry } from '../../schema/registry.ts';
import { diffOf, historyLines, publish, rollBack } from '../../scripts/catalogue/commands.ts';
import { textsToPublish } from '../../scripts/catalogue/texts.ts';
import { importCatalogue } from '../../scripts/database.ts';
import { prepare } from '../../scripts/prepare.ts';
import { todayInChina } from '../../subgraphs/language/civil-date.ts';
import { checkCatalogue } from '../../subgraphs/publishing/read.ts';
import { createTestDatabase, type TestDatabase, testSecret } from './database.ts';

/** As nobody sets anything. */
const defaults = { keyWrapper: null, suite: 'INTERNATIONAL' } as const;
const registry = readRegistry();
const by = { author: '王某', reason: '新增一区' };
let database: TestDatabase;
let root: string;

beforeAll(async () => {
  database = await createTestDatabase();
  root = mkdtempSync(join(tmpdir(), 'publications-'));
});
afterAll(async () => {
  await database?.close();
  rmSync(root, { recursive: true, force: true });
});

/** A further folder with one region. */
function folderWith(name: string, region: string): string {
  const folder = join(root, name);
  const file = join(folder, 'subgraphs/catalogue/data/regions/more.yaml');
  mkdirSync(dirname(file), { recursive: true });
  const text = `regions:\n  - { code: "${region}", name: { zh: ${name}, en: ${name} }, parent: "330300000000" }\n`;
  writeFileSync(file, text);
  return folder;
}
async function regionsNow(): Promise<ReadonlyArray<string>> {
  const sql = postgres(database.adminUrl, { max: 1 });
  const rows = await sql<Array<{ code: string }>>`
    select code from catalogue.versions where kind = 'region' and until_revision is null order by code`;
  await sql.end();
  return rows.map(({ code }) => code);
}
const history = async (): Promise<ReadonlyArray<string>> =>
  (await historyLines(database.adminUrl, registry))
    .split('\n')
    .map((line) => line.replace(/\t[^\t]*Z\t/, '\t').replace(`\t${todayInChina()}\t`, '\ttoday\t'));

it('what somebody published stands with who and why, and starting leaves it', async () => {
  expect(
    await publish(database.adminUrl, { ...by, approvedBy: '李某' }, registry, folderWith('一区', '330302000000')),
  ).toContain('2');
  expect(await regionsNow()).toContain('330302000000');
  expect(await history()).toEqual(['2\ttoday\tPUBLISHED\t王某\t李某\t新增一区', '1\t0001-01-01\tSTARTED\t\t\t']);
  const stops: Array<() => Promise<void>> = [];
  const { revision } = await prepare(
    { databaseUrl: database.adminUrl, secret: testSecret },
    defaults,
    root,
    registry,
    stops,
  );
  expect(revision).toBe(2);
  expect(await regionsNow()).toContain('330302000000');
});

it('one step goes back to what stood before, and the history keeps what happened', async () => {
  const before = await regionsNow();
  await publish(database.adminUrl, by, registry, folderWith('二区', '330303000000'));
  expect(await regionsNow()).not.toEqual(before);
  expect(await diffOf(database.adminUrl, registry, '2026-11-27', 2, 3)).toContain(
    '~ subgraphs/catalogue/data/regions/more.yaml',
  );
  expect(await rollBack(database.adminUrl, { author: '赵某', reason: '有误' }, registry)).toContain('4');
  expect(await regionsNow()).toEqual(before);
  expect((await history())[0]).toBe('4\ttoday\tROLLED_BACK\t赵某\t\t有误');
});

it('what is not kept, not there or not laid out as it should be publishes nothing', async () => {
  const before = await history();
  await expect(rollBack(database.adminUrl, by, registry, 1)).rejects.toThrow('history');
  await expect(rollBack(database.adminUrl, by, registry, 99)).rejects.toThrow('99');
  await expect(publish(database.adminUrl, by, registry, join(root, 'nowhere'))).rejects.toThrow('nowhere');
  mkdirSync(join(root, 'empty'), { recursive: true });
  await expect(publish(database.adminUrl, by, registry, join(root, 'empty'))).rejects.toThrow('empty');
  expect(textsToPublish(registry, join(root, 'empty'))).toBeInstanceOf(Error);
  expect(await history()).toEqual(before);
});

it('one that holds from a later day leaves what starts as it is, and no day that is over or none is taken', async () => {
  for (const from of ['2026-02-30', '2026-13-45', '2020-01-01', 'soon'])
    await expect(publish(database.adminUrl, { ...by, from }, registry)).rejects.toThrow(from);
  const later = { ...by, from: '2098-01-01' };
  expect(await publish(database.adminUrl, later, registry, folderWith('三区', '330304000000'))).toContain('2098-01-01');
  expect((await history())[0]).toBe('5\t2098-01-01\tPUBLISHED\t王某\t\t新增一区');
  const { revision } = await prepare(
    { databaseUrl: database.adminUrl, secret: testSecret },
    defaults,
    root,
    registry,
    [],
  );
  expect(revision).toBe(4);
});

it('starts publish what the files say, also where another start has published other files since', async () => {
  const fresh = await createTestDatabase();
  const folder = join(root, 'started');
  mkdirSync(folder);
  const start = () =>
    prepare({ databaseUrl: fresh.adminUrl, secret: testSecret }, defaults, folder, registry, []).then(
      ({ revision }) => revision,
    );
  expect([await start(), await start()]).toEqual([1, 1]);
  const texts = textsToPublish(registry, folderWith('四区', '330305000000'));
  if (texts instanceof Error) throw texts;
  const other = checkCatalogue(registry.departments, texts);
  if (!other.ok) throw new Error('it does not hold');
  await importCatalogue(fresh.adminUrl, other.catalogue, registry);
  expect([await start(), await start()]).toEqual([3, 3]);
  await fresh.close();
});

it('a publication is written once', async () => {
  const sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  await expect(sql`update catalogue.publications set author = 'nobody'`).rejects.toThrow('written once');
  await expect(sql`delete from catalogue.publications`).rejects.toThrow('written once');
  await sql.end();
});
