import { randomUUID } from 'node:crypto';
import { count, desc, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sealer } from '../../runtime/personal-data.ts';
import { type AccessRow, accesses } from '../tables.ts';
import { places } from './places.ts';
import type { Part } from './read.ts';

/** A look of staff at what their department has of a submission, their decision on a filing, or a file of one that was given out. */
export interface Access extends Pick<AccessRow, 'submission' | 'department' | 'clerk'> {
  readonly kind: AccessRow['kind'];
  /** The one decided on, or that was to be, or whose file it is; null of a look. */
  readonly filing: string | null;
}
export interface Accesses {
  /** Resolves once they are kept: before that nothing is shown. */
  add(accesses: ReadonlyArray<Access>): Promise<void>;
  /** Newest first; who it was stays sealed. */
  of(submission: string, limit: number, offset: number): Promise<Part<AccessRow>>;
}
/** In the transaction of what is done. */
export type AddAccesses = (
  writer: Pick<PostgresJsDatabase, 'insert'>,
  at: number,
  accesses: ReadonlyArray<Access>,
) => Promise<void>;

export function createAddAccesses(sealer: Sealer): AddAccesses {
  return async (writer, at, added) => {
    if (added.length === 0) return;
    const rows = added.map((access) => {
      const id = randomUUID();
      const clerk = sealer.sealText(access.clerk, places.clerk(id));
      return { ...access, id, clerk, at: new Date(at).toISOString() };
    });
    await writer.insert(accesses).values(rows);
  };
}

export function createAccesses(db: PostgresJsDatabase, add: AddAccesses, now: () => number): Accesses {
  return {
    add: (added) => add(db, now(), added),
    async of(submission, limit, offset) {
      const where = eq(accesses.submission, submission);
      const order = [desc(accesses.at), desc(accesses.id)];
      const [nodes, [counted]] = await Promise.all([
        db
          .select()
          .from(accesses)
          .where(where)
          .orderBy(...order)
          .limit(limit)
          .offset(offset),
        db.select({ total: count() }).from(accesses).where(where),
      ]);
      return { nodes, total: counted?.total ?? 0 };
    },
  };
}
