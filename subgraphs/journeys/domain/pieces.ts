import { type NoPlace, placeOf, type Ticket } from './uploads.ts';

/**
 * The least of a piece that is not the last, and so the most that a broken link loses of what has arrived: five seconds of a telephone on a train
 * (50 KiB a second). Each is a file of its own and two statements: smaller ones would cost more than what they save, and a file of 10 MiB is at
 * most 40 of these.
 */
export const pieceBytes = 256 * 1024;

/** What somebody brings of a file that stands in part. */
export interface Piece {
  /** Where in the file its first byte belongs. */
  readonly begins: number;
  readonly bytes: number;
  /** With it the file is there whole. */
  readonly isLast: boolean;
  readonly turn: number;
}
/** Why a piece is not taken. `OTHER_OFFSET`: it does not begin where what stands ends. `TAKEN_OVER`: somebody asked later, and it is their turn. */
export type NoPiece = NoPlace | 'OTHER_OFFSET' | 'TAKEN_OVER' | 'NOT_AS_ANNOUNCED' | 'TOO_SHORT_A_PIECE';

/** Null: it is taken. */
export function pieceRefusal(ticket: Ticket | null, piece: Piece, now: number): NoPiece | null {
  const place = placeOf(ticket, now);
  if (typeof place === 'string') return place;
  if (piece.begins !== ticket?.arrived) return 'OTHER_OFFSET';
  if (piece.turn !== ticket.turn) return 'TAKEN_OVER';
  const ends = piece.begins + piece.bytes;
  if (piece.isLast ? ends !== place.bytes : ends > place.bytes) return 'NOT_AS_ANNOUNCED';
  return piece.isLast || piece.bytes >= pieceBytes ? null : 'TOO_SHORT_A_PIECE';
}

/** Names the upload and the place in it: what is sealed under it fits nowhere else. `chance` tells apart those who bring the same. */
export function pieceId(upload: string, begins: number, chance: string): string {
  return `${upload}-${begins}-${chance}`;
}

/** Whether they are one after the other what stands of the file, each in the place that its id names. In order of their beginnings. */
export function doFollow(
  upload: string,
  arrived: number,
  pieces: ReadonlyArray<{ readonly id: string; readonly begins: number; readonly bytes: number }>,
): boolean {
  let ends = 0;
  for (const { id, begins, bytes } of pieces) {
    const named = id.slice(0, id.lastIndexOf('-') + 1);
    if (begins !== ends || named !== pieceId(upload, begins, '')) return false;
    ends += bytes;
  }
  return ends === arrived;
}
