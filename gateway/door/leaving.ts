import type { Asked } from '../answers/asked.ts';

/** Whether the one who asked has left. An AbortSignal says the same, at a price that most requests need not pay. */
export class Leaving implements NonNullable<Asked['leaving']> {
  #left = false;
  #listeners: Set<() => void> | undefined;
  #abort: AbortController | undefined;

  get left(): boolean {
    return this.#left;
  }

  /** The same as a signal, for those who take nothing else. */
  get signal(): AbortSignal {
    if (!this.#abort) {
      this.#abort = new AbortController();
      if (this.#left) this.#abort.abort();
    }
    return this.#abort.signal;
  }

  leave(): void {
    if (this.#left) return;
    this.#left = true;
    this.#abort?.abort();
    for (const listener of this.#listeners ?? []) listener();
  }

  on(listener: () => void): void {
    this.#listeners ??= new Set();
    this.#listeners.add(listener);
  }

  off(listener: () => void): void {
    this.#listeners?.delete(listener);
  }
}
