import { and, count, eq, inArray, notInArray, or, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { maxima } from '../../language/maxima.ts';
import { isDatabaseOut } from '../../runtime/database-out.ts';
import { createTogether, NotTogether } from '../../runtime/together.ts';
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
import { type WrittenReceipt, writeReceived } from './write-received.ts';

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

interface Asked {
  readonly submission: NewSubmission;
  readonly samePerson: FindSamePerson;
}

/** More than arrive while others are written wait for the next transaction. */
const mostTogether = 16;
const atOnce = 4;

/** Receives submissions, those of different people that arrive together in one transaction. */
export function createReceive(
  db: PostgresJsDatabase,
  records: SealedRecords,
  makeProofs: MakeProofs,
  tellsClient: TellsClient,
): Receive {
  const receiveAll = (asked: ReadonlyArray<Asked>): Promise<ReadonlyArray<Received>> =>
    db.transaction(async (transaction) => {
      const receiving = asked.map(({ submission: { row, once } }) => ({ id: row.id, subject: row.subject, once }));
      await lockReceiving(transaction, records.pseudonym, receiving);
      const [open, counts, numbers, before] = await Promise.all([
        openOfSameEvent(transaction, asked),
        openOfAll(transaction, asked),
        nextReceipts(transaction, asked.length),
        concernedBefore(transaction, records.pseudonym, receiving),
      ]);
      const made: Array<WrittenReceipt | Received> = [];
      for (const [index, { submission, samePerson }] of asked.entries()) {
        const { row, shown, receivedAt } = submission;
        // Of one event: no two of one applicant are in one transaction.
        const theirs = open.filter(({ subject }) => subject === row.subject);
        const stands = standsAgainst(theirs, row.idempotencyKey, (each) => samePerson(records.open(each)));
        const isFull = (counts.get(row.subject) ?? 0) >= maxima.openSubmissions;
        const at = new Date(receivedAt).toISOString();
        if (stands) made.push(stands);
        else if (isFull) made.push({ kind: 'TOO_MANY' });
        else if (shown && !(await useEvidenceRequest(transaction, shown.request, at)))
          made.push({ kind: 'SHOWN_GONE' });
        else made.push(receiptOf(submission, numbers[index] as number, before.get(row.id) ?? []));
      }
      const written = await writeReceived(
        transaction,
        records,
        made.flatMap((each) => ('kind' in each ? [] : [each])),
      );
      for (const { submission } of asked)
        if (written.has(submission.row.id)) await settlePurpose(transaction, submission.purpose);
      return made.map((each): Received => {
        if ('kind' in each) return each;
        const { submission } = each;
        return written.has(submission.id) ? { kind: 'RECEIVED', submission } : { kind: 'KEY_TAKEN' };
      });
    });

  const receiptOf = (
    {
      row,
      record: received,
      filings: planned,
      remindOn,
      shown,
      told,
      once,
      receivedAt,
      yearsNotCovered,
    }: NewSubmission,
    value: number,
    second: ReadonlyArray<string>,
  ): WrittenReceipt => {
    const at = new Date(receivedAt).toISOString();
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
    return {
      ...{ submission: created, filings, proofs: proof.rows, once, uploads: filesOf(record) },
      timeline: entries.map((entry, index) => ({ ...entry, submission: row.id, number: index + 1, at })),
      consents: [...givenConsents(record.consents, record.filings), ...(shown?.consents ?? []), ...told],
      webhooks,
      channels: channelsOf({ due: true, outbox: false, webhook: webhooks.length > 0 }),
    };
  };

  const together = createTogether<Asked, Received>({
    write: (asked) =>
      receiveAll(asked).catch((error: unknown) => {
        // Whatever is wrong with one of them is told to nobody else.
        throw asked.length > 1 && !isDatabaseOut(error) ? new NotTogether('', { cause: error }) : error;
      }),
    most: mostTogether,
    atOnce,
    // What the transaction would wait for by a lock.
    keysOf: ({ submission: { row, once } }) => [`subject ${row.subject}`, ...once.map(({ key }) => `once ${key}`)],
  });
  return (submission, samePerson) => together({ submission, samePerson });
}

const isOpen = notInArray(submissions.state, [...endStates]);

/** The applicants' open submissions of the events that they apply for. */
const openOfSameEvent = (transaction: Transaction, asked: ReadonlyArray<Asked>): Promise<SubmissionRow[]> =>
  transaction
    .select()
    .from(submissions)
    .where(
      and(
        isOpen,
        or(
          ...asked.map(({ submission: { row } }) =>
            and(eq(submissions.subject, row.subject), eq(submissions.lifeEvent, row.lifeEvent)),
          ),
        ),
      ),
    );

/** How many each applicant has open, by subject. */
async function openOfAll(transaction: Transaction, asked: ReadonlyArray<Asked>): Promise<ReadonlyMap<string, number>> {
  const subjects = asked.map(({ submission: { row } }) => row.subject);
  const counts = await transaction
    .select({ subject: submissions.subject, count: count() })
    .from(submissions)
    .where(and(isOpen, inArray(submissions.subject, subjects)))
    .groupBy(submissions.subject);
  return new Map(counts.map((each) => [each.subject, each.count]));
}

async function nextReceipts(transaction: Transaction, many: number): Promise<ReadonlyArray<number>> {
  const values = await transaction.execute<{ value: string }>(
    sql`select nextval('receipt_numbers') as value from generate_series(1, ${many}::int)`,
  );
  return values.map(({ value }) => Number(value));
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
