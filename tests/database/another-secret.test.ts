import postgres from 'postgres';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { startParts } from '../../scripts/assemble.ts';
import { prepareDatabase } from '../../scripts/database.ts';
import { rootSecrets } from '../../scripts/secrets.ts';
import { sentenceOf } from '../../scripts/start-error.ts';
import { listenerRole, roleOf, roleUrl } from '../../subgraphs/runtime/bootstrap.ts';
import { createTestDatabase, type TestDatabase, testSecret } from './database.ts';

const another = 'another secret of sufficient length';
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const withSql = async <T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
};
let made = 0;
/** Address of a database with nothing in it, on the same server. */
async function emptyBeside(adminUrl: string): Promise<string> {
  const url = new URL(adminUrl);
  url.pathname += `_beside_${++made}`;
  await withSql(adminUrl, (sql) => sql.unsafe(`create database "${url.pathname.slice(1)}" template template0`));
  onTestFinished(() =>
    withSql(adminUrl, async (sql) => {
      await sql.unsafe(`drop database "${url.pathname.slice(1)}" with (force)`);
    }),
  );
  return url.toString();
}
const stateOf = (url: string) =>
  withSql(url, async (sql) => ({
    roles: await sql`select rolname, rolpassword from pg_authid where rolname like 'yijianshi_%' order by 1`,
    schemas: await sql`select nspname, obj_description(oid, 'pg_namespace') from pg_namespace order by 1`,
  }));

it('a database prepared with another secret is refused, and nothing of it is altered', async () => {
  await prepareDatabase(database.adminUrl, testSecret);
  const before = await stateOf(database.adminUrl);
  await expect(prepareDatabase(database.adminUrl, another)).rejects.toMatchObject({ code: 'SECRET_DIFFERS' });
  expect(await stateOf(database.adminUrl)).toEqual(before);
  for (const role of [listenerRole(testSecret), roleOf(testSecret, 'journeys')])
    expect(await withSql(roleUrl(database.adminUrl, testSecret, role), (sql) => sql`select 1 as one`)).toEqual([
      { one: 1 },
    ]);
  await prepareDatabase(database.adminUrl, testSecret);
});

it('two installations on one server touch nothing of each other', async () => {
  const url = await emptyBeside(database.adminUrl);
  const before = await stateOf(database.adminUrl);
  await prepareDatabase(url, another);
  const after = await stateOf(database.adminUrl);
  expect(after.schemas).toEqual(before.schemas);
  expect(after.roles).toEqual(expect.arrayContaining([...before.roles]));
  expect(after.roles.length).toBe(2 * before.roles.length);
  const ours = roleUrl(database.adminUrl, testSecret, roleOf(testSecret, 'journeys'));
  const theirs = roleUrl(url, another, roleOf(another, 'journeys'));
  for (const address of [ours, theirs])
    expect(await withSql(address, (sql) => sql`select count(*)::int as kept from journeys.submissions`)).toHaveLength(
      1,
    );
  // Nor do they read each other's: a role of one finds nothing that it may use in the other's database.
  const strange = new URL(ours);
  strange.pathname = new URL(url).pathname;
  await expect(withSql(strange.toString(), (sql) => sql`select 1 from journeys.submissions`)).rejects.toThrow(
    'permission denied',
  );
});

it('a database of a release that did not say whose it is is refused where its roles are another’s', async () => {
  const url = await emptyBeside(database.adminUrl);
  await withSql(url, async (sql) => {
    await sql`create schema journeys`;
    await sql`create role yijianshi_gateway login password 'of another secret'`;
  });
  const before = await stateOf(url);
  await expect(prepareDatabase(url, another)).rejects.toMatchObject({ code: 'SECRET_DIFFERS' });
  expect(await stateOf(url)).toEqual(before);
  await withSql(url, (sql) => sql`drop role yijianshi_gateway`);
});

it('a part with another’s wrapping key does not start, and says which key is closed', async () => {
  const secrets = await rootSecrets(database.adminUrl, testSecret);
  const starting = startParts({
    secrets: (part) => ({ ...secrets(part), wrappingKey: secrets('health').wrappingKey }),
    data: 'nothing is kept in files',
    issuers: [],
    near: { subgraphs: ['tax'], work: false, gateway: new URL('http://127.0.0.1:9') },
  });
  const sentence = await starting.then(
    () => 'it started',
    (error) => sentenceOf(error, 0),
  );
  expect(sentence).toContain('Data key 3 of the schema department_tax was wrapped by "local ');
});
