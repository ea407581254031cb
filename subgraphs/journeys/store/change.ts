import { eq, getTableColumns, max } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { givenConsents } from '../domain/consent.ts';
import type { Moment, Outcome, Submission, SubmissionEvent } from '../domain/submission.ts';
import type { SubmissionRecord } from '../records/submission.ts';
import { type OutboxRow, type RequestRow, requests, type SubmissionRow, submissions, timeline } from '../tables.ts';
import type { Access, AddAccesses } from './accesses.ts';
import { versionOfRow } from './carried.ts';
import { type Folded, fold, type Seen, seenAfter, type WriteOf } from './fold.ts';
import { settlePurpose } from './outbox.ts';
import { selectFilings } from './read.ts';
import { once, type SealedRecords } from './sealed.ts';
import { markUsed } from './uploads.ts';
import type { Transaction } from './write.ts';
import { writeChange } from './write-change.ts';

/** What happens to one submission at once. */
export interface Change {
  readonly events: ReadonlyArray<SubmissionEvent>;
  /** The caller's request: kept where nothing refuses it, and performed once. */
  readonly request?: RequestRow | undefined;
  /** Whose decision it is. */
  readonly access?: Access;
  /** What the submission carries from now on. */
  readonly carry?: (record: SubmissionRecord, before: Submission) => SubmissionRecord;
  /** What licences were used up for: they stay so where nothing is refused. */
  readonly purpose?: string | null;
  /** What others are to be told of it, once nothing refuses it. */
  readonly tell?: ReadonlyArray<Pick<OutboxRow, 'kind' | 'target'>>;
  /** The source to which consent is withdrawn; where that was done before, nothing happens. */
  readonly consent?: string | undefined;
}
export interface Changed extends Folded {
  /** The request was performed before: nothing happened. */
  readonly repeated: boolean;
  /** As it stands now, under the same lock: another may have changed what it carries since the caller last looked. */
  readonly row: SubmissionRow;
}
/** The one way in which a submission changes: under its lock, by the reducer, all or nothing. */
export type ChangeSubmission = (id: string, change: Change) => Promise<Changed>;

/** Outcomes with which a request is not done: it may come again under the same key. */
const refusals: ReadonlySet<Outcome> = new Set<Outcome>([
  'NOT_TOLD',
  'NOTHING_TO_CORRECT',
  'NOTHING_TO_RETRY',
  'ALREADY_ENDED',
  'UNKNOWN_FILING',
  'DOES_NOT_HOLD',
]);

export function createChange(
  db: PostgresJsDatabase,
  records: SealedRecords,
  addAccesses: AddAccesses,
  moment: () => Moment,
  writeOf: WriteOf,
): ChangeSubmission {
  return (id, { events, request, access, carry, purpose = null, consent, tell = [] }) =>
    db.transaction(async (transaction) => {
      const seen = await lock(transaction, records, id);
      const { row, submission: before } = seen;
      const { now } = moment();
      const made = fold(before, events, () => ({ ...moment(), now }));
      const refused = made.outcomes.some((outcome) => refusals.has(outcome));
      const at = new Date(now).toISOString();
      if (!refused && !(await isFirst(transaction, records, row, { request, consent }, at))) {
        return { repeated: true, outcomes: [], commands: [], submission: before, row };
      }
      if (!refused) await settlePurpose(transaction, purpose);
      const carried = carry && !refused ? carry(seen.record(), before) : null;
      const written = writeOf(seen, made, now, { tell: refused ? [] : tell, carried });
      // None of them reads what another writes: they are sent together.
      const [version] = await Promise.all([
        writeChange(transaction, records, written),
        // Also what does not hold was decided.
        access ? addAccesses(transaction, now, [access]) : null,
        markUsed(transaction, id, carried, at),
      ]);
      if (version === null) throw new Error(`Submission ${id} was changed under its lock.`);
      const { submission, outcomes, commands } = made;
      const { row: after } = seenAfter(seen, made, written, version);
      return { repeated: false, submission, outcomes, commands, row: after };
    });
}

/** A submission as it stands, which nobody else changes until the transaction ends. */
async function lock(transaction: Transaction, records: SealedRecords, id: string): Promise<Seen> {
  const [locked] = await transaction
    .select({ row: getTableColumns(submissions), version: versionOfRow })
    .from(submissions)
    .where(eq(submissions.id, id))
    .for('update');
  if (!locked) throw new Error(`There is no submission ${id}.`);
  const { row, version } = locked;
  // Once it is locked: what is read with the lock is as it was before whoever had it.
  const [filings, [entries]] = await Promise.all([
    selectFilings(transaction, records, [id]),
    transaction
      .select({ last: max(timeline.number) })
      .from(timeline)
      .where(eq(timeline.submission, id)),
  ]);
  const record = once(() => records.open(row));
  return { row, version, last: entries?.last ?? 0, submission: records.submissionOf(row, filings, record), record };
}

/** False where the request was performed before, or the consent was withdrawn: nothing happens. */
async function isFirst(
  transaction: Transaction,
  records: SealedRecords,
  row: SubmissionRow,
  { request, consent }: Pick<Change, 'request' | 'consent'>,
  at: string,
): Promise<boolean> {
  if (consent !== undefined && !(await withdrawConsent(transaction, records, row, consent, at))) return false;
  return request === undefined || keep(transaction, request, at);
}

async function withdrawConsent(
  transaction: Transaction,
  records: SealedRecords,
  row: SubmissionRow,
  source: string,
  at: string,
): Promise<boolean> {
  const record = records.open(row);
  const given = givenConsents(record.consents, record.filings);
  await records.noteConsents(transaction, row.id, given, row.receivedAt);
  return records.withdrawConsent(transaction, row.id, source, at);
}

/** False where the request was performed before. */
async function keep(transaction: Transaction, request: RequestRow, at: string): Promise<boolean> {
  const kept = await transaction
    .insert(requests)
    .values({ ...request, at })
    .onConflictDoNothing()
    .returning();
  return kept.length > 0;
}
