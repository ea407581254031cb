import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import type { Pin } from './pin.ts';

/** Values by key; what is not found is left out. */
export type ReadMany<T> = (keys: ReadonlyArray<string>) => Promise<ReadonlyMap<string, T>>;
/** Reads by key: at once what is remembered, the rest in one batch with whatever else is asked for at the same moment. */
export interface Loader<T> {
  load(key: string): T | null | Promise<T | null>;
}
/**
 * Remembers what was read of a pinned catalogue. A revision once published answers the same for a day for ever, so nothing needs to be
 * told when something changes: the next revision has keys of its own. Without a pinned revision nothing is remembered.
 */
export interface PinnedCache {
  loader<T>(kind: string, pin: Pin, read: ReadMany<T>): Loader<T>;
}

type Remembered = LRUCache<string, { readonly value: unknown }>;
const remembered = 20_000;

export function createPinnedCache(): PinnedCache {
  const cache: Remembered = new LRUCache({ max: remembered });
  return { loader: (kind, pin, read) => new PinnedLoader(cache, kind, pin, read) };
}

class PinnedLoader<T> implements Loader<T> {
  readonly #cache: Remembered;
  readonly #prefix: string | null;
  readonly #batches: DataLoader<string, T | null>;

  constructor(cache: Remembered, kind: string, { revision, date }: Pin, read: ReadMany<T>) {
    this.#cache = cache;
    this.#prefix = revision === null ? null : `${revision} ${date} ${kind} `;
    // What is worth keeping is kept above; a batch that remembers would remember for ever what was not found.
    this.#batches = new DataLoader((keys) => this.#fetch(keys, read), { cache: false });
  }

  load(key: string): T | null | Promise<T | null> {
    if (this.#prefix !== null) {
      const known = this.#cache.get(this.#prefix + key);
      if (known) return known.value as T | null;
    }
    return this.#batches.load(key);
  }

  async #fetch(keys: ReadonlyArray<string>, read: ReadMany<T>): Promise<ReadonlyArray<T | null>> {
    const found = await read([...new Set(keys)]);
    return keys.map((key) => {
      const value = found.get(key) ?? null;
      if (this.#prefix !== null) this.#cache.set(this.#prefix + key, { value });
      return value;
    });
  }
}

const pinsAtOnce = 50;

/** Made once for each pin that is asked for: loaders hold nothing of who asks. */
export function oncePerPin<T extends object>(make: (pin: Pin) => T): (pin: Pin) => T {
  const made = new LRUCache<string, T>({ max: pinsAtOnce });
  return (pin) => {
    const key = `${pin.revision} ${pin.date}`;
    let known = made.get(key);
    if (!known) {
      known = make(pin);
      made.set(key, known);
    }
    return known;
  };
}

/** Goes on at once with what is known, or else when it is. */
export function whenLoaded<T, R>(value: T | Promise<T>, use: (value: T) => R): R | Promise<Awaited<R>> {
  return value instanceof Promise ? (value.then(use) as Promise<Awaited<R>>) : use(value);
}

/** All of them, at once where each is known. */
export function allLoaded<T>(values: ReadonlyArray<T | Promise<T>>): ReadonlyArray<T> | Promise<ReadonlyArray<T>> {
  return values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as ReadonlyArray<T>);
}
