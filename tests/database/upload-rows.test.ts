import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import type { Evidence } from '../../subgraphs/journeys/domain/acceptance.ts';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import { type AnnouncedRow, addEvidenceFiles, filesOf, markUsed } from '../../subgraphs/journeys/store/uploads.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import { receiveOne } from './receive-one.ts';
import { openStore } from './store-of.ts';

let own: Database;
let store: SubmissionStore;
openStore((opened) => {
  ({ own, store } = opened);
});
beforeEach(async () => {
  await own.sql`delete from evidence_files`;
  await own.sql`delete from uploads`;
});

const [before, ends, after] = ['2026-11-25T03:59:59.999Z', '2026-11-25T04:00:00.000Z', '2026-11-25T04:00:00.001Z'];
const announce = async (more: Partial<AnnouncedRow> = {}, most = 99, at = before): Promise<string | null> => {
  const id = randomUUID();
  const file = { fileName: 'a.pdf', contentType: 'application/pdf', bytes: 1, sha256: 's', expiresAt: ends };
  return (await store.uploads.announce({ ...file, subject: 'lin', id, ticketHash: id, ...more }, most, at)) ? id : null;
};
const announced = async (more: Partial<AnnouncedRow> = {}) => (await announce(more)) as string;
async function stored(at = before, scan: 'CLEAN' | null = 'CLEAN', more: Partial<AnnouncedRow> = {}): Promise<string> {
  const id = await announced(more);
  expect(await store.uploads.markStored(id, at, scan, null)).toBe(true);
  return id;
}
const remove = async () => {};
const left = async () => (await own.sql`select id from uploads`).map(({ id }) => id).sort();
const evidenceOf = (...uploads: ReadonlyArray<string | null>) => ({
  evidence: uploads.map((upload) => ({ material: 'm', upload }) as unknown as Evidence),
});

it('of one person so many are open at once: what has arrived, has ended or is another’s does not count', async () => {
  await announced({ subject: 'zhao' });
  await stored();
  await announced({ expiresAt: before });
  expect(await announce({}, 1)).not.toBeNull();
  expect(await announce({}, 1)).toBeNull();
  expect(await announce({}, 2)).not.toBeNull();
  expect(await left()).toHaveLength(5);
});

it('one that is announced while another is counts it', async () => {
  const announcing = await own.sql.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(hashtextextended('uploads lin', 0))`;
    const [waiting, other] = [announce({}, 1), announce({ subject: 'zhao' }, 1)];
    // Nobody else waits.
    expect(await other).not.toBeNull();
    await expect.poll(waits, { timeout: 60_000 }).toBe(1);
    await transaction`
      insert into uploads (id, subject, ticket_hash, file_name, content_type, bytes, sha256, expires_at)
      values ('x', 'lin', 'x', '', '', 1, '', ${ends})`;
    return { waiting };
  });
  expect(await announcing.waiting).toBeNull();
});
/** How many wait for what somebody else holds. */
const waits = async () => {
  const [row] = await own.sql`
    select count(*)::int as many from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return row?.many;
};

it('is found by its ticket and by its id, with its name opened', async () => {
  const [id, other] = [await announced({ fileName: '出生.pdf' }), await announced()];
  expect(await store.uploads.byTicket(id)).toMatchObject({ id, fileName: '出生.pdf' });
  expect(await store.uploads.byTicket('none')).toBeNull();
  const many = await store.uploads.many([id, 'none', 'a\0']);
  expect([...many].map(([key, { fileName }]) => [key, fileName])).toEqual([[id, '出生.pdf']]);
  expect([await store.uploads.many([]), await store.uploads.many(['a\0'])]).toEqual([new Map(), new Map()]);
  expect((await own.sql`select file_name from uploads where id = ${other}`)[0]?.file_name).not.toContain('a.pdf');
});

it('arrives once', async () => {
  const [id, other] = [await announced(), await announced()];
  const mark = (at: string, width: number) => store.uploads.markStored(id, at, 'CLEAN', { width, height: 3 });
  expect([await mark(before, 2), await mark(after, 9)]).toEqual([true, false]);
  const { storedAt, ...row } = (await store.uploads.many([id])).get(id) ?? {};
  expect([row, new Date(storedAt ?? 0).toISOString()]).toMatchObject([
    { scan: 'CLEAN', pixelWidth: 2, pixelHeight: 3 },
    before,
  ]);
  expect((await store.uploads.many([other])).get(other)?.storedAt).toBeNull();
});

it('is evidence where it has arrived, is clean, one’s own and kept by nobody else', async () => {
  const clean = await stored();
  const photo = await announced();
  await store.uploads.markStored(photo, before, 'CLEAN', { width: 2, height: 3 });
  const [waits, theirs] = [await stored(before, null), await stored(before, 'CLEAN', { subject: 'zhao' })];
  const [taken, half] = [await stored(), await stored()];
  await store.taken.take([taken], 'lin');
  await own.sql`update uploads set pixel_width = 2 where id = ${half}`;
  // Nobody asks for it.
  await stored();
  const found = await store.uploads.stored([clean, photo, waits, theirs, taken, half, 'a\0'], 'lin');
  const file = { contentType: 'application/pdf', bytes: 1, sha256: 's' };
  expect(found).toEqual(
    new Map([
      [clean, { ...file, pixels: null }],
      [photo, { ...file, pixels: { width: 2, height: 3 } }],
      [half, { ...file, pixels: null }],
    ]),
  );
  expect(await store.uploads.stored([], 'lin')).toEqual(new Map());
});

it('what has arrived and was not scanned waits, the oldest first, so many at a time', async () => {
  await announced();
  await stored();
  const [late, early, middle] = [await stored(after, null), await stored(before, null), await stored(ends, null)];
  expect(await store.uploads.waiting(9)).toEqual([early, middle, late]);
  expect(await store.uploads.waiting(2)).toEqual([early, middle]);
  await store.uploads.markScanned(early, 'INFECTED');
  expect(await store.uploads.waiting(9)).toEqual([middle, late]);
});

it('what nobody used goes once its ticket has ended, some at a time, but for what somebody holds', async () => {
  const [one, two, used] = [await announced(), await stored(), await stored()];
  const later = await announced({ expiresAt: after });
  await own.sql`update uploads set used_at = ${before} where id = ${used}`;
  const removed: string[] = [];
  const round = async (at: string, most = 9) => {
    removed.length = 0;
    const many = await store.uploads.removeUnused(at, most, async (id) => {
      removed.push(id);
    });
    expect(many).toBe(removed.length);
    return [...removed].sort();
  };
  expect(await round(ends)).toEqual([]);
  await own.sql.begin(async (transaction) => {
    await transaction`select id from uploads where id = ${one} for update`;
    expect(await round(after)).toEqual([two]);
  });
  expect(await left()).toEqual([one, used, later].sort());
  await announced();
  expect([(await round(after, 1)).length, (await round(after, 9)).length]).toEqual([1, 1]);
  expect(await left()).toEqual([used, later].sort());
  await expect(
    store.uploads.removeUnused('2027-01-01T00:00:00Z', 9, async () => {
      throw new Error('out');
    }),
  ).rejects.toThrow('out');
  expect([await left(), await store.uploads.removeUnused('2027-01-01T00:00:00Z', 9, remove)]).toEqual([
    [used, later].sort(),
    1,
  ]);
});

it('what is evidence is used from then on, once however often it is said, and nothing else is', async () => {
  const submission = await receiveOne(store, ['a']);
  const [id, other] = [await stored(), await stored()];
  for (const at of [before, ends])
    await own.db.transaction((transaction) => markUsed(transaction, submission, evidenceOf(id, null), at));
  const rows = await store.uploads.many([id, other]);
  expect([rows.get(id)?.usedAt && new Date(rows.get(id)?.usedAt ?? 0).toISOString(), rows.get(other)?.usedAt]).toEqual([
    ...[ends, null],
  ]);
  expect(await own.sql`select upload from evidence_files where submission = ${submission}`).toMatchObject([
    { upload: id },
  ]);
});

it('files of what was carried are those that were brought', async () => {
  expect(filesOf(null)).toEqual([]);
  expect(filesOf(evidenceOf('a', null, 'b', 'a\0'))).toEqual(['a', 'b']);
  await own.db.transaction(async (transaction) => {
    await markUsed(transaction, 'none', null, before);
    await addEvidenceFiles(transaction, 'none', []);
  });
});
