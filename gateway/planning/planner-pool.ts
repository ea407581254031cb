import type { GraphQLError } from 'graphql';
import { graphqlErrorOf } from '../errors.ts';
import type { Log } from '../types.ts';
import { FairQueue } from './fair-queue.ts';
import { notPlanned, type Plans } from './planner.ts';
import { PlannerThread } from './planner-thread.ts';
import type { PlanRequest } from './planner-worker.ts';

/**
 * Plans in threads beside this one: however long an operation takes, those whose plan is known are answered meanwhile. Callers have their
 * turns one after another; neither one caller nor what is hard ever holds every thread. A thread that ends is replaced.
 */
export interface PlannerPool {
  /** Resolves once a thread has read the supergraph, and proven it; rejects with one sentence where it does not hold. */
  readonly ready: Promise<void>;
  plan(request: PlanRequest, of: { readonly isHard: boolean; readonly caller: string }): Planning;
  /** Ends once nothing waits for a plan any more. */
  close(): void;
}
/** A plan that is being made. */
export interface Planning {
  /** Rejects with a GraphQLError with a code. */
  readonly plans: Promise<Plans>;
  /** Another caller waits for it too, and gives it a turn of theirs. */
  join(caller: string): void;
}
export interface PoolOptions {
  readonly threads: number;
  /** For one operation. */
  readonly budgetMs: number;
  /** Nothing is left to prove of the supergraph. */
  readonly isProven?: boolean;
  /** Begin only when something is to be planned. The supergraph is proven by then. */
  readonly late?: boolean;
  /** Proves and plans where no thread can be begun: slower for everyone, and told in the log. */
  readonly here: { prove(): unknown; plan(request: PlanRequest): Plans };
  readonly log: Log;
  /** What a thread runs. */
  readonly from?: URL;
}

interface Job {
  readonly request: PlanRequest;
  readonly isHard: boolean;
  isWaiting: boolean;
  readonly resolve: (plans: Plans) => void;
  readonly reject: (error: GraphQLError) => void;
}

/** Operations that wait, of one caller and in all. Many people may share one address; and what waits longer is not waited for. */
const bounds = { each: 64, all: 256 };
/** A machine on which no thread could be begun is tried again after this. */
const restMs = 5000;

export function startPlannerPool(sdl: string, options: PoolOptions): PlannerPool {
  const { threads, budgetMs, late = false, here, log, from } = options;
  const waiting = new FairQueue<Job>(bounds);
  const alive = new Set<PlannerThread>();
  let hardUnderWay = 0;
  /** Threads that work for each caller, of those that have one. */
  const heldBy = new Map<string, number>();
  /** Of several threads one is left: by what is hard to what is easy, and, since an estimate may be wrong, by each caller to the others. */
  const most = Math.max(1, threads - 1);
  let isProven = late || (options.isProven ?? false);
  let isReady = late;
  let resting: NodeJS.Timeout | undefined;
  let closing = false;
  let tell: { resolve: () => void; reject: (why: Error) => void } | undefined;
  const ready = late
    ? Promise.resolve()
    : new Promise<void>((resolve, reject) => {
        tell = { resolve, reject };
      });
  // Whoever waits for it hears it; nobody may, yet.
  ready.catch(() => {});

  const begin = (): void => {
    const thread: PlannerThread = new PlannerThread(
      { sdl, isProven },
      {
        ready: () => {
          isProven = true;
          isReady = true;
          tell?.resolve();
          next();
        },
        refused: (why) => {
          alive.delete(thread);
          closing = true;
          tell?.reject(why);
        },
        ended: (hadBegun) => {
          alive.delete(thread);
          if (!hadBegun) rest();
          next();
        },
      },
      log,
      from,
    );
    alive.add(thread);
  };
  const rest = (): void => {
    resting ??= setTimeout(() => {
      resting = undefined;
      next();
    }, restMs).unref();
    if (isReady) return;
    try {
      here.prove();
      isProven = true;
      isReady = true;
      tell?.resolve();
    } catch (why) {
      closing = true;
      tell?.reject(why as Error);
    }
  };
  const take = (): readonly [Job, caller: string] | undefined => {
    const ready = [...alive].filter(({ isReady }) => isReady).length;
    const mayBeHard = hardUnderWay < ready - (threads - most);
    return waiting.take(({ isHard }, caller) => (!isHard || mayBeHard) && (heldBy.get(caller) ?? 0) < most);
  };
  const hold = (caller: string, { isHard }: Job, count: 1 | -1): void => {
    if (isHard) hardUnderWay += count;
    const held = (heldBy.get(caller) ?? 0) + count;
    if (held === 0) heldBy.delete(caller);
    else heldBy.set(caller, held);
  };
  const run = async (thread: PlannerThread, job: Job, caller: string): Promise<void> => {
    job.isWaiting = false;
    hold(caller, job, 1);
    try {
      job.resolve(await thread.plan(job.request, budgetMs));
    } catch (error) {
      job.reject(error as GraphQLError);
    } finally {
      hold(caller, job, -1);
      next();
    }
  };
  const planHere = (job: Job): void => {
    const { request, isHard, resolve, reject } = job;
    job.isWaiting = false;
    try {
      // Nobody waits here for what is hard.
      if (isHard) throw notPlanned();
      resolve(here.plan(request));
    } catch (error) {
      reject(error as GraphQLError);
    }
  };
  const grow = (): void => {
    const isWanted = waiting.places > 0 || (!closing && !late);
    // One after another: those that begin together share the processor, and the first would be late.
    const isBeginning = [...alive].some(({ isReady }) => !isReady);
    if (isWanted && !isBeginning && !resting && alive.size < threads) begin();
  };
  const next = (): void => {
    for (const thread of alive) {
      const taken = thread.isFree ? take() : undefined;
      if (taken) void run(thread, ...taken);
    }
    if (resting && alive.size === 0) for (const job of waiting.empty()) planHere(job);
    if (closing && waiting.places === 0) {
      clearTimeout(resting);
      for (const thread of alive) if (thread.isFree || !thread.isReady) thread.end();
      return;
    }
    grow();
  };
  if (!late) begin();

  return {
    ready,
    plan: (request, { isHard, caller }) => {
      let join: Planning['join'] = () => {};
      const plans = new Promise<Plans>((resolve, reject) => {
        const job: Job = { request, isHard, isWaiting: true, resolve, reject };
        if (!waiting.add(caller, job)) return reject(graphqlErrorOf('OVERLOADED'));
        join = (another) => {
          if (job.isWaiting) waiting.add(another, job);
        };
      });
      next();
      return { plans, join };
    },
    close: () => {
      closing = true;
      next();
    },
  };
}
