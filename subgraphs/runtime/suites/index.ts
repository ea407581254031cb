import { international } from './international.ts';
import { sm, sm2Signature, sm3Digest } from './sm.ts';
import type { Suite, SuiteName } from './suite.ts';

export const suites: Readonly<Record<SuiteName, Suite>> = { INTERNATIONAL: international, SM: sm };
export const suiteNames = Object.keys(suites) as ReadonlyArray<SuiteName>;

/** Of a digest, by what it begins with. */
export const suiteOfDigest = (digest: string): Suite => (digest.startsWith(sm3Digest) ? sm : international);
/** Of a signature or a published key, by what it begins with. */
export const suiteOfSignature = (signature: string): Suite => (signature.startsWith(sm2Signature) ? sm : international);
