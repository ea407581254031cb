import { maxima } from '../language/maxima.ts';
import type { Log } from '../runtime/log.ts';
import type { FileMaxima, Finding } from './domain/files/finding.ts';
import { createThreads } from './threads.ts';

/** What speaks against a file. */
export type LookedAt = Finding | 'OVER_BUDGET';
/** Looks at files where that holds up nobody. */
export interface Looking {
  /** Null: nothing speaks against it. */
  look(contentType: string, content: Uint8Array): Promise<LookedAt | null>;
  close(): Promise<void>;
}
export interface LookingTask {
  readonly contentType: string;
  readonly content: Uint8Array;
  readonly most: FileMaxima;
}

const file = new URL('./looking-thread.mjs', import.meta.url);
/** Ten times what the slowest file of ten megabytes takes. */
const lookingMs = 10_000;

export function createLooking(log: Log): Looking {
  const threads = { what: 'files', from: file, threads: 2, budgetMs: lookingMs };
  const pool = createThreads<LookingTask, Finding | null>({ log, ...threads });
  return {
    look: (contentType, content) => pool.run({ contentType, content, most: maxima }),
    close: pool.close,
  };
}
