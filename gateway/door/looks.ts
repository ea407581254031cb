/** Looks at things, so many at once; who comes later waits, the first first. One that has not begun serves everybody who asks for the same. */
export class Looks<Seen> {
  readonly #waiting = new Map<string, Promise<Seen>>();
  readonly #turns: Array<() => void> = [];
  #free: number;

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  /** `key`: who looks at what. */
  look(key: string, work: () => Promise<Seen>): Promise<Seen> {
    const known = this.#waiting.get(key);
    if (known) return known;
    const seen = this.#turn()
      .then(() => {
        // What happens from here on it may not see.
        this.#waiting.delete(key);
        return work();
      })
      .finally(() => this.#pass());
    this.#waiting.set(key, seen);
    return seen;
  }

  async #turn(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((go) => this.#turns.push(go));
  }

  #pass(): void {
    const next = this.#turns.shift();
    if (next) next();
    else this.#free += 1;
  }
}
