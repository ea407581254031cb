import { maxima } from '../../language/maxima.ts';
import { uploadTypes } from '../../language/upload-types.ts';
import { type Refusal, refuse } from './refusals.ts';

/** A file that is to come. */
export interface AnnouncedFile {
  readonly contentType: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}
/** What stands about an announced file. Times in milliseconds. */
export interface Ticket extends AnnouncedFile {
  readonly expiresAt: number;
  readonly storedAt: number | null;
  /** How many of its bytes stand, of those that come piece by piece. */
  readonly arrived: number;
  /** Of whoever may bring more: the one that asked last. */
  readonly turn: number;
}

const megabyte = 1024 * 1024;
export const ticketLifetimeMs = 30 * 60_000;

export function announcementRefusals({ contentType, bytes, sha256 }: AnnouncedFile): ReadonlyArray<Refusal> {
  const refusals: Refusal[] = [];
  if (!Object.hasOwn(uploadTypes, contentType))
    refusals.push(refuse('UPLOAD_TYPE', { path: ['contentType'] }, { types: Object.keys(uploadTypes) }));
  if (bytes < 1 || bytes > maxima.uploadBytes)
    refusals.push(refuse('UPLOAD_SIZE', { path: ['bytes'] }, { megabytes: maxima.uploadBytes / megabyte }));
  if (!/^[0-9a-f]{64}$/.test(sha256)) refusals.push(refuse('UPLOAD_HASH', { path: ['sha256'] }));
  return refusals;
}

/** What becomes of a file that is put: a ticket is good once, for a time, and for the file announced. */
export type PutOutcome = 'STORED' | 'NOT_AS_ANNOUNCED' | NoPlace;
/** Why nothing is taken by a ticket, whatever it is. */
export type NoPlace = 'NO_SUCH_PLACE' | 'STORED_BEFORE';

/** What a ticket is good for now. */
export function placeOf(ticket: Ticket | null, now: number): AnnouncedFile | NoPlace {
  if (!ticket || ticket.expiresAt < now) return 'NO_SUCH_PLACE';
  return ticket.storedAt === null ? ticket : 'STORED_BEFORE';
}

export function putOutcome(
  ticket: Ticket | null,
  file: Pick<AnnouncedFile, 'bytes' | 'sha256'>,
  now: number,
): PutOutcome {
  const place = placeOf(ticket, now);
  if (typeof place === 'string') return place;
  return file.bytes === place.bytes && file.sha256 === place.sha256 ? 'STORED' : 'NOT_AS_ANNOUNCED';
}
