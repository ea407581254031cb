import { and, eq, notInArray, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { maxima } from '../../language/maxima.ts';
import { type GivenConsent, givenConsents } from '../domain/consent.ts';
import type { OnceKey } from '../domain/once.ts';
import { type Proven, provenOf } from '../domain/proof.ts';
import type { Provision } from '../domain/provision.ts';
import { endStates } from '../domain/states.ts';
import { step } from '../domain/step.ts';
import type { SubmissionEvent, TimelineEntry } from '../domain/submission.ts';
import { receiptNumber } from '../domain/timing.ts';
import { notBegun } from '../records/filing.ts';
import type { SubmissionRecord } from '../records/submission.ts';
import { type FilingRow, type filings, type SubmissionRow, submissions } from '../tables.ts';
import { useEvidenceRequest } from './evidence-requests.ts';
import { concernedBefore, lockReceiving } from './once.ts';
import { settlePurpose } from './outbox.ts';
import type { MakeProofs } from './proofs.ts';
import type { SealedRecords } from './sealed.ts';
import { filesOf } from './uploads.ts';
import { type TellsClient, webhooksOf } from './webhooks.ts';
import { channelsOf, instantOf, type Transaction } from './write.ts';
import { writeReceived } from './write-received.ts';

/** A submission that is to be received. */
export interface NewSubmission {
  readonly row: Pick<
    SubmissionRow,
    'id' | 'subject' | 'idempotencyKey' | 'requestHash' | 'lifeEvent' | 'region' | 'planId' | 'dueOn'
  > &
    Partial<Pick<SubmissionRow, 'through' | 'traceparent'>>;
  readonly record: SubmissionRecord;
  readonly filings: ReadonlyArray<
    Pick<FilingRow, 'matter' | 'department' | 'party' | 'stage' | 'dueOn' | 'waits'> & {
      readonly after: ReadonlyArray<number>;
    }
  >;
  readonly remindOn: string | null;
  /** What the applicant saw and handed over: the request is used up, and each filing has what is its own, by position. */
  readonly shown: {
    readonly request: string;
    readonly provisions: ReadonlyArray<ReadonlyArray<Provision>>;
    readonly consents: ReadonlyArray<GivenConsent & { readonly at: string }>;
  } | null;
  /** What was agreed to where sources answered questions. */
  readonly told: ReadonlyArray<GivenConsent & { readonly at: string }>;
  /** Whom it concerns that such an event happens to once. */
  readonly once: ReadonlyArray<OnceKey>;
  /** What licences were used up for; null: none were. */
  readonly purpose: string | null;
  readonly receivedAt: number;
  /** Years that the calendar lacks and over which a due date was counted. */
  readonly yearsNotCovered: ReadonlyArray<number>;
}
export type Received =
  | { readonly kind: 'RECEIVED'; readonly submission: SubmissionRow }
  /** The key was taken in between. */
  | { readonly kind: 'KEY_TAKEN' }
  /** What was shown was used by another submission in between, or has ended. */
  | { readonly kind: 'SHOWN_GONE' }
  /** The applicant has as many open as one may have. */
  | { readonly kind: 'TOO_MANY' }
  /** The applicant has the same under way for this party. */
  | { readonly kind: 'SAME_PERSON'; readonly party: string; readonly receiptNumber: string };
/** Whom both this submission and an open one of the same applicant concern. */
export type FindSamePerson = (before: SubmissionRecord) => { readonly party: string } | null;
export type Receive = (submission: NewSubmission, samePerson: FindSamePerson) => Promise<Received>;

/** What of the applicant's open submissions of the same event keeps this one from being received. */
function standsAgainst(
  open: ReadonlyArray<SubmissionRow>,
  key: string,
  samePerson: (before: SubmissionRow) => ReturnType<FindSamePerson>,
): Received | null {
  for (const before of open) {
    if (before.idempotencyKey === key) return { kind: 'KEY_TAKEN' };
    const same = samePerson(before);
    if (same) return { kind: 'SAME_PERSON', party: same.party, receiptNumber: before.receiptNumber };
  }
  return null;
}

export function createReceive(
  db: PostgresJsDatabase,
  records: SealedRecords,
  makeProofs: MakeProofs,
  tellsClient: TellsClient,
): Receive {
  return (
    { row, record: received, filings: planned, remindOn, shown, told, purpose, once, receivedAt, yearsNotCovered },
    samePerson,
  ) =>
    db.transaction(async (transaction): Promise<Received> => {
      await lockReceiving(transaction, records.pseudonym, row.subject, once);
      const isOpen = and(eq(submissions.subject, row.subject), notInArray(submissions.state, [...endStates]));
      const [open, openOfAll, value, second] = await Promise.all([
        transaction
          .select()
          .from(submissions)
          .where(and(isOpen, eq(submissions.lifeEvent, row.lifeEvent))),
        transaction.$count(submissions, isOpen),
        nextReceipt(transaction),
        concernedBefore(transaction, records.pseudonym, once, row.id),
      ]);
      const stands = standsAgainst(open, row.idempotencyKey, (before) => samePerson(records.open(before)));
      if (stands) return stands;
      if (openOfAll >= maxima.openSubmissions) return { kind: 'TOO_MANY' };
      const at = new Date(receivedAt).toISOString();
      if (shown && !(await useEvidenceRequest(transaction, shown.request, at))) return { kind: 'SHOWN_GONE' };
      const unverified = [...received.unverified, ...second.map((party) => ({ fact: 'SECOND' as const, party }))];
      const record = { ...received, unverified };
      const number = receiptNumber(row.region, receivedAt, value);
      const submitted = { kind: 'SUBMITTED' as const, receiptNumber: number, yearsNotCovered };
      const proven = { ...(provenOf(submitted, 'DONE') as Proven), content: [row.requestHash] };
      const proof = makeProofs(row.id, { proofNumber: 0, proofDigest: null }, at, [proven]);
      const created: SubmissionRow = {
        ...{ ...row, state: 'RECEIVED', receiptNumber: number, receivedAt: at, dueAt: at, remindOn },
        ...{ correctionDueOn: null, heldBy: null, heldUntil: null, endedAt: null, erasedAt: null, tellErasedAt: null },
        ...{ sealed: records.seal(row.id, record), ...proof.end },
        ...{ through: row.through ?? null, traceparent: row.traceparent ?? null },
      };
      const begun = planned.map(({ after, ...filing }, position) => ({
        ...{ ...filing, id: `${row.id}-${position + 1}`, submission: row.id, position, after: [...after] },
        provisions: shown?.provisions[position] ?? [],
      }));
      const { entries, filings } = begin(records, created, begun, submitted);
      const webhooks = webhooksOf(tellsClient, created, { last: 0, added: entries.length });
      const isCreated = await writeReceived(transaction, records, {
        ...{ submission: created, filings, proofs: proof.rows, once, uploads: filesOf(record) },
        timeline: entries.map((entry, index) => ({ ...entry, submission: row.id, number: index + 1, at })),
        consents: [...givenConsents(record.consents, record.filings), ...(shown?.consents ?? []), ...told],
        webhooks,
        channels: channelsOf({ due: true, outbox: false, webhook: webhooks.length > 0 }),
      });
      if (!isCreated) return { kind: 'KEY_TAKEN' };
      await settlePurpose(transaction, purpose);
      return { kind: 'RECEIVED', submission: created };
    });
}

async function nextReceipt(transaction: Transaction): Promise<number> {
  const [sequence] = await transaction.execute<{ value: string }>(sql`select nextval('receipt_numbers') as value`);
  return Number(sequence?.value);
}

type BegunFiling = Omit<NewSubmission['filings'][number], 'after'> &
  Pick<FilingRow, 'id' | 'submission' | 'position'> & {
    readonly after: number[];
    readonly provisions: ReadonlyArray<Provision>;
  };

/** Filings as they stand once their submission is received, and what its timeline begins with. */
function begin(
  records: SealedRecords,
  created: SubmissionRow,
  begun: ReadonlyArray<BegunFiling>,
  submitted: Extract<SubmissionEvent, { kind: 'SUBMITTED' }>,
): { readonly entries: ReadonlyArray<TimelineEntry>; readonly filings: ReadonlyArray<typeof filings.$inferInsert> } {
  const before = records.submissionOf(
    created,
    begun.map(({ provisions, ...filing }) => ({
      ...{ ...filing, state: 'WAITING' as const, payment: null, message: null, attempts: 0 },
      ...{ retryAt: null, beginsAt: null, refusalReason: null, refusals: 0, correctionDueOn: null },
      sealed: records.sealFiling(filing.id, { ...notBegun, provisions }),
    })),
  );
  // Nothing is repeated yet: chance plays no part.
  const { entries, submission } = step(before, submitted, { now: Date.parse(created.receivedAt), chance: 0 });
  const rows = submission.filings.map(
    ({ id, state, message, attempts, retryAt, beginsAt, refusalReason, ...kept }, at) => {
      const { results, corrections, supplement, atDesk, provisions } = kept;
      const { provisions: _provided, ...columns } = begun[at] as BegunFiling;
      return records.sealFilingWords({
        ...{ ...columns, state, message, attempts, refusalReason },
        retryAt: instantOf(retryAt),
        beginsAt: instantOf(beginsAt),
        sealed: records.sealFiling(id, { results, corrections, supplement, atDesk, provisions }),
      });
    },
  );
  return { entries, filings: rows };
}
