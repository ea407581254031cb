import { LRUCache } from 'lru-cache';
import type { GraphRequest, GraphResponse, PinOptions } from '../types.ts';

/** What the pin came to for a day: its value (null: nobody can tell now), or why there is none. */
export type Pinned = { readonly value: string | null } | { readonly refused: NonNullable<GraphResponse['errors']> };

interface Day {
  asking: Promise<Pinned> | undefined;
  /** What it came to, so that nobody waits for what is known. */
  known: string | undefined;
}

/** Days that clients ask for at one time; whoever asks for more of them waits for each. */
const daysKept = 64;
const onlyDay = '';
/** Nothing that whoever asked could ask otherwise. */
const isAccident = (code: unknown): boolean => /SUBGRAPH|INTERNAL|UNAVAILABLE|TIMEOUT/.test(String(code));

/** What one request reads, all of it reads: asked for once for each day, and again after a notification. */
export class Pin {
  readonly header: string;
  readonly #options: PinOptions;
  readonly #ask: (request: GraphRequest, headers: Readonly<Record<string, string>>) => Promise<GraphResponse>;
  #days = new LRUCache<string, Day>({ max: daysKept });

  constructor(
    options: PinOptions,
    ask: (request: GraphRequest, headers: Readonly<Record<string, string>>) => Promise<GraphResponse>,
  ) {
    this.header = options.header;
    this.#options = options;
    this.#ask = ask;
  }

  /** The day that a request is answered for. */
  dayOf(headers: Readonly<Record<string, string>>): string {
    const { day } = this.#options;
    return day ? headers[day.header] || day.today() : onlyDay;
  }

  /** What a request of the day tells whoever answers it. */
  sent(value: string | null, day: string): Readonly<Record<string, string>> {
    const of = this.#options.day;
    return { ...(of ? { [of.header]: day } : {}), ...(value === null ? {} : { [this.header]: value }) };
  }

  known(day: string = onlyDay): string | undefined {
    return this.#days.get(day)?.known;
  }

  read(day: string = onlyDay): Promise<Pinned> {
    const at = this.#days.get(day) ?? { asking: undefined, known: undefined };
    this.#days.set(day, at);
    if (at.asking) return at.asking;
    const { operation, field } = this.#options;
    const asking = this.#ask({ query: operation }, this.sent(null, day)).then(({ data, errors }): Pinned => {
      const value = data?.[field] ?? null;
      if (value !== null) at.known = String(value);
      else at.asking = undefined;
      const isRefused = value === null && errors?.every(({ extensions }) => !isAccident(extensions?.code));
      return errors && isRefused ? { refused: errors } : { value: value === null ? null : String(value) };
    });
    at.asking = asking;
    // Whoever waits for it is told; the next one asks anew, not only after a notification.
    asking.catch(() => {
      at.asking = undefined;
    });
    return asking;
  }

  /** A day that was asked for before is another from now on, and what is still being asked for it is nobody's. */
  forget(): void {
    this.#days = new LRUCache<string, Day>({ max: daysKept });
  }
}
