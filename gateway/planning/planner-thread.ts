import { Worker } from 'node:worker_threads';
import { GraphQLError } from 'graphql';
import type { Log } from '../types.ts';
import { notPlanned, type Plans } from './planner.ts';
import type { PlanReply, PlanRequest } from './planner-worker.ts';

/**
 * Plans in a thread of its own, one operation at a time: however long one takes, requests whose plan is known are answered meanwhile. One
 * that takes longer than its budget, or more memory, is refused, and the thread begun anew.
 */
export interface PlannerThread {
  /** Once it has read the supergraph, or cannot be begun. Rejects with one sentence where the supergraph does not hold. */
  readonly proven: Promise<void>;
  /** Rejects with a GraphQLError with a code. */
  plan(request: PlanRequest): Promise<Plans>;
  /** Ends once nothing waits for a plan any more. */
  close(): void;
}

interface Job {
  readonly request: PlanRequest;
  readonly resolve: (plans: Plans) => void;
  readonly reject: (error: GraphQLError) => void;
}

const file = new URL('./planner-worker.start.mjs', import.meta.url);
const maximumMemoryMiB = 1024;
/** Until it has read the supergraph. */
const beginMs = 60_000;

/** `here` plans where no thread can be begun: slower for everyone, and said in the log. */
export function startPlannerThread(
  sdl: string,
  budgetMs: number,
  here: (request: PlanRequest) => Plans,
  log: Log,
  from: URL = file,
): PlannerThread {
  const waiting: Job[] = [];
  let worker: Worker | undefined;
  let ready = false;
  let current: Job | undefined;
  let late: NodeJS.Timeout | undefined;
  let closing = false;
  let prove: () => void = () => {};
  let refuse: (reason: Error) => void = () => {};
  const proven = new Promise<void>((resolve, reject) => {
    prove = resolve;
    refuse = reject;
  });
  // Who does not wait for it is told by the first plan.
  proven.catch(() => {});
  let broken = false;

  const end = (): Job | undefined => {
    clearTimeout(late);
    const job = current;
    current = undefined;
    return job;
  };
  const stop = (): void => {
    worker?.removeAllListeners();
    // What ends it is known, or that nobody needs it.
    worker?.on('error', () => {});
    worker?.terminate().catch((err) => log.error({ err }, "the planner's thread was not ended"));
    worker = undefined;
    ready = false;
  };
  const begin = (): void => {
    const own = new Worker(from, {
      workerData: { sdl },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: maximumMemoryMiB },
    });
    own.unref();
    own.on('message', (reply: PlanReply) => {
      if (reply.kind === 'GAVE_UP') return log.error({ err: reply.error }, 'the planner gave up on an operation');
      if (reply.kind === 'READY') {
        ready = true;
        prove();
      } else if (reply.kind === 'UNPROVEN') refuse(new Error(reply.reason));
      else if (reply.kind === 'PLANNED') end()?.resolve(reply.plans);
      else end()?.reject(new GraphQLError(reply.error.message, { extensions: reply.error.extensions ?? {} }));
      next();
    });
    const lost = (why: string): void => {
      broken = !ready;
      // Not the supergraph's fault: whoever plans here will tell what is.
      prove();
      log.error({ why }, broken ? "the planner's thread cannot begin" : "the planner's thread ended");
      clearTimeout(beginning);
      stop();
      end()?.reject(notPlanned());
      next();
    };
    own.on('error', ({ message }) => lost(message));
    own.on('exit', (code) => lost(`it left with ${code}`));
    const beginning = setTimeout(() => {
      if (worker === own && !ready) lost(`not within ${beginMs} ms`);
    }, beginMs).unref();
    worker = own;
  };
  const next = (): void => {
    if (current) return;
    while (broken && waiting.length > 0) planHere(waiting.shift() as Job);
    if (waiting.length === 0) {
      if (closing) stop();
      return;
    }
    if (!worker) begin();
    if (!ready) return;
    current = waiting.shift();
    late = setTimeout(() => {
      log.error({ milliseconds: budgetMs }, 'an operation was not planned in time');
      stop();
      end()?.reject(notPlanned());
      next();
    }, budgetMs);
    worker?.postMessage(current?.request);
  };
  const planHere = ({ request, resolve, reject }: Job): void => {
    try {
      resolve(here(request));
    } catch (error) {
      reject(error as GraphQLError);
    }
  };
  begin();

  return {
    proven,
    plan: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        next();
      }),
    close: () => {
      closing = true;
      next();
    },
  };
}
