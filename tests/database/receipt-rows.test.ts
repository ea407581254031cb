import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Evidence } from '../../subgraphs/journeys/domain/acceptance.ts';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import { createMakeProofs } from '../../subgraphs/journeys/store/proofs.ts';
import { createReceive, type NewSubmission } from '../../subgraphs/journeys/store/receive.ts';
import { maxima } from '../../subgraphs/language/maxima.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import { testLedgerKey } from './keys.ts';
import { newSubmission } from './receive-one.ts';
import { openStore } from './store-of.ts';

let own: Database;
let store: SubmissionStore;
openStore((opened) => {
  ({ own, store } = opened);
});

const at = '2026-11-25T04:00:00.000Z';
const nobody = () => null;
const of = (subject: string, more: Partial<NewSubmission> = {}) =>
  newSubmission(store, ['a'], { subject, receivedAt: Date.parse(at), ...more });
const rowOf = async (table: string, submission: NewSubmission) =>
  own.sql.unsafe(`select * from ${table} where ${table === 'submissions' ? 'id' : 'submission'} = $1`, [
    submission.row.id,
  ]);
const under = (submission: NewSubmission, more: Partial<NewSubmission['row']>): NewSubmission => ({
  ...submission,
  row: { ...submission.row, ...more },
});
async function received(submission: NewSubmission): Promise<NewSubmission> {
  expect((await store.receive(submission, nobody)).kind).toBe('RECEIVED');
  return submission;
}

it('what is not said of it is not there', async () => {
  const submission = await received(of('plain'));
  expect(await rowOf('submissions', submission)).toMatchObject([{ through: null, traceparent: null }]);
  const [filing] = await own.sql`select message is null as none from filings where submission = ${submission.row.id}`;
  expect(filing).toEqual({ none: true });
  for (const table of ['once', 'consents', 'evidence_files', 'webhooks'])
    expect(await rowOf(table, submission)).toHaveLength(0);
});

it('files that are its evidence are used from then on, and no others', async () => {
  const subject = store.pseudonym('files');
  const [used, other] = [randomUUID(), randomUUID()];
  const file = { fileName: 'a.pdf', contentType: 'application/pdf', bytes: 1, sha256: '', expiresAt: at };
  for (const id of [used, other]) await store.uploads.announce({ ...file, id, subject, ticketHash: id }, 9, at);
  const submission = of('files');
  const evidence = ['m', 'n'].map((material) => ({ material, upload: used }) as unknown as Evidence);
  await received({ ...submission, record: { ...submission.record, evidence } });
  const files = await own.sql<Array<{ id: string; used_at: string | null }>>`select id, used_at from uploads`;
  expect(new Map(files.map(({ id, used_at }) => [id, used_at && new Date(used_at).toISOString()]))).toEqual(
    new Map([
      [used, at],
      [other, null],
    ]),
  );
  expect(await rowOf('evidence_files', submission)).toMatchObject([{ upload: used }]);
});

it('whom it concerns is written down once, and consents of all kinds', async () => {
  const shown = { request: 'looked', provisions: [], consents: [consent('police', 'PREVIEW')] };
  await look('looked');
  const submission = of('all', {
    ...{ once: [1, 2].map(() => ({ party: 'baby', key: 'born' })), told: [consent('tax', 'HAND_OVER')], shown },
  });
  const consents = [{ source: 'health', granted: true }];
  await received({ ...submission, record: { ...submission.record, consents } as NewSubmission['record'] });
  expect(await rowOf('once', submission)).toHaveLength(1);
  expect((await store.consents.of(submission.row.id)).map(({ source, purpose }) => [source, purpose])).toEqual([
    ['health', 'SUBMISSION'],
    ['police', 'PREVIEW'],
    ['tax', 'HAND_OVER'],
  ]);
});

const consent = (source: string, purpose: 'PREVIEW' | 'HAND_OVER') => ({
  ...{ source, granted: true, purpose, textVersion: '1', requirements: [], at },
});
const look = (id: string) =>
  store.evidenceRequests.add({
    ...{ id, subject: id, idempotencyKey: id, requestHash: '', requestedAt: at, expiresAt: '2026-11-26T04:00:00Z' },
    ...{ lifeEvent: 'e', region: 'r', people: [], applicant: null, items: [], consents: [], personalNumbers: [] },
  } as unknown as Parameters<SubmissionStore['evidenceRequests']['add']>[0]);

it('what was shown is handed over with it once', async () => {
  await look('shown');
  const provision = { material: 'm', source: 'tax', outcome: 'REFUSED' as const, document: null, at };
  const shown = { request: 'shown', provisions: [[provision]], consents: [] };
  const [first, second] = [of('first', { shown }), of('second', { shown })];
  await received(first);
  expect((await store.carried.look(first.row.id))?.submission.filings[0]?.provisions).toEqual([provision]);
  expect(await store.receive(second, nobody)).toEqual({ kind: 'SHOWN_GONE' });
  expect(await rowOf('submissions', second)).toHaveLength(0);
});

it('a party whom another one concerns already is looked at', async () => {
  const once = [{ party: 'baby', key: 'second' }];
  await received(of('one', { once }));
  const submission = await received(of('another', { once }));
  expect((await store.carried.look(submission.row.id))?.record().unverified).toEqual([
    { fact: 'SECOND', party: 'baby' },
  ]);
});

it('only what is open, of the same applicant and event, stands against it', async () => {
  const [open, ended, event] = [of('stands'), of('stands'), under(of('stands'), { lifeEvent: 'other' })];
  const theirs = of('stranger');
  for (const each of [open, ended, event, theirs]) await received(each);
  await own.sql`update submissions set state = 'COMPLETED', ended_at = ${at} where id = ${ended.row.id}`;
  const seen: number[] = [];
  // Together, of two applicants: each is compared with what is their own.
  const outcomes = await Promise.all(
    ['stands', 'stranger'].map((subject, index) =>
      store.receive(of(subject), () => {
        seen.push(index);
        return null;
      }),
    ),
  );
  expect([outcomes.map(({ kind }) => kind), seen.sort()]).toEqual([
    ['RECEIVED', 'RECEIVED'],
    [0, 1],
  ]);
  const same = await store.receive(under(of('stands'), { lifeEvent: 'other' }), () => ({ party: 'baby' }));
  const [row] = await rowOf('submissions', event);
  expect(same).toEqual({ kind: 'SAME_PERSON', party: 'baby', receiptNumber: row?.receipt_number });
});

it('under a key of theirs nothing is received again, also once that has ended, and nothing is settled for it', async () => {
  const first = await received(of('key'));
  const { idempotencyKey } = first.row;
  const again = () => store.receive(under(of('key', { purpose: 'none' }), { idempotencyKey }), () => ({ party: 'p' }));
  expect(await again()).toEqual({ kind: 'KEY_TAKEN' });
  await own.sql`update submissions set state = 'COMPLETED', ended_at = ${at} where id = ${first.row.id}`;
  expect(await again()).toEqual({ kind: 'KEY_TAKEN' });
  await received(under(of('of another'), { idempotencyKey }));
});

it('of one applicant so many are open at once, whatever has ended and is another’s', async () => {
  const first = await received(under(of('many'), { lifeEvent: 'many' }));
  const copies = (from: number, to: number, state: string, subject = first.row.subject) => own.sql`
    insert into submissions (id, receipt_number, subject, idempotency_key, request_hash, life_event, region, plan_id, state,
      received_at, due_on, sealed)
    select id || number || ${state} || ${subject}, receipt_number || number || ${state} || ${subject}, ${subject},
      number || ${state} || ${subject}, '', 'many', region, plan_id, ${state}, received_at, due_on, sealed
    from submissions, generate_series(${from}::int, ${to}::int) as number where id = ${first.row.id}`;
  await copies(1, maxima.openSubmissions - 2, 'IN_PROGRESS');
  await copies(1, 9, 'COMPLETED');
  await copies(1, 9, 'IN_PROGRESS', 'somebody else');
  const last = await received(of('many'));
  expect(await store.receive(of('many', { shown: null }), nobody)).toEqual({ kind: 'TOO_MANY' });
  // What they have is told first.
  const { idempotencyKey } = last.row;
  expect(await store.receive(under(of('many'), { idempotencyKey }), nobody)).toEqual({ kind: 'KEY_TAKEN' });
  await received(of('few'));
});

it('of one alone it is told what is wrong with it', async () => {
  await received(of('alone'));
  const fails = () => {
    throw new Error('it cannot be compared');
  };
  await expect(store.receive(of('alone'), fails)).rejects.toThrow('it cannot be compared');
});

it('where the database is out nobody knows what was written, and all are told so', async () => {
  await received(of('cut off'));
  const fails = () => {
    throw Object.assign(new Error('cut off'), { code: 'CONNECTION_CLOSED' });
  };
  const both = await Promise.allSettled([store.receive(of('cut off'), fails), store.receive(of('with it'), nobody)]);
  expect(both).toMatchObject([1, 2].map(() => ({ status: 'rejected', reason: { message: 'cut off' } })));
});

it.each([
  ['a program that is told', 'app', ['submission', 'submission_due', 'webhook_due'], [{ client: 'app', number: 1 }]],
  ['a program that is not', 'other', ['submission', 'submission_due'], []],
])('through %s: workers hear of it, and whoever tells programs where there is something to tell', async (...of_) => {
  const [, through, channels, webhooks] = of_;
  const receive = createReceive(
    own.db,
    store,
    createMakeProofs(testLedgerKey, store.pseudonym),
    (row) => row.through === 'app',
  );
  const heard: string[] = [];
  const all = ['submission', 'submission_due', 'outbox_due', 'webhook_due'];
  const listening = await Promise.all(
    all.map((channel) => own.sql.listen(channel, (id) => heard.push(`${channel} ${id}`))),
  );
  const submission = under(of('heard'), { through, traceparent: 'trace' });
  expect((await receive(submission, nobody)).kind).toBe('RECEIVED');
  for (const channel of all) await own.sql.notify(channel, 'end');
  await expect.poll(() => heard.filter((each) => each.endsWith(' end'))).toHaveLength(all.length);
  const { id } = submission.row;
  expect(heard.filter((each) => each.endsWith(id)).sort()).toEqual(channels.map((channel) => `${channel} ${id}`));
  for (const each of listening) await each.unlisten();
  expect(await rowOf('webhooks', submission)).toMatchObject(webhooks);
  expect(await rowOf('submissions', submission)).toMatchObject([{ through, traceparent: 'trace' }]);
});
