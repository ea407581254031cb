import { LRUCache } from 'lru-cache';

export interface CachedAnswer {
  /** The answer's data, and its extensions if it has any, as JSON. */
  readonly data: string;
  readonly extensions: string | null;
  /** The answer as it is sent. */
  readonly bytes: Buffer;
  readonly at: number;
  readonly revision: string;
}

/**
 * Answers of operations that only public subgraphs take part in, run as nobody, so that they are the same for everyone. Fresh ones are
 * found under the revision they were read at: a new revision finds none. The latest of any revision stands in while a subgraph is out.
 */
export class ResponseCache {
  readonly #fresh: LRUCache<string, CachedAnswer>;
  readonly #latest: LRUCache<string, CachedAnswer>;

  constructor(maximumBytes: number) {
    const sized = {
      maxSize: maximumBytes / 2,
      sizeCalculation: ({ bytes, data }: CachedAnswer) => bytes.length + 2 * data.length + 256,
    };
    this.#fresh = new LRUCache<string, CachedAnswer>(sized);
    this.#latest = new LRUCache<string, CachedAnswer>(sized);
  }

  fresh(key: string, revision: string): CachedAnswer | undefined {
    return this.#fresh.get(`${revision}\n${key}`);
  }

  latest(key: string): CachedAnswer | undefined {
    return this.#latest.get(key);
  }

  keep(key: string, answer: CachedAnswer): void {
    this.#fresh.set(`${answer.revision}\n${key}`, answer);
    this.#latest.set(key, answer);
  }

  clear(): void {
    this.#fresh.clear();
    this.#latest.clear();
  }
}
