import { lt } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { usedLinks } from '../tables.ts';
import type { Access, AddAccesses } from './accesses.ts';

/** Links to files that opened: each does so once. */
export interface UsedLinks {
  /** Writes down, together, that it was used and who was given the file. False, and nothing is written, where it was used before. */
  use(link: { readonly id: string; readonly expiresAt: number }, access: Access): Promise<boolean>;
  /** Those that ended before: they open nothing any more. */
  forget(before: number): Promise<void>;
}

export function createUsedLinks(db: PostgresJsDatabase, addAccesses: AddAccesses, now: () => number): UsedLinks {
  return {
    use: ({ id, expiresAt }, access) =>
      db.transaction(async (transaction) => {
        const used = await transaction
          .insert(usedLinks)
          .values({ id, expiresAt: new Date(expiresAt).toISOString() })
          .onConflictDoNothing()
          .returning();
        if (used.length === 0) return false;
        await addAccesses(transaction, now(), [access]);
        return true;
      }),
    async forget(before) {
      await db.delete(usedLinks).where(lt(usedLinks.expiresAt, new Date(before).toISOString()));
    },
  };
}
