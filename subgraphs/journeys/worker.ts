import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import type { Log } from '../runtime/log.ts';
import { type CarryParts, carry } from './carry.ts';

/** Carries submissions through their departments. Several may run, anywhere: each submission is held by one at a time. */
export interface Worker {
  stop(): Promise<void>;
}
export interface WorkerOptions extends Omit<CarryParts, 'stopping'> {
  readonly sql: postgres.Sql;
  readonly log: Log;
  /** How long a hold lasts unless renewed; a killed worker's submissions wait so long. */
  readonly holdMs: number;
}

const atOnce = 8;
const pollMs = 1000;

export async function startWorker({ sql, log, holdMs, ...parts }: WorkerOptions): Promise<Worker> {
  const me = randomUUID();
  const { holds } = parts.store;
  let stopping = false;
  let woken = false;
  let awake: () => void = () => {};
  const wake = (): void => {
    woken = true;
    awake();
  };
  const running = new Set<Promise<void>>();

  const carryHeld = async (id: string): Promise<void> => {
    // A renewal that fails is made up for by the next; one that comes too late finds the hold lost, and so does the round.
    const renewing = setInterval(() => {
      holds.renew(id, me).catch((err) => log.warn({ err, submission: id }, 'a lease was not renewed'));
    }, holdMs / 3);
    try {
      await carry({ ...parts, stopping: () => stopping }, id, me);
    } finally {
      clearInterval(renewing);
    }
  };
  /** Takes what is due, as much as it may at once. False: there was nothing. */
  const takeDue = async (): Promise<boolean> => {
    let taken = false;
    while (running.size < atOnce && !stopping) {
      const id = await holds.claim(me);
      if (id === null) break;
      taken = true;
      const task = carryHeld(id)
        // The database went away, or the hold was lost: the hold ends by itself and the submission is due again.
        .catch((err) => log.warn({ err, submission: id }, 'a submission was let go'))
        .finally(() => {
          running.delete(task);
          wake();
        });
      running.add(task);
    }
    return taken;
  };
  const loop = async (): Promise<void> => {
    while (!stopping) {
      woken = false;
      // The database went away: looked for again after a pause.
      const taken = await takeDue().catch((err) => {
        log.warn({ err }, 'nothing could be taken');
        return false;
      });
      if (woken || stopping || (taken && running.size < atOnce)) continue;
      await new Promise<void>((done) => {
        const timer = setTimeout(done, pollMs);
        awake = () => {
          clearTimeout(timer);
          done();
        };
      });
    }
  };
  const listening = await sql.listen(
    'submission_due',
    () => wake(),
    () => wake(),
  );
  const looping = loop();
  return {
    stop: async () => {
      stopping = true;
      wake();
      await looping;
      await Promise.allSettled([...running]);
      await listening.unlisten();
    },
  };
}
