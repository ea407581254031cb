import { addDays } from './civil-date.ts';

export interface Calendar {
  /** Days off on weekdays, ISO dates. */
  readonly holidays: ReadonlyArray<string>;
  /** Working days on weekends (调休). */
  readonly workdays: ReadonlyArray<string>;
  /** Years the table covers. */
  readonly years: ReadonlyArray<number>;
}

/** Working days after an ISO date: the date itself is day 0. Weekends are off unless the calendar says otherwise (调休). */
export interface WorkingDays {
  /** Date on which the n-th working day after the start falls. */
  dateOf(workingDays: number): string;
  /**
   * Whole working days until so many natural days after a date are over. A last day that is off moves on to the next working day
   * (民法典 art. 203).
   */
  within(start: string, naturalDays: number): number;
  /** Years asked about so far for which the calendar has no table: there Monday to Friday were counted, which is a guess. */
  yearsNotCovered(): ReadonlyArray<number>;
}

export function createWorkingDays(calendar: Calendar, start: string): WorkingDays {
  const holidays = new Set(calendar.holidays);
  const workdays = new Set(calendar.workdays);
  const years = new Set(calendar.years);
  const dates: string[] = [start];
  const guessed = new Set<number>();
  const noteYear = (date: string): void => {
    const year = Number(date.slice(0, 4));
    if (!years.has(year)) guessed.add(year);
  };
  const isWorkingDay = (date: string): boolean => {
    noteYear(date);
    if (workdays.has(date)) return true;
    if (holidays.has(date)) return false;
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  };
  noteYear(start);
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
      let endsOnDayOff = false;
      for (let day = 1; day <= naturalDays; day++) {
        endsOnDayOff = !isWorkingDay(addDays(from, day));
        if (!endsOnDayOff) count += 1;
      }
      return endsOnDayOff ? count + 1 : count;
    },
    yearsNotCovered: () => [...guessed].sort((a, b) => a - b),
  };
}

/** The ISO date so many working days after another, and the years on the way of which the calendar knows no holidays. */
export function workingDayAfter(
  calendar: Calendar,
  from: string,
  workingDays: number,
): { readonly date: string; readonly yearsNotCovered: ReadonlyArray<number> } {
  const days = createWorkingDays(calendar, from);
  return { date: days.dateOf(workingDays), yearsNotCovered: days.yearsNotCovered() };
}

/** Whole working days from one ISO date to a later one; 0 where it is not later. */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  const days = createWorkingDays(calendar, from);
  let count = 0;
  while (days.dateOf(count + 1) <= to) count += 1;
  return count;
}

/** The date alone, for those who tell nothing of the calendar's end. */
export function addWorkingDays(calendar: Calendar, from: string, workingDays: number): string {
  return workingDayAfter(calendar, from, workingDays).date;
}
