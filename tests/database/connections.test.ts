import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from '../../subgraphs/runtime/connect.ts';
import { openDatabase } from '../../subgraphs/runtime/database.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

let database: TestDatabase;
let bare: string;
beforeAll(async () => {
  database = await createTestDatabase();
  const url = new URL(database.adminUrl);
  url.search = '';
  bare = url.toString();
});
afterAll(() => database.close());

it.each([
  ['', 5],
  ['?connect_timeout=9', 9],
  ['?application_name=x&connect_timeout=30', 30],
  ['?not_connect_timeout=9', 5],
])('an address with "%s" has %i seconds to open a connection', (search, seconds) => {
  expect(connect(`${bare}${search}`).options.connect_timeout).toBe(seconds);
});

it.each([
  ['', '15s'],
  ['?statement_timeout=23000', '23s'],
])('a statement over an address with "%s" may take %s', async (search, expected) => {
  const opened = openDatabase({ url: `${bare}${search}`, schema: 'public' });
  const [row] = await opened.sql`show statement_timeout`;
  await opened.close();
  expect(row?.statement_timeout).toBe(expected);
});
