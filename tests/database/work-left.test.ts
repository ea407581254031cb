import postgres from 'postgres';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import { roleOf, roleUrl } from '../../subgraphs/runtime/bootstrap.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import { type TestDatabase, testSecret } from './database.ts';
import { receiveOne } from './receive-one.ts';
import { openStore } from './store-of.ts';

const now = Date.parse('2026-11-25T04:00:00Z');
const ago = (seconds: number): string => new Date(now - seconds * 1000).toISOString();
let database: TestDatabase;
let own: Database;
let store: SubmissionStore;
openStore(
  (opened) => {
    ({ database, own, store } = opened);
  },
  () => now,
);
beforeEach(async () => {
  await own.sql`update submissions set due_at = null`;
  await own.sql`delete from outbox`;
});

interface Row {
  readonly state?: string;
  readonly attempts?: number;
  readonly beginsAt?: string | null;
  readonly after?: ReadonlyArray<number>;
  readonly party?: string | null;
}
/** Due, received a hundred seconds ago, with a filing for each, at departments a, b and c; nothing was told of it since. */
async function having(...rows: ReadonlyArray<Row>): Promise<string> {
  const id = await receiveOne(store, ['a', 'b', 'c'].slice(0, rows.length));
  await own.sql`update submissions set due_at = ${ago(0)}, received_at = ${ago(100)} where id = ${id}`;
  await own.sql`update timeline set at = ${ago(100)} where submission = ${id}`;
  for (const [
    position,
    { state = 'WAITING', attempts = 0, beginsAt = null, after = [], party = null },
  ] of rows.entries())
    await own.sql`
      update filings set state = ${state}, attempts = ${attempts}, begins_at = ${beginsAt}, after = ${[...after]}, party = ${party}
      where id = ${`${id}-${position + 1}`}`;
  return id;
}
const tell = (
  id: string,
  event: string,
  at: string,
  number: number,
  { matter = 'm', party = null as string | null } = {},
) =>
  own.sql`
    insert into timeline (submission, number, at, event, matter, party, message)
    values (${id}, ${number}, ${at}, ${event}, ${matter}, ${party}, '{"zh":"","en":""}')`;
const queue = async () =>
  (await store.workLeft()).queue.map(({ department, count }) => `${department} ${count}`).sort();
const first = async () => (await store.workLeft()).queue[0];

describe('filings under way', () => {
  it('are counted by department and state: neither settled ones nor those of what has ended', async () => {
    await having({ state: 'SUBMITTED' }, { state: 'NEEDS_CORRECTION' }, { state: 'APPROVED' });
    await having({ state: 'SUBMITTED' }, { state: 'REFUSED' }, { state: 'WITHDRAWN' });
    const ended = await having({ state: 'SUBMITTED' }, {}, {});
    await own.sql`update submissions set due_at = null where id = ${ended}`;
    const { filings } = await store.workLeft();
    expect(filings.map(({ department, state, count }) => `${department} ${state} ${count}`).sort()).toEqual([
      'a SUBMITTED 2',
      'b NEEDS_CORRECTION 1',
    ]);
  });
});

describe('a department’s queue', () => {
  it.each<[string, ReadonlyArray<Row>, ReadonlyArray<string>]>([
    ['what waits for nothing', [{}], ['a 1']],
    ['what it has and was not asked about in vain', [{ state: 'SUBMITTED' }], []],
    ['what it has and did not answer for', [{ state: 'SUBMITTED', attempts: 1 }], ['a 1']],
    ['what waits for a day that has come', [{ beginsAt: ago(0) }], ['a 1']],
    ['what waits for a day that is yet to come', [{ beginsAt: ago(-1) }], []],
    ['what waits for an earlier matter', [{ state: 'SUBMITTED' }, { after: [0] }], []],
    ['what waited for one that is approved', [{ state: 'APPROVED' }, { after: [0] }], ['b 1']],
    ['what waits for one of two', [{ state: 'APPROVED' }, { state: 'SUBMITTED' }, { after: [0, 1] }], []],
    ['what waits for none beside it', [{ state: 'SUBMITTED' }, { after: [] }], ['b 1']],
    ['what is to be corrected, however often it was tried', [{ state: 'NEEDS_CORRECTION', attempts: 3 }], []],
    ['what is approved', [{ state: 'APPROVED', attempts: 1 }], []],
    ['what is refused', [{ state: 'REFUSED', attempts: 1 }], []],
    ['what is taken back', [{ state: 'WITHDRAWN', attempts: 1 }], []],
  ])('%s', async (_what, rows, queued) => {
    await having(...rows);
    expect(await queue()).toEqual(queued);
  });

  it('has nothing of a submission that has ended', async () => {
    const id = await having({});
    await own.sql`update submissions set due_at = null where id = ${id}`;
    expect(await queue()).toEqual([]);
  });

  it('counts what was tried, and what was tried ten times and not taken, whoever it is for', async () => {
    const id = await having({ attempts: 10, party: 'baby' });
    await having({ attempts: 9 });
    const [tried] = [await having({})];
    expect(await first()).toMatchObject({ count: 3, retried: 2, parked: 0 });
    await tell(id, 'NOT_TAKEN', ago(50), 90);
    await tell(id, 'NOT_TAKEN', ago(50), 91, { matter: 'another', party: 'baby' });
    await tell(id, 'DELAYED', ago(50), 92, { party: 'baby' });
    await tell(tried ?? '', 'NOT_TAKEN', ago(50), 93, { party: 'baby' });
    expect(await first()).toMatchObject({ parked: 0 });
    await tell(id, 'NOT_TAKEN', ago(50), 94, { party: 'baby' });
    expect(await first()).toMatchObject({ count: 3, retried: 2, parked: 1 });
    const other = await having({ attempts: 9 });
    await tell(other, 'NOT_TAKEN', ago(50), 95);
    expect(await first()).toMatchObject({ count: 4, parked: 1 });
    await own.sql`update filings set attempts = 10 where submission = ${other}`;
    expect(await first()).toMatchObject({ parked: 2 });
  });

  it('is as old as the first of it that could go: since the story went on, or since its day', async () => {
    const id = await having({});
    expect((await first())?.seconds).toBe(100);
    // That it was tried in vain does not make it younger.
    for (const [index, event] of ['DELAYED', 'NOT_TAKEN', 'CORRECTION_OVERDUE', 'DEFERRAL_OVERDUE'].entries())
      await tell(id, event, ago(10), 90 + index);
    expect((await first())?.seconds).toBe(100);
    await tell(id, 'APPROVED', ago(40), 95);
    expect((await first())?.seconds).toBe(40);
    await own.sql`update filings set begins_at = ${ago(30)} where submission = ${id}`;
    expect((await first())?.seconds).toBe(30);
    await having({});
    expect((await first())?.seconds).toBe(100);
  });

  it('of what it has already is as old as the submission', async () => {
    const id = await having({ state: 'SUBMITTED', attempts: 1 });
    await tell(id, 'APPROVED', ago(40), 95);
    expect((await first())?.seconds).toBe(100);
  });
});

describe('what other parts have yet to hear', () => {
  const add = (kind: string, target: string, at: string, attempts = 0) => own.sql`
    insert into outbox (kind, submission, target, next_at, attempts) values (${kind}, 's', ${target}, ${at}, ${attempts})`;
  const left = async () => [...(await store.workLeft()).outbox].sort((a, b) => (a.kind < b.kind ? -1 : 1));

  it('is counted by kind, as old as the first of it, and no younger than now', async () => {
    await add('ISSUE', 'a', ago(20));
    await add('ISSUE', 'b', ago(5));
    await add('ERASE', 'a', ago(-60));
    expect(await left()).toEqual([
      { kind: 'ERASE', count: 1, seconds: 0 },
      { kind: 'ISSUE', count: 2, seconds: 20 },
    ]);
  });

  it('has licences that are to be given back only once that is due', async () => {
    await add('GIVE_BACK', 'promised', ago(-1));
    expect(await left()).toEqual([]);
    await add('GIVE_BACK', 'due', ago(0));
    await add('GIVE_BACK', 'tried', ago(-60), 1);
    expect(await left()).toEqual([{ kind: 'GIVE_BACK', count: 2, seconds: 0 }]);
  });
});

describe('submissions that no worker takes', () => {
  it('are those that are due and that nobody holds, since the first was', async () => {
    const due = async (seconds: number, heldUntil: string | null): Promise<void> => {
      const id = await having({});
      await own.sql`update submissions set due_at = ${ago(seconds)}, held_until = ${heldUntil} where id = ${id}`;
    };
    expect((await store.workLeft()).due).toEqual({ count: 0, seconds: 0 });
    await due(-1, null);
    expect((await store.workLeft()).due).toEqual({ count: 0, seconds: 0 });
    await due(0, null);
    // By the database's clock.
    await due(30, '2020-01-01T00:00:00Z');
    await due(60, '9999-01-01T00:00:00Z');
    expect((await store.workLeft()).due).toEqual({ count: 2, seconds: 30 });
  });
});

it('sessions are this role’s, by what they do, and the server says how many it takes', async () => {
  // Somebody else here, and the same role elsewhere.
  const elsewhere = new URL(roleUrl(database.adminUrl, testSecret, roleOf(testSecret, 'journeys')));
  elsewhere.pathname = '/postgres';
  const others = [database.adminUrl, elsewhere.toString()].map((url) => postgres(url, { max: 1, onnotice: () => {} }));
  for (const sql of others) await sql`select 1`;
  const { sessions, sessionsMaximum } = await store.workLeft();
  const [all] = await own.sql`
    select count(*)::int as count from pg_stat_activity
    where usename = current_user and datname = current_database()`;
  expect(sessions.reduce((sum, { count }) => sum + count, 0)).toBe(all?.count);
  await Promise.all(others.map((sql) => sql.end()));
  expect(sessions.find(({ state }) => state === 'ACTIVE')?.count).toBeGreaterThan(0);
  await own.sql.begin(async (sql) => {
    await sql`select 1`;
    expect((await store.workLeft()).sessions).toContainEqual({ state: 'IN_TRANSACTION', count: 1 });
  });
  expect(sessionsMaximum).toBe(600);
});
