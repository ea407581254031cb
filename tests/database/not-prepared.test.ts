import postgres from 'postgres';
import { expect, it, onTestFinished } from 'vitest';
import { readRegistry } from '../../schema/registry.ts';
import { schemaPlans } from '../../scripts/database.ts';
import { requirePrepared } from '../../scripts/prepare.ts';
import { createTestDatabase, testSecret } from './database.ts';

/* What a start in production makes of a database that nobody, or an earlier release, has prepared. */

const registry = readRegistry();

/** One of its own: as the import leaves it, after what is done to it. */
async function databaseAfter(change: (sql: postgres.Sql) => Promise<unknown> = async () => {}): Promise<string> {
  const { adminUrl, close } = await createTestDatabase();
  onTestFinished(close);
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  await change(sql);
  await sql.end();
  return adminUrl;
}
/** With nothing of ours in it. */
const emptied = async (sql: postgres.Sql): Promise<void> => {
  for (const { schema } of await schemaPlans(registry)) await sql.unsafe(`drop schema "${schema}" cascade`);
};

/** Whatever it is made of: schemas, tables with their rows' versions, rights, roles. */
async function stateOf(url: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const tables = await sql`
    select n.nspname, n.nspacl::text as rights, c.relname, c.relkind, c.relacl::text as acl from pg_namespace n
    left join pg_class c on c.relnamespace = n.oid where n.nspname !~ '^pg_' order by 1, 3`;
  const rows = [];
  for (const { nspname, relname, relkind } of tables) {
    if (relkind === 'r' && nspname !== 'information_schema')
      rows.push(
        await sql`select ${relname} as name, count(*), max(xmin::text::bigint) from ${sql(nspname)}.${sql(relname)}`,
      );
  }
  const roles = await sql`select rolname, rolpassword from pg_authid where rolname like 'yijianshi_%' order by 1`;
  await sql.end();
  return JSON.parse(JSON.stringify({ tables, rows, roles }));
}

const newest = (schema: string) => (sql: postgres.Sql) =>
  sql`delete from ${sql(schema)}.migrations where created_at = (select max(created_at) from ${sql(schema)}.migrations)`;

it.each([
  ['empty', emptied, 'catalogue'],
  ['of a release before the newest migration of journeys', newest('journeys'), ': journeys.'],
  ['of a release before the newest migration of a department', newest('department_tax'), ': department_tax.'],
  [
    'migrated, with nothing published',
    (sql: postgres.Sql) => sql`truncate catalogue.revisions, catalogue.publications cascade`,
    'No catalogue',
  ],
] as const)(
  'a database that is %s is refused with what to do, and nothing of it is altered',
  async (_what, change, told) => {
    const url = await databaseAfter(change);
    const before = await stateOf(url);
    const problem = await requirePrepared(url, testSecret, registry).catch((error: unknown) => error);
    expect(problem).toMatchObject({ code: 'DATABASE_NOT_PREPARED' });
    expect(String((problem as Error).message)).toContain(told);
    expect(String((problem as Error).message)).toContain('npm run import');
    expect(await stateOf(url)).toEqual(before);
  },
);

it('an empty one is told of every schema at once', async () => {
  const problem = await requirePrepared(await databaseAfter(emptied), testSecret, registry).catch(
    (error: unknown) => error,
  );
  for (const { schema } of await schemaPlans(registry)) expect(String(problem)).toContain(schema);
});

it('one that is prepared, or that a later release has brought further, tells the revision that stands, and nothing of it is altered', async () => {
  const url = await databaseAfter(
    (sql) => sql`insert into journeys.migrations (hash, created_at) values ('of a later release', 9e15)`,
  );
  const before = await stateOf(url);
  expect(await requirePrepared(url, testSecret, registry)).toBe(1);
  expect(await stateOf(url)).toEqual(before);
});

it('one of another secret is refused as such, also where it is behind', async () => {
  const url = await databaseAfter(newest('journeys'));
  const before = await stateOf(url);
  await expect(requirePrepared(url, 'another secret of sufficient length', registry)).rejects.toMatchObject({
    code: 'SECRET_DIFFERS',
  });
  expect(await stateOf(url)).toEqual(before);
});
