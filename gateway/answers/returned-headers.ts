import type { Ask } from '../execution/step.ts';

/** By name; several of a name are several headers. */
export type ReturnedHeaders = Readonly<Record<string, string | ReadonlyArray<string>>>;

/** What of the headers of a request's fetches is passed on. */
export class Returned {
  headers: ReturnedHeaders | undefined;
  readonly #names: ReadonlyArray<string>;

  constructor(names: ReadonlyArray<string>) {
    this.#names = names;
  }

  taking(ask: Ask): Ask {
    return async (...asked) => {
      const answer = await ask(...asked);
      for (const name of this.#names) {
        const value = answer.headers?.[name];
        if (value === undefined) continue;
        // Cookies are never one header: a comma is part of many.
        const before = name === 'set-cookie' ? [this.headers?.[name] ?? []].flat() : [];
        this.headers = { ...this.headers, [name]: name === 'set-cookie' ? [...before, value].flat() : value };
      }
      return answer;
    };
  }
}
