import { beforeEach, describe, expect, it } from 'vitest';
import type { SubmissionEvent } from '../../subgraphs/journeys/domain/submission.ts';
import type { Seen } from '../../subgraphs/journeys/store/fold.ts';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import { type TellingParts, tellDue } from '../../subgraphs/journeys/telling.ts';
import type { Vault } from '../../subgraphs/journeys/vault.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import { receiveOne } from './receive-one.ts';
import { openStore } from './store-of.ts';

let own: Database;
let store: SubmissionStore;

openStore((opened) => {
  ({ own, store } = opened);
});

const seenOf = async (id: string): Promise<Seen> => (await store.carried.look(id)) as Seen;
/** What its department said when it was given a filing. */
const said = (
  id: string,
  position: number,
  state: 'SUBMITTED' | 'APPROVED' | 'REFUSED' | 'NEEDS_CORRECTION',
): SubmissionEvent => ({
  kind: 'RECEIPT',
  command: { kind: 'HAND_OVER', filing: `${id}-${position}`, state: 'WAITING', supplement: null },
  worker: null,
  receipt: {
    ...{ state, messages: { zh: '好', en: 'Well' }, refusalReason: state === 'REFUSED' ? 'NOT_RESIDENT' : null },
    results: null,
    corrections:
      state === 'NEEDS_CORRECTION' ? [{ field: 'a.b', material: null, message: { zh: '补', en: 'Add' } }] : [],
  },
});
const out = (id: string, position: number): SubmissionEvent => ({
  ...{ kind: 'DEPARTMENT_OUT', afterMs: 1000, worker: null },
  command: { kind: 'HAND_OVER', filing: `${id}-${position}`, state: 'WAITING', supplement: null },
});
/** All that one reads of it, without what only stands for an instant in another writing. */
const plain = ({ row, version, last, submission: { terms: _terms, ...submission }, record }: Seen) => {
  const instants = [row.receivedAt, row.dueAt, row.endedAt].map((at) => at && Date.parse(at));
  return {
    ...{ version, last, submission, instants, record: record() },
    row: { ...row, receivedAt: 0, dueAt: 0, endedAt: 0 },
  };
};

describe('a submission that somebody carries', () => {
  it('stands in the database as whoever goes on from it says', async () => {
    const id = await receiveOne(store, ['a', 'b', 'c', 'd']);
    let seen = await seenOf(id);
    const rounds = [
      [said(id, 1, 'SUBMITTED'), out(id, 2)],
      [said(id, 2, 'NEEDS_CORRECTION'), said(id, 3, 'REFUSED')],
      [said(id, 4, 'APPROVED')],
    ];
    for (const events of rounds) {
      const went = await store.carried.goOn(seen, events);
      seen = went?.seen as Seen;
      expect(plain(seen)).toEqual(plain(await seenOf(id)));
    }
    expect(seen.submission.filings.map(({ state }) => state)).toEqual([
      'SUBMITTED',
      'NEEDS_CORRECTION',
      'REFUSED',
      'APPROVED',
    ]);
    const timeline = await store.timelineOf(id);
    expect(timeline.map(({ event }) => event)).toEqual([
      ...['RECEIVED', 'SUBMITTED', 'DELAYED', 'NEEDS_CORRECTION', 'NEEDS_CORRECTION'],
      ...['CALENDAR_NOT_PUBLISHED', 'REFUSED', 'APPROVED'],
    ]);
    expect((await store.proving.proofOf(seen.row)).brokenAt).toBeNull();
    const told = await store.outbox.take('9999-01-01T00:00:00Z', '9999-01-01T00:00:00Z', 9);
    expect(told.map(({ kind, target }) => [kind, target])).toEqual([['REFUSED', `${id}-3`]]);
  });

  it('is not changed by whoever saw it before somebody else changed it', async () => {
    const id = await receiveOne(store, ['a', 'b']);
    const before = await seenOf(id);
    await store.change(id, { events: [said(id, 1, 'SUBMITTED')] });
    const after = plain(await seenOf(id));
    expect(await store.carried.goOn(before, [said(id, 2, 'SUBMITTED')])).toBeNull();
    expect(plain(await seenOf(id))).toEqual(after);
    expect(await store.timelineOf(id)).toHaveLength(after.last);
  });

  it('is changed by one of two who saw the same', async () => {
    const id = await receiveOne(store, ['a', 'b']);
    const seen = await seenOf(id);
    const went = await Promise.all(
      [1, 2].map((position) => store.carried.goOn(seen, [said(id, position, 'SUBMITTED')])),
    );
    expect(went.filter((each) => each === null)).toHaveLength(1);
    expect((await seenOf(id)).submission.filings.map(({ state }) => state).sort()).toEqual(['SUBMITTED', 'WAITING']);
  });

  it('is not seen where there is none', async () => {
    const id = await receiveOne(store, ['a']);
    const { carried } = store;
    // Each its own, whatever is looked at with it.
    const [none, found, neither] = await Promise.all([carried.look('none'), carried.look(id), carried.look('neither')]);
    expect([none, neither]).toEqual([null, null]);
    expect(plain(found as Seen)).toEqual(plain(await seenOf(id)));
  });

  it('is seen whatever of another cannot be opened', async () => {
    const [bad, good] = [await receiveOne(store, ['a']), await receiveOne(store, ['a'])];
    await own.sql`update filings set sealed = 'x' where submission = ${bad}`;
    const [broken, found] = await Promise.allSettled([store.carried.look(bad), store.carried.look(good)]);
    expect([broken.status, found.status]).toEqual(['rejected', 'fulfilled']);
  });

  it('is lost to whoever takes it over', async () => {
    const id = await receiveOne(store, ['a']);
    while (!(await store.holds.claim('first', 'OLDEST', 1)).includes(id));
    const seen = await seenOf(id);
    await own.sql`update submissions set held_by = 'second' where id = ${id}`;
    expect(await store.carried.goOn(seen, [{ kind: 'TIME_PASSED', worker: 'first' }])).toBeNull();
    expect((await store.change(id, { events: [{ kind: 'TIME_PASSED', worker: 'first' }] })).outcomes).toEqual([
      'HOLD_LOST',
    ]);
  });
});

describe('workers', () => {
  it('hear of what is due at once and is nobody’s, and of nothing else', async () => {
    const [held, free] = [await receiveOne(store, ['a', 'b']), await receiveOne(store, ['a', 'b'])];
    const later = await receiveOne(store, ['a']);
    await own.sql`update submissions set held_by = 'somebody', held_until = now() + interval '1 hour' where id = ${held}`;
    const heard: string[] = [];
    const listening = await own.sql.listen('submission_due', (id) => heard.push(id));
    // Of the first two another filing is to be handed over; of the third there is nothing to do until its department says more.
    for (const id of [held, free, later]) await store.change(id, { events: [said(id, 1, 'SUBMITTED')] });
    await own.sql.notify('submission_due', 'all');
    await expect.poll(() => heard.at(-1)).toBe('all');
    expect(heard).toEqual([free, 'all']);
    await listening.unlisten();
  });
});

describe('what filings issued', () => {
  const issue = async (): Promise<string> => {
    const id = await receiveOne(store, ['a'], 'lin');
    const result = { documentType: 't', subject: 's', party: null, spec: null, number: '1', data: null };
    const results = [{ ...result, issuedAt: new Date().toISOString() }];
    const event = said(id, 1, 'APPROVED') as SubmissionEvent & { readonly kind: 'RECEIPT' };
    await store.carried.goOn(await seenOf(id), [{ ...event, receipt: { ...event.receipt, results } }]);
    return `${id}-1`;
  };
  const heard: string[][] = [];
  let refuses = (_filing: string): boolean => false;
  let giveBack: Vault['giveBack'] = async () => 'DONE';
  let now = Date.now();
  const tell = () => {
    const issueThem: Vault['issue'] = async (licences) => {
      const filings = licences.map(({ filing }) => filing);
      heard.push(filings);
      return filings.some(refuses) ? 'OUT' : 'DONE';
    };
    // Nobody else is told anything here.
    const vault: Partial<Vault> = { issue: issueThem, giveBack };
    return tellDue({ store, vault, log: silentLog, now: () => now } as TellingParts);
  };
  beforeEach(async () => {
    await own.sql`delete from outbox`;
    heard.length = 0;
  });

  it('is told to the vault together, once', async () => {
    const filings = [await issue(), await issue()];
    now = Date.now() + 1000;
    expect([await tell(), await tell()]).toEqual([2, 0]);
    expect(heard.map((each) => [...each].sort())).toEqual([[...filings].sort()]);
  });

  it('is kept from the vault by nothing that another filing issued', async () => {
    const [good, bad] = [await issue(), await issue()];
    now = Date.now() + 1000;
    refuses = (filing) => filing === bad;
    expect(await tell()).toBe(2);
    expect(heard.slice(1).flat().sort()).toEqual([good, bad].sort());
    const left = await own.sql`select target, attempts from outbox`;
    expect([...left]).toEqual([{ target: bad, attempts: 1 }]);
    refuses = () => false;
    now += 60_000;
    expect([await tell(), heard.at(-1), await tell()]).toEqual([1, [bad], 0]);
  });

  it('is told of whatever of another cannot be opened, which is tried again later', async () => {
    const [bad, good] = [await issue(), await issue()];
    await own.sql`update submissions set sealed = 'x' where id = ${bad.replace(/-1$/, '')}`;
    const lost = await issue();
    await own.sql`update filings set sealed = 'x' where id = ${lost}`;
    now = Date.now() + 1000;
    expect([await tell(), heard.flat()]).toEqual([3, [good]]);
    const left = await own.sql<{ target: string; late: boolean }[]>`
      select target, next_at > ${new Date(now).toISOString()} as late from outbox`;
    expect([...left].sort((a, b) => (a.target < b.target ? -1 : 1))).toEqual(
      [bad, lost].sort().map((target) => ({ target, late: true })),
    );
  });

  it('is told of, and so is all else, whatever something cannot be told for', async () => {
    const filing = await issue();
    for (const purpose of ['broken', 'whole']) await store.outbox.promise('none', purpose, new Date().toISOString());
    now = Date.now() + 1000;
    giveBack = async (purpose) => {
      if (purpose === 'broken') throw new Error('It cannot be told.');
      return 'DONE';
    };
    expect([await tell(), heard]).toEqual([3, [[filing]]]);
    expect([...(await own.sql`select target, attempts from outbox`)]).toEqual([{ target: 'broken', attempts: 1 }]);
  });

  it('is asked about once where it is alone', async () => {
    const bad = await issue();
    now = Date.now() + 1000;
    refuses = (filing) => filing === bad;
    await tell();
    expect(heard).toEqual([[bad]]);
  });
});

describe('submissions that are changed at the same time', () => {
  const number = 6;
  const received = (): Promise<Seen[]> =>
    Promise.all(Array.from({ length: number }, async () => seenOf(await receiveOne(store, ['a', 'b']))));
  const states = async (id: string) => (await seenOf(id)).submission.filings.map(({ state }) => state);

  it('each stand as their own change says, and only those change that nobody else has changed since', async () => {
    const seen = await received();
    const old = seen[2] as Seen;
    await store.carried.goOn(old, [out(old.row.id, 1)]);
    const went = await Promise.all(
      seen.map((each, index) => store.carried.goOn(each, [said(each.row.id, (index % 2) + 1, 'APPROVED')])),
    );
    expect(went.map((each) => each !== null)).toEqual(seen.map((each) => each !== old));
    for (const [index, each] of went.entries()) {
      if (!each) continue;
      expect(await states(each.seen.row.id)).toEqual(
        index % 2 === 0 ? ['APPROVED', 'WAITING'] : ['WAITING', 'APPROVED'],
      );
      expect(plain(each.seen)).toEqual(plain(await seenOf(each.seen.row.id)));
    }
    expect(await states(old.row.id)).toEqual(['WAITING', 'WAITING']);
  });

  it('wait for none that somebody holds at the moment, and it is as one that was changed', async () => {
    const seen = await received();
    const held = seen[1] as Seen;
    const went = await own.sql.begin(async (transaction) => {
      await transaction`select id from submissions where id = ${held.row.id} for update`;
      return Promise.all(seen.map((each) => store.carried.goOn(each, [said(each.row.id, 1, 'APPROVED')])));
    });
    expect(went.map((each) => each !== null)).toEqual(seen.map((each) => each !== held));
    // Nothing of it was written: it may be changed as it was seen.
    expect(await store.carried.goOn(held, [said(held.row.id, 1, 'APPROVED')])).not.toBeNull();
  });

  it('are written in fewer statements than there are of them', async () => {
    const seen = await received();
    const told: string[] = [];
    const watched = await own.sql.listen('submission', (id) => told.push(id));
    await Promise.all(seen.map((each) => store.carried.goOn(each, [said(each.row.id, 1, 'APPROVED')])));
    const ids = seen.map(({ row }) => row.id);
    const [written] = await own.sql<{ by: number }[]>`
      select count(distinct xmin::text)::int as by from submissions where id = any(${ids})`;
    expect(written?.by).toBeLessThan(number);
    // Whoever watches one of them hears of it.
    await expect.poll(() => new Set(told)).toEqual(new Set(seen.map(({ row }) => row.id)));
    await watched.unlisten();
  });
});
