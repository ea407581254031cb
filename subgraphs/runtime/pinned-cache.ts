import { LRUCache } from 'lru-cache';
import type { Pin } from './pin.ts';

/**
 * Remembers what was read of a pinned catalogue. A revision once published answers the same for a day for ever, so nothing needs to be
 * told when something changes: the next revision has keys of its own. Without a pinned revision nothing is remembered.
 */
export interface PinnedCache {
  /** Values by key; `read` is asked for those not remembered, and what it does not find is remembered as null. */
  load<T>(
    kind: string,
    keys: ReadonlyArray<string>,
    pin: Pin,
    read: (keys: ReadonlyArray<string>) => Promise<ReadonlyMap<string, T>>,
  ): Promise<ReadonlyArray<T | null>>;
}

const remembered = 20_000;

export function createPinnedCache(): PinnedCache {
  const cache = new LRUCache<string, { readonly value: unknown }>({ max: remembered });
  return {
    async load<T>(
      kind: string,
      keys: ReadonlyArray<string>,
      pin: Pin,
      read: (keys: ReadonlyArray<string>) => Promise<ReadonlyMap<string, T>>,
    ) {
      if (pin.revision === null) {
        const found = await read(keys);
        return keys.map((key) => found.get(key) ?? null);
      }
      const at = (key: string): string => `${pin.revision} ${pin.date} ${kind} ${key}`;
      const known = keys.map((key) => cache.get(at(key)));
      const unknown = keys.filter((_key, index) => known[index] === undefined);
      const found = unknown.length > 0 ? await read(unknown) : new Map<string, T>();
      for (const key of unknown) cache.set(at(key), { value: found.get(key) ?? null });
      return keys.map((key, index) => {
        const hit = known[index];
        return hit ? (hit.value as T | null) : (found.get(key) ?? null);
      });
    },
  };
}
