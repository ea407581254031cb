import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { isSafeId } from '../../language/safe-id.ts';
import { type UploadRow, uploads } from '../tables.ts';

/** Rows of announced files. */
export interface UploadRows {
  announce(row: Omit<UploadRow, 'storedAt'>): Promise<void>;
  byTicket(ticketHash: string): Promise<UploadRow | null>;
  /** False where it was marked before. */
  markStored(id: string, at: string): Promise<boolean>;
  /** Which of these have arrived and belong to the subject. */
  stored(ids: ReadonlyArray<string>, subject: string): Promise<ReadonlySet<string>>;
}

export function createUploadRows(db: PostgresJsDatabase): UploadRows {
  return {
    async announce(row) {
      await db.insert(uploads).values(row);
    },
    async byTicket(ticketHash) {
      const [row] = await db.select().from(uploads).where(eq(uploads.ticketHash, ticketHash));
      return row ?? null;
    },
    async markStored(id, at) {
      const marked = await db
        .update(uploads)
        .set({ storedAt: at })
        .where(and(eq(uploads.id, id), isNull(uploads.storedAt)))
        .returning({ id: uploads.id });
      return marked.length > 0;
    },
    async stored(ids, subject) {
      const known = ids.filter(isSafeId);
      if (known.length === 0) return new Set();
      const rows = await db
        .select({ id: uploads.id })
        .from(uploads)
        .where(and(inArray(uploads.id, known), eq(uploads.subject, subject), isNotNull(uploads.storedAt)));
      return new Set(rows.map(({ id }) => id));
    },
  };
}
