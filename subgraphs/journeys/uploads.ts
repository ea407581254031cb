import { createHash, randomBytes } from 'node:crypto';
import { maxima } from '../language/maxima.ts';
import type { Problem } from '../planning/types.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Log } from '../runtime/log.ts';
import type { Pseudonym } from '../runtime/personal-data.ts';
import type { Bringing, PieceOutcome } from './bringing.ts';
import { pixelSizeOf } from './domain/files/pixel-size.ts';
import { type Piece, pieceRefusal } from './domain/pieces.ts';
import { refuse } from './domain/refusals.ts';
import {
  type AnnouncedFile,
  announcementRefusals,
  type PutOutcome,
  placeOf,
  putOutcome,
  type Ticket,
  ticketLifetimeMs,
} from './domain/uploads.ts';
import type { KeptFiles } from './kept-files.ts';
import type { LookedAt, Looking } from './looking.ts';
import type { Scanner } from './scanner.ts';
import type { UploadPieces } from './store/pieces.ts';
import type { UploadRows } from './store/uploads.ts';

export interface CreateUploadInput extends AnnouncedFile {
  readonly fileName: string;
}
export interface Upload {
  readonly id: string;
  /** For one file, relative to the gateway. */
  readonly url: string;
  readonly expiresAt: string;
}
export interface Uploads {
  create(
    input: CreateUploadInput,
    identity: Identity,
  ): Promise<{ readonly upload: Upload | null; readonly problems: ReadonlyArray<Problem> }>;
  /** What would be taken by the ticket now. From now on it is the turn of who asks; whoever brings something by it still is told so. */
  ask(ticket: string): Promise<Ticket | 'NO_SUCH_PLACE'>;
  put(ticket: string, content: Buffer): Promise<FileOutcome>;
  /** What follows on what stands; with the last piece the file is there, as if it had been put. */
  append(ticket: string, piece: Omit<Piece, 'bytes'>, content: Buffer): Promise<AppendOutcome>;
}
/** `WAITS`: it has arrived, and is evidence once it has been scanned. */
export type FileOutcome = PutOutcome | LookedAt | 'WAITS' | 'INFECTED';
export interface AppendOutcome {
  readonly outcome: FileOutcome | PieceOutcome;
  /** How much stands now. */
  readonly arrived: number;
  /** All of it has come, whatever was said of it. */
  readonly isWhole: boolean;
}
export interface UploadsOptions {
  readonly rows: UploadRows;
  readonly files: KeptFiles;
  readonly bringing: Bringing;
  readonly pieceRows: Pick<UploadPieces, 'nextTurn'>;
  readonly pseudonym: Pseudonym;
  readonly looking: Looking;
  readonly scanner: Scanner;
  readonly log: Log;
  readonly now: () => number;
}

type KnownTicket = Ticket & { readonly id: string };

/**
 * Files of citizens: announced first, brought once by a secret ticket, whole or piece by piece, checked by size and hash, looked at, scanned,
 * sealed on disk.
 */
export function createUploads(options: UploadsOptions): Uploads {
  const { rows, pieceRows, files, bringing, pseudonym, looking, scanner, log, now } = options;
  const sha256Of = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');
  const known = async (ticket: string): Promise<KnownTicket | null> => {
    const row = await rows.byTicket(sha256Of(ticket));
    const time = (at: string): number => Date.parse(at);
    return (
      row && { ...row, expiresAt: time(row.expiresAt), storedAt: row.storedAt === null ? null : time(row.storedAt) }
    );
  };
  const take = async (row: KnownTicket | null, content: Buffer): Promise<FileOutcome> => {
    const outcome = putOutcome(row, { bytes: content.length, sha256: sha256Of(content) }, now());
    if (outcome !== 'STORED' || !row) return outcome;
    const found = await looking.look(row.contentType, content);
    if (found) return found;
    const scanned = await scanner.scan(content);
    if (scanned.verdict === 'INFECTED') {
      log.warn({ upload: row.id, malware: scanned.name }, 'a file was infected and is not kept');
      return 'INFECTED';
    }
    await files.write(row.id, content);
    const clean = scanned.verdict === 'CLEAN';
    const at = new Date(now()).toISOString();
    const pixels = pixelSizeOf(row.contentType, content);
    const marked = await rows.markStored(row.id, at, clean ? 'CLEAN' : null, pixels);
    if (!marked) return 'STORED_BEFORE';
    if (row.arrived > 0) await bringing.clear(row.id);
    return clean ? 'STORED' : 'WAITS';
  };
  /** Every piece of it is here: it is what it would be if it had been put. */
  const complete = async (row: KnownTicket, last: Buffer): Promise<AppendOutcome> => {
    const before = await bringing.standing(row);
    if (!before) return { outcome: 'OTHER_OFFSET', arrived: 0, isWhole: false };
    const outcome = await take(row, Buffer.concat([before, last]));
    const isTaken = outcome === 'STORED' || outcome === 'WAITS' || outcome === 'STORED_BEFORE';
    if (!isTaken) await bringing.drop(row);
    return { outcome, arrived: isTaken ? row.bytes : 0, isWhole: true };
  };
  return {
    async create(input, identity) {
      const subject = pseudonym(identity.subject);
      const problems = announcementRefusals(input);
      if (problems.length > 0) return { upload: null, problems };
      const id = randomBytes(16).toString('hex');
      const ticket = randomBytes(32).toString('base64url');
      const expiresAt = new Date(now() + ticketLifetimeMs).toISOString();
      const row = { ...input, id, subject, ticketHash: sha256Of(ticket), expiresAt };
      if (!(await rows.announce(row, maxima.openTickets, new Date(now()).toISOString())))
        return { upload: null, problems: [refuse('UPLOADS_OPEN', { path: [] }, { most: maxima.openTickets })] };
      return { upload: { id, url: `/uploads/${ticket}`, expiresAt }, problems };
    },
    async ask(ticket) {
      const own = await pieceRows.nextTurn(sha256Of(ticket), new Date(now()).toISOString());
      const row = await known(ticket);
      return row && placeOf(row, now()) !== 'NO_SUCH_PLACE' ? { ...row, ...own } : 'NO_SUCH_PLACE';
    },
    put: async (ticket, content) => take(await known(ticket), content),
    async append(ticket, { begins, isLast, turn }, content) {
      const row = await known(ticket);
      const piece = { begins, isLast, turn, bytes: content.length };
      const refusal = pieceRefusal(row, piece, now());
      if (!row || refusal)
        return { outcome: refusal ?? 'NO_SUCH_PLACE', arrived: standsOf(row), isWhole: refusal === 'STORED_BEFORE' };
      if (isLast) return complete(row, content);
      const outcome = await bringing.keep(row, piece, content);
      return { outcome, arrived: outcome === 'KEPT' ? begins + content.length : row.arrived, isWhole: false };
    },
  };
}

/** How many bytes of the file are here. */
export function standsOf(ticket: Ticket | null): number {
  return ticket?.storedAt === null ? ticket.arrived : (ticket?.bytes ?? 0);
}
