import type { Calendar } from './calendar.ts';
import { addDays } from './civil-date.ts';

export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Weekday = (typeof weekdays)[number];

/** Hours in which so many windows are open, `09:00` to `12:00` in China. */
export interface Shift {
  readonly weekdays: ReadonlyArray<Weekday>;
  readonly from: string;
  readonly to: string;
  readonly windows: number;
}
export interface Opening {
  readonly shifts: ReadonlyArray<Shift>;
  /** As which weekday a working weekend (调休) is open; null: it is not. */
  readonly workingWeekendsAs: Weekday | null;
}

/** Minutes since midnight of `09:30`. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return hours * 60 + minutes;
}

/** `09:30` of minutes since midnight. */
export function timeOf(minutes: number): string {
  const digits = (value: number): string => String(value).padStart(2, '0');
  return `${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}`;
}

const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
const saturday = 5;

/**
 * The shifts of an ISO date, the earliest first; none: it is closed. A public holiday is closed, and so is a weekend beside one, which is
 * part of it; a weekend that has to be worked is open as the weekday that the opening names.
 */
export function shiftsOn(
  { shifts, workingWeekendsAs }: Opening,
  calendar: Calendar,
  date: string,
): ReadonlyArray<Shift> {
  const day = weekdayOf(date);
  const isOff = (each: string): boolean => calendar.holidays.includes(each);
  const isWorkingWeekend = calendar.workdays.includes(date);
  const isWeekend = day >= saturday;
  // Friday before and Monday after: the tables name weekdays alone.
  const beside = [addDays(date, saturday - 1 - day), addDays(date, 7 - day)];
  if (isOff(date) || (isWeekend && !isWorkingWeekend && beside.some(isOff))) return [];
  const as = isWorkingWeekend ? workingWeekendsAs : (weekdays[day] as Weekday);
  return shifts
    .filter((shift) => as !== null && shift.weekdays.includes(as))
    .sort((one, other) => one.from.localeCompare(other.from));
}

/** Minutes of all windows together. */
export function windowMinutes(shifts: ReadonlyArray<Shift>): number {
  return shifts.reduce((sum, { from, to, windows }) => sum + windows * (minutesOf(to) - minutesOf(from)), 0);
}

/** How many can be served: windows × open minutes ÷ minutes that one takes. */
export function capacityOf(shifts: ReadonlyArray<Shift>, serviceMinutes: number): number {
  return Math.floor(windowMinutes(shifts) / serviceMinutes);
}
