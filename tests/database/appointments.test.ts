import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, startGraph } from './gateway-of.ts';
import { agentCalled, auditor, household, matters, named, person, queuesOf, windowClerk } from './queue-of.ts';

/** A Wednesday; 2026-06-19 is a holiday. */
const opening = Date.parse('2026-06-10T08:30:00+08:00');
const at = (date: string, time: string): void => {
  now = Date.parse(`${date}T${time}:00+08:00`);
};
let now: number;
let graph: Graph;
let sql: postgres.Sql;
beforeAll(async () => {
  now = opening;
  // The clock goes back between tests: what ends days behind it looks once, at the start.
  graph = await startGraph({ now: () => now, pace: { dueMs: 100, keptMs: 3_600_000 } });
  sql = postgres(graph.database.adminUrl, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await graph.close();
});
const queues = queuesOf(() => graph);
const zhang = windowClerk('clerk-zhang');
let people = 100;
const somebody = () => person(people++);

describe('what is offered', () => {
  it('follows from windows, hours and minutes, on the calendar', async () => {
    // Four windows, seven and a half hours, a quarter of an hour each.
    expect(await queues.quota('public-security', '2026-06-11')).toMatchObject({ capacity: 120, offered: 120, gap: 0 });
    expect(await queues.quota('public-security', '2026-06-13')).toMatchObject({ capacity: 24, offered: 24 });
    expect(await queues.quota('public-security', '2026-06-19')).toMatchObject({ capacity: 0, offered: 0, gap: 0 });
    expect(await queues.quota('public-security', '2026-06-20')).toMatchObject({ capacity: 0 });
    expect(await queues.quota('public-security', '2026-09-20')).toMatchObject({ capacity: 120, yearNotCovered: false });
    expect(await queues.quota('public-security', '2027-01-04')).toMatchObject({ yearNotCovered: true });
    expect(await queues.quota('tax', '2026-06-11')).toBeNull();
  });

  it('systems 14, test: offering 60 where 120 can be served names the gap', async () => {
    expect(await queues.quota('medical-insurance', '2026-06-11')).toMatchObject({
      capacity: 120,
      offered: 60,
      gap: 60,
    });
    const found = await queues.alerts({ from: '2026-06-11', to: '2026-06-11', kind: 'CAPACITY_GAP' });
    expect(found).toMatchObject([{ queue: { code: 'ruian-insurance' }, capacity: 120, offered: 60, gap: 60 }]);
    expect(found[0]?.gapReason).toBe('两个窗口的工作人员在岗培训');
  });

  it('is given out in waves over a day a week ahead, in all periods alike', async () => {
    at('2026-06-10', '07:59');
    expect(await queues.slots(matters.birth, '2026-06-17', '2026-06-17')).toEqual([]);
    const sum = async (time: string) => {
      at('2026-06-10', time);
      const slots = await queues.slots(matters.birth, '2026-06-17', '2026-06-17');
      return { left: slots.reduce((all, { left }) => all + left, 0), periods: slots.length };
    };
    // 72 of 120 are booked: 48 are kept for those who come without.
    expect(await sum('08:00')).toEqual({ left: 28, periods: 15 });
    expect(await sum('12:30')).toEqual({ left: 50, periods: 15 });
    expect(await sum('19:30')).toEqual({ left: 72, periods: 15 });
    now = opening;
  });
});

describe('a number', () => {
  it('is booked, seen by its owner alone, and given back before its time', async () => {
    const own = somebody();
    const { ticket } = await queues.book({ date: '2026-06-11', from: '09:00' }, own);
    expect(ticket).toMatchObject({
      date: '2026-06-11',
      from: '09:00',
      status: 'BOOKED',
      departments: [{ code: 'public-security' }],
    });
    const see = async (as: typeof own | null) =>
      (
        await graph.ask<{ appointment: unknown }>(
          { query: '{ appointment(id: "ID") { id } }'.replace('ID', ticket?.id ?? '') },
          as,
        )
      ).appointment;
    expect(await see(own)).not.toBeNull();
    expect(await see(zhang)).not.toBeNull();
    for (const other of [null, somebody(), auditor, windowClerk('other', 'tax'), agentCalled('nobody')])
      expect(await see(other)).toBeNull();
    expect((await queues.cancel(ticket?.id ?? '', somebody())).codes).toEqual(['APPOINTMENT_NOT_FOUND']);
    expect((await queues.cancel(ticket?.id ?? '', own)).ticket?.status).toBe('CANCELLED');
    expect((await queues.cancel(ticket?.id ?? '', own)).codes).toEqual(['APPOINTMENT_OVER']);
  });

  it('is the same under the same key, and another content under it is refused', async () => {
    const own = somebody();
    const input = { idempotencyKey: 'once', date: '2026-06-11', from: '09:00' };
    const [first, second] = await Promise.all([queues.book(input, own), queues.book(input, own)]);
    expect(first.ticket?.id).toBe(second.ticket?.id);
    expect((await queues.book({ ...input, from: '09:30' }, own)).codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });

  it('systems 14, test: a citizen cannot hold two live numbers for one matter, not at once and not at another window', async () => {
    const own = somebody();
    const tries = await Promise.all(
      ['09:00', '09:30', '10:00', '14:00'].map((from) => queues.book({ date: '2026-06-11', from }, own)),
    );
    expect(tries.filter(({ ticket }) => ticket)).toHaveLength(1);
    expect(tries.flatMap(({ codes }) => codes)).toEqual(Array(3).fill('LIVE_NUMBER_EXISTS'));
    const onTheSpot = await queues.change('issueTicket', '', { ...household, person: own.claims }, zhang);
    expect(onTheSpot.problems).toMatchObject([{ code: 'LIVE_NUMBER_EXISTS' }]);
    // For another matter they may.
    expect((await queues.book({ date: '2026-06-11', from: '10:30', matters: [matters.spouse] }, own)).codes).toEqual(
      [],
    );
    const held =
      await sql`select person, matter, count(*) from appointments.live_numbers group by 1, 2 having count(*) > 1`;
    expect(held).toEqual([]);
  });

  it('is refused where there is none: before its wave, at no such time, where all are taken', async () => {
    const own = somebody();
    expect((await queues.book({ date: '2026-06-18', from: '09:00' }, own)).codes).toEqual(['NO_NUMBER_LEFT']);
    expect((await queues.book({ date: '2026-06-11', from: '09:05' }, own)).codes).toEqual(['SLOT_UNKNOWN']);
    expect((await queues.book({ date: '2026-06-09', from: '09:00' }, own)).codes).toEqual(['SLOT_UNKNOWN']);
    expect((await queues.book({ date: '2026-06-11', from: '09:00', matters: [matters.water] }, own)).codes).toEqual([
      'QUEUE_TAKES_NOT',
    ]);
    expect((await queues.book({ queue: 'none' }, own)).codes).toEqual(['QUEUE_UNKNOWN']);
    expect((await queues.book({}, { ...own, claims: {} })).codes).toEqual(['REAL_NAME_REQUIRED']);
    const [slot] = await queues.slots(matters.birth, '2026-06-12', '2026-06-12');
    const many = await Promise.all(
      Array.from({ length: 9 }, () => queues.book({ date: '2026-06-12', from: slot?.from }, somebody())),
    );
    expect(many.filter(({ ticket }) => ticket)).toHaveLength(slot?.left as number);
    expect(new Set(many.flatMap(({ ticket }) => ticket?.number ?? [])).size).toBe(slot?.left);
    expect(new Set(many.flatMap(({ codes }) => codes))).toEqual(new Set(['NO_NUMBER_LEFT']));
  });

  it('that is given back is given out again with the next wave, and not at once', async () => {
    at('2026-06-10', '09:00');
    const own = somebody();
    const left = async () =>
      (await queues.slots(matters.birth, '2026-06-15', '2026-06-15')).find(({ from }) => from === '10:00')?.left;
    const before = (await left()) as number;
    const { ticket } = await queues.book({ date: '2026-06-15', from: '10:00' }, own);
    expect(await left()).toBe(before - 1);
    await queues.cancel(ticket?.id ?? '', own);
    expect(await left()).toBe(before - 1);
    at('2026-06-10', '12:29');
    expect(await left()).toBe(before - 1);
    at('2026-06-10', '12:30');
    expect(await left()).toBe(before);
    now = opening;
  });

  it('of who books without a time is the first that is left', async () => {
    const { ticket } = await queues.book({ matters: [matters.death] }, somebody());
    expect(ticket).toMatchObject({ date: '2026-06-10', from: '09:00' });
  });

  it('is no longer to be had for who did not come three times, until the day that they are told', async () => {
    const own = somebody();
    for (const date of ['2026-06-11', '2026-06-12', '2026-06-15']) {
      at(date, '08:00');
      const { ticket } = await queues.book({ date, from: '09:30' }, own);
      at(date, '09:40');
      expect((await queues.noShow(ticket?.id ?? '', zhang)).codes).toEqual(['NO_SHOW_TOO_EARLY']);
      at(date, '09:45');
      expect((await queues.noShow(ticket?.id ?? '', zhang)).ticket?.status).toBe('NO_SHOW');
    }
    at('2026-06-16', '08:00');
    const refused = await queues.book({ date: '2026-06-16', from: '09:30' }, own);
    expect(refused.codes).toEqual(['NO_SHOWS_BARRED']);
    expect(refused.messages[0]).toContain('2026-07-16');
    // On the spot they are given a number.
    expect((await queues.change('issueTicket', '', { ...household, person: own.claims }, zhang)).problems).toEqual([]);
    at('2026-07-16', '08:00');
    expect((await queues.book({ date: '2026-07-16', from: '09:30' }, own)).codes).toEqual([]);
    now = opening;
  });
});

describe('a queue', () => {
  it('is called in its order: exempt first, then by whose turn began first', async () => {
    at('2026-06-17', '08:20');
    const booked = (await queues.book({ date: '2026-06-17', from: '09:00' }, somebody())).ticket?.id ?? '';
    expect((await queues.checkIn(booked, windowClerk('other', 'tax'))).codes).toEqual(['APPOINTMENT_NOT_FOUND']);
    at('2026-06-17', '08:40');
    const first = await queues.issue(people++, zhang);
    at('2026-06-17', '08:50');
    await queues.checkIn(booked, zhang);
    at('2026-06-17', '08:55');
    const last = await queues.issue(people++, zhang);
    at('2026-06-17', '09:01');
    const elderly = await queues.issue(people++, zhang, { exemption: 'elderly' });
    expect((await queues.issue(people++, zhang, { exemption: 'rich' })).codes).toEqual(['EXEMPTION_UNKNOWN']);
    expect([first, last, elderly].map(({ ticket }) => ticket?.ahead)).toEqual([0, 1, 0]);
    const called: Array<string | undefined> = [];
    for (let turn = 0; turn < 5; turn++) called.push((await queues.call(zhang)).ticket?.id);
    expect(called).toEqual([elderly.ticket?.id, first.ticket?.id, last.ticket?.id, booked, undefined]);
    for (const appointment of called.slice(0, 4)) expect((await queues.serve({ appointment }, zhang)).alert).toBeNull();
    expect(await queues.alerts({ from: '2026-06-17', to: '2026-06-17', queue: household.queue })).toEqual([]);
    now = opening;
  });

  it('systems 14, test: serving a case with no ticket or out of order writes an unalterable event and an alert', async () => {
    at('2026-06-18', '09:00');
    const wei = people;
    await queues.issue(people++, zhang);
    at('2026-06-18', '09:01');
    const later = await queues.issue(people++, zhang);
    const jumped = await queues.serve({ appointment: later.ticket?.id }, zhang);
    expect(jumped).toMatchObject({ alert: 'OUT_OF_ORDER', codes: [], ticket: { status: 'SERVED' } });
    const without = await queues.serve({ person: named(999), matter: matters.birth }, windowClerk('clerk-li'));
    expect(without).toMatchObject({ alert: 'WITHOUT_NUMBER', codes: [], ticket: null });
    // A number that was used serves nobody twice.
    expect((await queues.serve({ appointment: later.ticket?.id }, zhang)).alert).toBe('WITHOUT_NUMBER');
    const found = await queues.alerts({ from: '2026-06-18', to: '2026-06-18', queue: household.queue });
    const brief = found.map(({ kind, operator, beneficiary, passedOver }) => [
      kind,
      operator,
      beneficiary?.name,
      passedOver,
    ]);
    expect(brief).toEqual([
      ['OUT_OF_ORDER', 'clerk-zhang', `办事人${wei + 1}`, 1],
      ['WITHOUT_NUMBER', 'clerk-li', '办事人999', null],
      ['WITHOUT_NUMBER', 'clerk-zhang', `办事人${wei + 1}`, null],
    ]);
    expect(found[1]?.beneficiary?.identityNumber).toMatch(/^3303\*+0999$/);
    for (const statement of [
      'update appointments.log set at = now()',
      "update appointments.log set body = '{}'",
      'delete from appointments.log',
      'truncate appointments.log',
    ])
      await expect(sql.unsafe(statement)).rejects.toThrow(/neither changed nor removed/);
    now = opening;
  });

  it('shows where somebody changed what was recorded, past what the database allows', async () => {
    const look = async (as: typeof auditor = auditor) =>
      (
        await graph.ask<{
          queueLog: { brokenAt: number | null; totalCount: number; nodes: ReadonlyArray<{ kind: string }> };
        }>(
          {
            query:
              '{ queueLog(queue: "ruian-household", date: "2026-06-18") { brokenAt totalCount nodes { number kind ticket operator } } }',
          },
          as,
        )
      ).queueLog;
    const whole = await look();
    expect(whole.brokenAt).toBeNull();
    expect(whole.nodes.map(({ kind }) => kind)).toEqual(['OPENED', 'ISSUED', 'ISSUED', 'SERVED', 'SERVED', 'SERVED']);
    await expect(look(zhang)).rejects.toThrow(/FORBIDDEN/);
    // A chain that somebody wrote anew bears no signature: of the last row alone, which no other holds.
    const subject = 'day 2026-06-18 ruian-household';
    const forge = (value: string | null) =>
      sql.begin(async (transaction) => {
        await transaction`alter table appointments.log disable trigger log_only_added`;
        const [before] =
          await transaction`select signature from appointments.log where subject = ${subject} and number = 6`;
        await transaction`update appointments.log set signature = ${value} where subject = ${subject} and number = 6`;
        await transaction`alter table appointments.log enable trigger log_only_added`;
        return before?.signature as string;
      });
    const signature = await forge('forged');
    expect((await look()).brokenAt).toBe(6);
    await forge(null);
    expect((await look()).brokenAt).toBe(6);
    await forge(signature);
    expect((await look()).brokenAt).toBeNull();
    await sql.begin(async (transaction) => {
      await transaction`alter table appointments.log disable trigger log_only_added`;
      await transaction`update appointments.log set body = body - 'alert' where subject = ${subject} and number = 5`;
      await transaction`alter table appointments.log enable trigger log_only_added`;
    });
    expect((await look()).brokenAt).toBe(5);
  });
});
