import { eq, max, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Filing, TimelineEntry } from '../domain/submission.ts';
import { timeline } from '../tables.ts';
import type { SealedRecords } from './sealed.ts';
import type { SealedWords } from './words.ts';

export type Transaction = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];

export const dueChannel = 'submission_due';
export const outboxChannel = 'outbox_due';

export const instantOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** A filing as it was, where it is known, and as an event left it. */
export interface ChangedFiling {
  readonly before: Filing | undefined;
  readonly after: Filing;
}

/** Of the same filings, those that an event changed: the others are the same objects. */
export function changedFilings(
  before: ReadonlyArray<Filing>,
  after: ReadonlyArray<Filing>,
): ReadonlyArray<ChangedFiling> {
  const known = new Map(before.map((filing) => [filing.id, filing]));
  return after.flatMap((filing) => {
    const was = known.get(filing.id);
    return was === filing ? [] : [{ before: was, after: filing }];
  });
}

/** Writes what events changed in filings, all in one statement; messages and sealed parts only where those changed. */
export async function updateFilings(
  transaction: Transaction,
  records: SealedRecords,
  changed: ReadonlyArray<ChangedFiling>,
): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed.map(({ before, after }) => {
    const { id, state, message, attempts, refusals, retryAt, beginsAt, refusalReason, correctionDueOn } = after;
    const { results, corrections, supplement, atDesk, provisions } = after;
    const same =
      before?.results === results &&
      before.corrections === corrections &&
      before.supplement === supplement &&
      before.atDesk === atDesk &&
      before.provisions === provisions;
    const sealed = same ? null : records.sealFiling(id, { results, corrections, supplement, atDesk, provisions });
    const says = before?.message !== message;
    return {
      ...{ id, state, attempts, refusals, says, reason: refusalReason, corrections_due: correctionDueOn },
      message: says ? records.sealFilingWords({ id, message }).message : null,
      retry: instantOf(retryAt),
      begins: instantOf(beginsAt),
      sealed: sealed?.toString('base64') ?? null,
    };
  });
  await transaction.execute(sql`
    update filings set state = new.state, attempts = new.attempts, refusals = new.refusals,
      refusal_reason = new.reason, correction_due_on = new.corrections_due,
      message = case when new.says then nullif(new.message, 'null') else filings.message end,
      retry_at = new.retry, begins_at = new.begins, sealed = coalesce(decode(new.sealed, 'base64'), filings.sealed)
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as new(
      id text, state text, attempts integer, refusals integer, corrections_due date, says boolean, reason text, message jsonb,
      retry timestamptz, begins timestamptz, sealed text)
    where filings.id = new.id`);
}

interface Entries {
  readonly submission: string;
  readonly at: number;
  readonly entries: ReadonlyArray<TimelineEntry>;
  /** The number of the entry before. */
  readonly last: number;
}

/** Adds to a timeline; the caller holds the submission's lock. */
export async function addToTimeline(
  transaction: Transaction,
  words: SealedWords,
  { submission, at, entries, last }: Entries,
): Promise<void> {
  if (entries.length === 0) return;
  await transaction
    .insert(timeline)
    .values(
      entries.map((entry, index) =>
        words.sealEntryWords({ ...entry, submission, number: last + index + 1, at: new Date(at).toISOString() }),
      ),
    );
}

/** How many entries a timeline has; the caller holds the submission's lock. */
export async function lastEntry(transaction: Transaction, submission: string): Promise<number> {
  const [last] = await transaction
    .select({ number: max(timeline.number) })
    .from(timeline)
    .where(eq(timeline.submission, submission));
  return last?.number ?? 0;
}

/** Whom a change is told to, beside those who watch its submission. */
export interface Told {
  /** Workers: something of it is due. */
  readonly due: boolean;
  /** Whoever tells other parts: there is something to tell. */
  readonly outbox: boolean;
}

/** Tells those who watch a submission, and whoever goes on with it; all hear it when the transaction commits. */
export async function notify(transaction: Transaction, submission: string, { due, outbox }: Told): Promise<void> {
  const channels = ['submission', ...(due ? [dueChannel] : []), ...(outbox ? [outboxChannel] : [])];
  await transaction.execute(
    sql`select pg_notify(channel, ${submission}) from unnest(string_to_array(${channels.join()}, ',')) as channel`,
  );
}
