import type { GraphRequest, GraphResponse, PinOptions } from '../types.ts';

/** What one request reads, all of it reads: asked for once, and again after a notification. */
export class Pin {
  readonly header: string;
  /** What it came to, so that nobody waits for what is known. */
  known: string | undefined;
  readonly #options: PinOptions;
  readonly #ask: (request: GraphRequest) => Promise<GraphResponse>;
  #asking: Promise<string | null> | undefined;

  constructor(options: PinOptions, ask: (request: GraphRequest) => Promise<GraphResponse>) {
    this.header = options.header;
    this.#options = options;
    this.#ask = ask;
  }

  /** Null: nobody can tell now. */
  read(): Promise<string | null> {
    if (this.#asking) return this.#asking;
    const { operation, field } = this.#options;
    const asking = this.#ask({ query: operation }).then(({ data }) => {
      const value = data?.[field];
      const read = value === null || value === undefined ? null : String(value);
      // Forgotten meanwhile, it is not known.
      if (this.#asking === asking) {
        if (read === null) this.#asking = undefined;
        else this.known = read;
      }
      return read;
    });
    this.#asking = asking;
    // Whoever waits for it is told; the next one asks anew, not only after a notification.
    asking.catch(() => {
      if (this.#asking === asking) this.#asking = undefined;
    });
    return asking;
  }

  forget(): void {
    this.#asking = undefined;
    this.known = undefined;
  }
}
