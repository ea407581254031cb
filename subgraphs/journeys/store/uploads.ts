import { and, eq, gt, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { PixelSize } from '../../language/photo-facts.ts';
import { isSafeId } from '../../language/safe-id.ts';
import type { Sealer } from '../../runtime/personal-data.ts';
import type { StoredFile } from '../domain/acceptance.ts';
import type { SubmissionRecord } from '../records/submission.ts';
import { evidenceFiles, type UploadRow, uploads } from '../tables.ts';
import { places } from './places.ts';
import { isKeptHere } from './taken.ts';

/** As it is before the file has come. */
export type AnnouncedRow = Omit<
  UploadRow,
  'storedAt' | 'scan' | 'usedAt' | 'pixelWidth' | 'pixelHeight' | 'arrived' | 'turn'
>;

/** Rows of announced files. */
export interface UploadRows {
  /** False, and nothing is written, where the subject has `most` of them already that are not used and hold at `at`. */
  announce(row: AnnouncedRow, most: number, at: string): Promise<boolean>;
  byTicket(ticketHash: string): Promise<UploadRow | null>;
  /** Those of these that there are, by their ids. */
  many(ids: ReadonlyArray<string>): Promise<ReadonlyMap<string, UploadRow>>;
  /** False where it was marked before. */
  markStored(id: string, at: string, scan: UploadRow['scan'], pixels: PixelSize | null): Promise<boolean>;
  /** Those of these that have arrived, were found clean and belong to the subject, but for what another part keeps. */
  stored(ids: ReadonlyArray<string>, subject: string): Promise<ReadonlyMap<string, StoredFile>>;
  /** Those that have arrived and are to be scanned, the oldest first. */
  waiting(most: number): Promise<ReadonlyArray<string>>;
  markScanned(id: string, scan: 'CLEAN' | 'INFECTED'): Promise<void>;
  /** Removes what nobody used and whose ticket ended before, together with what `remove` does for each; answers how many. */
  removeUnused(before: string, most: number, remove: (id: string) => Promise<void>): Promise<number>;
}

/** What is evidence is kept: marked together with what it is evidence of. */
export async function markUsed(
  transaction: Pick<PostgresJsDatabase, 'update' | 'insert'>,
  submission: string,
  record: Pick<SubmissionRecord, 'evidence'> | null,
  at: string,
): Promise<void> {
  const ids = filesOf(record);
  if (ids.length === 0) return;
  await transaction.update(uploads).set({ usedAt: at }).where(inArray(uploads.id, ids));
  await addEvidenceFiles(transaction, submission, ids);
}

export function filesOf(record: Pick<SubmissionRecord, 'evidence'> | null): ReadonlyArray<string> {
  return (record?.evidence ?? []).flatMap(({ upload }) => upload ?? []).filter(isSafeId);
}

export async function addEvidenceFiles(
  transaction: Pick<PostgresJsDatabase, 'insert'>,
  submission: string,
  ids: ReadonlyArray<string>,
): Promise<void> {
  if (ids.length === 0) return;
  await transaction
    .insert(evidenceFiles)
    .values(ids.map((upload) => ({ upload, submission })))
    .onConflictDoNothing();
}

export function sealFileName(sealer: Sealer, { id, fileName }: Pick<UploadRow, 'id' | 'fileName'>): string {
  return sealer.sealText(fileName, places.fileName(id));
}

export function openFileName(sealer: Sealer, { id, fileName }: Pick<UploadRow, 'id' | 'fileName'>): string {
  return sealer.openText(fileName, places.fileName(id));
}

export function createUploadRows(db: PostgresJsDatabase, sealer: Sealer): UploadRows {
  const opened = (row: UploadRow): UploadRow => ({ ...row, fileName: openFileName(sealer, row) });
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
        await transaction.insert(uploads).values({ ...row, fileName: sealFileName(sealer, row) });
        return true;
      }),
    async byTicket(ticketHash) {
      const [row] = await db.select().from(uploads).where(eq(uploads.ticketHash, ticketHash));
      return row ? opened(row) : null;
    },
    async many(ids) {
      const known = ids.filter(isSafeId);
      if (known.length === 0) return new Map();
      const rows = await db.select().from(uploads).where(inArray(uploads.id, known));
      return new Map(rows.map((row) => [row.id, opened(row)]));
    },
    async markStored(id, at, scan, pixels) {
      const marked = await db
        .update(uploads)
        .set({ storedAt: at, scan, pixelWidth: pixels?.width ?? null, pixelHeight: pixels?.height ?? null })
        .where(and(eq(uploads.id, id), isNull(uploads.storedAt)))
        .returning({ id: uploads.id });
      return marked.length > 0;
    },
    async stored(ids, subject) {
      const known = ids.filter(isSafeId);
      if (known.length === 0) return new Map();
      const rows = await db
        .select({
          ...{ id: uploads.id, sha256: uploads.sha256, contentType: uploads.contentType, bytes: uploads.bytes },
          ...{ width: uploads.pixelWidth, height: uploads.pixelHeight },
        })
        .from(uploads)
        .where(and(inArray(uploads.id, known), eq(uploads.subject, subject), eq(uploads.scan, 'CLEAN'), isKeptHere));
      return new Map(
        rows.map(({ id, width, height, ...file }) => [
          id,
          { ...file, pixels: width === null || height === null ? null : { width, height } },
        ]),
      );
    },
    async waiting(most) {
      const rows = await db
        .select({ id: uploads.id })
        .from(uploads)
        .where(and(isNull(uploads.scan), isNotNull(uploads.storedAt)))
        .orderBy(uploads.storedAt)
        .limit(most);
      return rows.map(({ id }) => id);
    },
    async markScanned(id, scan) {
      await db.update(uploads).set({ scan }).where(eq(uploads.id, id));
    },
    removeUnused: (before, most, remove) =>
      db.transaction(async (transaction) => {
        const old = transaction
          .select({ id: uploads.id })
          .from(uploads)
          .where(and(isNull(uploads.usedAt), lt(uploads.expiresAt, before)))
          .limit(most)
          .for('update', { skipLocked: true });
        const gone = await transaction.delete(uploads).where(inArray(uploads.id, old)).returning({ id: uploads.id });
        // A row without its file is removed in the next round; a file without its row would stay for ever.
        for (const { id } of gone) await remove(id);
        return gone.length;
      }),
  };
}
