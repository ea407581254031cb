import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { isAnyOf } from '../../runtime/any-of.ts';
import { createTogether } from '../../runtime/together.ts';
import { submissions } from '../tables.ts';
import { instantOf } from './write.ts';
import { mostTogether } from './write-change.ts';

/**
 * A submission is carried by one worker at a time, for as long as its hold lasts; a dead worker's hold ends by itself. Holds are timed by the database's
 * clock, the one that all workers share; what is due by the clock of the process.
 */
export interface Holds {
  /** Takes those of the submissions that nobody holds that are due for longest, or since last. */
  claim(worker: string, order: 'OLDEST' | 'NEWEST', most: number): Promise<ReadonlyArray<string>>;
  /** False where the hold is another's by now. */
  renew(id: string, worker: string): Promise<boolean>;
  /** Lets go, unless something happened since `seenDueAt` was read: then it is due as that left it. */
  release(id: string, worker: string, seenDueAt: string | null, next: number | null): Promise<void>;
}

interface Release {
  readonly id: string;
  readonly worker: string;
  readonly seenDueAt: string | null;
  readonly next: string | null;
}

export function createHolds(db: PostgresJsDatabase, holdMs: number, now: () => number): Holds {
  const until = sql`now() + ${`${holdMs} ms`}::interval`;
  const releaseAll = async (releases: ReadonlyArray<Release>): Promise<ReadonlyArray<void>> => {
    await db.execute(sql`
      update submissions set held_by = null, held_until = null,
        due_at = case when due_at is not distinct from given."seenDueAt" then given.next else due_at end
      from jsonb_to_recordset(${JSON.stringify(releases)}::text::jsonb) as given(
        id text, worker text, "seenDueAt" timestamptz, next timestamptz)
      where ${isAnyOf(
        submissions.id,
        releases.map(({ id }) => id),
      )} and submissions.id = given.id and held_by = given.worker`);
    return releases.map(() => undefined);
  };
  const release = createTogether<Release, void>({
    write: releaseAll,
    most: mostTogether,
    atOnce: 1,
    keysOf: ({ id }) => [id],
  });
  return {
    async claim(worker, order, most) {
      const direction = order === 'OLDEST' ? sql`asc` : sql`desc`;
      // As an array they are selected once, whatever plan is made: again it would take more than were asked for.
      const claimed = await db.execute<{ id: string }>(sql`
        update submissions set held_by = ${worker}, held_until = ${until}
        where id = any(array(
          select id from submissions
          where due_at <= ${instantOf(now())}::timestamptz and (held_until is null or held_until < now())
          order by due_at ${direction} limit ${most} for update skip locked
        )) returning id`);
      return claimed.map(({ id }) => id);
    },
    async renew(id, worker) {
      const renewed = await db.execute(sql`
        update submissions set held_until = ${until} where id = ${id} and held_by = ${worker} returning id`);
      return renewed.length > 0;
    },
    release: (id, worker, seenDueAt, next) => release({ id, worker, seenDueAt, next: instantOf(next) }),
  };
}
