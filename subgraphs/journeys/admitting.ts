/** Does a piece of work, or refuses it before it has begun. */
export type Admit = <T>(work: () => Promise<T>) => Promise<T>;

export interface Admitting {
  /** What would take longer than this, from now on, is not begun. */
  readonly withinMs: number;
  readonly now: () => number;
  /** What is thrown then; in how many seconds there is room, as far as can be told. */
  readonly refuse: (retryAfterSeconds: number) => Error;
}

/** What a piece is thought to cost before any has ended. */
const firstCostMs = 100;
/** Share of what the last piece cost in the estimate. */
const freshness = 0.2;
/** So many are always begun: an estimate that is too high is corrected by them. */
const alwaysAtOnce = 4;

/**
 * Pieces at once share one processor: each takes what all cost together. So one more is begun only where that is over in time, and the
 * others are told at once, while nothing of theirs has begun, instead of after their deadline, when nobody knows what has.
 */
export function createAdmit({ withinMs, now, refuse }: Admitting): Admit {
  let underWay = 0;
  let costMs = firstCostMs;
  return async (work) => {
    const expectedMs = (underWay + 1) * costMs;
    if (underWay >= alwaysAtOnce && expectedMs > withinMs) throw refuse(Math.ceil((underWay * costMs) / 1000));
    underWay += 1;
    const [began, beside] = [now(), underWay];
    try {
      return await work();
    } finally {
      costMs += freshness * ((now() - began) / Math.max(beside, underWay) - costMs);
      underWay -= 1;
    }
  };
}
