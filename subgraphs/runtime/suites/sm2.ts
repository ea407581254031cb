import { createECDH, createHash, createPrivateKey, createPublicKey, createSign, createVerify } from 'node:crypto';

/*
 * SM2 signatures with SM3 and the user id that everybody has by default (GB/T 32918.2, GM/T 0009), by OpenSSL. Node gives signers no way to name that
 * id, and the digest of one call leaves it out; but a signer that is fed in pieces signs the digest of whatever it was fed, and what SM2 signs is
 * SM3 of Z and the message. The standard's example and another implementation hold this in the tests.
 */

const byteLength = 32;
/** 1234567812345678, whose length in bits stands before it. */
const userId = Buffer.from('1234567812345678');
const idLength = Buffer.from([0, userId.length * 8]);
/** a, b and the base point of the curve (GB/T 32918.5). */
const curve = Buffer.from(
  'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93' +
    '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0',
  'hex',
);
/** Its order. */
const order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

const der = (tag: number, ...parts: ReadonlyArray<Uint8Array>): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, content.length]), content]);
};
/** An elliptic curve's key, 1.2.840.10045.2.1, of the curve 1.2.156.10197.1.301. */
const algorithm = der(0x30, Buffer.from('06072a8648ce3d0201' + '06082a811ccf5501822d', 'hex'));

/** Bytes of the point, uncompressed (0x04, x, y), of a private key of 32 bytes. Throws where it is none. */
export function publicPoint(secret: Uint8Array): Buffer {
  const key = createECDH('SM2');
  key.setPrivateKey(secret);
  return key.getPublicKey();
}

/** What every message begins with, before it is digested: whose signature it is. */
const zOf = (point: Uint8Array): Buffer =>
  createHash('sm3').update(idLength).update(userId).update(curve).update(point.subarray(1)).digest();

/** r and s, of 32 bytes each, of whoever has the key. */
export function sm2Signer(secret: Uint8Array): (message: Uint8Array) => Buffer {
  const z = zOf(publicPoint(secret));
  const version = Buffer.from([2, 1, 0]);
  const inner = der(0x30, Buffer.from([2, 1, 1]), der(4, secret));
  const key = createPrivateKey({ key: der(0x30, version, algorithm, der(4, inner)), format: 'der', type: 'pkcs8' });
  return (message) => rawOf(createSign('sm3').update(z).update(message).sign(key));
}

/** Whether r and s are of the key of a point. Throws where it is no point of the curve. */
export function sm2Verifier(point: Uint8Array): (message: Uint8Array, signature: Uint8Array) => boolean {
  if (point.length !== 1 + 2 * byteLength || point[0] !== 4) throw new Error('It is no SM2 key.');
  const z = zOf(point);
  const spki = der(0x30, algorithm, der(3, Buffer.from([0]), point));
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  return (message, signature) =>
    signature.length === 2 * byteLength && createVerify('sm3').update(z).update(message).verify(key, derOf(signature));
}

/** Two integers, as DER writes them, to bytes of one length. */
function rawOf(signature: Uint8Array): Buffer {
  const raw = Buffer.alloc(2 * byteLength);
  let at = 2;
  for (const end of [byteLength, 2 * byteLength]) {
    const length = signature[at + 1] as number;
    const digits = signature.subarray(at + 2, at + 2 + length);
    const significant = digits.subarray(Math.max(0, digits.length - byteLength));
    raw.set(significant, end - significant.length);
    at += 2 + length;
  }
  return raw;
}

function derOf(raw: Uint8Array): Buffer {
  const integer = (bytes: Uint8Array): Buffer => {
    let from = 0;
    while (from < bytes.length - 1 && bytes[from] === 0) from += 1;
    const digits = bytes.subarray(from);
    // A first bit that is set would say that it is negative.
    return der(2, ...((digits[0] as number) >= 0x80 ? [Buffer.from([0])] : []), digits);
  };
  return der(0x30, integer(raw.subarray(0, byteLength)), integer(raw.subarray(byteLength)));
}

/** A private key, of at least 40 bytes that nobody else can know: so many more than it has that no key is likelier than another. */
export function sm2Secret(seed: Uint8Array): Buffer {
  if (seed.length < byteLength + 8) throw new Error('A seed has 40 bytes at least.');
  const number = (BigInt(`0x${Buffer.from(seed).toString('hex')}`) % (order - 2n)) + 1n;
  return Buffer.from(number.toString(16).padStart(2 * byteLength, '0'), 'hex');
}
