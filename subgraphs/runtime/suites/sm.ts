import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  type Hmac,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { publicPoint, sm2Signer, sm2Verifier } from './sm2.ts';
import { fromBase64url, type Suite, type Verifier } from './suite.ts';

const ivBytes = 16;
const tagBytes = 32;
const headBytes = ivBytes + tagBytes;
export const sm3Digest = 'sm3:';
export const sm2Signature = 'sm2:';

/**
 * SM2 (GB/T 32918), SM3 (GB/T 32905), SM4 (GB/T 32907). Sealed by SM4 in counter mode, and then by HMAC-SM3 over context, counter and cipher text: an
 * OpenSSL of Node 20 has no SM4-GCM.
 */
export const sm: Suite = {
  name: 'SM',
  mark: 0x81,
  digest: (text) => sm3Digest + createHash('sm3').update(text).digest('hex'),
  mac: (key, text) => sm3Digest + createHmac('sm3', key).update(text).digest('base64url'),
  headBytes,
  seal(key, content, context) {
    const { encrypts, proves } = keysOf(key);
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('sm4-ctr', encrypts, iv);
    const text = Buffer.concat([cipher.update(content), cipher.final()]);
    return Buffer.concat([iv, beginTag(proves, context, iv).update(text).digest(), text]);
  },
  beginOpening(key, head, context) {
    if (head.length !== headBytes) throw new Error('What is sealed is cut off.');
    const { encrypts, proves } = keysOf(key);
    const iv = head.subarray(0, ivBytes);
    const tag = beginTag(proves, context, iv);
    const decipher = createDecipheriv('sm4-ctr', encrypts, iv);
    return {
      update(piece) {
        tag.update(piece);
        return decipher.update(piece);
      },
      end() {
        if (!timingSafeEqual(tag.digest(), head.subarray(ivBytes))) throw new Error('What is sealed was changed.');
      },
    };
  },
  /** 32 bytes, in hexadecimal. */
  signer(secret) {
    const bytes = Buffer.from(secret, 'hex');
    const signs = sm2Signer(bytes);
    const point = publicPoint(bytes);
    return {
      sign: (statement) => sm2Signature + signs(statement).toString('base64url'),
      published: sm2Signature + point.toString('base64url'),
      ...verifierOf(point),
    };
  },
  /** `sm2:` and the point, uncompressed (0x04, x, y), in base64url. */
  verifier(published) {
    if (!published.startsWith(sm2Signature)) throw new Error('It is no SM2 key.');
    return verifierOf(Buffer.from(published.slice(sm2Signature.length), 'base64url'));
  },
};

function verifierOf(point: Uint8Array): Verifier {
  const holds = sm2Verifier(point);
  return {
    holds(statement, signature) {
      if (!signature.startsWith(sm2Signature)) return false;
      const bytes = fromBase64url(signature.slice(sm2Signature.length));
      return bytes !== null && holds(statement, bytes);
    },
  };
}

interface Keys {
  readonly encrypts: Buffer;
  readonly proves: Buffer;
}
const derived = new WeakMap<KeyObject, Keys>();

/** One key for each of the two, of the one that is kept. */
function keysOf(key: KeyObject): Keys {
  const known = derived.get(key);
  if (known) return known;
  const of = (info: string, bytes: number): Buffer => Buffer.from(hkdfSync('sm3', key, '', info, bytes));
  const keys = { encrypts: of('SM4-CTR', 16), proves: of('HMAC-SM3', 32) };
  derived.set(key, keys);
  return keys;
}

/** The context's length stands before it: nothing of it passes for what comes after. */
function beginTag(key: Buffer, context: string, iv: Uint8Array): Hmac {
  const bytes = Buffer.from(context);
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(bytes.length));
  return createHmac('sm3', key).update(length).update(bytes).update(iv);
}
