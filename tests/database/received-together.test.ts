import { expect, it } from 'vitest';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import type { NewSubmission, Received } from '../../subgraphs/journeys/store/receive.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import { newSubmission } from './receive-one.ts';
import { openStore } from './store-of.ts';

let own: Database;
let store: SubmissionStore;
openStore((opened) => {
  ({ own, store } = opened);
});

const of = (subject: string, more: Partial<NewSubmission> = {}) =>
  newSubmission(store, ['a', 'b'], { subject, ...more });
const nobody = () => null;
const numberOf = (received: Received): string =>
  received.kind === 'RECEIVED' ? received.submission.receiptNumber : received.kind;

it('of many at once those that may be received are, in few transactions, whatever the others bring', async () => {
  const known = of('known');
  expect((await store.receive(known, nobody)).kind).toBe('RECEIVED');
  const good = Array.from({ length: 20 }, (_, index) => of(`good-${index}`));
  const again = of('known', { row: { ...of('known').row, idempotencyKey: known.row.idempotencyKey } });
  const purposeless = of('purposeless', { purpose: 'nothing was used up for it' });
  const [same, taken, broken, unpaid, ...received] = await Promise.allSettled([
    store.receive(of('known'), () => ({ party: 'baby' })),
    store.receive(again, nobody),
    store.receive(of('known'), () => {
      throw new Error('it cannot be compared');
    }),
    store.receive(purposeless, nobody),
    ...good.map((each) => store.receive(each, nobody)),
  ]);
  expect(same).toMatchObject({ status: 'fulfilled', value: { kind: 'SAME_PERSON', party: 'baby' } });
  expect(taken).toMatchObject({ status: 'fulfilled', value: { kind: 'KEY_TAKEN' } });
  expect(broken).toMatchObject({ status: 'rejected', reason: { message: 'it cannot be compared' } });
  expect(unpaid).toMatchObject({ status: 'rejected', reason: { extensions: { code: 'LICENCES_UNAVAILABLE' } } });
  const numbers = received.map((each) => (each.status === 'fulfilled' ? numberOf(each.value) : 'rejected'));
  expect(new Set(numbers).size).toBe(20);
  const ids = good.map(({ row }) => row.id);
  const rows = await own.sql`
    select s.receipt_number, (select count(*)::int from filings f where f.submission = s.id) as filings,
      (select count(*)::int from proofs p where p.submission = s.id) as proofs
    from submissions s where id = any(${ids}) order by array_position(${ids}, id)`;
  expect(rows.map((row) => row.receipt_number)).toEqual(numbers);
  for (const row of rows) expect(row).toMatchObject({ filings: 2, proofs: 1 });
  const [none] = await own.sql`select count(*)::int as count from submissions where id = ${purposeless.row.id}`;
  expect(none?.count).toBe(0);
});

it('those that come together are written in one transaction, and two of one applicant never are', async () => {
  const strangers = Array.from({ length: 12 }, (_, index) => of(`stranger-${index}`));
  const [first, second] = [of('twin'), of('twin')];
  const sees = (before: unknown) => (before ? { party: 'baby' } : null);
  const told = await Promise.all([
    ...strangers.map((each) => store.receive(each, nobody)),
    ...[first, second].map((each) => store.receive(each, sees)),
  ]);
  expect(told.map(({ kind }) => kind)).toEqual([...strangers.map(() => 'RECEIVED'), 'RECEIVED', 'SAME_PERSON']);
  const ids = strangers.map(({ row }) => row.id);
  const [transactions] = await own.sql`
    select count(distinct xmin::text)::int as count from submissions where id = any(${ids})`;
  expect(transactions?.count).toBeLessThan(4);
});

it('two people who apply at once for one that such an event happens to once are both received, and one of them is looked at', async () => {
  const once = [{ party: 'baby', key: 'born at 08:30' }];
  const [father, mother] = [of('father', { once }), of('mother', { once })];
  await Promise.all([father, mother].map((each) => store.receive(each, nobody)));
  const seconds = await Promise.all(
    [father, mother].map(async ({ row }) => {
      const seen = await store.carried.look(row.id);
      return seen?.record().unverified.filter(({ fact }) => fact === 'SECOND').length;
    }),
  );
  expect(seconds.sort()).toEqual([0, 1]);
});
