import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { receiveOne } from './receive-one.ts';
import { storeOf } from './store-of.ts';

let database: TestDatabase;
let own: Database;
let store: SubmissionStore;
beforeAll(async () => {
  database = await createTestDatabase();
  ({ own, store } = await storeOf(database));
});
afterAll(async () => {
  await own?.close();
  await database?.close();
});

const anHour = 3_600_000;

it('what is put off comes sooner, to now at the earliest, of every kind; what is due stays', async () => {
  const ids = await Promise.all([receiveOne(store, ['a']), receiveOne(store, ['a']), receiveOne(store, ['a'])]);
  const began = Date.now();
  const putOff = [30, 1, -1];
  for (const [index, id] of ids.entries()) {
    // In thirty hours, in one, and an hour ago.
    const at = new Date(began + (putOff[index] ?? 0) * anHour).toISOString();
    const client = `client-${index}`;
    await own.sql`update submissions set due_at = ${at} where id = ${id}`;
    await own.sql`update filings set retry_at = ${at} where submission = ${id}`;
    await own.sql`insert into outbox (kind, submission, target, next_at) values ('GIVE_BACK', ${id}, ${id}, ${at})`;
    await own.sql`insert into webhooks (submission, client, number, next_at) values (${id}, ${client}, 1, ${at})`;
    await own.sql`insert into webhook_outages (client, since, ask_at) values (${client}, ${at}, ${at})`;
    await own.sql`
      insert into payments (id, submission, filing, state, amount_fen, due_on, demanded_at, attempts, next_at, sealed)
      values (${id}, ${id}, ${`${id}-1`}, 'DEMANDED', 1, '2026-12-31', ${at}, 0, ${at}, '')`;
  }
  await store.sooner(24 * anHour);
  for (const [table, column, key] of [
    ['submissions', 'due_at', 'id'],
    ['filings', 'retry_at', 'submission'],
    ['payments', 'next_at', 'submission'],
    ['outbox', 'next_at', 'submission'],
    ['webhooks', 'next_at', 'submission'],
    ['webhook_outages', 'ask_at', 'client'],
  ] as const) {
    const rows = await own.sql.unsafe(`select ${key} as key, ${column} as at from ${table}`);
    const known = new Map(rows.map(({ key: of, at }) => [of, Date.parse(at) - began]));
    const [far, near, due] = ids.map((id, index) => known.get(key === 'client' ? `client-${index}` : id));
    expect([table, far, due]).toEqual([table, 6 * anHour, -anHour]);
    expect(near).toBeGreaterThanOrEqual(0);
    expect(near).toBeLessThan(anHour);
  }
});
