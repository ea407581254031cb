import { maxima } from '../language/maxima.ts';
import { refusal } from '../runtime/errors.ts';

/** Waits for a caller's turn; what it answers ends the turn. */
export type TakeTurn = (caller: string) => Promise<() => void>;

/**
 * Each caller has a few turns at once and waits for the next in the order of asking. Where those whose turn it is are then served in order, callers
 * share evenly, however much one of them asks for. `atOnce`: turns of one caller.
 */
export function createTurns(atOnce: number): TakeTurn {
  const callers = new Map<string, { taken: number; readonly waiting: Array<() => void> }>();
  let waitingInAll = 0;
  const end = (caller: string): void => {
    const own = callers.get(caller);
    if (!own) return;
    const next = own.waiting.shift();
    if (next) {
      waitingInAll -= 1;
      next();
      return;
    }
    own.taken -= 1;
    if (own.taken === 0) callers.delete(caller);
  };
  return async (caller) => {
    const own = callers.get(caller) ?? { taken: 0, waiting: [] };
    callers.set(caller, own);
    if (own.taken < atOnce) own.taken += 1;
    else {
      if (own.waiting.length >= maxima.plansOfOne || waitingInAll >= maxima.plans) throw refusal('PLAN_NOT_MADE.TURN');
      waitingInAll += 1;
      await new Promise<void>((resolve) => own.waiting.push(resolve));
    }
    let ended = false;
    return () => {
      if (!ended) end(caller);
      ended = true;
    };
  };
}
