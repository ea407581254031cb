import DataLoader from 'dataloader';
import { addDays, civilDateOf, daysBetween } from '../language/civil-date.ts';
import { type Day, dayOf, releasedPlaces } from './domain/quota.ts';
import { instantOf, type Queue, type WindowRules } from './domain/rules.ts';
import type { QueueQuota, Slot } from './parents.ts';
import type { AppointmentStore } from './store/index.ts';

/** A queue's day, settled or as it would be settled now, with how many numbers are taken of each period and in all. */
export interface OpenDay {
  readonly queue: Queue;
  readonly day: Day;
  readonly booked: ReadonlyArray<number>;
  readonly taken: number;
}
/** Of a queue from one ISO date to another, both included. */
export type DaysOf = (queue: Queue, from: string, to: string) => Promise<ReadonlyArray<OpenDay>>;

/** One look at the database for all queues that are asked for over the same days. */
export function createDays(store: AppointmentStore, rules: () => Promise<WindowRules>, now: () => number): DaysOf {
  const loader = new DataLoader<
    { readonly queue: Queue; readonly from: string; readonly to: string },
    ReadonlyArray<OpenDay>,
    string
  >(
    async (asked) => {
      const { calendar } = await rules();
      const at = new Date(now()).toISOString();
      const spans = new Map(asked.map(({ from, to }) => [`${from} ${to}`, { from, to }]));
      const read = new Map(
        await Promise.all(
          [...spans].map(async ([key, { from, to }]) => {
            const codes = asked.filter((each) => each.from === from && each.to === to).map(({ queue }) => queue.code);
            const [settled, taken] = await Promise.all([
              store.settled(codes, from, to),
              store.taken(codes, from, to, at),
            ]);
            return [key, { settled, taken }] as const;
          }),
        ),
      );
      return asked.map(({ queue, from, to }) => {
        const { settled = [], taken = [] } = read.get(`${from} ${to}`) ?? {};
        return Array.from({ length: daysBetween(from, to) + 1 }, (_, index): OpenDay => {
          const date = addDays(from, index);
          const row = settled.find((each) => each.queue === queue.code && each.date === date);
          const day = row?.day ?? dayOf(queue, calendar, date);
          const own = taken.filter((each) => each.queue === queue.code && each.date === date);
          const booked = day.periods.map((_each, period) => own.find((each) => each.period === period)?.count ?? 0);
          return { queue: row?.rules ?? queue, day, booked, taken: own.reduce((sum, each) => sum + each.count, 0) };
        });
      });
    },
    { cacheKeyFn: ({ queue, from, to }) => `${from} ${to} ${queue.code}` },
  );
  return (queue, from, to) => loader.load({ queue, from, to });
}

/** Times of a day that are being given out: also those of which no number is left. */
export function slotsOf({ queue, day, booked, taken }: OpenDay, now: number): ReadonlyArray<Slot> {
  const { date } = day;
  if (date < civilDateOf(now)) return [];
  const released = releasedPlaces(day, queue.release, now);
  return day.periods.flatMap(({ from, to, places }, index) => {
    const left = Math.min((released[index] ?? 0) - (booked[index] ?? 0), day.offered - taken);
    const isOut = places > 0 && (released[index] ?? 0) > 0 && instantOf(date, from) > now;
    return isOut ? [{ queue, date, from, to, left: Math.max(0, left) }] : [];
  });
}

export const quotaOf = ({ queue, day, taken }: OpenDay): QueueQuota => ({ queue, day, given: taken });
