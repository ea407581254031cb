import { describe, expect, it } from 'vitest';
import { createWorkingDays } from '../../../subgraphs/language/calendar.ts';
import {
  endOf,
  nominalWorkingDays,
  type SpecialProcedure,
  type TimeLimit,
  wholeDays,
} from '../../../subgraphs/language/time-limit.ts';

// A Tuesday.
const days = createWorkingDays({ holidays: [], workdays: [], years: [2026] }, '2026-11-24');
const limit = (amount: number, unit: TimeLimit['unit']): TimeLimit => ({ amount, unit });
const procedure = (stopsClock: boolean, amount: number, unit: TimeLimit['unit'] = 'WORKING_DAY'): SpecialProcedure => ({
  code: 'p',
  titles: { zh: '公示', en: 'Notice' },
  limit: limit(amount, unit),
  stopsClock,
});

describe('the one table of units', () => {
  it.each([
    [limit(3, 'WORKING_DAY'), 3],
    [limit(7, 'NATURAL_DAY'), 5],
    [limit(14, 'NATURAL_DAY'), 10],
    [limit(4, 'HOUR'), 0.5],
    [limit(8, 'HOUR'), 1],
    [limit(480, 'MINUTE'), 1],
    [limit(45, 'MINUTE'), 0.09375],
    [limit(0, 'MINUTE'), 0],
  ])('%j is %d working days', (each, working) => expect(nominalWorkingDays(each)).toBeCloseTo(working, 12));
});

describe('a matter ends', () => {
  it.each([
    ['at its start without a limit', 2, null, [], 2],
    ['working days later', 1.5, limit(3, 'WORKING_DAY'), [], 4.5],
    ['parts of a day later', 1, limit(2, 'HOUR'), [], 1.25],
    // Tuesday → Tuesday a week later: five working days.
    ['on the calendar, of natural days', 0, limit(7, 'NATURAL_DAY'), [], 5],
    // Begun on the third working day (Friday): two natural days end on Sunday, so on Monday.
    ['on the calendar from the day it begins', 3, limit(2, 'NATURAL_DAY'), [], 4],
    ['with the part of the day it began', 3.5, limit(3, 'NATURAL_DAY'), [], 4.5],
    ['after a procedure that stops the clock', 1, limit(2, 'WORKING_DAY'), [procedure(true, 5)], 8],
    ['with one that runs beside and is shorter', 1, limit(2, 'WORKING_DAY'), [procedure(false, 1)], 3],
    ['with one that runs beside and is longer', 1, limit(2, 'WORKING_DAY'), [procedure(false, 5)], 6],
    ['with both', 0, limit(2, 'WORKING_DAY'), [procedure(false, 4), procedure(true, 1)], 4],
    ['with several that stop it', 0, limit(1, 'WORKING_DAY'), [procedure(true, 1), procedure(true, 2)], 4],
    ['with the longest beside', 0, null, [procedure(false, 4), procedure(false, 2)], 4],
  ] as const)('%s', (_name, start, own, procedures, end) => {
    expect(endOf(start, own, procedures, days)).toBeCloseTo(end, 12);
  });
});

describe('whole days', () => {
  it.each([
    [0, 0],
    [0.001, 1],
    [1, 1],
    [1.2, 2],
    // Three times 20 minutes and more of such parts add up with binary dust.
    [0.1 + 0.2 + 0.7, 1],
    [2 + 1e-12, 2],
  ])('%d is %i', (parts, whole) => expect(wholeDays(parts)).toBe(whole));
});
