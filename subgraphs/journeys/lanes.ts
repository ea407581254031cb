import type { Doors } from '../runtime/definition.ts';
import type { Log } from '../runtime/log.ts';
import { Unanswered } from '../runtime/unanswered.ts';
import type { LaneMeters } from './meters.ts';

export interface LaneParts {
  readonly doors: Doors;
  /** Milliseconds of a clock that nobody sets. */
  readonly clock: () => number;
  readonly log: Log;
  readonly meters?: LaneMeters;
}

/** Calls of one department at once: enough for one that takes a second, and few enough that all of them may hang. */
const atOnce = 8;
/** Calls that wait for their turn, so that a worker's submissions may have four filings each with one department; who comes later is told at once to come again. */
const mostWaiting = 56;
/** A department of which nothing was heard for so long, while it is asked, is not waited for. */
const silentMs = 2000;
/** In a row: then nobody asks it but one call in a while, which finds out. */
const failuresToClose = 3;
const probeEveryMs = 5000;
/** The longest that a department may ask to be left alone. */
const longestAfterMs = 60 * 60_000;

interface Lane {
  running: number;
  readonly waiting: Array<(refused: Error | null) => void>;
  /** When a call of it last ended, or the first began. */
  heardAt: number;
  failedInRow: number;
  closedUntil: number;
  watch: NodeJS.Timeout | undefined;
}

/**
 * Each department has a lane of its own: a few calls at once, a short queue, and a breaker. One that hangs, fails or is slow keeps nobody waiting but
 * those who wait for it. Who is not let through is told so at once (`asked: false`) and when to come again. `Retry-After` is kept.
 */
export function createLanes({ doors, clock, log, meters }: LaneParts): Doors {
  const lanes = new Map<string, Lane>();
  const laneOf = (code: string): Lane => {
    const known = lanes.get(code);
    if (known) return known;
    const lane: Lane = { running: 0, waiting: [], heardAt: 0, failedInRow: 0, closedUntil: 0, watch: undefined };
    lanes.set(code, lane);
    return lane;
  };
  const notAsked = (code: string, afterMs: number): Unanswered =>
    new Unanswered(`${code} is out or busy and is not asked.`, { asked: false, afterMs });
  const refuseWaiting = (code: string, lane: Lane, afterMs: number): void => {
    for (const answer of lane.waiting.splice(0)) answer(notAsked(code, afterMs));
  };
  const isSilent = (lane: Lane): boolean => clock() - lane.heardAt >= silentMs;
  const watch = (code: string, lane: Lane): void => {
    clearTimeout(lane.watch);
    lane.watch = setTimeout(
      () => {
        if (lane.waiting.length === 0) return;
        if (isSilent(lane)) refuseWaiting(code, lane, silentMs);
        else watch(code, lane);
      },
      Math.max(1, lane.heardAt + silentMs - clock()),
    );
    lane.watch.unref();
  };
  const takeTurn = async (code: string, lane: Lane): Promise<void> => {
    const closedMs = lane.closedUntil - clock();
    if (closedMs > 0) throw notAsked(code, closedMs);
    // This call finds out; the next one may in a while.
    if (lane.failedInRow >= failuresToClose) lane.closedUntil = clock() + probeEveryMs;
    if (lane.running < atOnce) {
      if (lane.running === 0) lane.heardAt = clock();
      lane.running += 1;
      return;
    }
    if (isSilent(lane) || lane.waiting.length >= mostWaiting) throw notAsked(code, silentMs);
    const turn = new Promise<void>((resolve, reject) => {
      lane.waiting.push((refused) => (refused ? reject(refused) : resolve()));
    });
    if (lane.waiting.length === 1) watch(code, lane);
    await turn;
  };
  const endTurn = (lane: Lane): void => {
    lane.heardAt = clock();
    const next = lane.waiting.shift();
    if (next) next(null);
    else lane.running -= 1;
  };
  const failed = (code: string, lane: Lane, err: unknown): void => {
    lane.failedInRow += 1;
    const wished = err instanceof Unanswered ? err.afterMs : null;
    const closes = lane.failedInRow >= failuresToClose;
    const pauseMs = wished === null ? (closes ? probeEveryMs : 0) : Math.min(wished, longestAfterMs);
    if (pauseMs === 0) return;
    if (lane.closedUntil <= clock()) log.warn({ department: code, pauseMs }, 'a department is left alone for a while');
    lane.closedUntil = Math.max(lane.closedUntil, clock() + pauseMs);
    refuseWaiting(code, lane, pauseMs);
  };
  meters?.watch(function* () {
    for (const [code, { running, waiting, closedUntil, failedInRow }] of lanes) {
      const open = closedUntil > clock() || failedInRow >= failuresToClose;
      yield [code, { running, waiting: waiting.length, open }];
    }
  });
  return (code) => async (request) => {
    const lane = laneOf(code);
    await takeTurn(code, lane).catch((err) => {
      meters?.called(code, 'NOT_ASKED', 0);
      throw err;
    });
    const began = clock();
    const took = (): number => (clock() - began) / 1000;
    try {
      const response = await doors(code)(request);
      meters?.called(code, 'ANSWERED', took());
      if (lane.failedInRow >= failuresToClose) {
        log.info({ department: code }, 'a department answers again');
        lane.closedUntil = 0;
      }
      lane.failedInRow = 0;
      return response;
    } catch (err) {
      meters?.called(code, 'FAILED', took());
      failed(code, lane, err);
      throw err;
    } finally {
      endTurn(lane);
    }
  };
}
