import { and, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { isSafeId } from '../../language/safe-id.ts';
import type { Sealer } from '../../runtime/personal-data.ts';
import { type UploadRow, uploads } from '../tables.ts';

/** Rows of announced files. */
export interface UploadRows {
  /** False, and nothing is written, where the subject has `most` of them already that are not used and hold at `at`. */
  announce(row: Omit<UploadRow, 'storedAt'>, most: number, at: string): Promise<boolean>;
  byTicket(ticketHash: string): Promise<UploadRow | null>;
  /** False where it was marked before. */
  markStored(id: string, at: string): Promise<boolean>;
  /** Those of these that have arrived and belong to the subject, each with the SHA-256 of its file. */
  stored(ids: ReadonlyArray<string>, subject: string): Promise<ReadonlyMap<string, string>>;
}

export function createUploadRows(db: PostgresJsDatabase, sealer: Sealer): UploadRows {
  const nameOf = (id: string): string => `upload ${id} name`;
  return {
    announce: (row, most, at) =>
      db.transaction(async (transaction) => {
        // Many at once of one person are counted one after another.
        await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`uploads ${row.subject}`}, 0))`);
        const open = await transaction.$count(
          uploads,
          and(eq(uploads.subject, row.subject), isNull(uploads.storedAt), gt(uploads.expiresAt, at)),
        );
        if (open >= most) return false;
        const fileName = sealer.sealText(row.fileName, nameOf(row.id));
        await transaction.insert(uploads).values({ ...row, fileName });
        return true;
      }),
    async byTicket(ticketHash) {
      const [row] = await db.select().from(uploads).where(eq(uploads.ticketHash, ticketHash));
      return row ? { ...row, fileName: sealer.openText(row.fileName, nameOf(row.id)) } : null;
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
      if (known.length === 0) return new Map();
      const rows = await db
        .select({ id: uploads.id, sha256: uploads.sha256 })
        .from(uploads)
        .where(and(inArray(uploads.id, known), eq(uploads.subject, subject), isNotNull(uploads.storedAt)));
      return new Map(rows.map(({ id, sha256 }) => [id, sha256]));
    },
  };
}
