import { beforeEach, expect, it } from 'vitest';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import { receiveOne } from './receive-one.ts';
import { openStore } from './store-of.ts';

/** Of the process, far from the database's. */
const now = Date.parse('2020-11-25T04:00:00Z');
const at = (ms: number): string => new Date(now + ms).toISOString();
let own: Database;
let store: SubmissionStore;
openStore(
  (opened) => {
    ({ own, store } = opened);
  },
  () => now,
);
beforeEach(async () => {
  await own.sql`update submissions set due_at = null, held_by = null, held_until = null`;
});

async function due(
  dueAt: string | null,
  heldBy: string | null = null,
  heldUntil: string | null = null,
): Promise<string> {
  const id = await receiveOne(store, ['a']);
  await own.sql`update submissions set due_at = ${dueAt}, held_by = ${heldBy}, held_until = ${heldUntil} where id = ${id}`;
  return id;
}
const claim = async (worker: string, order: 'OLDEST' | 'NEWEST' = 'OLDEST'): Promise<string | null> =>
  (await store.holds.claim(worker, order, 1))[0] ?? null;
const holdOf = async (id: string) => {
  const row = await store.find(id);
  return [row?.heldBy ?? null, row?.dueAt ? new Date(row.dueAt).toISOString() : null];
};

it('what is due by the clock of the process is taken, and nothing before', async () => {
  await due(at(1));
  await due(null);
  expect([await claim('a'), await claim('a', 'NEWEST')]).toEqual([null, null]);
  const id = await due(at(0));
  expect([await claim('a'), await claim('b')]).toEqual([id, null]);
  expect(await holdOf(id)).toEqual(['a', at(0)]);
});

it('a hold ends by the database’s clock, and the submission is another’s then', async () => {
  const { holds } = store;
  const [ended, held] = [await due(at(0), 'a', '2026-01-01T00:00:00Z'), await due(at(-9), 'a', '9999-01-01T00:00:00Z')];
  expect([await claim('b'), await claim('b')]).toEqual([ended, null]);
  expect([await holds.renew(ended, 'a'), await holds.renew(held, 'a')]).toEqual([false, true]);
  const [row] =
    await own.sql`select held_until > now() + interval '59 s' as long, held_until < now() + interval '61 s' as short from submissions where id = ${held}`;
  expect([row?.long, row?.short]).toEqual([true, true]);
});

it('one that is being taken is taken by nobody else', async () => {
  const [first, second] = [await due(at(-2)), await due(at(-1))];
  await own.sql.begin(async (sql) => {
    await sql`select 1 from submissions where id = ${first} for update`;
    expect(await claim('a')).toBe(second);
  });
  expect(await claim('a')).toBe(first);
});

it('who holds it lets go of it alone, until it is due again', async () => {
  const { holds } = store;
  const [one, other] = [await due(at(0), 'a'), await due(at(0), 'a')];
  await holds.release(one, 'b', at(0), now + 5);
  expect(await holdOf(one)).toEqual(['a', at(0)]);
  await holds.release(one, 'a', at(0), now + 5);
  expect([await holdOf(one), await holdOf(other)]).toEqual([
    [null, at(5)],
    ['a', at(0)],
  ]);
  await holds.release(other, 'a', at(0), null);
  expect(await holdOf(other)).toEqual([null, null]);
});

it('what happened since it was seen stands: when that made it due, or that nothing is due any more', async () => {
  const { holds } = store;
  const [sooner, ended] = [await due(at(-1), 'a'), await due(null, 'a')];
  for (const id of [sooner, ended]) await holds.release(id, 'a', at(0), now + 5);
  expect([await holdOf(sooner), await holdOf(ended)]).toEqual([
    [null, at(-1)],
    [null, null],
  ]);
  // Nothing was due when it was seen, and nothing is.
  const idle = await due(null, 'a');
  await holds.release(idle, 'a', null, now + 5);
  expect(await holdOf(idle)).toEqual([null, at(5)]);
});
