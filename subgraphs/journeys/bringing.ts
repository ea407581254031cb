import { randomBytes } from 'node:crypto';
import { maxima } from '../language/maxima.ts';
import { StorageOut } from '../runtime/blobs.ts';
import type { Log } from '../runtime/log.ts';
import { KeyUnknown } from '../runtime/personal-data.ts';
import { doFollow, type NoPiece, type Piece, pieceId } from './domain/pieces.ts';
import type { Ticket } from './domain/uploads.ts';
import type { KeptFiles } from './kept-files.ts';
import type { BegunPiece, UploadPieces } from './store/pieces.ts';

/** What has arrived of one upload, and whose turn it is. */
type KnownTicket = Ticket & { readonly id: string };

/** `KEPT`: it stands, and more is to come. */
export type PieceOutcome = 'KEPT' | NoPiece | 'TOO_MANY_PIECES';

export interface Bringing {
  /** Keeps a piece that others follow. Throws where it could not be kept; then it does not stand. */
  keep(ticket: KnownTicket, piece: Piece, content: Buffer): Promise<PieceOutcome>;
  /** What stands, in one; null: it was not whole, and nothing stands any more. */
  standing(ticket: KnownTicket): Promise<Buffer | null>;
  /** The file has arrived whole: what it came in goes. */
  clear(upload: string): Promise<void>;
  /** It came whole and was refused: it can begin anew. */
  drop(ticket: KnownTicket): Promise<void>;
}
export interface BringingOptions {
  readonly rows: UploadPieces;
  /** Each sealed for its place in its upload. */
  readonly pieces: KeptFiles;
  readonly log: Log;
}

/** From when a ticket has ended until whoever may still be writing a piece of it has written it or is gone. */
export const stillWritingMs = 60 * 60_000;

/** Files that come piece by piece: each piece is written before it stands, and a piece that does not stand is nobody's. */
export function createBringing({ rows, pieces, log }: BringingOptions): Bringing {
  const removeNow = async (ids: ReadonlyArray<string>): Promise<void> => {
    if (ids.length === 0) return;
    // What is not removed now is removed in a round later.
    await rows.remove(ids, pieces.remove).catch((err) => log.warn({ err }, 'pieces of a file are not removed yet'));
  };
  const drop = async ({ id, turn }: KnownTicket): Promise<void> => {
    await removeNow(await rows.drop(id, turn));
  };
  return {
    async keep(ticket, { begins, bytes, turn }, content) {
      const id = pieceId(ticket.id, begins, randomBytes(8).toString('hex'));
      const goesAt = new Date(ticket.expiresAt + stillWritingMs).toISOString();
      const piece: BegunPiece = { id, upload: ticket.id, begins, bytes, turn, goesAt };
      const begun = await rows.begin(piece, maxima.uploadPieces);
      if (begun !== 'BEGUN') return begun;
      try {
        await pieces.write(id, content);
        if (await rows.finish(piece)) return 'KEPT';
      } catch (error) {
        await removeNow([id]);
        throw error;
      }
      await removeNow([id]);
      return 'TAKEN_OVER';
    },
    async standing(ticket) {
      const { id, arrived } = ticket;
      const found = await rows.of(id);
      if (doFollow(id, arrived, found)) {
        const read = await Promise.all(found.map((piece) => pieces.read(piece.id).catch(unlessItPasses)));
        const content = Buffer.concat(read.filter((each) => each !== null));
        if (content.length === arrived) return content;
      }
      log.error({ upload: id }, 'what had arrived of a file is not whole, and it begins anew');
      await drop(ticket);
      return null;
    },
    async clear(upload) {
      await removeNow(await rows.clear(upload));
    },
    drop,
  };
}

/** What does not open is not there; but storage that is out, or a key that has yet to be read here, says nothing of what lies there. */
function unlessItPasses(error: unknown): null {
  if (error instanceof StorageOut || error instanceof KeyUnknown) throw error;
  return null;
}
