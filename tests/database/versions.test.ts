import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fingerprint } from '../../subgraphs/language/canonical.ts';
import { publishVersions, type VersionRow } from '../../subgraphs/runtime/versions.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

let database: TestDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  database = await createTestDatabase();
  sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql?.end();
  await database?.close();
});
beforeEach(async () => {
  await sql`truncate catalogue.versions, catalogue.contents`;
});

/** More than one statement takes of either, each with Chinese, quotes and what JSON escapes. */
const shared = Array.from({ length: 300 }, (_, index) => ({ text: `内容「${index}」"\\\n`.repeat(500) }));
const rows: ReadonlyArray<VersionRow> = Array.from({ length: 4500 }, (_, index) => ({
  ...{ kind: 'matter', code: `code-${index}`, region: '330000000000', search: `名称 ${index}` },
  ...(index === 7 ? { validFrom: '2026-01-01', validTo: '2026-07-01' } : {}),
  body: shared[index % shared.length] as object,
}));
const publish = (revision: number, of: ReadonlyArray<VersionRow>) => publishVersions(sql, 'catalogue', revision, of);
const states = () => sql`
  select from_revision, until_revision, count(*)::int from catalogue.versions group by 1, 2 order by 1, 2`;

it('however many there are, every row stands with its content, and each content is kept once', async () => {
  await publish(1, rows);
  const standing = await sql<
    Array<{ code: string; search: string; from: string; to: string; body: object; print: string }>
  >`
    select code, search, valid_from::text as "from", valid_to::text as "to", body, fingerprint as print
    from catalogue.versions join catalogue.contents using (fingerprint)`;
  const byCode = new Map(standing.map((row) => [row.code, row]));
  expect(standing.length).toBe(rows.length);
  for (const { code, search, body, validFrom, validTo } of rows)
    expect(byCode.get(code)).toEqual({
      ...{ code, search, body, print: fingerprint(body) },
      ...{ from: validFrom ?? null, to: validTo ?? null },
    });
  expect((await sql`select count(*)::int from catalogue.contents`)[0]?.count).toBe(shared.length);
});

it('what stays is left as it is; what changes begins and ends, what goes ends, and what was known before is not written again', async () => {
  await publish(1, rows);
  await publish(2, rows);
  expect(await states()).toEqual([{ from_revision: 1, until_revision: null, count: 4500 }]);
  const [gone, changed, ...rest] = rows;
  const other = { ...(changed as VersionRow), body: { text: '另一' } };
  await publish(3, [other, { ...(gone as VersionRow), region: '330100000000' }, ...rest]);
  expect(await states()).toEqual([
    { from_revision: 1, until_revision: 3, count: 2 },
    { from_revision: 1, until_revision: null, count: 4498 },
    { from_revision: 3, until_revision: null, count: 2 },
  ]);
  await publish(4, [...rows, ...rows.slice(0, 3)]);
  expect((await sql`select count(*)::int from catalogue.contents`)[0]?.count).toBe(shared.length + 1);
  expect((await sql`select count(*)::int from catalogue.versions where until_revision is null`)[0]?.count).toBe(4500);
});
