import type { Calendar } from '../../language/calendar.ts';
import { addDays } from '../../language/civil-date.ts';
import { capacityOf, minutesOf, type Shift, shiftsOn, timeOf } from '../../language/opening-hours.ts';
import type { Localized } from '../../language/text.ts';
import { instantOf, type Queue, type Release } from './rules.ts';

/** A time that is booked, with what can be served in it. */
export interface Period {
  /** Time of day in China: `08:30`. */
  readonly from: string;
  readonly to: string;
  /** How many of the day's numbers are booked for it, of those that are booked at all. */
  readonly places: number;
}
/** What one queue offers on one day, as it stands once its numbers begin to be given. */
export interface Day {
  /** ISO date. */
  readonly date: string;
  /** Windows × open minutes ÷ minutes that one takes; 0: it is closed. */
  readonly capacity: number;
  /** Numbers of the day, those for who comes without an appointment included. */
  readonly offered: number;
  /** Why fewer than can be served; null: nobody says. */
  readonly reason: Localized | null;
  readonly periods: ReadonlyArray<Period>;
}

/** A queue's day by its rules. `set`: what somebody has said for this day alone. */
export function dayOf(
  queue: Queue,
  calendar: Calendar,
  date: string,
  set: { readonly offered: number; readonly reason: Localized | null } | null = null,
): Day {
  const shifts = shiftsOn(queue.opening, calendar, date);
  const capacity = capacityOf(shifts, queue.serviceMinutes);
  const offered = Math.min(capacity, set?.offered ?? queue.offered ?? capacity);
  const reason = offered < capacity ? (set ? set.reason : queue.offeredReason) : null;
  const bookable = offered - Math.ceil((offered * queue.walkInPercent) / 100);
  return { date, capacity, offered, reason, periods: spread(periodsOf(shifts, queue.periodMinutes), bookable) };
}

/** How many numbers fewer are given than could be; 0: none. */
export const gapOf = ({ capacity, offered }: Pick<Day, 'capacity' | 'offered'>): number => capacity - offered;

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly windows: number;
}

/** Each shift in periods of so many minutes, a rest at its end. Shifts that run side by side are one row of periods each. */
function periodsOf(shifts: ReadonlyArray<Shift>, minutes: number): ReadonlyArray<Stretch> {
  return shifts.flatMap(({ from, to, windows }) => {
    const [begin, end] = [minutesOf(from), minutesOf(to)];
    return Array.from({ length: Math.ceil((end - begin) / minutes) }, (_, index) => ({
      from: begin + index * minutes,
      to: Math.min(end, begin + (index + 1) * minutes),
      windows,
    }));
  });
}

/** So many places over the periods by the minutes of their windows; none is lost by rounding. */
function spread(stretches: ReadonlyArray<Stretch>, places: number): ReadonlyArray<Period> {
  const whole = stretches.reduce((sum, { from, to, windows }) => sum + (to - from) * windows, 0);
  let minutes = 0;
  let given = 0;
  return stretches.map(({ from, to, windows }) => {
    minutes += (to - from) * windows;
    const until = Math.floor((places * minutes) / whole);
    const own = until - given;
    given = until;
    return { from: timeOf(from), to: timeOf(to), places: own };
  });
}

/** Per cent of a day's places that can be booked at an instant: nothing before its first wave. */
export function releasedPercent({ daysAhead, waves }: Release, date: string, now: number): number {
  const day = addDays(date, -daysAhead);
  return waves.filter(({ at }) => instantOf(day, at) <= now).reduce((sum, { percent }) => sum + percent, 0);
}

/** Instant of the next wave of any day after another: what is given back is given out again then and not at once, so that nobody hands it on. */
export function nextWave({ waves }: Pick<Release, 'waves'>, date: string, instant: number): number {
  const times = [date, addDays(date, 1)].flatMap((day) => waves.map(({ at }) => instantOf(day, at)));
  return times
    .filter((time) => time > instant)
    .reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY);
}

/** Places of each period that are released at an instant, evenly over the day; a period that has begun has none. */
export function releasedPlaces(day: Day, release: Release, now: number): ReadonlyArray<number> {
  const percent = releasedPercent(release, day.date, now);
  let places = 0;
  let given = 0;
  return day.periods.map((period) => {
    places += period.places;
    const until = Math.floor((places * percent) / 100);
    const own = until - given;
    given = until;
    return instantOf(day.date, period.from) > now ? own : 0;
  });
}

/**
 * Numbers that are left for who comes without an appointment: of the day's, less those that were given and those that can still be booked
 * for later. Places that nobody booked in time are theirs.
 */
export function walkInsLeft(
  day: Day,
  given: { readonly walkIns: number; readonly booked: ReadonlyArray<number> },
  now: number,
): number {
  const booked = given.booked.reduce((sum, each) => sum + each, 0);
  const toCome = day.periods.reduce(
    (sum, { from, places }, index) =>
      sum + (instantOf(day.date, from) > now ? Math.max(0, places - (given.booked[index] ?? 0)) : 0),
    0,
  );
  return Math.max(0, day.offered - given.walkIns - booked - toCome);
}
