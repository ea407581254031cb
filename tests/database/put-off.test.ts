import { beforeEach, expect, it } from 'vitest';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import { settledWithinMs } from '../../subgraphs/journeys/store/outbox.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import { receiveOne } from './receive-one.ts';
import { openStore } from './store-of.ts';

let own: Database;
let store: SubmissionStore;
/** That the clock is wrong by. */
let wrong = 0;
openStore(
  (opened) => {
    ({ own, store } = opened);
  },
  () => Date.now() + wrong,
);
beforeEach(async () => {
  wrong = 0;
  await own.sql`delete from clock`;
});

const aMinute = 60_000;
const anHour = 60 * aMinute;
const inHours = (hours: number): string => new Date(Date.now() + hours * anHour).toISOString();
/** From now, in milliseconds. */
const awayOf = (at: unknown): number => Date.parse(String(at)) - Date.now();
const dueIn = async (hours: number): Promise<string> => {
  const id = await receiveOne(store, ['a']);
  await own.sql`update submissions set due_at = ${inHours(hours)} where id = ${id}`;
  return id;
};
const payInHours = async (id: string, hours: number, filing = 1): Promise<void> => {
  await own.sql`
    insert into payments (id, submission, filing, state, amount_fen, due_on, demanded_at, attempts, next_at, sealed)
    values (${`${id}-${filing}`}, ${id}, ${`${id}-${filing}`}, 'DEMANDED', 1, '2026-12-31', now(), 0, ${inHours(hours)}, '')`;
};
const isNear = (away: number, expected: number): void => {
  expect(away).toBeGreaterThan(expected - aMinute);
  expect(away).toBeLessThan(expected + aMinute);
};

it('what is put off comes sooner, to now at the earliest, of every kind; what is due stays', async () => {
  const ids = await Promise.all([receiveOne(store, ['a']), receiveOne(store, ['a']), receiveOne(store, ['a'])]);
  const began = Date.now();
  const putOff = [30, 1, -1];
  for (const [index, id] of ids.entries()) {
    // In thirty hours, in one, and an hour ago.
    const at = new Date(began + (putOff[index] ?? 0) * anHour).toISOString();
    const client = `client-${index}`;
    await own.sql`update submissions set due_at = ${at}, tell_erased_at = ${at} where id = ${id}`;
    await own.sql`update filings set retry_at = ${at} where submission = ${id}`;
    await own.sql`insert into outbox (kind, submission, target, next_at) values ('ERASE', ${id}, ${id}, ${at})`;
    await own.sql`insert into webhooks (submission, client, number, next_at) values (${id}, ${client}, 1, ${at})`;
    await own.sql`insert into webhook_outages (client, since, ask_at) values (${client}, ${inHours(-2)}, ${at})`;
    await own.sql`
      insert into payments (id, submission, filing, state, amount_fen, due_on, demanded_at, attempts, next_at, sealed)
      values (${id}, ${id}, ${`${id}-1`}, 'DEMANDED', 1, '2026-12-31', ${at}, 0, ${at}, '')`;
  }
  await store.putOff.sooner(24 * anHour);
  for (const [table, column, key] of [
    ['submissions', 'due_at', 'id'],
    ['submissions', 'tell_erased_at', 'id'],
    ['filings', 'retry_at', 'submission'],
    ['payments', 'next_at', 'submission'],
    ['outbox', 'next_at', 'submission'],
    ['webhooks', 'next_at', 'submission'],
    ['webhook_outages', 'ask_at', 'client'],
  ] as const) {
    const rows = await own.sql.unsafe(`select ${key} as key, ${column} as at from ${table}`);
    const known = new Map(rows.map(({ key: of, at }) => [of, Date.parse(at) - began]));
    const [far, near, due] = ids.map((id, index) => known.get(key === 'client' ? `client-${index}` : id));
    expect([table, far, due]).toEqual([table, 6 * anHour, -anHour]);
    expect(near).toBeGreaterThanOrEqual(0);
    expect(near).toBeLessThan(aMinute);
  }
});

it.each(['filing', 'payment'])(
  'a %s that is put off comes sooner also where its submission is due or held, and who holds it looks at it anew',
  async (what) => {
    const id = await receiveOne(store, ['a', 'b']);
    for (const [filing, hours] of [
      [1, 30],
      [2, -2],
    ] as const) {
      if (what === 'filing')
        await own.sql`update filings set retry_at = ${inHours(hours)} where id = ${`${id}-${filing}`}`;
      else await payInHours(id, hours, filing);
    }
    // Somebody took it just now: it stands as due.
    await own.sql`update submissions set due_at = ${inHours(-1)}, held_by = 'a', held_until = ${inHours(1)} where id = ${id}`;
    const seen = await store.find(id);
    await store.putOff.sooner(24 * anHour);
    const [putOff, due] =
      what === 'filing'
        ? await own.sql`select retry_at as at from filings where submission = ${id} order by id`
        : await own.sql`select next_at as at from payments where submission = ${id} order by id`;
    isNear(awayOf(putOff?.at), 6 * anHour);
    isNear(awayOf(due?.at), -2 * anHour);
    // It is let go as it was seen, and stays due.
    await store.holds.release(id, 'a', seen?.dueAt ?? null, Date.now() + 30 * anHour);
    isNear(awayOf((await store.find(id))?.dueAt), 0);
  },
);

it('neither a submission of which nothing is put off is touched, nor one that has ended', async () => {
  const [due, ended] = [await receiveOne(store, ['a']), await receiveOne(store, ['a'])];
  await own.sql`update submissions set due_at = null where id = ${ended}`;
  await own.sql`update filings set retry_at = ${inHours(30)} where submission = ${ended}`;
  await payInHours(ended, 30);
  // Another one is put off.
  await dueIn(30);
  const [before, after] = [await store.find(due), await store.find(ended)];
  await store.putOff.sooner(24 * anHour);
  expect([await store.find(due), await store.find(ended)]).toEqual([before, after]);
  for (const [row] of [
    await own.sql`select retry_at as at from filings where submission = ${ended}`,
    await own.sql`select next_at as at from payments where submission = ${ended}`,
  ])
    isNear(awayOf(row?.at), 30 * anHour);
});

it('licences that are being used up are given back no sooner than their time is over; after a first try as soon as all else', async () => {
  const ids = await Promise.all([1, 2, 3].map(() => receiveOne(store, ['a'])));
  const [far, near, tried] = ids as [string, string, string];
  const { outbox } = store;
  await outbox.promise(far, far, inHours(24 + 1 / 4));
  await outbox.promise(near, near, inHours(1 / 6));
  await own.sql`
    insert into outbox (kind, submission, target, next_at, attempts) values ('GIVE_BACK', ${tried}, ${tried}, ${inHours(1)}, 1)`;
  await store.putOff.sooner(48 * anHour);
  const known = new Map(
    (await own.sql`select target, next_at as at from outbox`).map(({ target, at }) => [target, awayOf(at)]),
  );
  isNear(known.get(far) ?? 0, settledWithinMs);
  isNear(known.get(near) ?? 0, 10 * aMinute);
  isNear(known.get(tried) ?? Number.NaN, 0);
});

it('a program that is out since a time that is yet to come is out since now', async () => {
  await own.sql`delete from webhook_outages`;
  await own.sql`
    insert into webhook_outages (client, since, ask_at) values
      ('ahead', ${inHours(20)}, ${inHours(-1)}), ('before', ${inHours(-20)}, ${inHours(1)})`;
  await store.putOff.sooner(24 * anHour);
  const rows = await own.sql`select since from webhook_outages order by client`;
  isNear(awayOf(rows[0]?.since), 0);
  isNear(awayOf(rows[1]?.since), -20 * anHour);
});

const shownAway = async (): Promise<number> => awayOf((await own.sql`select shown_at as at from clock`)[0]?.at);

it('the latest that a clock has shown stays, until what was put off by it has been put right', async () => {
  await store.putOff.clockShows();
  isNear(await shownAway(), 0);
  wrong = 5 * anHour;
  await store.putOff.clockShows();
  isNear(await shownAway(), 5 * anHour);
  wrong = 0;
  await store.putOff.clockShows();
  isNear(await shownAway(), 5 * anHour);
  await store.putOff.sooner(5 * anHour);
  isNear(await shownAway(), 0);
});

it('who begins before what a clock has shown has what was put off come sooner by as much, once, however many begin', async () => {
  const id = await dueIn(12);
  // No clock has shown anything yet.
  expect(await store.putOff.soonerThanShown(aMinute)).toBeNull();
  wrong = 5 * anHour;
  await store.putOff.clockShows();
  // Still wrong, and a minute at most behind.
  expect(await store.putOff.soonerThanShown(aMinute)).toBeNull();
  wrong -= aMinute / 2;
  expect(await store.putOff.soonerThanShown(aMinute)).toBeNull();
  wrong = 0;
  isNear(awayOf((await store.find(id))?.dueAt), 12 * anHour);
  const by = await Promise.all([1, 2, 3].map(() => store.putOff.soonerThanShown(aMinute)));
  expect(by.filter((each) => each !== null)).toHaveLength(1);
  isNear(by.find((each) => each !== null) ?? 0, 5 * anHour);
  isNear(awayOf((await store.find(id))?.dueAt), 7 * anHour);
  isNear(await shownAway(), 0);
});
