import type { Log } from './log.ts';
import type { Meters } from './meters.ts';

/** Something that is looked after in rounds. */
export interface Kept {
  round(): Promise<void>;
}

/** How the rounds of a part are counted, by its name. */
export interface RoundMeters {
  readonly name: string;
  readonly meters: Meters;
}

/** Rounds until it is stopped, in default one a minute. `each` are independent of one another. */
export function startRounds(
  each: ReadonlyArray<Kept>,
  log: Log,
  roundMs = 60_000,
  counted: RoundMeters | null = null,
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running = Promise.resolve();
  const look = async (one: Kept): Promise<void> => {
    const began = performance.now();
    const count = (outcome: 'DONE' | 'FAILED'): void =>
      counted?.meters.round(counted.name, outcome, (performance.now() - began) / 1000);
    try {
      await one.round();
      count('DONE');
    } catch (err) {
      // The database or the folder is out: looked for again in the next round.
      log.warn({ err }, 'what is kept could not be looked after');
      count('FAILED');
    }
  };
  const next = (): void => {
    running = Promise.all(each.map(look))
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
