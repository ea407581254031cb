import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Seals personal data at rest: AES-256-GCM, bound to the row it belongs to. */
export interface Sealer {
  /** `associated` names the row; sealed data moved to another row does not open. */
  seal(value: unknown, associated: string): Buffer;
  /** Throws where key, row or data do not fit. */
  open(sealed: Uint8Array, associated: string): unknown;
  /** The same as text; what stands in clear, since before it was sealed, is answered as it is. */
  sealText(value: string, associated: string): string;
  openText(sealed: string, associated: string): string;
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

/**
 * One byte of key id, nonce, tag, cipher text. `keys[0]` seals; every key opens what it sealed, so that a new key may be put in front.
 * A key has 32 bytes and its id is its place from the end.
 */
export function createSealer(keys: ReadonlyArray<Buffer>): Sealer {
  const [first] = keys;
  if (!first || keys.some((key) => key.length !== 32))
    throw new Error('A sealing key has 32 bytes, and there must be one.');
  const sealer: Sealer = {
    sealText: (value, associated) => sealedText + sealer.seal(value, associated).toString('base64'),
    openText: (sealed, associated) =>
      sealed.startsWith(sealedText)
        ? String(sealer.open(Buffer.from(sealed.slice(sealedText.length), 'base64'), associated))
        : sealed,
    seal(value, associated) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', first, nonce).setAAD(Buffer.from(associated));
      const text = Buffer.concat([cipher.update(JSON.stringify(value ?? null), 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from([keys.length]), nonce, cipher.getAuthTag(), text]);
    },
    open(sealed, associated) {
      const bytes = Buffer.from(sealed);
      const key = keys[keys.length - (bytes[0] ?? 0)];
      if (!key) throw new Error('No key opens this data.');
      const nonce = bytes.subarray(1, 1 + nonceBytes);
      const tag = bytes.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(associated)).setAuthTag(tag);
      const text = Buffer.concat([decipher.update(bytes.subarray(1 + nonceBytes + tagBytes)), decipher.final()]);
      return JSON.parse(text.toString('utf8'));
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
