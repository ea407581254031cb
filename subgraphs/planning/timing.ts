import type { WorkingDays } from '../language/calendar.ts';
import { beginningOf, endOf, wholeDays } from '../language/time-limit.ts';
import type { MatterInstance } from './expansion.ts';
import type { Order } from './graph.ts';
import type { EndOf } from './path.ts';

/** When each matter begins and ends, in working days (with parts) after the plan's day, and the chain of them that ends last. */
export interface Timing {
  readonly starts: ReadonlyArray<number>;
  readonly ends: ReadonlyArray<number>;
  readonly end: number;
  /** When the last would end if they were done one after another, each begun on a day of its own: what it takes without the event. */
  readonly oneByOne: number;
  /** Codes of the chain's matters, in order; of several chains the first by code. */
  readonly path: ReadonlyArray<string>;
  /** Dates on which they are expected to begin. */
  readonly startDates: ReadonlyArray<string>;
  /** Dates on which they are expected to end. */
  readonly endDates: ReadonlyArray<string>;
  readonly yearsNotCovered: ReadonlyArray<number>;
}

export function timingOf(days: WorkingDays, instances: ReadonlyArray<MatterInstance>, order: Order): Timing {
  const { starts, ends } = startsAndEnds(instances, order, days);
  const latest = (nodes: ReadonlyArray<number>): number | undefined =>
    [...nodes].sort((a, b) => (ends[b] as number) - (ends[a] as number) || a - b)[0];
  const path: string[] = [];
  let node = latest(order.sequence);
  const end = node === undefined ? 0 : (ends[node] as number);
  while (node !== undefined) {
    path.unshift((instances[node] as MatterInstance).member.matter);
    node = latest(order.before[node] ?? []);
  }
  const dateOf = (at: number): string => days.dateOf(Math.floor(at));
  const startDates = starts.map(dateOf);
  const endDates = ends.map(dateOf);
  const oneByOne = oneAfterAnother(instances, order, days);
  return { starts, ends, end, oneByOne, path, startDates, endDates, yearsNotCovered: days.yearsNotCovered() };
}

/** In the order of the steps, and on the same clock as the event: natural days fall on the calendar, special procedures count. */
function oneAfterAnother(instances: ReadonlyArray<MatterInstance>, order: Order, days: WorkingDays): number {
  const stage = (node: number): number => order.stages[node] ?? 0;
  const sequence = [...order.sequence].sort((a, b) => stage(a) - stage(b) || a - b);
  return sequence.reduce((end, node) => instanceEnd(instances[node] as MatterInstance, wholeDays(end), days), 0);
}

/** Of matters in a cycle, which cannot begin, both are nought. */
export function startsAndEnds(
  instances: ReadonlyArray<MatterInstance>,
  order: Order,
  days: WorkingDays,
): { readonly starts: ReadonlyArray<number>; readonly ends: ReadonlyArray<number> } {
  const starts = new Array<number>(instances.length).fill(0);
  const ends = new Array<number>(instances.length).fill(0);
  for (const node of order.sequence) {
    const instance = instances[node] as MatterInstance;
    const free = Math.max(0, ...(order.before[node] ?? []).map((before) => ends[before] as number));
    starts[node] = beginningOf(free, instance.waits, days);
    ends[node] = instanceEnd(instance, free, days);
  }
  return { starts, ends };
}

/** Of one that nothing else holds up from `free` on. */
function instanceEnd({ answer, waits }: MatterInstance, free: number, days: WorkingDays): number {
  const start = waits.length === 0 ? free : beginningOf(free, waits, days);
  return endOf(start, answer?.promisedLimit ?? answer?.statutoryLimit ?? null, answer?.specialProcedures ?? [], days);
}

/** A search asks for the same ends again and again: they are kept. */
export function createEndOf(instances: ReadonlyArray<MatterInstance>, days: WorkingDays): EndOf {
  const known = instances.map(() => new Map<number, number>());
  return (instance, start) => {
    const ends = known[instance] as Map<number, number>;
    let end = ends.get(start);
    if (end === undefined) {
      end = instanceEnd(instances[instance] as MatterInstance, start, days);
      ends.set(start, end);
    }
    return end;
  };
}
