import { and, eq, inArray, like, lt, not, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { accesses, evidenceFiles, requests, submissions, uploads } from '../tables.ts';

/** Rows whose time is over, each call as many as `most`; answers how many. */
export interface LetGo {
  /** Requests performed before. */
  requests(before: string, most: number): Promise<number>;
  /** Idempotency keys of submissions that ended before: the same key is a new submission from then on. */
  keys(before: string, most: number): Promise<number>;
  /** Looks and decisions from before. The database refuses what the law wants kept. */
  accesses(before: string, most: number): Promise<number>;
  /** Files used before by what no longer says so: evidence of earlier releases that was replaced. */
  files(before: string, most: number, remove: (id: string) => Promise<void>): Promise<number>;
}

/** Stands where a key stood. */
const gone = 'gone ';

export function createLetGo(db: PostgresJsDatabase): LetGo {
  return {
    async requests(before, most) {
      const old = sql`select ctid from ${requests} where ${lt(requests.at, before)} limit ${most} for update skip locked`;
      const removed = await db
        .delete(requests)
        .where(sql`ctid = any(array(${old}))`)
        .returning({ target: requests.target });
      return removed.length;
    },
    async keys(before, most) {
      const isOld = and(lt(submissions.endedAt, before), not(like(submissions.idempotencyKey, `${gone}%`)));
      const old = db
        .select({ id: submissions.id })
        .from(submissions)
        .where(isOld)
        .limit(most)
        .for('update', { skipLocked: true });
      const changed = await db
        .update(submissions)
        .set({ idempotencyKey: sql`${gone} || ${submissions.id}`, requestHash: 'gone' })
        .where(inArray(submissions.id, old))
        .returning({ id: submissions.id });
      return changed.length;
    },
    async accesses(before, most) {
      const old = db.select({ id: accesses.id }).from(accesses).where(lt(accesses.at, before)).limit(most);
      const removed = await db.delete(accesses).where(inArray(accesses.id, old)).returning({ id: accesses.id });
      return removed.length;
    },
    files: (before, most, remove) =>
      db.transaction(async (transaction) => {
        const used = transaction
          .select({ upload: evidenceFiles.upload })
          .from(evidenceFiles)
          .where(eq(evidenceFiles.upload, uploads.id));
        const old = transaction
          .select({ id: uploads.id })
          .from(uploads)
          .where(and(lt(uploads.usedAt, before), sql`not exists ${used}`))
          .limit(most)
          .for('update', { skipLocked: true });
        const removed = await transaction.delete(uploads).where(inArray(uploads.id, old)).returning({ id: uploads.id });
        for (const { id } of removed) await remove(id);
        return removed.length;
      }),
  };
}
