import { setTimeout as sleep } from 'node:timers/promises';
import type postgres from 'postgres';
import type { Log } from './log.ts';
import type { Meters } from './meters.ts';

/** Does what is due, again and again: at once where something was heard of, and every so often by itself, for what was heard may be lost. */
export interface Due {
  /** Something is due now. */
  wake(): void;
  /** Rejects where no round has succeeded for so long that nothing is being done. */
  ready(): Promise<void>;
  /** After the round under way. */
  stop(): Promise<void>;
}
export interface DueOptions {
  readonly sql: postgres.Sql;
  /** Where the database says that something is due. */
  readonly channel: string;
  /** In milliseconds. */
  readonly pollMs: number;
  /** So long it waits for more where it heard of something, in milliseconds; default not at all. */
  readonly gatherMs?: number;
  /** Does some of what is due; true: there may be more that can be done at once. */
  readonly round: () => Promise<boolean>;
  readonly log: Log;
  /** Counts the rounds, by the channel. */
  readonly meters?: Meters | undefined;
}

/** So many pauses without a round that succeeded, and at least so long, is not ready. */
const latePauses = 10;
const lateMs = 15_000;

export async function startDue({ sql, channel, pollMs, gatherMs = 0, round, log, meters }: DueOptions): Promise<Due> {
  const stopping = new AbortController();
  let waiting = new AbortController();
  let woken = false;
  let succeeded = performance.now();
  const wake = (): void => {
    woken = true;
    waiting.abort();
  };
  const loop = async (): Promise<void> => {
    let more = false;
    while (!stopping.signal.aborted) {
      if (gatherMs > 0 && !more) await sleep(gatherMs, undefined, { signal: stopping.signal }).catch(() => {});
      woken = false;
      waiting = new AbortController();
      more = false;
      const began = performance.now();
      const count = (outcome: 'DONE' | 'FAILED'): void =>
        meters?.round(channel, outcome, (performance.now() - began) / 1000);
      try {
        more = await round();
        succeeded = performance.now();
        count('DONE');
      } catch (err) {
        count('FAILED');
        // The database went away: looked for again after a pause.
        log.warn({ err, channel }, 'what is due could not be looked for');
      }
      if (woken || more || stopping.signal.aborted) continue;
      await sleep(pollMs, undefined, { signal: waiting.signal }).catch(() => {});
    }
  };
  const listening = await sql.listen(channel, wake, wake);
  const looping = loop();
  return {
    wake,
    ready: async () => {
      const silentMs = performance.now() - succeeded;
      if (silentMs > Math.max(lateMs, latePauses * pollMs)) throw new Error(`${channel}: no round succeeded`);
    },
    stop: async () => {
      stopping.abort();
      wake();
      await looping;
      await listening.unlisten();
    },
  };
}
