import { eq, max, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Filing, TimelineEntry } from '../domain/submission.ts';
import { filings, timeline } from '../tables.ts';
import type { SealedRecords } from './sealed.ts';
import type { SealedWords } from './words.ts';

export type Transaction = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];

export const instantOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Writes what an event changed in one filing; its sealed part only where that changed. */
export async function updateFiling(
  transaction: Transaction,
  records: SealedRecords,
  before: Filing | undefined,
  { id, state, message, attempts, retryAt, beginsAt, refusalReason, payment: _payment, ...kept }: Filing,
): Promise<void> {
  const { results, corrections, supplement, atDesk, provisions } = kept;
  const same =
    before?.results === results &&
    before.corrections === corrections &&
    before.supplement === supplement &&
    before.atDesk === atDesk &&
    before.provisions === provisions;
  await transaction
    .update(filings)
    .set({
      ...{ state, attempts, refusalReason },
      ...(before?.message === message ? {} : { message: records.sealFilingWords({ id, message }).message }),
      retryAt: instantOf(retryAt),
      beginsAt: instantOf(beginsAt),
      ...(same ? {} : { sealed: records.sealFiling(id, { results, corrections, supplement, atDesk, provisions }) }),
    })
    .where(eq(filings.id, id));
}

/** Of the same filings, those that an event changed. */
export async function updateChanged(
  transaction: Transaction,
  records: SealedRecords,
  before: ReadonlyArray<Filing>,
  after: ReadonlyArray<Filing>,
): Promise<void> {
  for (const [position, filing] of after.entries())
    if (before[position] !== filing) await updateFiling(transaction, records, before[position], filing);
}

interface Entries {
  readonly submission: string;
  readonly at: number;
  readonly entries: ReadonlyArray<TimelineEntry>;
}

/** Adds to a timeline; the caller holds the submission's lock. */
export async function addToTimeline(
  transaction: Transaction,
  words: SealedWords,
  { submission, at, entries }: Entries,
): Promise<void> {
  if (entries.length === 0) return;
  const [last] = await transaction
    .select({ number: max(timeline.number) })
    .from(timeline)
    .where(eq(timeline.submission, submission));
  await transaction.insert(timeline).values(
    entries.map((entry, index) =>
      words.sealEntryWords({
        ...entry,
        submission,
        number: (last?.number ?? 0) + index + 1,
        at: new Date(at).toISOString(),
      }),
    ),
  );
}

/** Tells those who watch a submission, and a worker where something is due; both hear it when the transaction commits. */
export async function notify(transaction: Transaction, submission: string, due: boolean): Promise<void> {
  await transaction.execute(
    due
      ? sql`select pg_notify('submission', ${submission}), pg_notify('submission_due', ${submission})`
      : sql`select pg_notify('submission', ${submission})`,
  );
}
