/** Less is what clocks are put right by all the time. */
const leastMs = 60_000;

/**
 * Notices a clock that is put back while this process runs: what was put off by the clock as it was would wait for longer by as much. `putRight` hears by how
 * many milliseconds, and hears again where it failed. Both clocks in milliseconds; `steady` one that nobody sets.
 */
export function createClockSteps(
  now: () => number,
  putRight: (backMs: number) => Promise<void>,
  steady: () => number = () => performance.now(),
): () => Promise<void> {
  let known = now() - steady();
  return async () => {
    const ahead = now() - steady();
    const back = known - ahead;
    if (back >= leastMs) await putRight(back);
    known = ahead;
  };
}
