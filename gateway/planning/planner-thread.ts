import { Worker } from 'node:worker_threads';
import { GraphQLError } from 'graphql';
import type { Log } from '../types.ts';
import { notPlanned, type Plans } from './planner.ts';
import type { PlanReply, PlanRequest, ThreadData } from './planner-worker.ts';

/** What becomes of a thread. */
export interface ThreadEvents {
  /** It has read its supergraph. */
  ready(): void;
  /** The supergraph does not hold: why, in one sentence. */
  refused(why: Error): void;
  /** It is no more; `hadBegun`: it had read its supergraph. */
  ended(hadBegun: boolean): void;
}

interface Job {
  readonly resolve: (plans: Plans) => void;
  readonly reject: (error: GraphQLError) => void;
}

const file = new URL('./planner-worker.start.mjs', import.meta.url);
const maximumMemoryMiB = 512;
/** Until it has read the supergraph. */
const beginMs = 60_000;

/** Plans one operation at a time. One that takes longer than its budget, or more memory, ends the thread. */
export class PlannerThread {
  #state: 'BEGINNING' | 'READY' | 'ENDED' = 'BEGINNING';
  #job: Job | undefined;
  #late: NodeJS.Timeout;
  readonly #worker: Worker;
  readonly #events: ThreadEvents;
  readonly #log: Log;

  constructor(data: ThreadData, events: ThreadEvents, log: Log, from: URL = file) {
    this.#events = events;
    this.#log = log;
    this.#worker = new Worker(from, {
      workerData: data,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: maximumMemoryMiB },
    });
    this.#worker.on('message', (reply: PlanReply) => this.#hear(reply));
    this.#worker.on('error', ({ message }) => this.#lose(message));
    this.#worker.on('exit', (code) => this.#lose(`it left with ${code}`));
    this.#late = setTimeout(() => this.#lose(`not begun within ${beginMs} ms`), beginMs).unref();
  }

  get isReady(): boolean {
    return this.#state === 'READY';
  }

  get isFree(): boolean {
    return this.isReady && this.#job === undefined;
  }

  /** For a free thread. Rejects with a GraphQLError with a code. */
  plan(request: PlanRequest, budgetMs: number): Promise<Plans> {
    return new Promise((resolve, reject) => {
      this.#job = { resolve, reject };
      this.#late = setTimeout(() => this.#lose(`an operation was not planned within ${budgetMs} ms`), budgetMs);
      this.#worker.postMessage(request);
    });
  }

  end(): void {
    if (this.#state === 'ENDED') return;
    this.#state = 'ENDED';
    clearTimeout(this.#late);
    this.#worker.removeAllListeners();
    // What ends it is known, or that nobody needs it.
    this.#worker.on('error', () => {});
    this.#worker.terminate().catch((err) => this.#log.error({ err }, "the planner's thread was not ended"));
  }

  #hear(reply: PlanReply): void {
    switch (reply.kind) {
      case 'GAVE_UP':
        this.#log.error({ err: reply.error }, 'the planner gave up on an operation');
        break;
      case 'READY':
        clearTimeout(this.#late);
        this.#state = 'READY';
        // Somebody waits for a thread that begins, and nobody for one that may be asked.
        this.#worker.unref();
        this.#events.ready();
        break;
      case 'UNPROVEN':
        this.end();
        this.#events.refused(new Error(reply.reason));
        break;
      case 'PLANNED':
        this.#finish()?.resolve(reply.plans);
        break;
      case 'REFUSED':
        this.#finish()?.reject(new GraphQLError(reply.error.message, { extensions: reply.error.extensions ?? {} }));
    }
  }

  #finish(): Job | undefined {
    clearTimeout(this.#late);
    const job = this.#job;
    this.#job = undefined;
    return job;
  }

  #lose(why: string): void {
    const hadBegun = this.isReady;
    this.#log.error({ why }, hadBegun ? "the planner's thread ended" : "the planner's thread cannot begin");
    this.end();
    this.#finish()?.reject(notPlanned());
    this.#events.ended(hadBegun);
  }
}
