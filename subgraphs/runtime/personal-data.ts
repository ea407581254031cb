import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  type DecipherGCM,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** Seals personal data at rest: AES-256-GCM, bound to the row it belongs to. */
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
export type Pseudonym = (text: string) => string;

/** By a key of its own, for it must stay what it is when data are sealed by a new one. 32 bytes. */
export function createPseudonym(key: Buffer): Pseudonym {
  if (key.length !== 32) throw new Error('The key of pseudonyms has 32 bytes.');
  return (text) => pseudonymous + createHmac('sha256', key).update(text).digest('base64url');
}

const nonceBytes = 12;
const tagBytes = 16;

export interface DataKey {
  /** From 1 to `highestKeyId`; kept with everything that the key seals. */
  readonly id: number;
  readonly key: KeyObject;
}
/** The keys of one part as they are now: one seals, several open. */
export interface DataKeys {
  readonly sealing: DataKey;
  /** Undefined: this process has none of this id, or not yet. */
  find(id: number): KeyObject | undefined;
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

/** Begins everything that a key seals. Three bytes are four characters of base64: text is told apart by its beginning as well. */
export function headerOf(id: number): Buffer {
  return Buffer.from([0, id >> 8, id & 0xff]);
}

/** Earlier releases wrote one byte, 1 or 2, which is the key's id. */
function readHeader(bytes: Uint8Array): { readonly id: number; readonly length: number } {
  const [first = 0, high = 0, low = 0] = bytes;
  return first === 0 ? { id: (high << 8) | low, length: 3 } : { id: first, length: 1 };
}

/** The id of the key that sealed it. */
export const keyIdOf = (sealed: Uint8Array): number => readHeader(sealed).id;

/** By what stands before the cipher text, which begins at `from`. */
function beginOpening(
  keys: DataKeys,
  bytes: Buffer,
  associated: string,
): { readonly decipher: DecipherGCM; readonly from: number } {
  const { id, length } = readHeader(bytes);
  const key = keys.find(id);
  if (!key) throw new KeyUnknown(id);
  const [nonceEnd, tagEnd] = [length + nonceBytes, length + nonceBytes + tagBytes];
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(length, nonceEnd))
    .setAAD(Buffer.from(associated))
    .setAuthTag(bytes.subarray(nonceEnd, tagEnd));
  return { decipher, from: tagEnd };
}

/** Header, nonce, tag, cipher text. */
export function createSealer(keys: DataKeys): Sealer {
  const sealer: Sealer = {
    sealText: (value, associated) => sealedText + sealer.seal(value, associated).toString('base64'),
    openText: (sealed, associated) =>
      sealed.startsWith(sealedText)
        ? String(sealer.open(Buffer.from(sealed.slice(sealedText.length), 'base64'), associated))
        : sealed,
    seal(value, associated) {
      const { id, key } = keys.sealing;
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(associated));
      const text = Buffer.concat([cipher.update(JSON.stringify(value ?? null), 'utf8'), cipher.final()]);
      return Buffer.concat([headerOf(id), nonce, cipher.getAuthTag(), text]);
    },
    open(sealed, associated) {
      const bytes = Buffer.from(sealed);
      const { decipher, from } = beginOpening(keys, bytes, associated);
      const text = Buffer.concat([decipher.update(bytes.subarray(from)), decipher.final()]);
      return JSON.parse(text.toString('utf8'));
    },
    async *openPieces(read, associated) {
      const unsealed = async function* (): AsyncGenerator<Buffer> {
        let opening: { readonly decipher: DecipherGCM; readonly from: number } | null = null;
        for await (const bytes of read()) {
          opening ??= beginOpening(keys, Buffer.from(bytes), associated);
          yield opening.decipher.update(bytes.subarray(opening.from));
          opening = { ...opening, from: 0 };
        }
        if (!opening) throw new Error('There is nothing sealed.');
        opening.decipher.final();
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
