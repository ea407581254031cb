import type { WorkingDays } from './calendar.ts';
import type { Localized } from './text.ts';

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
/** Time that must pass before a matter begins, and that is nobody's work (等待期): a notice is posted, a claim may be made. */
export interface WaitingPeriod {
  readonly code: string;
  readonly titles: Localized;
  readonly limit: TimeLimit;
  /** From the day the event begins, beside whatever is done meanwhile, or from when what the matter waits for is done. */
  readonly since: 'BEGINNING' | 'PREVIOUS';
}

/**
 * The one table of units: working days in each. A working day has eight hours. Of natural days five in seven are working days: so they
 * compare with other limits where no day is given; from a given day on the calendar counts them (`endOf`).
 */
export const workingDaysIn: Readonly<Record<TimeUnit, number>> = {
  WORKING_DAY: 1,
  NATURAL_DAY: 5 / 7,
  HOUR: 1 / 8,
  MINUTE: 1 / (8 * 60),
};

/** A limit in working days, with parts, whatever day it begins on: to compare limits, not to date them. */
export function nominalWorkingDays({ amount, unit }: TimeLimit): number {
  return amount * workingDaysIn[unit];
}

/**
 * When a matter begun at `start` ends, both in working days (with parts) after the calendar's day. Natural days fall on the calendar; a
 * procedure that stops the clock comes on top, another runs beside.
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

/** When a matter begins that nothing else holds up from `start` on: once every wait is over. */
export function beginningOf(start: number, waits: ReadonlyArray<WaitingPeriod>, days: WorkingDays): number {
  return waits.reduce(
    (begin, { limit, since }) => Math.max(begin, after(since === 'BEGINNING' ? 0 : start, limit, days)),
    start,
  );
}

function after(start: number, limit: TimeLimit | null, days: WorkingDays): number {
  if (!limit) return start;
  if (limit.unit !== 'NATURAL_DAY') return start + nominalWorkingDays(limit);
  return start + days.within(days.dateOf(Math.floor(start)), limit.amount);
}

/** Whole working days, rounded up once. A path of parts that add up to a whole stays whole despite binary fractions. */
export function wholeDays(workingDays: number): number {
  return Math.max(0, Math.ceil(workingDays - 1e-9));
}
