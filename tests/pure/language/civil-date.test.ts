import { describe, expect, it } from 'vitest';
import {
  addDays,
  addPeriod,
  civilDateOf,
  daysBetween,
  isCivilDate,
  todayInChina,
} from '../../../subgraphs/language/civil-date.ts';

const at = (instant: string): number => Date.parse(instant);

describe("China's day", () => {
  it.each([
    ['2026-11-24T15:59:59.999Z', '2026-11-24'],
    ['2026-11-24T16:00:00.000Z', '2026-11-25'],
    // 01:30 in Ruian is still the day before in UTC.
    ['2026-11-24T17:30:00.000Z', '2026-11-25'],
    ['2026-11-25T00:00:00.000Z', '2026-11-25'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29'],
    ['1969-12-31T16:00:00.000Z', '1970-01-01'],
    ['1969-12-31T15:59:59.000Z', '1969-12-31'],
  ])('of %s is %s', (instant, date) => {
    expect(civilDateOf(at(instant))).toBe(date);
    expect(todayInChina(at(instant))).toBe(date);
  });

  it('is told anew when it changes, forwards and back', () => {
    const days = ['2026-11-24T10:00Z', '2026-11-25T10:00Z', '2026-11-24T11:00Z'].map((each) => civilDateOf(at(each)));
    expect(days).toEqual(['2026-11-24', '2026-11-25', '2026-11-24']);
  });

  it('is that of the machine’s clock where no instant is given', () => {
    const before = civilDateOf(Date.now());
    const today = todayInChina();
    expect([before, civilDateOf(Date.now())]).toContain(today);
  });
});

describe('a date', () => {
  it.each([
    '2026-02-28',
    '2024-02-29',
    '2000-02-29',
    '2026-01-31',
    '2026-04-30',
    '2026-12-31',
    '0100-01-01',
    '9999-12-31',
  ])('%s exists', (date) => expect(isCivilDate(date)).toBe(true));

  it.each([
    '2026-02-29',
    '2026-02-30',
    '1900-02-29',
    '2026-04-31',
    '2026-01-32',
    '2026-01-00',
    '2026-00-10',
    '2026-13-01',
    '2026-2-8',
    '20260208',
    '2026-02-08T00:00:00Z',
    ' 2026-02-08',
    '-002026-02-08',
    '+012026-01-01',
    '2026-02-08 ',
    '2026/02/08',
    '02026-02-08',
    '2026-02-080',
    '2026-02',
    '',
    'today',
    20260208,
    null,
    undefined,
    ['2026-02-08'],
    '+010000-01',
  ])('%j is none', (value) => expect(isCivilDate(value)).toBe(false));
});

describe('days', () => {
  it.each([
    ['2026-11-24', 0, '2026-11-24'],
    ['2026-11-24', 1, '2026-11-25'],
    ['2026-11-24', 7, '2026-12-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('from %s, %i on, is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });
});

describe('a period', () => {
  it.each([
    ['2026-11-24', { years: 1 }, '2027-11-24'],
    ['2026-11-24', { months: 1 }, '2026-12-24'],
    ['2026-11-24', { months: 2 }, '2027-01-24'],
    ['2026-11-24', { months: 14 }, '2028-01-24'],
    ['2026-11-24', { days: 7 }, '2026-12-01'],
    ['2026-11-24', {}, '2026-11-24'],
    // A month without that day ends on its last.
    ['2026-01-31', { months: 1 }, '2026-02-28'],
    ['2028-01-31', { months: 1 }, '2028-02-29'],
    ['2026-08-31', { months: 1 }, '2026-09-30'],
    ['2008-02-29', { years: 18 }, '2026-02-28'],
    ['2008-02-29', { years: 20 }, '2028-02-29'],
    ['1896-02-29', { years: 4 }, '1900-02-28'],
    // Years and months first, and the days from there.
    ['2026-01-31', { months: 1, days: 1 }, '2026-03-01'],
    ['2026-11-24', { years: 1, months: 1, days: 1 }, '2027-12-25'],
    ['0001-01-01', { years: 1 }, '0002-01-01'],
    // No day is later.
    ['9999-12-01', { days: 31 }, '9999-12-31'],
    ['9999-11-30', { years: 1 }, '9999-12-31'],
    ['9999-12-01', { days: 30 }, '9999-12-31'],
    ['9999-12-01', { days: 29 }, '9999-12-30'],
  ])('from %s of %j ends on %s', (date, period, end) => expect(addPeriod(date, period)).toBe(end));
});
