import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { HeldPlace } from '../../subgraphs/journeys/store/held.ts';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import type { NewSubmission } from '../../subgraphs/journeys/store/receive.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import { newSubmission } from './receive-one.ts';
import { openStore } from './store-of.ts';

let own: Database;
let store: SubmissionStore;
openStore((opened) => {
  ({ own, store } = opened);
});

const at = '2026-11-25T04:00:00.000Z';
const day = '2026-12-31';
/** One row of each table that is told, of somebody; the id of their submission. */
async function having(subject: string, more: Partial<NewSubmission> = {}): Promise<string> {
  const told = [
    { source: 'tax', granted: true, purpose: 'SUBMISSION' as const, textVersion: '1', requirements: [], at },
  ];
  const submission = newSubmission(store, ['a'], { subject, told, ...more });
  await store.receive(submission, () => null);
  const { id, subject: pseudonym } = submission.row;
  const filing = `${id}-1`;
  await own.sql`
    insert into requests (subject, mutation, idempotency_key, request_hash, target, at)
    values (${pseudonym}, 'withdraw', ${randomUUID()}, '', ${id}, ${at})`;
  const file = { fileName: 'a.pdf', contentType: 'application/pdf', bytes: 1, sha256: '', expiresAt: at };
  await store.uploads.announce({ ...file, id: randomUUID(), subject: pseudonym, ticketHash: randomUUID() }, 9, at);
  await own.sql`
    insert into accesses (id, submission, at, kind, clerk) values (${randomUUID()}, ${id}, ${at}, 'READ', '')`;
  const payment = { items: [], payer: null, channel: 'c', payUrl: null, receiptNumber: null, mismatch: null };
  await own.sql`
    insert into payments (id, submission, filing, state, amount_fen, due_on, demanded_at, attempts, sealed)
    values (${filing}, ${id}, ${filing}, 'DEMANDED', 1, ${day}, ${at}, 0,
      ${store.sealPayment(filing, { ...payment, refundedFen: null, surplus: [] } as never)})`;
  await own.sql`
    insert into payment_history (submission, payment, number, at, state) values (${id}, ${filing}, 1, ${at}, 'DEMANDED')`;
  await store.evidenceRequests.add({
    ...{ id: randomUUID(), subject: pseudonym, idempotencyKey: id, requestHash: '', requestedAt: at, expiresAt: day },
    ...{ lifeEvent: 'e', region: 'r', people: [], applicant: null, items: [], consents: [], personalNumbers: [] },
  } as unknown as Parameters<SubmissionStore['evidenceRequests']['add']>[0]);
  await own.sql`
    insert into erasures (submission, part, cause, outcome, at, erased_rows, erased_files, digest)
    values (${id}, 'journeys', 'ASKED', 'ERASED', ${at}, 1, 0, '')`;
  return id;
}
/** All that is held of somebody, read as a page is. */
async function all(subject: string) {
  const found: Awaited<ReturnType<typeof store.held.after>>[number][] = [];
  for (let place: HeldPlace | null = null; ; place = found.at(-1)?.place ?? null) {
    const next = await store.held.after(store.pseudonym(subject), place);
    if (next.length === 0 || found.length > 99) return found;
    found.push(...next);
  }
}

it('of each table the rows are told whose submission or whose own they are, and nobody else’s', async () => {
  const [id, other] = [await having('lin'), await having('zhao')];
  const [told, others] = [await all('lin'), await all('zhao')];
  const kinds = told.map(({ record }) => record.kind);
  expect(kinds).toEqual([
    ...['SUBMISSION', 'FILING', 'EVENT', 'REQUEST', 'FILE', 'ACCESS'],
    ...['CONSENT', 'PAYMENT', 'PAYMENT_EVENT', 'EVIDENCE', 'ERASURE'],
  ]);
  expect(others.map(({ record }) => record.kind)).toEqual(kinds);
  const submissions = (found: typeof told) => new Set(found.map(({ record }) => record.submission));
  expect([submissions(told), submissions(others)]).toEqual([new Set([id, null]), new Set([other, null])]);
  expect([await store.held.count(store.pseudonym('lin')), told.length]).toEqual([11, 11]);
  const { kind, submission, data } = told[0]?.record ?? {};
  expect({ kind, submission, data }).toMatchObject({ kind: 'SUBMISSION', submission: id, data: { id, endedAt: null } });
});

it('instants are told as the API writes them, and what is no instant as it lies', async () => {
  const [access, payment] = ['ACCESS', 'PAYMENT'].map(
    async (of) => (await all('lin')).find(({ record }) => record.kind === of)?.record.data,
  );
  expect(await access).toMatchObject({ at, department: null });
  expect(await access).not.toHaveProperty('clerk');
  expect(await payment).toMatchObject({ demandedAt: at, paidAt: null, dueOn: day, amountFen: 1 });
});

it('words are told opened', async () => {
  const told = await all('lin');
  const dataOf = (kind: string) => told.find(({ record }) => record.kind === kind)?.record.data;
  expect(dataOf('EVENT')).toMatchObject({ message: { zh: expect.any(String), en: expect.any(String) }, party: null });
  expect(dataOf('FILE')).toMatchObject({ fileName: 'a.pdf' });
  expect(dataOf('PAYMENT')).toMatchObject({ channel: 'c' });
});

it('many of one table are told in the order of their keys, some at a time, each once', async () => {
  const id = await having('many');
  const added = Array.from({ length: 24 }, () => randomUUID());
  for (const each of added)
    await own.sql`insert into accesses (id, submission, at, kind, clerk) values (${each}, ${id}, ${at}, 'READ', '')`;
  const found = (await all('many')).filter(({ record }) => record.kind === 'ACCESS').map(({ record }) => record.id);
  expect(found).toHaveLength(25);
  expect(found).toEqual([...new Set(found)].sort());
  const first = await store.held.after(store.pseudonym('many'), ['accesses', '']);
  expect(first.map(({ record }) => record.id)).toEqual(found.slice(0, 10));
  expect(await store.held.count(store.pseudonym('many'))).toBe(35);
});

it('what happened is told in its order, also beyond the ninth', async () => {
  const id = await having('long');
  await own.sql`
    insert into timeline (submission, number, at, event, message)
    select ${id}, number, ${at}, 'SUBMITTED', '{"zh": "好", "en": "Well"}' from generate_series(2, 12) as number`;
  await own.sql`
    insert into payment_history (submission, payment, number, at, state)
    select submission, payment, number + more, at, state from payment_history, generate_series(1, 11) as more
    where submission = ${id}`;
  const told = await all('long');
  for (const kind of ['EVENT', 'PAYMENT_EVENT'])
    expect(
      told
        .filter(({ record }) => record.kind === kind)
        .map(({ record }) => [record.id.split(' ')[1], record.data.number]),
    ).toEqual(Array.from({ length: 12 }, (_each, index) => [String(index + 1).padStart(9, '0'), index + 1]));
});

it('after a place in a table that is not told it begins anew', async () => {
  const [first] = await store.held.after(store.pseudonym('lin'), ['proofs', 'x']);
  expect(first?.record.kind).toBe('SUBMISSION');
});
