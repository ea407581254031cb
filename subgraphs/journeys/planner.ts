import { buildPlan, effortOf, type Plan, type PlanInput } from '../planning/index.ts';
import { refusal } from '../runtime/errors.ts';
import type { Log } from '../runtime/log.ts';
import { createThreads } from './threads.ts';
import { createTurns } from './turns.ts';

/** Plans life events where they hold up nobody. */
export interface Planner {
  /** Rejects with a coded refusal where it takes too much, or too many wait. `caller` tells apart who asks. */
  plan(input: PlanInput, caller: string): Promise<Plan>;
  /** Ends what is being planned, too. */
  close(): Promise<void>;
}
export interface PlannerOptions {
  readonly log: Log;
  readonly threads?: number;
  /** For one plan, from when a thread takes it up. */
  readonly budgetMs?: number;
  /** What a thread runs. */
  readonly from?: URL;
}
export interface PlannerTask {
  readonly input: PlanInput;
}

/** Up to here a plan is made in less time than it takes to hand it to a thread and back, some 2 ms. */
const cheapUpTo = 300;
const file = new URL('./planner-thread.mjs', import.meta.url);

/** Plans in a few threads; what is certain to be cheap is planned here. One caller never holds every thread. */
export function createPlanner({ log, threads = 2, budgetMs = 5000, from = file }: PlannerOptions): Planner {
  const pool = createThreads<PlannerTask, Plan>({ log, what: 'life events', from, threads, budgetMs });
  const takeTurn = createTurns(Math.max(1, threads - 1));
  return {
    plan: async (input, caller) => {
      if (effortOf(input) <= cheapUpTo) return buildPlan(input);
      const endTurn = await takeTurn(caller);
      try {
        const plan = await pool.run({ input });
        if (plan !== 'OVER_BUDGET') return plan;
        log.warn({ effort: effortOf(input) }, 'a life event was not planned within its budget');
        throw refusal('PLAN_NOT_MADE.BUDGET');
      } finally {
        endTurn();
      }
    },
    close: pool.close,
  };
}
