import { beforeEach, expect, it } from 'vitest';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import { openStore } from './store-of.ts';

let own: Database;
let store: SubmissionStore;
openStore((opened) => {
  ({ own, store } = opened);
});

/** Files of lin, but for what is said of them. */
const files = {
  good: {},
  'not-scanned': { scan: null },
  infected: { scan: 'INFECTED' },
  'of-zhao': { subject: 'zhao' },
  evidence: { usedAt: '2026-11-25T04:00:00Z' },
} as const;
const all = Object.keys(files);
beforeEach(async () => {
  await own.sql`delete from uploads`;
  for (const [id, of] of Object.entries<{ scan?: string | null; subject?: string; usedAt?: string }>(files)) {
    const { scan = 'CLEAN', subject = 'lin', usedAt = null } = of;
    await own.sql`
      insert into uploads (id, subject, ticket_hash, file_name, content_type, bytes, sha256, expires_at, scan, used_at)
      values (${id}, ${subject}, ${id}, 'n', 'image/png', 1, ${`of ${id}`}, now(), ${scan}, ${usedAt})`;
  }
});
const good = { id: 'good', sha256: 'of good', contentType: 'image/png' };
const stay = async () => (await own.sql`select id from uploads order by id`).map(({ id }) => id);

it('a file that arrived, is clean, is the subject’s and is no evidence here fits, of those that are named', async () => {
  expect(await store.taken.fit(all, 'lin')).toEqual([good]);
  expect(await store.taken.fit(all.slice(1), 'lin')).toEqual([]);
  expect(await store.taken.fit(['a\0b'], 'lin')).toEqual([]);
  expect(await store.taken.fit([...all, 'a\0b'], 'lin')).toEqual([good]);
  expect([...(await store.uploads.stored(all, 'lin')).keys()].sort()).toEqual(['evidence', 'good']);
});

it('one that was taken fits still, is no evidence here, and stays until it is let go', async () => {
  expect(await store.taken.take([...all, 'a\0b'], 'lin')).toEqual([good]);
  expect([await store.taken.take(['a\0b'], 'lin'), await store.taken.take([], 'lin')]).toEqual([[], []]);
  expect([await store.taken.fit(all, 'lin'), await store.taken.take(all, 'lin')]).toEqual([[good], [good]]);
  expect(await store.uploads.stored(all, 'lin')).toEqual(new Map([['evidence', expect.anything()]]));
  const removed: string[] = [];
  const remove = async (id: string): Promise<void> => {
    removed.push(id);
  };
  expect(await store.uploads.removeUnused('9999-01-01T00:00:00Z', 9, async () => {})).toBe(3);
  expect(await stay()).toEqual(['evidence', 'good']);
  await expect(
    store.taken.letGo(all, async () => {
      throw new Error('out');
    }),
  ).rejects.toThrow('out');
  expect([await store.taken.letGo(['a\0b'], remove), await store.taken.letGo(['evidence'], remove)]).toEqual([0, 0]);
  expect([await store.taken.letGo([...all, 'a\0b'], remove), removed]).toEqual([1, ['good']]);
  expect(await stay()).toEqual(['evidence']);
});

it('of two files that were taken one that is named goes', async () => {
  await own.sql`update uploads set subject = 'lin', scan = 'CLEAN' where id = 'infected'`;
  await store.taken.take(all, 'lin');
  expect(await store.taken.letGo(['infected'], async () => {})).toBe(1);
  expect(await stay()).toContain('good');
});
