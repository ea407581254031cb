import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
  for (const role of [listenerRole, roleOf('journeys')])
    expect(await withSql(roleUrl(database.adminUrl, testSecret, role), (sql) => sql`select 1 as one`)).toEqual([
      { one: 1 },
    ]);
  await prepareDatabase(database.adminUrl, testSecret);
});

it('so is an empty one on a server whose roles are another installation’s', async () => {
  const { pathname } = new URL(database.adminUrl);
  const name = `${pathname.slice(1)}_empty`;
  await withSql(database.adminUrl, (sql) => sql.unsafe(`create database "${name}" template template0`));
  const url = new URL(database.adminUrl);
  url.pathname = `/${name}`;
  const before = await stateOf(url.toString());
  await expect(prepareDatabase(url.toString(), another)).rejects.toMatchObject({ code: 'SECRET_DIFFERS' });
  expect(await stateOf(url.toString())).toEqual(before);
  await withSql(database.adminUrl, (sql) => sql.unsafe(`drop database "${name}" with (force)`));
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
