import { expect, it } from 'vitest';
import {
  doFollow,
  type NoPiece,
  type Piece,
  pieceBytes,
  pieceId,
  pieceRefusal,
} from '../../../subgraphs/journeys/domain/pieces.ts';
import type { Ticket } from '../../../subgraphs/journeys/domain/uploads.ts';
import { createUploads, type UploadsOptions } from '../../../subgraphs/journeys/uploads.ts';
import { maxima } from '../../../subgraphs/language/maxima.ts';
import { isSafeId } from '../../../subgraphs/language/safe-id.ts';

const bytes = 3 * pieceBytes + 5;
const ticket: Ticket = {
  ...{ contentType: 'image/png', bytes, sha256: 'a'.repeat(64), expiresAt: 1000, storedAt: null },
  ...{ arrived: pieceBytes, turn: 4 },
};
const piece: Piece = { begins: pieceBytes, bytes: pieceBytes, isLast: false, turn: 4 };
const rest = bytes - pieceBytes;

it.each<[string, Partial<Ticket> | null, Partial<Piece>, number, NoPiece | null]>([
  ['that follows', {}, {}, 0, null],
  ['in the last moment', {}, {}, 1000, null],
  ['a moment late', {}, {}, 1001, 'NO_SUCH_PLACE'],
  ['by a ticket that nobody was given', null, {}, 0, 'NO_SUCH_PLACE'],
  ['of a file that is there', { storedAt: 0 }, {}, 0, 'STORED_BEFORE'],
  ['that begins a byte early', {}, { begins: pieceBytes - 1 }, 0, 'OTHER_OFFSET'],
  ['that begins a byte late', {}, { begins: pieceBytes + 1 }, 0, 'OTHER_OFFSET'],
  ['that begins elsewhere, of an earlier turn', {}, { begins: 0, turn: 3 }, 0, 'OTHER_OFFSET'],
  ['of an earlier turn', {}, { turn: 3 }, 0, 'TAKEN_OVER'],
  ['of a turn to come', {}, { turn: 5 }, 0, 'TAKEN_OVER'],
  ['of no turn', {}, { turn: Number.NaN }, 0, 'TAKEN_OVER'],
  ['of a byte less', {}, { bytes: pieceBytes - 1 }, 0, 'TOO_SHORT_A_PIECE'],
  ['of nothing', {}, { bytes: 0 }, 0, 'TOO_SHORT_A_PIECE'],
  ['of all that is left, with more to come', {}, { bytes: rest }, 0, null],
  ['of a byte more than is left', {}, { bytes: rest + 1 }, 0, 'NOT_AS_ANNOUNCED'],
  ['that is the last', {}, { bytes: rest, isLast: true }, 0, null],
  ['that is the last and a byte short', {}, { bytes: rest - 1, isLast: true }, 0, 'NOT_AS_ANNOUNCED'],
  ['that is the last and a byte long', {}, { bytes: rest + 1, isLast: true }, 0, 'NOT_AS_ANNOUNCED'],
  [
    'that is the last and nothing, where all stands',
    { arrived: bytes },
    { begins: bytes, bytes: 0, isLast: true },
    0,
    null,
  ],
])('a piece %s', (_what, known, more, now, outcome) => {
  expect(pieceRefusal(known && { ...ticket, ...known }, { ...piece, ...more }, now)).toBe(outcome);
});

it('a file of the largest size fits into so many pieces as there may be, and twice', () => {
  expect(Math.ceil(maxima.uploadBytes / pieceBytes)).toBe(40);
  expect(maxima.uploadPieces).toBeGreaterThanOrEqual(40);
});

it('its id names upload and place, and may be a name in the storage', () => {
  const upload = 'f'.repeat(32);
  const id = pieceId(upload, maxima.uploadBytes - 1, 'e'.repeat(16));
  expect(id).toBe(`${upload}-10485759-${'e'.repeat(16)}`);
  expect(isSafeId(id)).toBe(true);
});

const row = (begins: number, long: number, upload = 'u', at = begins) => ({
  ...{ id: pieceId(upload, at, 'x'), begins, bytes: long },
});
it.each<[string, number, ReadonlyArray<ReturnType<typeof row>>, boolean]>([
  ['nothing, where nothing stands', 0, [], true],
  ['nothing, where something stands', 1, [], false],
  ['one after the other', 7, [row(0, 3), row(3, 4)], true],
  ['with a gap', 7, [row(0, 2), row(3, 4)], false],
  ['over one another', 7, [row(0, 4), row(3, 4)], false],
  ['not from the beginning', 7, [row(3, 4)], false],
  ['less than stands', 7, [row(0, 3)], false],
  ['more than stands', 3, [row(0, 3), row(3, 4)], false],
  ['of another upload', 7, [row(0, 3), row(3, 4, 'v')], false],
  ['of another place', 7, [row(0, 3), row(3, 4, 'u', 0)], false],
  ['of an upload whose name begins alike', 3, [row(0, 3, 'u-0')], false],
])('pieces %s', (_what, arrived, rows, follow) => {
  expect(doFollow('u', arrived, rows)).toBe(follow);
});

it('whoever asks is told of their own turn, also where somebody has asked since', async () => {
  const at = (ms: number): string => new Date(ms).toISOString();
  const uploads = createUploads({
    pieceRows: { nextTurn: async () => ({ turn: 5, arrived: 3 }) },
    rows: { byTicket: async () => ({ ...ticket, id: 'u', expiresAt: at(1000), turn: 6, arrived: 4 }) },
    now: () => 0,
  } as unknown as UploadsOptions);
  expect(await uploads.ask('t')).toMatchObject({ turn: 5, arrived: 3 });
});
