import type { Calendar } from '../../language/calendar.ts';
import { addDays, daysBetween } from '../../language/civil-date.ts';
import { type Day, dayOf, gapOf } from './quota.ts';
import type { Queue } from './rules.ts';

/** A queue that offers fewer numbers on a day than it can serve. */
export interface CapacityGap {
  readonly queue: Queue;
  readonly day: Day;
  readonly gap: number;
}

/**
 * Every day from one to another, both included, on which a queue offers fewer than it can serve, by date and then by queue. A day that is settled
 * stands as it was settled, whatever the rules say now. A reason silences nothing: whoever reads it judges it.
 */
export function capacityGaps(
  queues: ReadonlyArray<Queue>,
  calendar: Calendar,
  settled: ReadonlyArray<{ readonly queue: string; readonly rules: Queue; readonly day: Day }>,
  { from, to }: { readonly from: string; readonly to: string },
): ReadonlyArray<CapacityGap> {
  const keyOf = (queue: string, date: string): string => `${date} ${queue}`;
  const known = new Map(settled.map((each) => [keyOf(each.queue, each.day.date), each]));
  // A queue that the catalogue no longer has stands in the days that were settled.
  const all = new Map([
    ...settled.map(({ queue, rules }) => [queue, rules] as const),
    ...queues.map((each) => [each.code, each] as const),
  ]);
  const current = new Set(queues.map(({ code }) => code));
  const dates = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
  return dates.flatMap((date) =>
    [...all.values()]
      .sort((one, other) => one.code.localeCompare(other.code))
      .flatMap((queue) => {
        const row = known.get(keyOf(queue.code, date));
        if (!row && !current.has(queue.code)) return [];
        const day = row?.day ?? dayOf(queue, calendar, date);
        const gap = gapOf(day);
        return gap > 0 ? [{ queue, day, gap }] : [];
      }),
  );
}
