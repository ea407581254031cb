import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { createClockSteps, leastStepMs } from '../runtime/clock-steps.ts';
import { startDue } from '../runtime/due.ts';
import type { Meters } from '../runtime/meters.ts';
import { type CarryParts, carry } from './carry.ts';

/** Carries submissions through their departments. Several may run, anywhere: each submission is held by one at a time. */
export interface Worker {
  /** Rejects where nothing is being carried any more, for the database cannot be asked. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}
export interface WorkerOptions extends Omit<CarryParts, 'stopping' | 'waits'> {
  readonly sql: postgres.Sql;
  /** Counts its rounds. */
  readonly meters?: Meters;
  /** How long a hold lasts unless renewed; a killed worker's submissions wait so long. */
  readonly holdMs: number;
  /** How often it looks by itself for what is due; default a second. */
  readonly pollMs?: number;
}

/** Submissions that are taken together, and go on together: what they read, hand over and write comes in the same statements. */
const together = 8;
/** Those that something is done for at once: while the database works for some, others are worked for here. */
const atOnce = 2 * together;
/** With those that only wait for an answer. Some departments may be slow, each with a lane full of calls. */
const heldAtOnce = 64;

export async function startWorker({ sql, holdMs, pollMs = 1000, meters, ...parts }: WorkerOptions): Promise<Worker> {
  const me = randomUUID();
  const { log } = parts;
  const { holds, putOff } = parts.store;
  const noticeClock = createClockSteps(parts.now, {
    begin: async () => {
      const backMs = await putOff.soonerThanShown(leastStepMs);
      if (backMs !== null)
        log.warn({ backMs }, 'a clock of a worker was ahead of this one: what is put off comes sooner by as much');
    },
    putRight: async (backMs) => {
      log.warn({ backMs }, 'the clock was put back: what is put off comes sooner by as much');
      await putOff.sooner(backMs);
    },
    clockShows: putOff.clockShows,
  });
  let stopping = false;
  const running = new Set<Promise<void>>();
  let waiting = 0;
  let newest = false;
  const hasRoom = (): boolean => running.size - waiting <= atOnce - together && running.size <= heldAtOnce - together;

  const carryHeld = async (id: string): Promise<void> => {
    // A renewal that fails is made up for by the next; one that comes too late finds the hold lost, and so does the round.
    const renewing = setInterval(() => {
      holds.renew(id, me).catch((err) => log.warn({ err, submission: id }, 'a lease was not renewed'));
    }, holdMs / 3);
    // Whoever only waits makes room for another.
    let isWaiting = false;
    const waits = (now: boolean): void => {
      if (now !== isWaiting) waiting += now ? 1 : -1;
      isWaiting = now;
      if (now) due.wake();
    };
    try {
      await carry({ ...parts, stopping: () => stopping, waits }, id, me);
    } finally {
      waits(false);
      clearInterval(renewing);
    }
  };
  /** Takes what is due, as much as it may at once. False: there is no more. */
  const takeDue = async (): Promise<boolean> => {
    let more = true;
    while (more && hasRoom() && !stopping) {
      // Half of the places are for what came last: a backlog, however long, keeps nothing new waiting.
      newest = !newest;
      const ids = await holds.claim(me, newest ? 'NEWEST' : 'OLDEST', together);
      more = ids.length === together;
      for (const id of ids) {
        const task = carryHeld(id)
          // The database went away, or the hold was lost: the hold ends by itself and the submission is due again.
          .catch((err) => log.warn({ err, submission: id }, 'a submission was let go'))
          .finally(() => {
            running.delete(task);
            due.wake();
          });
        running.add(task);
      }
    }
    return more;
  };
  const due = await startDue({
    ...{ sql, pollMs, log, meters },
    channel: 'submission_due',
    round: async () => {
      await noticeClock();
      return (await takeDue()) && hasRoom();
    },
  });
  return {
    ready: due.ready,
    stop: async () => {
      stopping = true;
      await due.stop();
      await Promise.allSettled([...running]);
    },
  };
}
