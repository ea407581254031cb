import { type Calendar, createWorkingDays } from '../../language/calendar.ts';
import { civilDateOf } from '../../language/civil-date.ts';
import type { WaitingPeriod } from '../../language/time-limit.ts';
import { calendarEnds } from './calendar-ends.ts';
import * as words from './reasons.ts';
import { readyFilings } from './states.ts';
import { entry, type Filing, type Submission, type TimelineEntry } from './submission.ts';
import { beginningInChina, dayAfter } from './timing.ts';

/** What a filing has to wait for that is nobody's work, as planned. */
export type Wait = Pick<WaitingPeriod, 'titles' | 'limit' | 'since'>;

interface End {
  /** From when its department may have the filing, in milliseconds. */
  readonly at: number;
  readonly wait: Wait;
  readonly yearsNotCovered: ReadonlyArray<number>;
}

const hourMs = 3_600_000;

/** Of days the first moment after the last of them, which moves on to a working day (民法典 art. 203); hours and minutes go by on the clock. */
function endOf(wait: Wait, from: number, calendar: Calendar): End {
  const { amount, unit } = wait.limit;
  if (unit === 'HOUR') return { at: from + amount * hourMs, wait, yearsNotCovered: [] };
  if (unit === 'MINUTE') return { at: from + (amount * hourMs) / 60, wait, yearsNotCovered: [] };
  const start = civilDateOf(from);
  const days = createWorkingDays(calendar, start);
  const last = days.dateOf(unit === 'NATURAL_DAY' ? days.within(start, amount) : amount);
  return { at: beginningInChina(dayAfter(last)), wait, yearsNotCovered: days.yearsNotCovered() };
}

/**
 * Filings of which it is known now, and was not before, when their waits are over: from the receipt on where all of them run from then, else from when
 * what the filing comes after is approved. Once known the day stands. Filings that did not change are the same objects.
 */
export function withWaits(
  { filings, receivedAt, terms }: Pick<Submission, 'filings' | 'receivedAt' | 'terms'>,
  now: number,
): { readonly filings: ReadonlyArray<Filing>; readonly entries: ReadonlyArray<TimelineEntry> } {
  const isOpen = ({ state, waits, beginsAt }: Filing): boolean =>
    state === 'WAITING' && waits.length > 0 && beginsAt === null;
  if (!filings.some(isOpen)) return { filings, entries: [] };
  const ready = new Set(readyFilings(filings));
  const entries: TimelineEntry[] = [];
  const years = new Set<number>();
  const waiting = filings.map((filing): Filing => {
    if (!isOpen(filing)) return filing;
    if (!ready.has(filing) && filing.waits.some(({ since }) => since === 'PREVIOUS')) return filing;
    const ends = filing.waits.map((wait) => endOf(wait, wait.since === 'BEGINNING' ? receivedAt : now, terms.calendar));
    const last = ends.reduce((latest, end) => (end.at > latest.at ? end : latest));
    for (const year of last.yearsNotCovered) years.add(year);
    const message = words.waitsUntil(last.wait.titles, civilDateOf(last.at));
    entries.push(entry('WAIT_BEGAN', filing, message));
    return { ...filing, beginsAt: last.at, message };
  });
  return { filings: waiting, entries: [...entries, ...calendarEnds([...years])] };
}
