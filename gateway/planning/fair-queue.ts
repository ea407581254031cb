export interface Bounds {
  /** Of one caller. */
  readonly each: number;
  readonly all: number;
}

/** What waits for a turn, of many callers: one caller after another, of each in the order it came. */
export class FairQueue<T> {
  readonly #most: Bounds;
  /** Whose turn is next stands first. */
  readonly #waiting = new Map<string, T[]>();
  #places = 0;

  constructor(most: Bounds) {
    this.#most = most;
  }

  /** Places taken; what several callers wait for has one of each. */
  get places(): number {
    return this.#places;
  }

  /** False: there is no place for it. */
  add(caller: string, item: T): boolean {
    const own = this.#waiting.get(caller) ?? [];
    if (own.includes(item)) return true;
    if (own.length >= this.#most.each || this.#places >= this.#most.all) return false;
    own.push(item);
    this.#places += 1;
    this.#waiting.set(caller, own);
    return true;
  }

  /** The next that may have its turn, and whose turn it was. That caller is last from then on. */
  take(may: (item: T, caller: string) => boolean): readonly [T, caller: string] | undefined {
    for (const [caller, own] of this.#waiting) {
      const item = own.find((each) => may(each, caller));
      if (item === undefined) continue;
      this.#waiting.delete(caller);
      this.#waiting.set(caller, own);
      this.#leave(item);
      return [item, caller];
    }
    return undefined;
  }

  /** All of it, at once. */
  empty(): ReadonlyArray<T> {
    const items = new Set([...this.#waiting.values()].flat());
    this.#waiting.clear();
    this.#places = 0;
    return [...items];
  }

  #leave(item: T): void {
    for (const [caller, own] of this.#waiting) {
      const at = own.indexOf(item);
      if (at < 0) continue;
      own.splice(at, 1);
      this.#places -= 1;
      if (own.length === 0) this.#waiting.delete(caller);
    }
  }
}
