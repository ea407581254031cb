import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  type Calendar,
  createWorkingDays,
  workingDayAfter,
} from '../../../subgraphs/language/calendar.ts';

/** 2026-11-24 is a Tuesday. One Thursday off, and the Saturday after it worked instead. */
const calendar: Calendar = { holidays: ['2026-12-03'], workdays: ['2026-12-05'], years: [2026] };

describe('working days', () => {
  it.each([
    ['2026-11-24', 0, '2026-11-24'],
    ['2026-11-24', 1, '2026-11-25'],
    ['2026-11-24', 3, '2026-11-27'],
    // Over a weekend.
    ['2026-11-24', 4, '2026-11-30'],
    // Over a holiday, and onto a Saturday worked.
    ['2026-12-02', 1, '2026-12-04'],
    ['2026-12-02', 2, '2026-12-05'],
    ['2026-12-02', 3, '2026-12-07'],
    // From a day off.
    ['2026-11-28', 0, '2026-11-28'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-11-29', 1, '2026-11-30'],
  ])('from %s, %i on, end on %s', (from, days, date) => {
    expect(createWorkingDays(calendar, from).dateOf(days)).toBe(date);
    expect(workingDayAfter(calendar, from, days).date).toBe(date);
    expect(addWorkingDays(calendar, from, days)).toBe(date);
  });

  it('are the same asked twice and in any order', () => {
    const days = createWorkingDays(calendar, '2026-11-24');
    expect([days.dateOf(4), days.dateOf(1), days.dateOf(4)]).toEqual(['2026-11-30', '2026-11-25', '2026-11-30']);
  });
});

describe('natural days', () => {
  it.each([
    ['2026-11-24', 0, 0],
    ['2026-11-24', 1, 1],
    ['2026-11-24', 3, 3],
    // Ending on Saturday or Sunday: over on Monday.
    ['2026-11-24', 4, 4],
    ['2026-11-24', 5, 4],
    ['2026-11-24', 6, 4],
    ['2026-11-24', 7, 5],
    ['2026-11-27', 2, 1],
    ['2026-11-24', 14, 10],
    // Ending on the holiday: over on the Friday after it.
    ['2026-12-02', 1, 1],
    ['2026-12-02', 2, 1],
    // On the Saturday that is worked.
    ['2026-12-02', 3, 2],
  ])('from %s, %i of them hold %i working days', (from, natural, working) => {
    expect(createWorkingDays(calendar, '2026-11-24').within(from, natural)).toBe(working);
  });
});

describe('the end of the calendar', () => {
  it('is named, not guessed over in silence', () => {
    expect(workingDayAfter(calendar, '2026-12-30', 1)).toEqual({ date: '2026-12-31', yearsNotCovered: [] });
    // New Year's Day is a Friday; nobody told us it is off.
    expect(workingDayAfter(calendar, '2026-12-30', 2)).toEqual({ date: '2027-01-01', yearsNotCovered: [2027] });
    expect(workingDayAfter(calendar, '2025-12-31', 1)).toEqual({ date: '2026-01-01', yearsNotCovered: [2025] });
  });

  it('is met on the day of the plan itself', () => {
    expect(workingDayAfter(calendar, '2028-01-03', 0).yearsNotCovered).toEqual([2028]);
  });

  it('names each year once, in order, only those asked about', () => {
    const days = createWorkingDays({ ...calendar, years: [] }, '2026-12-31');
    days.within('2027-12-31', 1);
    days.dateOf(1);
    expect(days.yearsNotCovered()).toEqual([2026, 2027, 2028]);
  });
});
