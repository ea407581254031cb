import { describe, expect, it } from 'vitest';
import {
  capacityOf,
  minutesOf,
  type Opening,
  shiftsOn,
  timeOf,
  weekdays,
} from '../../../subgraphs/language/opening-hours.ts';

/** The holidays of May 2026, and the Saturday that is worked for them. */
const calendar = {
  holidays: ['2026-05-01', '2026-05-04', '2026-05-05'],
  workdays: ['2026-05-09'],
  years: [2026],
};
const office = { weekdays: weekdays.slice(0, 5), from: '08:30', to: '12:00', windows: 4 };
const saturday = { weekdays: ['SATURDAY' as const], from: '09:00', to: '12:00', windows: 1 };
const opening: Opening = { shifts: [office, saturday], workingWeekendsAs: 'FRIDAY' };
const windowsOn = (date: string, more: Partial<Opening> = {}) =>
  shiftsOn({ ...opening, ...more }, calendar, date).map(({ windows }) => windows);

describe('the windows of a day', () => {
  it.each([
    ['2026-04-30', 'a Thursday', [4]],
    ['2026-05-01', 'a holiday', []],
    ['2026-05-02', 'the Saturday after a holiday on Friday', []],
    ['2026-05-03', 'the Sunday in between', []],
    ['2026-05-05', 'the last of the holidays', []],
    ['2026-05-06', 'the Wednesday after', [4]],
    ['2026-05-09', 'a Saturday that is worked', [4]],
    ['2026-05-10', 'the Sunday after it', []],
    ['2026-05-16', 'any other Saturday', [1]],
    ['2026-05-17', 'any other Sunday', []],
  ])('%s, %s', (date, _what, windows) => expect(windowsOn(date)).toEqual(windows));

  it('a weekend before a holiday on Monday is part of it', () => {
    const monday = { ...calendar, holidays: ['2026-04-06'] };
    expect(shiftsOn(opening, monday, '2026-04-04')).toEqual([]);
    expect(shiftsOn(opening, monday, '2026-04-11')).toEqual([saturday]);
  });

  it('a weekend that is worked is open though a holiday is beside it', () => {
    const bridged = { ...calendar, holidays: ['2026-05-11'] };
    expect(shiftsOn(opening, bridged, '2026-05-09')).toEqual([office]);
    expect(shiftsOn(opening, bridged, '2026-05-10')).toEqual([]);
  });

  it('none on a weekend that is worked, where the opening says nothing of such', () => {
    expect(windowsOn('2026-05-09', { workingWeekendsAs: null })).toEqual([]);
  });

  it('the earliest first', () => {
    const afternoon = { ...office, from: '13:30', to: '17:30', windows: 3 };
    expect(windowsOn('2026-05-06', { shifts: [afternoon, office] })).toEqual([4, 3]);
  });
});

it('capacity is windows × open minutes ÷ minutes of one, and no part of one', () => {
  expect(capacityOf([office, { ...office, from: '13:30', to: '17:30' }], 15)).toBe(120);
  expect(capacityOf([office], 17)).toBe(49);
  expect(capacityOf([], 15)).toBe(0);
});

it('times are minutes of the day, and back', () => {
  expect([minutesOf('00:00'), minutesOf('08:30'), minutesOf('23:59')]).toEqual([0, 510, 1439]);
  expect([timeOf(0), timeOf(510), timeOf(1439)]).toEqual(['00:00', '08:30', '23:59']);
});
