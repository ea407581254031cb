import { and, eq, gte, inArray, isNull, lt, or } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { isSafeId } from '../../language/safe-id.ts';
import { uploads } from '../tables.ts';

/** Beyond every time at which files go by themselves: another part keeps it, and lets it go. */
const keptElsewhere = '9999-12-31T00:00:00Z';

export interface TakenFile {
  readonly id: string;
  /** In lower-case hexadecimal. */
  readonly sha256: string;
  readonly contentType: string;
}
/** Files of citizens and staff that another part of the graph keeps as evidence of its own. */
export interface TakenFiles {
  /** Those of these that have arrived, were found clean, are the subject's and are evidence of nothing here. */
  fit(ids: ReadonlyArray<string>, subject: string): Promise<ReadonlyArray<TakenFile>>;
  /** The same, and from now on they stay until they are let go. */
  take(ids: ReadonlyArray<string>, subject: string): Promise<ReadonlyArray<TakenFile>>;
  /** Removes those of these that were taken, together with what `remove` does for each; answers how many. */
  letGo(ids: ReadonlyArray<string>, remove: (id: string) => Promise<void>): Promise<number>;
}

/** Not kept by another part, and so free to be evidence of a submission. */
export const isKeptHere = or(isNull(uploads.usedAt), lt(uploads.usedAt, keptElsewhere));

export function createTakenFiles(db: PostgresJsDatabase): TakenFiles {
  const columns = { id: uploads.id, sha256: uploads.sha256, contentType: uploads.contentType };
  const fits = (ids: ReadonlyArray<string>, subject: string) =>
    and(
      inArray(uploads.id, ids.filter(isSafeId)),
      eq(uploads.subject, subject),
      eq(uploads.scan, 'CLEAN'),
      or(isNull(uploads.usedAt), gte(uploads.usedAt, keptElsewhere)),
    );
  return {
    fit: (ids, subject) => db.select(columns).from(uploads).where(fits(ids, subject)),
    take: (ids, subject) =>
      db.update(uploads).set({ usedAt: keptElsewhere }).where(fits(ids, subject)).returning(columns),
    letGo: (ids, remove) =>
      db.transaction(async (transaction) => {
        const gone = await transaction
          .delete(uploads)
          .where(and(inArray(uploads.id, ids.filter(isSafeId)), gte(uploads.usedAt, keptElsewhere)))
          .returning({ id: uploads.id });
        for (const { id } of gone) await remove(id);
        return gone.length;
      }),
  };
}
