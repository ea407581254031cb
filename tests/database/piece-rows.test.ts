import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import { type BegunPiece, removePieces } from '../../subgraphs/journeys/store/pieces.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import { openStore } from './store-of.ts';

let own: Database;
let store: SubmissionStore;
openStore((opened) => {
  ({ own, store } = opened);
});

const [before, ends, after] = ['2026-11-25T03:59:59.999Z', '2026-11-25T04:00:00.000Z', '2026-11-25T04:00:00.001Z'];
/** Of ten bytes. */
async function announced(): Promise<string> {
  const id = randomUUID();
  const file = { fileName: 'a.pdf', contentType: 'application/pdf', bytes: 10, sha256: '', expiresAt: ends };
  await store.uploads.announce({ ...file, id, subject: id, ticketHash: id }, 9, before);
  return id;
}
const piece = (upload: string, begins: number, bytes: number, more: Partial<BegunPiece> = {}): BegunPiece => ({
  ...{ id: randomUUID(), upload, begins, bytes, turn: 0, goesAt: ends },
  ...more,
});
async function standing(
  upload: string,
  begins: number,
  bytes: number,
  more: Partial<BegunPiece> = {},
): Promise<string> {
  const one = piece(upload, begins, bytes, more);
  expect([await store.pieces.begin(one, 9), await store.pieces.finish(one)]).toEqual(['BEGUN', true]);
  return one.id;
}
const rowOf = async (id: string) => {
  const [row] = await own.sql`select arrived, turn from uploads where id = ${id}`;
  return [row?.arrived, row?.turn];
};
const left = async (upload: string) =>
  (await own.sql`select id from upload_pieces where upload = ${upload} order by begins, bytes`).map(({ id }) => id);
const removed: string[] = [];
const remove = async (id: string): Promise<void> => {
  removed.push(id);
};
const removedBy = async (act: () => Promise<unknown>) => {
  removed.length = 0;
  await act();
  return [...removed].sort();
};

it('whoever asks has the turn, by a ticket that holds and for a file that has not arrived', async () => {
  const [id, other] = [await announced(), await announced()];
  expect(await store.pieces.nextTurn(id, before)).toEqual({ turn: 1, arrived: 0 });
  expect(await store.pieces.nextTurn(id, ends)).toEqual({ turn: 2, arrived: 0 });
  expect(await store.pieces.nextTurn(id, after)).toBeNull();
  expect(await store.pieces.nextTurn('none', before)).toBeNull();
  await store.uploads.markStored(id, before, null, null);
  expect(await store.pieces.nextTurn(id, before)).toBeNull();
  expect([await rowOf(id), await rowOf(other)]).toEqual([
    [0, 2],
    [0, 0],
  ]);
});

it.each<[string, (id: string) => BegunPiece, (id: string) => Promise<unknown>]>([
  ['of a turn that is over', (id) => piece(id, 0, 4, { turn: -1 }), async () => {}],
  ['of a turn to come', (id) => piece(id, 0, 4, { turn: 1 }), async () => {}],
  ['that begins elsewhere', (id) => piece(id, 1, 4), async () => {}],
  ['of a file that has arrived', (id) => piece(id, 0, 4), (id) => store.uploads.markStored(id, before, null, null)],
  ['of no file', () => piece('none', 0, 4), async () => {}],
])('a piece %s is not begun, and does not stand', async (_what, make, meanwhile) => {
  // Another one whose turn it would be.
  await announced();
  const id = await announced();
  await meanwhile(id);
  const one = make(id);
  expect(await store.pieces.begin(one, 9)).toBe('TAKEN_OVER');
  await own.sql`
    insert into upload_pieces (id, upload, begins, bytes, goes_at) values (${one.id}, ${id}, ${one.begins}, 4, ${ends})`;
  expect(await store.pieces.finish(one)).toBe(false);
  expect([await rowOf(id), await store.pieces.of(id)]).toEqual([[0, 0], []]);
});

it('of a file so many pieces lie there at once, and of twice its bytes, whatever lies of others', async () => {
  const [id, other] = [await announced(), await announced()];
  await standing(other, 0, 10);
  const begin = (bytes: number, most: number) => store.pieces.begin(piece(id, 0, bytes), most);
  expect([await begin(1, 2), await begin(1, 2), await begin(1, 2)]).toEqual(['BEGUN', 'BEGUN', 'TOO_MANY_PIECES']);
  expect([await begin(9, 9), await begin(10, 9), await begin(9, 9)]).toEqual(['BEGUN', 'TOO_MANY_PIECES', 'BEGUN']);
  expect(await begin(1, 9)).toBe('TOO_MANY_PIECES');
  expect(await left(id)).toHaveLength(4);
});

it('one that is begun while another is counts it', async () => {
  const id = await announced();
  const begun = await own.sql.begin(async (transaction) => {
    await transaction`select id from uploads where id = ${id} for update`;
    const waiting = store.pieces.begin(piece(id, 0, 1), 1);
    await expect.poll(waits, { timeout: 60_000 }).toBe(1);
    await transaction`
      insert into upload_pieces (id, upload, begins, bytes, goes_at) values (${randomUUID()}, ${id}, 0, 1, ${ends})`;
    return { waiting };
  });
  expect(await begun.waiting).toBe('TOO_MANY_PIECES');
});
/** How many wait for what somebody else holds. */
const waits = async () => {
  const [row] = await own.sql`
    select count(*)::int as many from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return row?.many;
};

it('what stands is told in the order of the file, of it alone', async () => {
  const [id, other] = [await announced(), await announced()];
  const first = await standing(id, 0, 4);
  await standing(other, 0, 3);
  const [second, broken] = [piece(id, 4, 3), piece(id, 4, 2)];
  await store.pieces.begin(broken, 9);
  await store.pieces.begin(second, 9);
  expect(await store.pieces.finish(second)).toBe(true);
  // It lies before the other in the table.
  await own.sql`update upload_pieces set bytes = bytes where id = ${first}`;
  expect((await store.pieces.of(id)).map((each) => each.id)).toEqual([first, second.id]);
  expect([await rowOf(id), await rowOf(other)]).toEqual([
    [7, 0],
    [3, 0],
  ]);
  expect(await store.pieces.finish(broken)).toBe(false);
});

it('one that was given up meanwhile does not stand, and no more of the file has arrived', async () => {
  const id = await announced();
  const one = piece(id, 0, 4);
  await store.pieces.begin(one, 9);
  await store.pieces.remove([one.id], remove);
  await expect(store.pieces.finish(one)).rejects.toThrow();
  expect(await rowOf(id)).toEqual([0, 0]);
});

it('a file is begun anew by whose turn it is, and that before it has arrived', async () => {
  const [id, other] = [await announced(), await announced()];
  const [one, theirs] = [await standing(id, 0, 4), await standing(other, 0, 4)];
  const broken = piece(id, 4, 1);
  await store.pieces.begin(broken, 9);
  expect([await store.pieces.drop(id, 1), await rowOf(id)]).toEqual([[], [4, 0]]);
  expect([await store.pieces.drop(id, 0), await rowOf(id)]).toEqual([[one], [0, 1]]);
  expect([await store.pieces.of(id), (await store.pieces.of(other)).map((each) => each.id)]).toEqual([[], [theirs]]);
  expect(await rowOf(other)).toEqual([4, 0]);
  await store.uploads.markStored(other, before, null, null);
  expect([await store.pieces.drop(other, 0), await rowOf(other)]).toEqual([[], [4, 0]]);
  expect(await store.pieces.clear(other)).toEqual([theirs]);
});

it('those that do not stand are removed, of these alone', async () => {
  const id = await announced();
  const stands = await standing(id, 0, 4);
  const [one, other] = [piece(id, 4, 1), piece(id, 4, 2)];
  for (const each of [one, other]) await store.pieces.begin(each, 9);
  expect(await removedBy(() => store.pieces.remove([stands, one.id], remove))).toEqual([one.id]);
  expect(await left(id)).toEqual([stands, other.id]);
});

it('those that nobody can be writing any more go, some at a time, but for what somebody holds', async () => {
  await own.sql`delete from upload_pieces`;
  const id = await announced();
  const [one, two, three] = [piece(id, 0, 1), piece(id, 0, 2), piece(id, 0, 3, { goesAt: after })];
  for (const each of [one, two, three]) await store.pieces.begin(each, 9);
  expect(await removedBy(() => store.pieces.removeEnded(ends, 9, remove))).toEqual([]);
  await own.sql.begin(async (transaction) => {
    await transaction`select id from upload_pieces where id = ${one.id} for update`;
    expect(await removedBy(() => store.pieces.removeEnded(after, 9, remove))).toEqual([two.id]);
  });
  await store.pieces.begin(two, 9);
  let many = 0;
  const some = await removedBy(async () => {
    many = await store.pieces.removeEnded(after, 1, remove);
  });
  expect([many, some.length, await left(id)]).toEqual([1, 1, expect.arrayContaining([three.id])]);
  expect(await left(id)).toHaveLength(2);
  expect([await store.pieces.removeEnded(after, 9, remove), await store.pieces.removeEnded(after, 9, remove)]).toEqual([
    ...[1, 0],
  ]);
});

it('of a file that is removed all pieces go, and the row of one that somebody may be writing stays', async () => {
  const [id, other] = [await announced(), await announced()];
  const [one, theirs] = [await standing(id, 0, 4), await standing(other, 0, 4)];
  const writing = piece(id, 4, 1);
  await store.pieces.begin(writing, 9);
  const gone = await removedBy(() => own.db.transaction((transaction) => removePieces(transaction, [id], remove)));
  expect(gone).toEqual([one, writing.id].sort());
  expect([await left(id), await left(other)]).toEqual([[writing.id], [theirs]]);
});
