import {
  CompactEncrypt,
  CompactSign,
  type CryptoKey,
  compactDecrypt,
  compactVerify,
  decodeProtectedHeader,
  importJWK,
  type JWK,
} from 'jose';
import { z } from 'zod';
import type { ProblemId } from '../../language/problems.ts';

/*
 * What is carried between us and a department on a network of its own: signed by whoever wrote it (JWS, RFC 7515, Ed25519), then sealed for whoever it is
 * for (JWE, RFC 7516, X25519 and AES-256-GCM). A medium that is lost tells nobody anything, and one that is exchanged is seen.
 */

const signing = 'EdDSA';
const agreeing = 'ECDH-ES';
const sealing = 'A256GCM';
/** Of one who writes: so long it is taken; a medium may lie somewhere for weeks. */
export const oldestMs = 30 * 24 * 3_600_000;
/** Between two clocks. */
const toleranceMs = 10 * 60_000;

const jwk = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.enum(['Ed25519', 'X25519']),
  kid: z.string().min(1).max(200),
});
/** Keys as RFC 7517 writes them: Ed25519 to sign with, X25519 to seal for. */
export const keySet = z.object({ keys: z.array(jwk).min(1).max(20) });
export type Keys = z.infer<typeof keySet>;

/** What is signed. */
const claims = z.object({ iss: z.string(), aud: z.string(), iat: z.int(), word: z.unknown() });

export interface OpenedWord {
  readonly word: unknown;
}

const keyOf = async (key: Keys['keys'][number], algorithm: string): Promise<CryptoKey> =>
  (await importJWK(key as JWK, algorithm)) as CryptoKey;
const first = (keys: Keys, crv: 'Ed25519' | 'X25519'): Keys['keys'][number] => {
  const key = keys.keys.find((each) => each.crv === crv);
  if (!key) throw new Error(`There is no ${crv} key.`);
  return key;
};

/** A word of ours, signed and sealed: compact JWE. `now` in milliseconds. */
export async function sealWord(
  word: unknown,
  { from, to, ours, theirs, now }: { from: string; to: string; ours: Keys; theirs: Keys; now: number },
): Promise<string> {
  const key = first(ours, 'Ed25519');
  const said = Buffer.from(JSON.stringify({ iss: from, aud: to, iat: Math.floor(now / 1000), word }));
  const signed = await new CompactSign(said)
    .setProtectedHeader({ alg: signing, kid: key.kid })
    .sign(await keyOf(key, signing));
  return sealBytes(Buffer.from(signed), theirs);
}

/** Bytes sealed for whoever has the key: compact JWE. Who wrote them says the word that names their SHA-256. */
export async function sealBytes(bytes: Uint8Array, theirs: Keys): Promise<string> {
  const key = first(theirs, 'X25519');
  return new CompactEncrypt(bytes)
    .setProtectedHeader({ alg: agreeing, enc: sealing, kid: key.kid })
    .encrypt(await keyOf(key, agreeing));
}

/** Throws where it is not sealed for one of these keys, or is not whole. */
export async function openBytes(text: string, ours: Keys): Promise<Uint8Array> {
  const { kid } = decodeProtectedHeader(text);
  const key = ours.keys.find((each) => each.crv === 'X25519' && each.kid === kid);
  if (!key) throw new Error('It is sealed for nobody here.');
  const { plaintext } = await compactDecrypt(text, await keyOf(key, agreeing), {
    keyManagementAlgorithms: [agreeing],
    contentEncryptionAlgorithms: [sealing],
  });
  return plaintext;
}

/** Why a file that was carried here is not read. */
export type FileRefusal = Extract<ProblemId, `RELAY_FILE_${string}`>;

/** What somebody wrote for us, opened where it is sealed, or why it is not read. A signed word that is not sealed is taken too. */
export async function openWord(
  text: string,
  { from, to, ours, theirs, now }: { from: string; to: string; ours: Keys; theirs: Keys; now: number },
): Promise<OpenedWord | FileRefusal> {
  let signed = text.trim();
  try {
    if (signed.split('.').length === 5) signed = Buffer.from(await openBytes(signed, ours)).toString('utf8');
    const { kid } = decodeProtectedHeader(signed);
    const key = theirs.keys.find((each) => each.crv === 'Ed25519' && each.kid === kid);
    if (!key) return 'RELAY_FILE_FOREIGN';
    const { payload } = await compactVerify(signed, await keyOf(key, signing), { algorithms: [signing] });
    const { iss, aud, iat, word } = claims.parse(JSON.parse(Buffer.from(payload).toString('utf8')));
    if (iss !== from || aud !== to) return 'RELAY_FILE_FOREIGN';
    const age = now - iat * 1000;
    return age > oldestMs || age < -toleranceMs ? 'RELAY_FILE_OLD' : { word };
  } catch {
    return 'RELAY_FILE_BROKEN';
  }
}
