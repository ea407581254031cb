/** Less is what clocks are put right by all the time, and what those of several machines differ by. */
export const leastStepMs = 60_000;
/** What the clock shows is written down so often, and at once where it was put forward. */
const writtenEveryMs = 60_000;

/** Whoever has put things off by the clock, and knows what the clocks of all have shown. Each call comes again where it failed. */
export interface PutOff {
  /** Before anything else: the clock may have been put back while nobody ran. */
  begin(): Promise<void>;
  /** The clock was put back by so many milliseconds. */
  putRight(backMs: number): Promise<void>;
  /** Writes down what the clock shows, for whoever begins after. */
  clockShows(): Promise<void>;
}

/**
 * Notices a clock that is put back: what was put off by the clock as it was would wait for longer by as much. Both clocks in milliseconds; `steady` one
 * that nobody sets.
 */
export function createClockSteps(
  now: () => number,
  putOff: PutOff,
  steady: () => number = () => performance.now(),
): () => Promise<void> {
  let known = now() - steady();
  let begun = false;
  let writtenAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (!begun) await putOff.begin();
    begun = true;
    const ahead = now() - steady();
    const back = known - ahead;
    if (back >= leastStepMs) await putOff.putRight(back);
    if (back <= -leastStepMs) writtenAt = Number.NEGATIVE_INFINITY;
    known = ahead;
    if (steady() - writtenAt < writtenEveryMs) return;
    await putOff.clockShows();
    writtenAt = steady();
  };
}
