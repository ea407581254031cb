import { problem } from '../../language/problems.ts';
import { entry, type TimelineEntry } from './submission.ts';

/** A date that was counted over a year without a calendar is told as the guess it is. */
export function calendarEnds(years: ReadonlyArray<number>): ReadonlyArray<TimelineEntry> {
  if (years.length === 0) return [];
  const { code, message } = problem('CALENDAR_NOT_PUBLISHED', { years });
  return [entry(code, null, message)];
}
