import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capacityGaps } from '../../../subgraphs/appointments/domain/alerts.ts';
import {
  type Day,
  dayOf,
  gapOf,
  nextWave,
  releasedPercent,
  releasedPlaces,
  walkInsLeft,
} from '../../../subgraphs/appointments/domain/quota.ts';
import { instantOf, type Queue } from '../../../subgraphs/appointments/domain/rules.ts';

const calendar = { holidays: ['2026-06-19'], workdays: [], years: [2026] };
const text = (zh: string) => ({ zh, en: zh });
const queue: Queue = {
  ...{ code: 'q', name: text('队列'), kind: 'WINDOW', department: 'd', hall: 'h', matters: ['m'], serviceMinutes: 15 },
  opening: {
    shifts: [{ weekdays: ['WEDNESDAY', 'THURSDAY'], from: '08:30', to: '16:00', windows: 4 }],
    workingWeekendsAs: null,
  },
  ...{ offered: null, offeredReason: null, walkInPercent: 50, periodMinutes: 30 },
  release: {
    daysAhead: 7,
    waves: [
      { at: '08:00', percent: 40 },
      { at: '12:30', percent: 30 },
      { at: '19:30', percent: 30 },
    ],
  },
  noShow: { graceMinutes: 15, count: 3, withinDays: 90, barredDays: 30 },
};
const date = '2026-06-17';
const sum = (numbers: ReadonlyArray<number>) => numbers.reduce((all, each) => all + each, 0);
const placesOf = ({ periods }: Day) => sum(periods.map(({ places }) => places));

describe('a day', () => {
  it('offers all that can be served, half of it to be booked', () => {
    const day = dayOf(queue, calendar, date);
    expect(day).toMatchObject({ capacity: 120, offered: 120, reason: null });
    expect(placesOf(day)).toBe(60);
    expect(day.periods).toHaveLength(15);
    expect(new Set(day.periods.map(({ places }) => places))).toEqual(new Set([4]));
  });

  it('offers what its rules say, or somebody for this day alone, and never more than can be served', () => {
    const fewer = { ...queue, offered: 60, offeredReason: text('培训') };
    expect(dayOf(fewer, calendar, date)).toMatchObject({ offered: 60, reason: text('培训') });
    expect(gapOf(dayOf(fewer, calendar, date))).toBe(60);
    expect(dayOf(fewer, calendar, date, { offered: 100, reason: null })).toMatchObject({ offered: 100, reason: null });
    expect(dayOf(fewer, calendar, date, { offered: 120, reason: text('x') })).toMatchObject({
      offered: 120,
      reason: null,
    });
    expect(dayOf({ ...queue, offered: 999 }, calendar, date).offered).toBe(120);
    expect(dayOf(queue, calendar, '2026-06-16')).toMatchObject({ capacity: 0, offered: 0, periods: [] });
  });

  it('loses no number by rounding, whatever its hours, and puts more where more windows are open', () => {
    const shift = fc.record({
      windows: fc.integer({ min: 1, max: 9 }),
      begin: fc.integer({ min: 0, max: 10 }),
      length: fc.integer({ min: 1, max: 12 }),
    });
    const shifts = fc.array(shift, { minLength: 1, maxLength: 3 });
    const property = fc.property(
      shifts,
      fc.integer({ min: 5, max: 60 }),
      fc.integer({ min: 0, max: 100 }),
      (given, minutes, percent) => {
        const hours = given.map(({ windows, begin, length }) => ({
          ...{ weekdays: ['WEDNESDAY' as const], windows },
          from: `${String(begin).padStart(2, '0')}:30`,
          to: `${String(begin + length).padStart(2, '0')}:15`,
        }));
        const day = dayOf(
          {
            ...queue,
            serviceMinutes: minutes,
            walkInPercent: percent,
            opening: { shifts: hours, workingWeekendsAs: null },
          },
          ...[calendar, date],
        );
        expect(placesOf(day)).toBe(day.offered - Math.ceil((day.offered * percent) / 100));
        expect(day.periods.every(({ places }) => places >= 0)).toBe(true);
      },
    );
    fc.assert(property, { numRuns: 200 });
  });
});

describe('a release', () => {
  const at = (day: string, time: string) => instantOf(day, time);
  it.each([
    ['2026-06-10', '07:59', 0],
    ['2026-06-10', '08:00', 40],
    ['2026-06-10', '12:29', 40],
    ['2026-06-10', '12:30', 70],
    ['2026-06-10', '19:30', 100],
    ['2026-06-09', '23:00', 0],
    ['2026-06-17', '12:00', 100],
  ])('on %s at %s: %i per cent', (day, time, percent) => {
    expect(releasedPercent(queue.release, date, at(day, time))).toBe(percent);
  });

  it('gives of each period, and nothing of one that has begun', () => {
    const day = dayOf(queue, calendar, date);
    const first = releasedPlaces(day, queue.release, at('2026-06-10', '08:00'));
    expect(sum(first)).toBe(24);
    expect(Math.max(...first) - Math.min(...first)).toBeLessThanOrEqual(1);
    const late = releasedPlaces(day, queue.release, at(date, '15:00'));
    expect(late).toEqual([...Array(14).fill(0), 4]);
    expect(releasedPlaces(day, queue.release, at(date, '15:30'))).toEqual(Array(15).fill(0));
  });

  it('comes next at the next time of a day, today or tomorrow', () => {
    expect(nextWave(queue.release, '2026-06-10', at('2026-06-10', '07:00'))).toBe(at('2026-06-10', '08:00'));
    expect(nextWave(queue.release, '2026-06-10', at('2026-06-10', '08:00'))).toBe(at('2026-06-10', '12:30'));
    expect(nextWave(queue.release, '2026-06-10', at('2026-06-10', '21:00'))).toBe(at('2026-06-11', '08:00'));
  });
});

describe('numbers on the spot', () => {
  const day = dayOf(queue, calendar, date);
  const none = day.periods.map(() => 0);
  it('are those that are kept, and what nobody booked in time', () => {
    expect(walkInsLeft(day, { walkIns: 0, booked: none }, instantOf(date, '08:00'))).toBe(60);
    expect(walkInsLeft(day, { walkIns: 60, booked: none }, instantOf(date, '08:00'))).toBe(0);
    expect(walkInsLeft(day, { walkIns: 60, booked: none }, instantOf(date, '08:30'))).toBe(4);
    expect(walkInsLeft(day, { walkIns: 60, booked: none.with(0, 3) }, instantOf(date, '08:30'))).toBe(1);
    expect(walkInsLeft(day, { walkIns: 119, booked: none.with(0, 4) }, instantOf(date, '15:59'))).toBe(0);
  });
});

describe('gaps', () => {
  const open = { from: '2026-06-10', to: '2026-06-18' };
  it('are every day on which fewer are offered than can be served, and no other', () => {
    expect(capacityGaps([queue], calendar, [], open)).toEqual([]);
    const found = capacityGaps([{ ...queue, offered: 60 }], calendar, [], open);
    expect(found.map(({ day, gap }) => [day.date, gap])).toEqual([
      ['2026-06-10', 60],
      ['2026-06-11', 60],
      ['2026-06-17', 60],
      ['2026-06-18', 60],
    ]);
    expect(capacityGaps([{ ...queue, offered: 119 }], calendar, [], { from: date, to: date })).toHaveLength(1);
    expect(capacityGaps([{ ...queue, offered: 120 }], calendar, [], { from: date, to: date })).toEqual([]);
  });

  it('stand as days were settled, whatever the rules say now, and though the queue is gone', () => {
    const day = dayOf({ ...queue, offered: 60 }, calendar, date);
    const settled = [{ queue: 'q', rules: { ...queue, offered: 60 }, day }];
    expect(capacityGaps([queue], calendar, settled, open).map((each) => each.day.date)).toEqual([date]);
    expect(capacityGaps([], calendar, settled, open).map((each) => each.day.date)).toEqual([date]);
    const whole = [{ queue: 'q', rules: queue, day: dayOf(queue, calendar, date) }];
    expect(capacityGaps([{ ...queue, offered: 60 }], calendar, whole, { from: date, to: date })).toEqual([]);
  });
});
