import type { LocalizedName } from '../types.ts';
import type { Breaker } from './breaker.ts';
import type { Call, Send } from './call.ts';
import { OutageError } from './outage.ts';

const retries = 2;
const firstWaitMs = 50;
/** Longer than any deadline: what was not asked is not tried again. */
const neverMs = 3_600_000;

/** One subgraph as it is asked. */
export interface Source {
  readonly title: LocalizedName | undefined;
  readonly deadlineMs: number;
  readonly concurrency: number;
  readonly send: Send;
  /** Only what is reached over a network fails in ways that waiting or leaving it alone mends. */
  readonly breaker: Breaker | null;
  /** Its answers are nobody else's. */
  readonly fresh: boolean;
  underWay: number;
}

/** Takes a place among what is under way to it. Throws an OutageError where it is not to be asked now. */
export function enter(source: Source, call: Call, began: number): void {
  if (began >= call.until) throw new OutageError('SUBGRAPH_TIMEOUT');
  if (source.underWay >= source.concurrency) throw new OutageError('SUBGRAPH_BUSY', { retryAfterMs: neverMs });
  // Last, for the one trial it lets through has to be made.
  if (source.breaker && !source.breaker.lets(Date.now()))
    throw new OutageError('SUBGRAPH_UNAVAILABLE', { retryAfterMs: neverMs });
  source.underWay += 1;
}

/** Gives the place back of a call that failed, and blames the subgraph for it where it is to blame. */
export function leaveFailed(source: Source, { code }: OutageError, call: Call, end: number): void {
  source.underWay -= 1;
  // It is not to blame for a client that left, or for a request that had no time left for it.
  const isCut = code === 'SUBGRAPH_TIMEOUT' && end === call.until;
  // One that refuses is there.
  if (code === 'SUBGRAPH_REFUSED') source.breaker?.succeeded(Date.now());
  else if (!isCut && !call.leaving?.left) source.breaker?.failed(Date.now());
}

/** Whether, and after how long, what failed may be tried again: null where it may not. */
export function waitBefore(again: number, outage: OutageError, source: Source, call: Call, end: number): number | null {
  const tries = source.breaker === null || !call.fetch.isQuery ? 0 : retries;
  if (outage.code !== 'SUBGRAPH_UNAVAILABLE' || again > tries || call.leaving?.left) return null;
  const waitMs = outage.retryAfterMs ?? firstWaitMs * 2 ** (again - 1) * (0.5 + Math.random());
  return performance.now() + waitMs >= end ? null : waitMs;
}
