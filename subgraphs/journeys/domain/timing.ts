import { type Calendar, createWorkingDays, workingDayAfter } from '../../language/calendar.ts';
import { addDays, civilDateOf } from '../../language/civil-date.ts';
import type { TimeLimit } from '../../language/time-limit.ts';

const firstAskMs = 30_000;
const longestAskMs = 15 * 60_000;
/** Of a department whose decisions come by us: it is asked in case one was lost on the way. */
const tellingAskMs = 60 * 60_000;
/** Share of its age after which a submission is asked about again. */
const askShare = 1 / 20;

/**
 * Milliseconds before a department is asked again how a filing stands that waits there: from half a minute to a quarter of an hour, the older the submission
 * the longer; an hour where the department tells by itself. `chance` in [0, 1) spreads those that came together by up to a quarter.
 */
export function askDelay(ageMs: number, tells: boolean, chance: number): number {
  const delay = tells ? tellingAskMs : Math.min(longestAskMs, Math.max(firstAskMs, ageMs * askShare));
  return Math.floor(delay * (1 - chance / 4));
}
/** 补正期限 where the catalogue says none, from the day on which the citizen is told. */
export const usualPeriod: TimeLimit = { amount: 15, unit: 'WORKING_DAY' };

/** A department that has refused a filing so often refuses it for a reason: then it is asked less often, and people look. */
export const refusalsToPark = 10;
/** Staff see it among those that are parked (搁置). */
export const isParked = ({ refusals }: { readonly refusals: number }): boolean => refusals >= refusalsToPark;
export const parkedMs = 60 * 60_000;

const firstRetryMs = 1000;
const longestRetryMs = 60_000;

/** Milliseconds before the next attempt: doubling from one second to a minute. `chance` in [0, 1) spreads callers by up to a half. */
export function retryDelay(attempts: number, chance: number): number {
  return Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(attempts, 6)) * (1 - chance / 2);
}

/** A day by which something is due, and the years on the way that the calendar lacks: there Monday to Friday were counted. */
export interface DueDay {
  readonly on: string;
  readonly yearsNotCovered: ReadonlyArray<number>;
}

/** So many working days after a day; that day itself is day 0. */
export function dueDay(calendar: Calendar, from: string, workingDays: number): DueDay {
  const { date, yearsNotCovered } = workingDayAfter(calendar, from, workingDays);
  return { on: date, yearsNotCovered };
}

/** The last day of a period that begins today; of natural days it moves on to a working day (民法典 art. 203). */
export function correctionDay(calendar: Calendar, today: string, { amount, unit }: TimeLimit): DueDay {
  if (unit === 'WORKING_DAY') return dueDay(calendar, today, amount);
  const days = createWorkingDays(calendar, today);
  return { on: days.dateOf(days.within(today, amount)), yearsNotCovered: days.yearsNotCovered() };
}

/** First day on which a due date has passed. */
export function dayAfter(date: string): string {
  return addDays(date, 1);
}

const hoursAhead = 8;

/** The instant at which a day begins in China, in milliseconds. */
export function beginningInChina(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) - hoursAhead * 3_600_000;
}

/** `330381` + `20261125` + `00000042`: region, the day of receipt in China, and a running number. */
export function receiptNumber(region: string, receivedAt: number, running: number): string {
  return `${region.slice(0, 6)}${civilDateOf(receivedAt).replaceAll('-', '')}${String(running).padStart(8, '0')}`;
}
