import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

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

const nonceBytes = 12;
const tagBytes = 16;

/** By a key of 32 bytes that this process holds: AES-256-GCM. */
export function createLocalWrapper(key: Buffer): KeyWrapper {
  if (key.length !== 32) throw new Error('A key that wraps has 32 bytes.');
  return {
    id: `local ${createHmac('sha256', key).update('id').digest('hex').slice(0, 16)}`,
    async wrap(dataKey, context) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
      const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), wrapped]);
    },
    async unwrap(wrapped, context) {
      const [nonce, tag] = [wrapped.subarray(0, nonceBytes), wrapped.subarray(nonceBytes, nonceBytes + tagBytes)];
      const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context)).setAuthTag(tag);
      return Buffer.concat([decipher.update(wrapped.subarray(nonceBytes + tagBytes)), decipher.final()]);
    },
  };
}
