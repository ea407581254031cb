import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CrashPoint, crashPoints } from '../../scripts/chaos/crash-points.ts';
import { type PostgresProxy, startPostgresProxy } from '../../scripts/chaos/postgres-proxy.ts';
import { createTestDatabase } from './database.ts';

let direct: postgres.Sql;
let through: postgres.Sql;
let proxy: PostgresProxy;
const closing: Array<() => Promise<void>> = [];
beforeAll(async () => {
  const database = await createTestDatabase();
  direct = postgres(database.adminUrl, { max: 2 });
  proxy = await startPostgresProxy(database.adminUrl);
  closing.push(database.close, () => direct.end(), proxy.close);
  await direct`create table seen (number integer)`;
});
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});
beforeEach(async () => {
  through = postgres(proxy.url, { max: 1, connect_timeout: 5 });
  await direct`truncate seen`;
  return () => through.end({ timeout: 0 });
});

const patience = () => AbortSignal.timeout(20_000);
const insert: Pick<CrashPoint, 'name' | 'statement'> = { name: 'a row', statement: /^insert into seen/ };
const numbers = async () =>
  (await direct<{ number: number }[]>`select number from seen order by number`).map(({ number }) => number);
const add = (number: number) => through`insert into seen values (${number}) returning number`;

describe('a crash point', () => {
  it('before a statement leaves the database without it, and whoever sent it without an answer', async () => {
    const reaching = proxy.reach({ ...insert, when: 'BEFORE' }, 2, patience());
    expect(await add(1)).toEqual([{ number: 1 }]);
    const broken = expect(add(2)).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
    expect(await reaching).toBe(true);
    expect(await numbers()).toEqual([1]);
    proxy.open();
    await broken;
    expect(await add(3)).toEqual([{ number: 3 }]);
  });

  it('after a statement leaves it done, and whoever sent it without an answer', async () => {
    const reaching = proxy.reach({ ...insert, when: 'AFTER' }, 1, patience());
    const broken = expect(add(1)).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
    expect(await reaching).toBe(true);
    expect(await numbers()).toEqual([1]);
    proxy.open();
    await broken;
  });

  it('of a transaction’s end is before it or after it', async () => {
    const commit = { name: 'for good', statement: /^commit/i };
    for (const [when, expected] of [
      ['BEFORE', []],
      ['AFTER', [2]],
    ] as const) {
      const reaching = proxy.reach({ ...commit, when }, 1, patience());
      const broken = expect(
        through.begin((transaction) => transaction`insert into seen values (2)`),
      ).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
      expect(await reaching).toBe(true);
      proxy.open();
      await broken;
      expect(await numbers()).toEqual(expected);
    }
  });

  it('is one of the role that it names, and is given up in time', async () => {
    const reaching = proxy.reach({ ...insert, when: 'BEFORE', role: /^nobody$/ }, 1, AbortSignal.timeout(300));
    expect(await add(1)).toEqual([{ number: 1 }]);
    expect(await reaching).toBe(false);
    proxy.open();
  });
});

it('there are 25 crash points and more, each with a name of its own', () => {
  expect(new Set(crashPoints.map(({ name, when }) => `${when} ${name}`)).size).toBe(crashPoints.length);
  expect(crashPoints.length).toBeGreaterThanOrEqual(25);
});
