import { expect, it } from 'vitest';
import type { Payment } from '../../subgraphs/journeys/domain/payment.ts';
import type { Filing } from '../../subgraphs/journeys/domain/submission.ts';
import type { Seen } from '../../subgraphs/journeys/store/fold.ts';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import { channelsOf, instantOf } from '../../subgraphs/journeys/store/write.ts';
import { createWriteTogether, type WrittenChange, writeChange } from '../../subgraphs/journeys/store/write-change.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import { receiveOne } from './receive-one.ts';
import { openStore } from './store-of.ts';

let own: Database;
let store: SubmissionStore;
openStore((opened) => {
  ({ own, store } = opened);
});

const at = '2026-11-25T04:00:00.000Z';
const words = { zh: '好', en: 'Well' };
const seenOf = async (id: string): Promise<Seen> => (await store.carried.look(id)) as Seen;
const filingOf = async (id: string, position = 0): Promise<Filing> =>
  (await seenOf(id)).submission.filings[position] as Filing;
/** Of a submission as it stands, of which nothing is changed but what is said. */
async function changeOf(id: string, more: Partial<WrittenChange> = {}): Promise<WrittenChange> {
  const { version, row } = await seenOf(id);
  const { state, correctionDueOn, remindOn, dueAt, endedAt, proofNumber, proofDigest } = row;
  return {
    ...{ id, version, at, filings: [], proofs: [], timeline: [], outbox: [], webhooks: [], channels: [] },
    submission: { state, correctionDueOn, remindOn, dueAt, endedAt, proofNumber, proofDigest, sealed: null },
    ...more,
  };
}
const write = async (id: string, more: Partial<WrittenChange> = {}): Promise<string | null> =>
  writeChange(own.db, store, await changeOf(id, more));
/** Changes the first filing, from what it was as it stands. */
async function become(id: string, more: Partial<Filing>): Promise<Filing> {
  const before = await filingOf(id);
  await write(id, { filings: [{ before, after: { ...before, ...more } }] });
  return filingOf(id);
}

it('nothing is locked of a submission that came together with the one that is changed', async () => {
  const [id, other] = [await receiveOne(store, ['a']), await receiveOne(store, ['a'])];
  await own.sql`update submissions set remind_on = null where id = any(${[id, other]})`;
  const change = await changeOf(id);
  expect(change.version).toBe((await changeOf(other)).version);
  const free = await own.db.transaction(async (transaction) => {
    expect(await writeChange(transaction, store, change)).not.toBeNull();
    return own.sql`select id from submissions where id = any(${[id, other]}) for no key update skip locked`;
  });
  expect(free.map((row) => row.id)).toEqual([other]);
});

it('what the submission carries stays, but where it is changed', async () => {
  const id = await receiveOne(store, ['a']);
  const { row, record } = await seenOf(id);
  expect((await changeOf(id)).submission.sealed).toBeNull();
  await write(id);
  expect((await seenOf(id)).row.sealed).toEqual(row.sealed);
  const { submission } = await changeOf(id);
  await write(id, { submission: { ...submission, sealed: store.seal(id, { ...record(), account: 'lin' }) } });
  expect((await seenOf(id)).record().account).toBe('lin');
});

it('a filing is changed alone, and of its own submission', async () => {
  const [id, other] = [await receiveOne(store, ['a', 'b']), await receiveOne(store, ['a'])];
  const [mine, theirs] = [await filingOf(id), await filingOf(other)];
  const changed = (before: Filing) => ({ before, after: { ...before, attempts: 7 } });
  await write(id, { filings: [changed(mine), changed(theirs)] });
  expect([(await filingOf(id)).attempts, (await filingOf(id, 1)).attempts, (await filingOf(other)).attempts]).toEqual([
    ...[7, 0, 0],
  ]);
});

it('a message of a filing is written, stays, and is taken away', async () => {
  const id = await receiveOne(store, ['a']);
  expect((await become(id, { message: words })).message).toEqual(words);
  const [sealed] = await own.sql`select message from filings where submission = ${id}`;
  expect((await become(id, { attempts: 1 })).message).toEqual(words);
  // It is not sealed anew.
  expect(await own.sql`select message from filings where submission = ${id}`).toMatchObject([sealed]);
  expect((await become(id, { message: null })).message).toBeNull();
  expect(await own.sql`select message is null as none from filings where submission = ${id}`).toMatchObject([
    { none: true },
  ]);
});

it.each<[string, Partial<Filing>]>([
  [
    'results',
    { results: [{ documentType: 't', subject: 's', party: null, spec: null, number: '1', data: null, issuedAt: at }] },
  ],
  ['corrections', { corrections: [{ field: 'a.b', material: null, message: words }] }],
  ['a supplement', { supplement: 's-1' }],
  ['that it lies at a desk', { atDesk: true }],
  ['provisions', { provisions: [{ material: 'm', source: 'tax', outcome: 'REFUSED', document: null, at }] }],
])('%s of a filing are sealed where they changed alone', async (_what, more) => {
  const id = await receiveOne(store, ['a']);
  const sealed = async () => (await own.sql`select sealed from filings where submission = ${id}`)[0]?.sealed;
  const before = await sealed();
  await become(id, { attempts: 1 });
  expect(await sealed()).toEqual(before);
  expect(await become(id, more)).toMatchObject(more);
  expect(await sealed()).not.toEqual(before);
});

it('a change is told once however often it is asked for', async () => {
  const id = await receiveOne(store, ['a']);
  const outbox = [{ kind: 'ERASE' as const, target: id }];
  expect(await write(id, { outbox })).not.toBeNull();
  expect(await write(id, { outbox })).not.toBeNull();
  expect(await own.sql`select kind, target from outbox where submission = ${id}`).toHaveLength(1);
});

it('a program is told of all up to the last', async () => {
  const id = await receiveOne(store, ['a']);
  for (const number of [2, 3]) await write(id, { webhooks: [{ client: 'app', number }] });
  expect(await own.sql`select client, number from webhooks where submission = ${id}`).toMatchObject([
    { client: 'app', number: 3 },
  ]);
});

it('is not written to one that another changed since, nor to one that is not there', async () => {
  const id = await receiveOne(store, ['a']);
  const change = await changeOf(id);
  expect(await writeChange(own.db, store, { ...change, id: 'none' })).toBeNull();
  await write(id);
  const late = { ...change, outbox: [{ kind: 'ERASE' as const, target: id }] };
  expect(await writeChange(own.db, store, late)).toBeNull();
  expect(await own.sql`select 1 from outbox where submission = ${id}`).toHaveLength(0);
});

const demand = (id: string): Payment => ({
  ...{ id, state: 'DUE', amountFen: 40_000, items: words, payer: 'GUARDIAN', channel: 'ONLINE', dueOn: '2026-12-02' },
  ...{ payUrl: null, paidAt: null, receiptNumber: null, refundedAt: null, refundedFen: 0, surplus: [] },
  ...{ mismatch: null, attempts: 0, nextAt: null },
});
const historyOf = async (payment: string) =>
  (await store.paymentHistory(payment)).map(({ number, state, saidFen, saidCurrency }) => [
    ...[number, state, saidFen, saidCurrency],
  ]);

it('a payment stands as it was changed last, and its history has what somebody would look for', async () => {
  const id = await receiveOne(store, ['a', 'b']);
  const due = demand(`${id}-p`);
  const other = { ...demand(`${id}-other`), state: 'DEMANDED' as const };
  expect((await become(id, { payment: other })).payment).toEqual(other);
  const steps: ReadonlyArray<Partial<Payment>> = [
    {},
    // Asked in vain: nothing that anybody would look for.
    { attempts: 1, nextAt: Date.parse(at) },
    { state: 'DEMANDED', amountFen: 50_000, dueOn: '2026-12-03', payUrl: '/pay', attempts: 0, nextAt: null },
    { mismatch: { amountFen: 1, currency: 'CNY' } },
    { attempts: 2 },
    { state: 'PAID', paidAt: at, receiptNumber: 'P-1' },
    { surplus: [surplusOf('P-2', 2)] },
    { attempts: 3 },
    {
      surplus: [surplusOf('P-2', 2), surplusOf('P-3', 3), surplusOf('P-4', 4)],
      mismatch: { amountFen: 9, currency: 'USD' },
    },
    { state: 'REFUNDED', refundedAt: at, refundedFen: 50_000 },
  ];
  let payment = due;
  let before = await filingOf(id, 1);
  for (const step of steps) {
    payment = { ...payment, ...step };
    await write(id, { filings: [{ before, after: { ...before, payment } }] });
    expect((await filingOf(id, 1)).payment).toEqual(payment);
    before = { ...before, payment };
  }
  expect(await historyOf(due.id)).toEqual([
    [1, 'DUE', null, null],
    [2, 'DEMANDED', null, null],
    [3, 'DEMANDED', 1, 'CNY'],
    [4, 'PAID', null, null],
    [5, 'PAID', 2, 'CNY'],
    [6, 'PAID', 4, 'CNY'],
    [7, 'REFUNDED', null, null],
  ]);
  expect(await historyOf(other.id)).toEqual([[1, 'DEMANDED', null, null]]);
  // Where it did not change, nothing of it is written.
  const [row] = await own.sql`select xmin::text as version from payments where id = ${due.id}`;
  await write(id, { filings: [{ before, after: { ...before, attempts: 9 } }] });
  expect(await own.sql`select xmin::text as version from payments where id = ${due.id}`).toMatchObject([row]);
});

const surplusOf = (receiptNumber: string, amountFen: number) => ({
  ...{ amountFen, receiptNumber, paidAt: at, refundedAt: null },
});

it('those that came together and are written together stand each as its own change says, and no other', async () => {
  const ids = await Promise.all(['a', 'b', 'c', 'd'].map((department) => receiveOne(store, [department])));
  await own.sql`update submissions set remind_on = null where id = any(${ids})`;
  const days = ['2026-12-01', '2026-12-02', '2026-12-03'];
  const together = createWriteTogether(own.db, store);
  const changes = await Promise.all(ids.map((id) => changeOf(id)));
  expect(new Set(changes.map(({ version }) => version)).size).toBe(1);
  const written = await Promise.all(
    days.map((remindOn, index) => {
      const change = changes[index] as WrittenChange;
      return together({ ...change, submission: { ...change.submission, remindOn } });
    }),
  );
  expect(new Set(written).size).toBe(1);
  const stand = await Promise.all(ids.map(async (id) => (await seenOf(id)).row.remindOn));
  expect(stand).toEqual([...days, null]);
});

it('a filing to which nothing happened is not written', async () => {
  const id = await receiveOne(store, ['a', 'b']);
  const versions = async () =>
    (await own.sql`select xmin::text as version from filings where submission = ${id} order by position`).map(
      ({ version }) => version,
    );
  const [first, second] = await versions();
  const command = { kind: 'HAND_OVER' as const, filing: `${id}-1`, state: 'WAITING' as const, supplement: null };
  await store.change(id, { events: [{ kind: 'DEPARTMENT_OUT', afterMs: 1000, worker: null, command }] });
  const after = await versions();
  expect([after[0] === first, after[1]]).toEqual([false, second]);
});

it.each([
  [{ due: false, outbox: false }, ['submission']],
  [{ due: true, outbox: false, webhook: false }, ['submission', 'submission_due']],
  [{ due: false, outbox: true }, ['submission', 'outbox_due']],
  [{ due: false, outbox: false, webhook: true }, ['submission', 'webhook_due']],
])('of %o hears who has something to do', (told, channels) => {
  expect(channelsOf(told)).toEqual(channels);
});

it('an instant that is none stays none', () => {
  expect([instantOf(null), instantOf(0)]).toEqual([null, '1970-01-01T00:00:00.000Z']);
});
