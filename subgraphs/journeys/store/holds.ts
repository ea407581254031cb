import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { instantOf } from './write.ts';

/**
 * A submission is carried by one worker at a time, for as long as its hold lasts; a dead worker's hold ends by itself. Holds are timed by the database's
 * clock, the one that all workers share; what is due by the clock of the process.
 */
export interface Holds {
  /** Takes the submission that is due for longest, or since last, and that nobody holds. */
  claim(worker: string, order?: 'OLDEST' | 'NEWEST'): Promise<string | null>;
  /** False where the hold is another's by now. */
  renew(id: string, worker: string): Promise<boolean>;
  /** Lets go, unless something happened since `seenDueAt` was read: then it is due as that left it. */
  release(id: string, worker: string, seenDueAt: string | null, next: number | null): Promise<void>;
}

export function createHolds(db: PostgresJsDatabase, holdMs: number, now: () => number): Holds {
  const until = sql`now() + ${`${holdMs} ms`}::interval`;
  return {
    async claim(worker, order = 'OLDEST') {
      const direction = order === 'OLDEST' ? sql`asc` : sql`desc`;
      const [claimed] = await db.execute<{ id: string }>(sql`
        update submissions set held_by = ${worker}, held_until = ${until}
        where id = (
          select id from submissions
          where due_at <= ${instantOf(now())}::timestamptz and (held_until is null or held_until < now())
          order by due_at ${direction} limit 1 for update skip locked
        ) returning id`);
      return claimed?.id ?? null;
    },
    async renew(id, worker) {
      const renewed = await db.execute(sql`
        update submissions set held_until = ${until} where id = ${id} and held_by = ${worker} returning id`);
      return renewed.length > 0;
    },
    async release(id, worker, seenDueAt, next) {
      await db.execute(sql`
        update submissions set held_by = null, held_until = null,
          due_at = case when due_at is not distinct from ${seenDueAt}::timestamptz then ${instantOf(next)}::timestamptz else due_at end
        where id = ${id} and held_by = ${worker}`);
    },
  };
}
