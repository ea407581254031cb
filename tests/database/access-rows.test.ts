import { expect, it } from 'vitest';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import { receiveOne } from './receive-one.ts';
import { openStore } from './store-of.ts';

let now = Date.parse('2026-11-25T04:00:00Z');
let own: Database;
let store: SubmissionStore;
openStore(
  (opened) => {
    ({ own, store } = opened);
  },
  () => now,
);

it('looks at one submission are told newest first, of one moment in one order, some at a time', async () => {
  const look = (submission: string, ...filings: ReadonlyArray<string>) =>
    store.accesses.add(
      filings.map((filing) => ({ submission, kind: 'READ' as const, department: 'tax', clerk: 'c', filing })),
    );
  await look('s');
  await look('s', 'first');
  now += 1000;
  await look('other', 'theirs');
  await look('s', 'a', 'b', 'c', 'd', 'e');
  const { nodes, total } = await store.accesses.of('s', 9, 0);
  expect([nodes.length, total]).toEqual([6, 6]);
  expect(nodes.at(-1)?.filing).toBe('first');
  const ids = nodes.slice(0, 5).map(({ id }) => id);
  expect(ids).toEqual([...ids].sort().reverse());
  const page = await store.accesses.of('s', 2, 1);
  expect([page.nodes, page.total]).toEqual([nodes.slice(1, 3), 6]);
  expect(await store.accesses.of('none', 9, 0)).toEqual({ nodes: [], total: 0 });
});

it('a payment is found by its id, with its own history alone, the oldest first', async () => {
  const [id, other] = [await receiveOne(store, ['a']), await receiveOne(store, ['a'])];
  for (const submission of [id, other])
    await own.sql`
      insert into payments (id, submission, filing, state, amount_fen, due_on, demanded_at, attempts, sealed)
      values (${`pay-${submission}`}, ${submission}, ${`${submission}-1`}, 'DEMANDED', 1, '2026-12-31', now(), 0, '')`;
  for (const [payment, number, state] of [
    [`pay-${id}`, 3, 'PAID'],
    [`pay-${id}`, 1, 'DUE'],
    [`pay-${other}`, 1, 'DUE'],
    [`pay-${id}`, 2, 'DEMANDED'],
  ] as const)
    await own.sql`
      insert into payment_history (submission, payment, number, at, state) values ('s', ${payment}, ${number}, now(), ${state})`;
  expect((await store.paymentHistory(`pay-${id}`)).map(({ state }) => state)).toEqual(['DUE', 'DEMANDED', 'PAID']);
  expect([
    await store.submissionOfPayment(`pay-${id}`),
    await store.submissionOfPayment(`pay-${other}`),
    await store.submissionOfPayment('none'),
    await store.submissionOfPayment('a\0b'),
  ]).toEqual([id, other, null, null]);
});
