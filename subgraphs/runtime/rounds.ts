import type { Log } from './log.ts';

/** Something that is looked after in rounds. */
export interface Kept {
  round(): Promise<void>;
}

/** Rounds until it is stopped, in default one a minute. `each` are independent of one another. */
export function startRounds(each: ReadonlyArray<Kept>, log: Log, roundMs = 60_000): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running = Promise.resolve();
  const next = (): void => {
    // The database or the folder is out: looked for again in the next round.
    running = Promise.all(
      each.map((one) => one.round().catch((err) => log.warn({ err }, 'what is kept could not be looked after'))),
    )
      .then(() => {})
      .finally(() => {
        if (!stopped) timer = setTimeout(next, roundMs);
      });
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
