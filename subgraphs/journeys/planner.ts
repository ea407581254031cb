import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { buildPlan, effortOf, type Plan, type PlanInput } from '../planning/index.ts';
import { refusal } from '../runtime/errors.ts';
import type { Log } from '../runtime/log.ts';
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

/** Up to here a plan is made in less time than it takes to hand it to a thread and back, some 2 ms. */
const cheapUpTo = 300;
const memoryMiB = 256;

/**
 * Plans in a few threads that can be ended: one that takes longer than its budget, or more memory, is, and another begins. What is certain to be
 * cheap is planned here. One caller never holds every thread.
 */
export function createPlanner({ log, threads = 2, budgetMs = 5000, from = file }: PlannerOptions): Planner {
  const pool = new Piscina<PlannerTask, Plan>({
    filename: fileURLToPath(from),
    minThreads: 1,
    maxThreads: threads,
    // A thread takes longer to begin than to plan.
    idleTimeout: Number.POSITIVE_INFINITY,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMiB },
  });
  // Told to who waits for the plan; a thread that nobody waits for is replaced.
  pool.on('error', (err) => log.error({ err }, 'a thread that plans life events ended'));
  const takeTurn = createTurns(Math.max(1, threads - 1));
  return {
    plan: async (input, caller) => {
      if (effortOf(input) <= cheapUpTo) return buildPlan(input);
      const endTurn = await takeTurn(caller);
      const late = new AbortController();
      const begun = new Int32Array(new SharedArrayBuffer(4));
      let ended = false;
      let timer: NodeJS.Timeout | undefined;
      whenSet(begun).then(() => {
        if (!ended) timer = setTimeout(() => late.abort(), budgetMs);
      });
      try {
        return await pool.run({ input, begun }, { signal: late.signal });
      } catch (err) {
        if (!late.signal.aborted && !isOutOfMemory(err)) throw err;
        log.warn({ effort: effortOf(input) }, 'a life event was not planned within its budget');
        throw refusal('PLAN_NOT_MADE.BUDGET');
      } finally {
        ended = true;
        clearTimeout(timer);
        endTurn();
      }
    },
    close: () => pool.destroy(),
  };
}

/** What a thread is given. It sets `begun` when it begins: a busy machine may be long about beginning a thread, and that is nobody's plan. */
export interface PlannerTask {
  readonly input: PlanInput;
  readonly begun: Int32Array;
}

/** Resolves in this thread when another sets the number and tells so. */
async function whenSet(number: Int32Array): Promise<void> {
  await Atomics.waitAsync(number, 0, 0).value;
}

const file = new URL('./planner-thread.mjs', import.meta.url);

function isOutOfMemory(err: unknown): boolean {
  return (err as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';
}
