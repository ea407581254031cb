import { createHash, randomBytes } from 'node:crypto';
import { maxima } from '../language/maxima.ts';
import type { Problem } from '../planning/types.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Log } from '../runtime/log.ts';
import type { Pseudonym } from '../runtime/personal-data.ts';
import { pixelSizeOf } from './domain/files/pixel-size.ts';
import { refuse } from './domain/refusals.ts';
import {
  type AnnouncedFile,
  announcementRefusals,
  type NoPlace,
  type PutOutcome,
  placeOf,
  putOutcome,
  type Ticket,
  ticketLifetimeMs,
} from './domain/uploads.ts';
import type { KeptFiles } from './kept-files.ts';
import type { LookedAt, Looking } from './looking.ts';
import type { Scanner } from './scanner.ts';
import type { UploadRows } from './store/uploads.ts';

export interface CreateUploadInput extends AnnouncedFile {
  readonly fileName: string;
}
export interface Upload {
  readonly id: string;
  /** For one PUT, relative to the gateway. */
  readonly url: string;
  readonly expiresAt: string;
}
export interface Uploads {
  create(
    input: CreateUploadInput,
    identity: Identity,
  ): Promise<{ readonly upload: Upload | null; readonly problems: ReadonlyArray<Problem> }>;
  /** What would be taken by the ticket now. */
  place(ticket: string): Promise<AnnouncedFile | NoPlace>;
  /** `WAITS`: it has arrived, and is evidence once it has been scanned. */
  put(ticket: string, content: Buffer): Promise<PutOutcome | LookedAt | 'WAITS' | 'INFECTED'>;
}
export interface UploadsOptions {
  readonly rows: UploadRows;
  readonly files: KeptFiles;
  readonly pseudonym: Pseudonym;
  readonly looking: Looking;
  readonly scanner: Scanner;
  readonly log: Log;
  readonly now: () => number;
}

/** Files of citizens: announced first, put once by a secret ticket, checked by size and hash, looked at, scanned, sealed on disk. */
export function createUploads({ rows, files, pseudonym, looking, scanner, log, now }: UploadsOptions): Uploads {
  const sha256Of = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');
  const known = async (ticket: string): Promise<(Ticket & { readonly id: string }) | null> => {
    const row = await rows.byTicket(sha256Of(ticket));
    const time = (at: string): number => Date.parse(at);
    return (
      row && { ...row, expiresAt: time(row.expiresAt), storedAt: row.storedAt === null ? null : time(row.storedAt) }
    );
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
    place: async (ticket) => placeOf(await known(ticket), now()),
    async put(ticket, content) {
      const row = await known(ticket);
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
      return clean ? 'STORED' : 'WAITS';
    },
  };
}
