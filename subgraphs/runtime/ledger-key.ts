import type { JWK } from 'jose';
import { suiteOfDigest, suiteOfSignature, suites } from './suites/index.ts';
import type { Signer, SuiteName, Verifier } from './suites/suite.ts';

/** The keys by which a part says that a row of a ledger is its own: what is signed is the row's digest, which holds all rows before it. */
export interface LedgerKey {
  /** By the suite that the digest names, in base64url. */
  sign(digest: string): string;
  /** Whether it is this part's signature of this digest; of anything else it is not. */
  holds(digest: string, signature: string): boolean;
  /**
   * For whoever checks it: the part's name and the public keys; `x` of Ed25519 (RFC 8037), `sm2` of SM2: a point of the curve, uncompressed. In base64url; null:
   * it has none.
   */
  readonly published: { readonly part: string; readonly x: string; readonly sm2: string | null };
}
export interface LedgerSecrets {
  /** Ed25519: the part's key for calls between parts. */
  readonly international: JWK;
  /** SM2, in hexadecimal; null: the part has none. */
  readonly sm: string | null;
}

/** What is signed: it begins as nothing else does that this key signs. */
export const statementOf = (part: string, digest: string): Buffer => Buffer.from(`ledger of ${part}\n${digest}`);

/** Throws where one is no such key. */
export function createLedgerKey(part: string, { international, sm }: LedgerSecrets): LedgerKey {
  const signers: Readonly<Record<SuiteName, Signer | null>> = {
    INTERNATIONAL: suites.INTERNATIONAL.signer(JSON.stringify(international)),
    SM: sm === null ? null : suites.SM.signer(sm),
  };
  return {
    sign(digest) {
      const { name } = suiteOfDigest(digest);
      const signer = signers[name];
      if (!signer) throw new Error(`${part} has no key of the suite ${name}.`);
      return signer.sign(statementOf(part, digest));
    },
    holds: holdsBy(part, Object.values(signers)),
    published: {
      part,
      x: signers.INTERNATIONAL?.published as string,
      sm2: signers.SM?.published ?? null,
    },
  };
}

/**
 * Whether a signature of a digest is that of the part with one of these public keys, as `published` tells them: all that somebody who only has what was
 * published needs. Throws where one is no key.
 */
export function publishedKeys(part: string, keys: ReadonlyArray<string>): Pick<LedgerKey, 'holds'> {
  return {
    holds: holdsBy(
      part,
      keys.map((key) => suiteOfSignature(key).verifier(key)),
    ),
  };
}

const holdsBy =
  (part: string, verifiers: ReadonlyArray<Verifier | null>): LedgerKey['holds'] =>
  (digest, signature) =>
    // A digest of one suite is not signed by the other: neither is worth more than the weaker.
    suiteOfSignature(signature) === suiteOfDigest(digest) &&
    verifiers.some((verifier) => verifier?.holds(statementOf(part, digest), signature));
