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

/** What one request's very bytes were answered with. */
interface Asked {
  readonly answer: CachedAnswer;
  readonly operationName: string | undefined;
}

/**
 * Answers of operations that only public subgraphs take part in, run as nobody, so that they are the same for everyone. Fresh ones are
 * found under the revision they were read at: a new revision finds none. The latest of any revision stands in while a subgraph is out.
 * A request that repeats another's bytes is answered without being read.
 */
export class ResponseCache {
  readonly #fresh: LRUCache<string, CachedAnswer>;
  readonly #latest: LRUCache<string, CachedAnswer>;
  readonly #asked: LRUCache<string, Asked>;

  constructor(maximumBytes: number) {
    const sizeOf = ({ bytes, data }: CachedAnswer): number => bytes.length + 2 * data.length + 256;
    const sized = { maxSize: Math.ceil(maximumBytes / 3), sizeCalculation: sizeOf };
    this.#fresh = new LRUCache<string, CachedAnswer>(sized);
    this.#latest = new LRUCache<string, CachedAnswer>(sized);
    this.#asked = new LRUCache<string, Asked>({
      maxSize: sized.maxSize,
      sizeCalculation: ({ answer }, text) => sizeOf(answer) + 2 * text.length,
    });
  }

  /** `text`: the request's bytes, and every header its answer depends on. */
  again(text: string, revision: string): Asked | undefined {
    const known = this.#asked.get(text);
    return known?.answer.revision === revision ? known : undefined;
  }

  remember(text: string, asked: Asked): void {
    this.#asked.set(text, asked);
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
    this.#asked.clear();
  }
}
