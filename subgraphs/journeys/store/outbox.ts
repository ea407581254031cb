import { and, asc, eq, getTableColumns, lte, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { refusal } from '../../runtime/errors.ts';
import { type OutboxRow, outbox } from '../tables.ts';
import { outboxChannel, type Transaction } from './write.ts';

export { outboxChannel };

/** So long after a purpose was named its licences are given back, unless something has come of it. */
export const settledWithinMs = 15 * 60_000;

/** With the trace of its submission. */
export type DueOutboxRow = OutboxRow & { readonly traceparent: string | null };

const traceparent = sql<
  string | null
>`(select submissions.traceparent from submissions where submissions.id = outbox.submission)`;

/** What other parts of the graph have yet to be told of submissions. */
export interface Outbox {
  /** Before licences are used up for a purpose: unless something comes of it by then, they are given back. */
  promise(submission: string, purpose: string, at: string): Promise<void>;
  /** Nothing came of a purpose: what was used up is given back at once. */
  hasten(purpose: string, at: string): Promise<void>;
  /** Some that are due, the longest first: nobody else takes them until then. */
  take(at: string, until: string, most: number): Promise<ReadonlyArray<DueOutboxRow>>;
  done(ids: ReadonlyArray<number>): Promise<void>;
  again(id: number, at: string): Promise<void>;
}

/** As part of what it tells of; whoever tells it hears of it by `notify`. */
export async function addToOutbox(
  transaction: Transaction,
  rows: ReadonlyArray<Pick<OutboxRow, 'kind' | 'submission' | 'target' | 'nextAt'>>,
): Promise<void> {
  if (rows.length === 0) return;
  await transaction
    .insert(outbox)
    .values([...rows])
    .onConflictDoNothing();
}

/**
 * Something comes of a purpose, in this transaction: its licences stay used up. Throws LICENCES_UNAVAILABLE, which undoes all of it, where they have been
 * given back or are about to be: somebody else may have them.
 */
export async function settlePurpose(transaction: Transaction, purpose: string | null): Promise<void> {
  if (purpose === null) return;
  const settled = await transaction
    .delete(outbox)
    .where(and(eq(outbox.kind, 'GIVE_BACK'), eq(outbox.target, purpose), eq(outbox.attempts, 0)))
    .returning({ id: outbox.id });
  if (settled.length === 0) throw refusal('LICENCES_UNAVAILABLE');
}

export function createOutbox(db: PostgresJsDatabase): Outbox {
  return {
    promise: (submission, purpose, at) =>
      db.transaction(async (transaction) => {
        await addToOutbox(transaction, [{ kind: 'GIVE_BACK', submission, target: purpose, nextAt: at }]);
        await transaction.execute(sql`select pg_notify(${outboxChannel}, '')`);
      }),
    async hasten(purpose, at) {
      await db
        .update(outbox)
        .set({ nextAt: at })
        .where(and(eq(outbox.kind, 'GIVE_BACK'), eq(outbox.target, purpose)));
      await db.execute(sql`select pg_notify(${outboxChannel}, '')`);
    },
    take(at, until, most) {
      const due = db
        .select({ id: outbox.id })
        .from(outbox)
        .where(lte(outbox.nextAt, at))
        .orderBy(asc(outbox.nextAt), asc(outbox.id))
        .limit(most)
        .for('update', { skipLocked: true });
      return (
        db
          .update(outbox)
          .set({ attempts: sql`${outbox.attempts} + 1`, nextAt: until })
          // As an array it is selected once, whatever plan is made: again it would take more than were asked for.
          .where(sql`${outbox.id} = any(array(${due}))`)
          // In the same statement: what is told is a part of the submission's trace.
          .returning({ ...getTableColumns(outbox), traceparent })
      );
    },
    async done(ids) {
      if (ids.length === 0) return;
      // One text for every length.
      const listed = sql`string_to_array(${ids.join()}, ',')::bigint[]`;
      await db.delete(outbox).where(sql`${outbox.id} = any(${listed})`);
    },
    async again(id, at) {
      await db.update(outbox).set({ nextAt: at }).where(eq(outbox.id, id));
    },
  };
}
