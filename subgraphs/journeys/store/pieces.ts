import { and, asc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type PieceRow, uploadPieces, uploads } from '../tables.ts';
import type { Transaction } from './write.ts';

/** A piece that somebody has begun to bring whose turn it was. */
export interface BegunPiece extends Omit<PieceRow, 'stands'> {
  readonly turn: number;
}
export type RemovePiece = (id: string) => Promise<void>;

/** Rows of pieces of files that have yet to come whole. */
export interface UploadPieces {
  /** From now on it is the turn of who asks, and of nobody who asked before; null where the file has arrived or the ticket has ended. */
  nextTurn(ticketHash: string, at: string): Promise<{ readonly turn: number; readonly arrived: number } | null>;
  /** Before it is written, for a file without its row would stay for ever. Of an upload there are at most so many, and of twice its bytes. */
  begin(piece: BegunPiece, most: number): Promise<'BEGUN' | 'TAKEN_OVER' | 'TOO_MANY_PIECES'>;
  /** It is written, and stands from now on; false: by then it was somebody else's turn, and it does not. */
  finish(piece: BegunPiece): Promise<boolean>;
  /** Those that stand, in the order of the file. */
  of(upload: string): Promise<ReadonlyArray<PieceRow>>;
  /** Nothing stands any more, unless it is somebody else's turn; answers what is to be removed. */
  drop(upload: string, turn: number): Promise<ReadonlyArray<string>>;
  /** The file has arrived whole, and nothing stands any more; answers what is to be removed. */
  clear(upload: string): Promise<ReadonlyArray<string>>;
  /** Of these that do not stand, what `remove` does for each, and then their rows. */
  remove(ids: ReadonlyArray<string>, remove: RemovePiece): Promise<void>;
  /** The same of those that nobody can be writing any more; answers how many. */
  removeEnded(at: string, most: number, remove: RemovePiece): Promise<number>;
}

export function createUploadPieces(db: PostgresJsDatabase): UploadPieces {
  return {
    async nextTurn(ticketHash, at) {
      const [row] = await db
        .update(uploads)
        .set({ turn: sql`${uploads.turn} + 1` })
        .where(and(eq(uploads.ticketHash, ticketHash), isNull(uploads.storedAt), gte(uploads.expiresAt, at)))
        .returning({ turn: uploads.turn, arrived: uploads.arrived });
      return row ?? null;
    },
    begin: ({ turn, ...piece }, most) =>
      db.transaction(async (transaction) => {
        // Many at once of one upload are counted one after another.
        const [row] = await transaction
          .select({ bytes: uploads.bytes })
          .from(uploads)
          .where(isTurn(piece, turn))
          .for('update');
        if (!row) return 'TAKEN_OVER';
        const [begun] = await transaction
          .select({
            many: sql<number>`count(*)::int`,
            bytes: sql<number>`coalesce(sum(${uploadPieces.bytes}), 0)::int`,
          })
          .from(uploadPieces)
          .where(eq(uploadPieces.upload, piece.upload));
        const { many, bytes } = begun ?? { many: 0, bytes: 0 };
        // What broke off as it was written lies there beside what stands until it is removed.
        if (many >= most || bytes + piece.bytes > 2 * row.bytes) return 'TOO_MANY_PIECES';
        await transaction.insert(uploadPieces).values(piece);
        return 'BEGUN';
      }),
    finish: ({ turn, ...piece }) =>
      db.transaction(async (transaction) => {
        const [row] = await transaction
          .update(uploads)
          .set({ arrived: piece.begins + piece.bytes })
          .where(isTurn(piece, turn))
          .returning({ id: uploads.id });
        if (!row) return false;
        const [found] = await transaction
          .update(uploadPieces)
          .set({ stands: true })
          .where(eq(uploadPieces.id, piece.id))
          .returning({ id: uploadPieces.id });
        // Given up meanwhile: what is not there does not stand.
        if (!found) transaction.rollback();
        return true;
      }),
    of: (upload) =>
      db
        .select()
        .from(uploadPieces)
        .where(and(eq(uploadPieces.upload, upload), eq(uploadPieces.stands, true)))
        .orderBy(asc(uploadPieces.begins)),
    drop: (upload, turn) =>
      db.transaction(async (transaction) => {
        const [row] = await transaction
          .update(uploads)
          .set({ arrived: 0, turn: turn + 1 })
          .where(and(eq(uploads.id, upload), eq(uploads.turn, turn), isNull(uploads.storedAt)))
          .returning({ id: uploads.id });
        return row ? noLongerStanding(transaction, upload) : [];
      }),
    clear: (upload) => noLongerStanding(db, upload),
    remove: (ids, remove) =>
      db.transaction(async (transaction) => {
        const these = and(inArray(uploadPieces.id, ids), eq(uploadPieces.stands, false));
        // Under their locks alone, for one may just be sealed anew.
        for (const { id } of await transaction.select().from(uploadPieces).where(these).for('update')) await remove(id);
        await transaction.delete(uploadPieces).where(these);
      }),
    removeEnded: (at, most, remove) =>
      db.transaction(async (transaction) => {
        const ended = await transaction
          .select({ id: uploadPieces.id })
          .from(uploadPieces)
          .where(lt(uploadPieces.goesAt, at))
          .limit(most)
          .for('update', { skipLocked: true });
        const ids = ended.map(({ id }) => id);
        if (ids.length === 0) return 0;
        for (const id of ids) await remove(id);
        await transaction.delete(uploadPieces).where(inArray(uploadPieces.id, ids));
        return ids.length;
      }),
  };
}

const isTurn = ({ upload, begins }: Pick<PieceRow, 'upload' | 'begins'>, turn: number) =>
  and(eq(uploads.id, upload), eq(uploads.turn, turn), eq(uploads.arrived, begins), isNull(uploads.storedAt));

async function noLongerStanding(
  transaction: Pick<PostgresJsDatabase, 'update'>,
  upload: string,
): Promise<ReadonlyArray<string>> {
  const gone = await transaction
    .update(uploadPieces)
    .set({ stands: false })
    .where(and(eq(uploadPieces.upload, upload), eq(uploadPieces.stands, true)))
    .returning({ id: uploadPieces.id });
  return gone.map(({ id }) => id);
}

/** Of uploads that are removed. The row of one that somebody may yet be writing stays, so that it is looked after once more. */
export async function removePieces(
  transaction: Transaction,
  uploadIds: ReadonlyArray<string>,
  remove: RemovePiece,
): Promise<void> {
  const of = inArray(uploadPieces.upload, uploadIds);
  for (const { id } of await transaction.select().from(uploadPieces).where(of).for('update')) await remove(id);
  await transaction.delete(uploadPieces).where(and(of, eq(uploadPieces.stands, true)));
}
