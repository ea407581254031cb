import { and, eq, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { appealEvents, appealPairs, appealSources, appeals, appealWords, intakeTurns } from '../tables.ts';
import type { AppealRecords } from './records.ts';

/** Has files go that were evidence of what is erased. */
export type LetGo = (uploads: ReadonlyArray<string>) => Promise<void>;

export interface Erasing {
  /** Of those about a submission: what is closed at once, what is open as soon as it is closed. Answers how many were erased. */
  eraseOf(submission: string, at: string, letGo: LetGo): Promise<number>;
  /** Of those that were to be erased when they are closed and are, some at once; answers how many. */
  eraseAsked(atOnce: number, at: string, letGo: LetGo): Promise<number>;
  /** Of those closed before an instant, some at once; answers how many. */
  eraseClosedBefore(instant: string, atOnce: number, at: string, letGo: LetGo): Promise<number>;
  /** Forgets who came in by codes before an instant. */
  forgetTurns(before: string): Promise<void>;
}

export function createErasing(db: PostgresJsDatabase, records: AppealRecords): Erasing {
  /** What was merged is told of as long as what it was merged into is open. */
  const isOver = (closed: SQL | undefined): SQL | undefined =>
    and(
      closed,
      or(
        isNull(appeals.mergedInto),
        sql`exists (select from ${appeals} r where r.id = ${appeals.mergedInto} and r.status = 'CLOSED')`,
      ),
    );
  const erase = (where: SQL | undefined, at: string, letGo: LetGo, most?: number): Promise<number> =>
    db.transaction(async (transaction) => {
      const query = transaction
        .select({ id: appeals.id })
        .from(appeals)
        .where(and(isNotNull(appeals.closedAt), isNull(appeals.erasedAt), isOver(where)))
        .orderBy(appeals.id)
        .$dynamic();
      const ids = (await (most === undefined ? query : query.limit(most)).for('update')).map(({ id }) => id);
      for (const id of ids) {
        const sealed = records.seal(id, { text: null, location: null, trackingCode: null });
        await transaction.update(appeals).set({ sealed, erasedAt: at }).where(eq(appeals.id, id));
      }
      if (ids.length === 0) return 0;
      const files = await transaction
        .select({ body: appealEvents.body })
        .from(appealEvents)
        .where(and(inArray(appealEvents.appeal, ids), eq(appealEvents.kind, 'PHOTOGRAPHED')));
      // Before the rows are: what is interrupted here is done again.
      await letGo(
        files.flatMap(({ body }) => (body.photos as ReadonlyArray<{ upload: string }>).map(({ upload }) => upload)),
      );
      const gone = { sealed: null };
      await transaction.update(appealEvents).set(gone).where(inArray(appealEvents.appeal, ids));
      await transaction.update(appealSources).set(gone).where(inArray(appealSources.appeal, ids));
      await transaction.update(appealWords).set(gone).where(inArray(appealWords.appeal, ids));
      await transaction
        .update(appealPairs)
        .set(gone)
        .where(or(inArray(appealPairs.first, ids), inArray(appealPairs.second, ids)));
      return ids.length;
    });
  return {
    async eraseOf(submission, at, letGo) {
      await db
        .update(appeals)
        .set({ erasureAskedAt: at })
        .where(and(eq(appeals.submission, submission), isNull(appeals.erasedAt), isNull(appeals.erasureAskedAt)));
      return erase(eq(appeals.submission, submission), at, letGo);
    },
    eraseAsked: (atOnce, at, letGo) => erase(isNotNull(appeals.erasureAskedAt), at, letGo, atOnce),
    eraseClosedBefore: (instant, atOnce, at, letGo) => erase(lt(appeals.closedAt, instant), at, letGo, atOnce),
    async forgetTurns(before) {
      await db.delete(intakeTurns).where(lt(intakeTurns.at, before));
    },
  };
}
