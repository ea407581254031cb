import { createSecretKey } from 'node:crypto';
import { suites } from '../suites/index.ts';
import { openWhole, type SuiteName } from '../suites/suite.ts';

/**
 * Wraps data keys by a key that it never gives away. Of a file, as here, or of a KMS or an HSM: whatever has these three. Both functions
 * reject where it cannot be reached, and `unwrap` where key, context or bytes do not fit.
 */
export interface KeyWrapper {
  /** Names its key, in at most 200 characters; kept beside everything that it wrapped. */
  readonly id: string;
  /** `context` says whose key it is: what is wrapped for one part is not unwrapped for another. */
  wrap(key: Buffer, context: string): Promise<Buffer>;
  unwrap(wrapped: Buffer, context: string): Promise<Buffer>;
}

/** Their names: the first is that of releases before there were two. */
const named: Readonly<Record<SuiteName, string>> = { INTERNATIONAL: 'local', SM: 'local-sm' };

/** By a key of 32 bytes that this process holds, and by a suite. */
export function createLocalWrapper(bytes: Buffer, of: SuiteName = 'INTERNATIONAL'): KeyWrapper {
  if (bytes.length !== 32) throw new Error('A key that wraps has 32 bytes.');
  const suite = suites[of];
  const key = createSecretKey(bytes);
  return {
    id: `${named[of]} ${fingerprintOf(suite.mac(bytes, 'id'))}`,
    wrap: async (dataKey, context) => suite.seal(key, dataKey, context),
    unwrap: async (wrapped, context) => openWhole(suite, key, wrapped, context),
  };
}

/** Of a keyed digest, as much as tells keys apart. */
const fingerprintOf = (mac: string): string =>
  Buffer.from(mac.slice(mac.indexOf(':') + 1), 'base64url')
    .toString('hex')
    .slice(0, 16);
