import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Log } from '../runtime/log.ts';

/** Runs pieces of work where they hold up nobody. */
export interface Threads<Task, Result> {
  /** `OVER_BUDGET`: it took longer than it may, or more memory. */
  run(task: Task): Promise<Result | 'OVER_BUDGET'>;
  /** Ends what is under way, too. */
  close(): Promise<void>;
}
export interface ThreadsOptions {
  readonly log: Log;
  /** What they do, for the log. */
  readonly what: string;
  /** What a thread runs. */
  readonly from: URL;
  readonly threads: number;
  /** For one piece, from when a thread takes it up. */
  readonly budgetMs: number;
}
/** What a thread is given. It sets `begun` when it begins: a busy machine may be long about beginning a thread, and that is nobody's work. */
export type Begun<Task> = Task & { readonly begun: Int32Array };

const memoryMiB = 256;

/** A few threads that can be ended: one that takes longer than its budget, or more memory, is, and another begins. */
export function createThreads<Task, Result>(options: ThreadsOptions): Threads<Task, Result> {
  const { log, what, from, threads, budgetMs } = options;
  const pool = new Piscina<Begun<Task>, Result>({
    filename: fileURLToPath(from),
    minThreads: 1,
    maxThreads: threads,
    // A thread takes longer to begin than to work.
    idleTimeout: Number.POSITIVE_INFINITY,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMiB },
  });
  // Told to who waits for the work; a thread that nobody waits for is replaced.
  pool.on('error', (err) => log.error({ err, what }, 'a thread ended'));
  return {
    run: async (task) => {
      const late = new AbortController();
      const begun = new Int32Array(new SharedArrayBuffer(4));
      let ended = false;
      let timer: NodeJS.Timeout | undefined;
      whenSet(begun).then(() => {
        if (!ended) timer = setTimeout(() => late.abort(), budgetMs);
      });
      try {
        return await pool.run({ ...task, begun }, { signal: late.signal });
      } catch (err) {
        if (late.signal.aborted || isOutOfMemory(err)) return 'OVER_BUDGET';
        throw err;
      } finally {
        ended = true;
        clearTimeout(timer);
      }
    },
    close: () => pool.destroy(),
  };
}

/** Resolves in this thread when another sets the number and tells so. */
async function whenSet(number: Int32Array): Promise<void> {
  await Atomics.waitAsync(number, 0, 0).value;
}

function isOutOfMemory(err: unknown): boolean {
  return (err as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';
}
