import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { fromBase64url, type Suite, type Verifier } from './suite.ts';

const nonceBytes = 12;
const tagBytes = 16;
const headBytes = nonceBytes + tagBytes;

/** Ed25519 (RFC 8032), SHA-256, AES-256-GCM. What it makes bears no name: it is what was made before there was another. */
export const international: Suite = {
  name: 'INTERNATIONAL',
  mark: 0,
  digest: (text) => createHash('sha256').update(text).digest('hex'),
  mac: (key, text) => createHmac('sha256', key).update(text).digest('base64url'),
  headBytes,
  seal(key, content, context) {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
    const text = Buffer.concat([cipher.update(content), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]);
  },
  beginOpening(key, head, context) {
    if (head.length !== headBytes) throw new Error('What is sealed is cut off.');
    const decipher = createDecipheriv('aes-256-gcm', key, head.subarray(0, nonceBytes), { authTagLength: tagBytes })
      .setAAD(Buffer.from(context))
      .setAuthTag(head.subarray(nonceBytes));
    return {
      update: (piece) => decipher.update(piece),
      end: () => {
        decipher.final();
      },
    };
  },
  /** A JSON Web Key (RFC 8037), as text. */
  signer(secret) {
    const key = createPrivateKey({ key: JSON.parse(secret), format: 'jwk' });
    const known = createPublicKey(key);
    const { x } = known.export({ format: 'jwk' });
    if (key.asymmetricKeyType !== 'ed25519' || x === undefined) throw new Error('It is no Ed25519 key.');
    return {
      sign: (statement) => sign(null, statement, key).toString('base64url'),
      published: x,
      ...verifierOf(known),
    };
  },
  /** `x` of RFC 8037: the public key, in base64url. */
  verifier: (x) => verifierOf(createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })),
};

const verifierOf = (key: KeyObject): Verifier => ({
  holds(statement, signature) {
    const bytes = fromBase64url(signature);
    return bytes !== null && verify(null, statement, key, bytes);
  },
});
