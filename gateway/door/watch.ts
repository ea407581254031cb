import { createHash } from 'node:crypto';
import { type Answer, jsonOf } from '../answers/asked.ts';
import { type CodedFormattedError, errorOf } from '../errors.ts';
import type { EventStream } from './event-stream.ts';

/** After a look that nobody answered, or not all; longer each time, up to the other. */
const lookAgainMs = 1000;
const longestAgainMs = 30_000;
/** Between two looks: what changes many times in a row is told a few times. */
const restMs = 500;

export interface WatchParts {
  readonly stream: Pick<EventStream, 'next'>;
  /** What there is to see now. */
  readonly current: () => Promise<Answer>;
  /** Whether whoever watches may still; `UNSURE`: nobody can say now, so nothing is shown. */
  readonly holds: () => Promise<'YES' | 'NO' | 'UNSURE'>;
  readonly end: (why: CodedFormattedError) => void;
  readonly failed: (err: unknown) => void;
}

/**
 * What one client is shown of one thing: each answer that differs from the one before. An answer's id is the digest of what it says, so that
 * every replica knows what a client that comes back has seen. What was left out of an answer has no id, and is looked for again.
 */
export class Watch {
  readonly #parts: WatchParts;
  #shown: { readonly text: string; readonly whole: boolean } | null = null;
  #looking = false;
  #again = false;
  #missed = false;
  #pause = lookAgainMs;
  #later: NodeJS.Timeout | undefined;
  #resting: { readonly timer: NodeJS.Timeout; readonly done: () => void } | undefined;
  #stopped = false;

  constructor(parts: WatchParts) {
    this.#parts = parts;
  }

  /** `seen`: the id of what the client was shown last, wherever that was. */
  begin(first: Answer, seen: string | undefined): void {
    const text = jsonOf({ data: first.data ?? null });
    if (!first.errors && idOf(text) === seen) this.#shown = { text, whole: true };
    else this.#show(first);
  }

  /** One look at a time; being told meanwhile asks for one more. */
  look(): void {
    this.#again = true;
    if (this.#looking || this.#stopped) return;
    this.#looking = true;
    this.#lookWhileTold().then(
      () => {
        this.#looking = false;
      },
      (err) => {
        this.#looking = false;
        this.#parts.failed(err);
        this.#lookLater();
      },
    );
  }

  /** Whoever watches may no longer have the right to. */
  async check(): Promise<void> {
    const still = await this.#parts.holds();
    if (still === 'NO') this.#parts.end(errorOf('UNAUTHENTICATED.TOKEN'));
    else if (still === 'YES' && this.#missed) this.look();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#later);
    clearTimeout(this.#resting?.timer);
    this.#resting?.done();
  }

  async #lookWhileTold(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      const still = await this.#parts.holds();
      if (still === 'NO') {
        this.#parts.end(errorOf('UNAUTHENTICATED.TOKEN'));
        return;
      }
      this.#missed = still === 'UNSURE';
      if (this.#missed) return;
      const now = await this.#parts.current();
      if (this.#stopped) return;
      this.#show(now);
      await this.#rest();
    }
  }

  #show(now: Answer): void {
    // What could not be looked at is not gone: what was shown last stands until somebody answers.
    if (isUnanswered(now)) this.#lookLater();
    else if (isNothing(now)) this.#parts.end(errorOf('NOT_FOUND'));
    else this.#tell(now);
  }

  #tell({ data = null, errors }: Answer): void {
    const text = jsonOf({ data });
    const whole = !errors;
    if (whole) this.#pause = lookAgainMs;
    else this.#lookLater();
    if (this.#shown?.text === text && this.#shown.whole === whole) return;
    this.#shown = { text, whole };
    this.#parts.stream.next(errors ? jsonOf({ data, errors }) : text, whole ? idOf(text) : null);
  }

  #rest(): Promise<void> {
    return new Promise((done) => {
      this.#resting = { timer: setTimeout(done, restMs), done };
    });
  }

  #lookLater(): void {
    clearTimeout(this.#later);
    if (this.#stopped) return;
    this.#later = setTimeout(() => this.look(), this.#pause);
    this.#pause = Math.min(longestAgainMs, this.#pause * 2);
  }
}

/** 96 bits: nobody gains by another text of the same. */
const idOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** Nothing is shown since somebody did not answer, which is not the same as that there is nothing. Of a path that could name nothing there is nothing. */
export function isUnanswered({ data, errors = [] }: Answer): boolean {
  const silent = errors.filter(({ extensions }) => !String(extensions?.code).startsWith('INPUT_'));
  return silent.length > 0 && Object.values(data ?? {}).every((field) => field === null);
}

/** There is no such thing for whoever asks. */
export function isNothing({ data }: Answer): boolean {
  return !data || Object.values(data).every((field) => field === null);
}
