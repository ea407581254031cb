import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { JWK } from 'jose';

/** The key by which a part says that a row of a ledger is its own (Ed25519, RFC 8032): what is signed is the row's digest, which holds all rows before it. */
export interface LedgerKey {
  /** In base64url. */
  sign(digest: string): string;
  /** Whether it is this part's signature of this digest; of anything else it is not. */
  holds(digest: string, signature: string): boolean;
  /** For whoever checks it: the part's name and the public key, in base64url (RFC 8037). */
  readonly published: { readonly part: string; readonly x: string };
}

/** What is signed: it begins as nothing else does that this key signs. */
export const statementOf = (part: string, digest: string): Buffer => Buffer.from(`ledger of ${part}\n${digest}`);

/** Of the part's key for calls between parts. Throws where it is no Ed25519 key. */
export function createLedgerKey(part: string, privateKey: JWK): LedgerKey {
  const secret = createPrivateKey({ key: privateKey as never, format: 'jwk' });
  const known = createPublicKey(secret);
  const { x } = known.export({ format: 'jwk' });
  if (secret.asymmetricKeyType !== 'ed25519' || x === undefined) throw new Error(`${part} has no Ed25519 key.`);
  return {
    sign: (digest) => sign(null, statementOf(part, digest), secret).toString('base64url'),
    holds: (digest, signature) => verify(null, statementOf(part, digest), known, Buffer.from(signature, 'base64url')),
    published: { part, x },
  };
}

/** Whether a signature of a digest is that of the part with this public key: all that somebody who only has what was published needs. Throws where `x` is no Ed25519 key. */
export function publishedKey({ part, x }: LedgerKey['published']): Pick<LedgerKey, 'holds'> {
  const known: KeyObject = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return {
    holds: (digest, signature) => verify(null, statementOf(part, digest), known, Buffer.from(signature, 'base64url')),
  };
}
