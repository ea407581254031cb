import type { Localized } from './text.ts';

export interface Calendar {
  /** Days off on weekdays, ISO dates. */
  readonly holidays: ReadonlyArray<string>;
  /** Working days on weekends (调休). */
  readonly workdays: ReadonlyArray<string>;
  /** Years the table covers. */
  readonly years: ReadonlyArray<number>;
}

export type TimeUnit = 'WORKING_DAY' | 'NATURAL_DAY' | 'HOUR' | 'MINUTE';
export interface TimeLimit {
  readonly amount: number;
  readonly unit: TimeUnit;
}
export interface SpecialProcedure {
  readonly code: string;
  readonly titles: Localized;
  readonly limit: TimeLimit;
  readonly stopsClock: boolean;
}

const DAY_MS = 86_400_000;
const HOURS_OF_WORK = 8;

/** Working days after an ISO date: the date itself is day 0. Weekends are off unless the calendar says otherwise (调休). */
export interface WorkingDays {
  /** Date on which the n-th working day after the start falls. */
  dateOf(workingDays: number): string;
  /** Whole working days that fall within so many natural days after a date. */
  within(start: string, naturalDays: number): number;
  /** False where a date asked for lies outside the years of the calendar. */
  covered(): boolean;
}

export function createWorkingDays(calendar: Calendar, start: string): WorkingDays {
  const holidays = new Set(calendar.holidays);
  const workdays = new Set(calendar.workdays);
  const years = new Set(calendar.years);
  const dates: string[] = [start];
  let covered = years.has(Number(start.slice(0, 4)));
  const isWorkingDay = (date: string): boolean => {
    if (!years.has(Number(date.slice(0, 4)))) covered = false;
    if (workdays.has(date)) return true;
    if (holidays.has(date)) return false;
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  };
  return {
    dateOf(workingDays) {
      while (dates.length <= workingDays) {
        let date = addDays(dates[dates.length - 1] as string, 1);
        while (!isWorkingDay(date)) date = addDays(date, 1);
        dates.push(date);
      }
      return dates[workingDays] as string;
    },
    within(from, naturalDays) {
      let count = 0;
      for (let day = 1; day <= naturalDays; day++) if (isWorkingDay(addDays(from, day))) count += 1;
      return count;
    },
    covered: () => covered,
  };
}

/** The ISO date so many working days after another. */
export function addWorkingDays(calendar: Calendar, from: string, workingDays: number): string {
  return createWorkingDays(calendar, from).dateOf(workingDays);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/**
 * When a matter begun at `start` ends, both in working days (with parts) after the plan's day. Minutes and hours are parts of
 * a working day of eight hours; natural days fall on the calendar; a procedure that stops the clock comes on top, another runs beside.
 */
export function endOf(
  start: number,
  limit: TimeLimit | null,
  procedures: ReadonlyArray<SpecialProcedure>,
  days: WorkingDays,
): number {
  let end = after(start, limit, days);
  let beside = start;
  for (const procedure of procedures) {
    if (procedure.stopsClock) end = after(end, procedure.limit, days);
    else beside = Math.max(beside, after(start, procedure.limit, days));
  }
  return Math.max(end, beside);
}

function after(start: number, limit: TimeLimit | null, days: WorkingDays): number {
  if (!limit) return start;
  switch (limit.unit) {
    case 'WORKING_DAY':
      return start + limit.amount;
    case 'HOUR':
      return start + limit.amount / HOURS_OF_WORK;
    case 'MINUTE':
      return start + limit.amount / (HOURS_OF_WORK * 60);
    case 'NATURAL_DAY':
      return start + days.within(days.dateOf(Math.floor(start)), limit.amount);
  }
}

/** Whole working days, rounded up once. A path of parts that add up to a whole stays whole despite binary fractions. */
export function wholeDays(workingDays: number): number {
  return Math.ceil(workingDays - 1e-9);
}
