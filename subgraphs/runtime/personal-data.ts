import { hkdfSync, type KeyObject } from 'node:crypto';
import { suites } from './suites/index.ts';
import { type Opening, openWhole, type Suite, type SuiteName } from './suites/suite.ts';

/** Seals personal data at rest, bound to the row it belongs to: by the newest key, and by that key's suite. */
export interface Sealer {
  /** `associated` names the row; sealed data moved to another row does not open. */
  seal(value: unknown, associated: string): Buffer;
  /** Throws where row or data do not fit, and `KeyUnknown` where the key is not here. */
  open(sealed: Uint8Array, associated: string): unknown;
  /** The same as text; what stands in clear, since before it was sealed, is answered as it is. */
  sealText(value: string, associated: string): string;
  openText(sealed: string, associated: string): string;
  /**
   * The JSON of what was sealed, piece by piece, of bytes that are too many to hold. `read` answers them anew from their beginning: they are
   * gone through twice, so that nothing is told before all has been found whole. Rejects as `open` throws.
   */
  openPieces(read: () => AsyncIterable<Uint8Array>, associated: string): AsyncGenerator<Buffer>;
}

/** Begins every text that is sealed. */
export const sealedText = 'sealed:';
/** Begins every pseudonym. */
export const pseudonymous = 'keyed:';

/**
 * What stands for somebody, or for a key of theirs, where rows are found by it: the same for the same text, and nobody tells the text from
 * it without the key.
 */
export interface Pseudonym {
  (text: string): string;
  /** By which chains are made from now on; pseudonyms stay what they are, for what is kept is found by them. */
  readonly suite: Suite;
  /** The same of what nothing is found by, in a chain: by its suite. */
  content(text: string): string;
}

/** By a key of its own, for it must stay what it is when data are sealed by a new one. 32 bytes. */
export function createPseudonym(key: Buffer, suite: SuiteName = 'INTERNATIONAL'): Pseudonym {
  if (key.length !== 32) throw new Error('The key of pseudonyms has 32 bytes.');
  const { mac } = suites[suite];
  const contentKey = suite === 'INTERNATIONAL' ? key : Buffer.from(hkdfSync('sm3', key, '', 'content of chains', 32));
  return Object.assign((text: string) => pseudonymous + suites.INTERNATIONAL.mac(key, text), {
    suite: suites[suite],
    content: (text: string) => pseudonymous + mac(contentKey, text),
  });
}

export interface DataKey {
  /** From 1 to `highestKeyId`; kept with everything that the key seals. */
  readonly id: number;
  readonly key: KeyObject;
  /** The only one by which it seals and opens. */
  readonly suite: SuiteName;
}
/** The keys of one part as they are now: one seals, several open. */
export interface DataKeys {
  readonly sealing: DataKey;
  /** Undefined: this process has none of this id, or not yet. */
  find(id: number): DataKey | undefined;
}
export const highestKeyId = 0xffff;

/** Sealed by a key that this process does not hold. */
export class KeyUnknown extends Error {
  readonly id: number;
  constructor(id: number) {
    super(`No key ${id} opens this data.`);
    this.id = id;
  }
}

/** Begins everything that a key seals: its suite, and its id. Three bytes are four characters of base64: text is told apart by its beginning as well. */
export function headerOf({ id, suite }: Pick<DataKey, 'id' | 'suite'>): Buffer {
  return Buffer.from([suites[suite].mark, id >> 8, id & 0xff]);
}
/** Bytes. */
export const headerLength = 3;

interface Header {
  readonly id: number;
  readonly suite: Suite;
  /** Bytes. */
  readonly length: number;
}
const marked = new Map(Object.values(suites).map((suite) => [suite.mark, suite]));

/** Earlier releases wrote one byte, 1 or 2, which is the key's id. */
function readHeader(bytes: Uint8Array): Header {
  const [first = 0, high = 0, low = 0] = bytes;
  const suite = marked.get(first);
  return suite
    ? { id: (high << 8) | low, suite, length: headerLength }
    : { id: first, suite: suites.INTERNATIONAL, length: 1 };
}

/** The id of the key that sealed it. */
export const keyIdOf = (sealed: Uint8Array): number => readHeader(sealed).id;

/** Its key, where that is one of the suite that the header names: a key of one suite is never used by the other. */
function keyFor(keys: DataKeys, { id, suite }: Header): KeyObject {
  const known = keys.find(id);
  if (known?.suite !== suite.name) throw new KeyUnknown(id);
  return known.key;
}

/** Header, what the suite begins with, cipher text. */
export function createSealer(keys: DataKeys): Sealer {
  const sealer: Sealer = {
    sealText: (value, associated) => sealedText + sealer.seal(value, associated).toString('base64'),
    openText: (sealed, associated) =>
      sealed.startsWith(sealedText)
        ? String(sealer.open(Buffer.from(sealed.slice(sealedText.length), 'base64'), associated))
        : sealed,
    seal(value, associated) {
      const { sealing } = keys;
      const content = Buffer.from(JSON.stringify(value ?? null));
      return Buffer.concat([headerOf(sealing), suites[sealing.suite].seal(sealing.key, content, associated)]);
    },
    open(sealed, associated) {
      const header = readHeader(sealed);
      const content = openWhole(header.suite, keyFor(keys, header), sealed.subarray(header.length), associated);
      return JSON.parse(content.toString('utf8'));
    },
    async *openPieces(read, associated) {
      const unsealed = async function* (): AsyncGenerator<Buffer> {
        let opening: Opening | null = null;
        // Whoever reads may give fewer bytes at first than stand before the cipher text.
        let head: Buffer = Buffer.alloc(0);
        for await (const bytes of read()) {
          if (opening) {
            yield opening.update(bytes);
            continue;
          }
          head = Buffer.concat([head, bytes]);
          const header = readHeader(head);
          const from = header.length + header.suite.headBytes;
          if (head.length < from) continue;
          opening = header.suite.beginOpening(keyFor(keys, header), head.subarray(header.length, from), associated);
          yield opening.update(head.subarray(from));
        }
        if (!opening) throw new Error('Nothing sealed is there, or its beginning alone.');
        opening.end();
      };
      for await (const _found of unsealed());
      yield* unsealed();
    },
  };
  return sealer;
}

/** Shows only the ends of a number that tells who somebody is: `3303**********012X`. */
export function masked(number: string): string {
  if (number.length <= 4) return '*'.repeat(number.length);
  const ends = Math.min(4, Math.floor(number.length / 4));
  return `${number.slice(0, ends)}${'*'.repeat(number.length - 2 * ends)}${number.slice(-ends)}`;
}
