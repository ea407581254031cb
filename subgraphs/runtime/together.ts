import { isDatabaseOut } from './database-out.ts';
import { codesOf } from './error-codes.ts';

export interface TogetherOptions<Item, Done> {
  /** Writes all or nothing, or reads; answers one for each, in their order. */
  readonly write: (items: ReadonlyArray<Item>) => Promise<ReadonlyArray<Done>>;
  /** At once in one writing. */
  readonly most: number;
  /** Writings under way at once. */
  readonly atOnce: number;
  /** Two that share a key are never written together, nor while the other is. */
  readonly keysOf?: (item: Item) => ReadonlyArray<string>;
  /** Nothing is written: whatever fails is undone. */
  readonly reads?: boolean;
}

interface Waiting<Item, Done> {
  readonly item: Item;
  readonly keys: ReadonlyArray<string>;
  readonly resolve: (done: Done) => void;
  readonly reject: (error: unknown) => void;
}

/** Nothing was written, and it may be another's fault: each is written by itself. */
export class NotTogether extends Error {}

/**
 * What comes while others are being written is written together: one statement, one journey and one flush of the log serve all. Whoever comes alone waits for
 * nobody. Where several are refused, each is written by itself, so that nobody is refused for what another brought; where the database is out, nobody
 * knows what was written, and all are told so.
 */
export function createTogether<Item, Done>(options: TogetherOptions<Item, Done>): (item: Item) => Promise<Done> {
  const { write, most, atOnce, keysOf = () => [], reads = false } = options;
  // As many as there are who wait for an answer.
  let waiting: Waiting<Item, Done>[] = [];
  const busy = new Set<string>();
  let underWay = 0;
  let isCalled = false;
  const call = (): void => {
    if (isCalled || underWay >= atOnce || waiting.length === 0) return;
    isCalled = true;
    // After all that has arrived by now.
    setImmediate(begin);
  };
  const begin = (): void => {
    isCalled = false;
    const taken: Waiting<Item, Done>[] = [];
    const left: Waiting<Item, Done>[] = [];
    const claimed = new Set(busy);
    for (const each of waiting) {
      const isFree = taken.length < most && each.keys.every((key) => !claimed.has(key));
      (isFree ? taken : left).push(each);
      // Whoever waits for a key keeps it from those behind: they come in their order.
      for (const key of each.keys) claimed.add(key);
    }
    waiting = left;
    for (const { keys } of taken) for (const key of keys) busy.add(key);
    if (taken.length === 0) return;
    underWay += 1;
    perform(taken).finally(() => {
      underWay -= 1;
      for (const { keys } of taken) for (const key of keys) busy.delete(key);
      call();
    });
    call();
  };
  const perform = async (taken: ReadonlyArray<Waiting<Item, Done>>): Promise<void> => {
    try {
      const done = await write(taken.map(({ item }) => item));
      taken.forEach(({ resolve }, index) => {
        resolve(done[index] as Done);
      });
    } catch (error) {
      if (taken.length > 1 && isUndone(error, reads)) for (const each of taken) await perform([each]);
      else for (const { reject } of taken) reject(error);
    }
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, keys: keysOf(item), resolve, reject });
      call();
    });
}

const sqlState = /^(?=.*\d)[\dA-Z]{5}$/;

/** Whether it is certain that nothing was written: the database itself refused it, and its transaction with it. */
const isUndone = (error: unknown, reads: boolean): boolean =>
  error instanceof NotTogether ||
  (!isDatabaseOut(error) && (reads || codesOf(error).some((code) => typeof code === 'string' && sqlState.test(code))));
