import type { KeyObject } from 'node:crypto';

/** `INTERNATIONAL`: Ed25519, SHA-256, AES-256-GCM. `SM`: SM2, SM3, SM4 (commercial cryptography, GB/T 39786). */
export type SuiteName = 'INTERNATIONAL' | 'SM';

/** Everything that is done with keys to what is kept. What a suite makes names it; what names none is of `INTERNATIONAL`, as it was before there were two. */
export interface Suite {
  readonly name: SuiteName;
  /** Begins everything that is sealed. */
  readonly mark: number;
  /** Digest of a text, in lower-case hexadecimal, after the suite's name. */
  digest(text: string): string;
  /** Digest of a text under a key, in base64url, after the suite's name. */
  mac(key: Uint8Array, text: string): string;
  /** Bytes before the cipher text: what the cipher begins with, and by what it is found whole. */
  readonly headBytes: number;
  /** Seals by a key of 32 bytes, bound to a context. */
  seal(key: KeyObject, content: Uint8Array, context: string): Buffer;
  /** By the head alone; the cipher text comes after, in pieces. Throws where the head is cut off. */
  beginOpening(key: KeyObject, head: Uint8Array, context: string): Opening;
  /** Of a private key as this suite writes it. Throws where it is none. */
  signer(secret: string): Signer;
  /** Of a public key as a signer publishes it. Throws where it is none. */
  verifier(published: string): Verifier;
}
export interface Opening {
  /** Not to be given out before the end: nothing is certain until then. */
  update(piece: Uint8Array): Buffer;
  /** Throws where key, context or bytes do not fit. */
  end(): void;
}
export interface Verifier {
  /** Anything else than this key's signature of these bytes is not; never throws. */
  holds(statement: Uint8Array, signature: string): boolean;
}
export interface Signer extends Verifier {
  /** In base64url, after the suite's name. */
  sign(statement: Uint8Array): string;
  readonly published: string;
}

/** What a text in base64url stands for; null: not as it is written, so that no character of it can be another. */
export function fromBase64url(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}

/** All at once: what was sealed, as it was. Throws where key, context or bytes do not fit. */
export function openWhole(suite: Suite, key: KeyObject, sealed: Uint8Array, context: string): Buffer {
  const opening = suite.beginOpening(key, sealed.subarray(0, suite.headBytes), context);
  const content = opening.update(sealed.subarray(suite.headBytes));
  opening.end();
  return content;
}
