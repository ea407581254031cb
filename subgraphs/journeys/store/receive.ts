import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { step } from '../domain/step.ts';
import { receiptNumber } from '../domain/timing.ts';
import type { SubmissionRecord } from '../records/submission.ts';
import { type FilingRow, filings, type SubmissionRow, submissions } from '../tables.ts';
import type { SealedRecords } from './sealed.ts';
import { addToTimeline, notify } from './write.ts';

/** A submission that is to be received. */
export interface NewSubmission {
  readonly row: Pick<
    SubmissionRow,
    'id' | 'subject' | 'idempotencyKey' | 'requestHash' | 'lifeEvent' | 'region' | 'planId' | 'dueOn'
  >;
  readonly record: SubmissionRecord;
  readonly filings: ReadonlyArray<
    Pick<FilingRow, 'matter' | 'department' | 'party' | 'stage' | 'dueOn'> & { readonly after: ReadonlyArray<number> }
  >;
  readonly remindOn: string | null;
  readonly receivedAt: number;
  /** Years that the calendar lacks and over which a due date was counted. */
  readonly yearsNotCovered: ReadonlyArray<number>;
}
/** Null: the key was taken in between. */
export type Receive = (submission: NewSubmission) => Promise<SubmissionRow | null>;

export function createReceive(db: PostgresJsDatabase, records: SealedRecords): Receive {
  return ({ row, record, filings: planned, remindOn, receivedAt, yearsNotCovered }) =>
    db.transaction(async (transaction) => {
      const [sequence] = await transaction.execute<{ value: string }>(sql`select nextval('receipt_numbers') as value`);
      const number = receiptNumber(row.region, receivedAt, Number(sequence?.value));
      const at = new Date(receivedAt).toISOString();
      const [created] = await transaction
        .insert(submissions)
        .values({
          ...row,
          state: 'RECEIVED',
          receiptNumber: number,
          receivedAt: at,
          dueAt: at,
          remindOn,
          sealed: records.seal(row.id, record),
        })
        .onConflictDoNothing()
        .returning();
      if (!created) return null;
      const rows = await transaction
        .insert(filings)
        .values(
          planned.map(({ after, ...filing }, position) => {
            const id = `${row.id}-${position + 1}`;
            const sealed = records.sealFiling(id, { results: [], corrections: [], supplement: null });
            return {
              ...filing,
              id,
              submission: row.id,
              position,
              after: [...after],
              state: 'WAITING' as const,
              sealed,
            };
          }),
        )
        .returning();
      const submitted = { kind: 'SUBMITTED' as const, receiptNumber: number, yearsNotCovered };
      // Nothing is repeated yet: chance plays no part.
      const moment = { now: receivedAt, chance: 0 };
      const { entries } = step(records.submissionOf(created, rows), submitted, moment);
      await addToTimeline(transaction, row.id, receivedAt, entries);
      await notify(transaction, row.id, true);
      return created;
    });
}
