import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/* As an operator makes them with openssl, which not every machine has: X.509 (RFC 5280) of Ed25519 keys (RFC 8410), in DER by hand. */

function der(tag: number, ...parts: ReadonlyArray<Uint8Array>): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const lengthBytes = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...lengthBytes]), content]);
}
const sequence = (...parts: ReadonlyArray<Uint8Array>): Buffer => der(0x30, ...parts);
const object = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const yes = der(0x01, Buffer.from([0xff]));
const ed25519 = sequence(object('2b6570'));
const nameOf = (name: string): Buffer => sequence(der(0x31, sequence(object('550403'), der(0x0c, Buffer.from(name)))));
const timeOf = (at: Date): Buffer => der(0x17, Buffer.from(`${at.toISOString().replace(/\D/g, '').slice(2, 14)}Z`));
const dayMs = 86_400_000;
const basicConstraints = '551d13';
const subjectAltName = '551d11';
const loopback = Buffer.from([127, 0, 0, 1]);

interface Holder {
  readonly name: string;
  readonly key: KeyObject;
  readonly certificate: string;
}

/** Of this day, for 127.0.0.1; without an issuer an authority's own. */
function certify(name: string, issuer?: Holder): Holder {
  const { privateKey: key } = generateKeyPairSync('ed25519');
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const extension = issuer
    ? sequence(object(subjectAltName), der(0x04, sequence(der(0x87, loopback))))
    : sequence(object(basicConstraints), yes, der(0x04, sequence(yes)));
  const now = Date.now();
  const signed = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1]), randomBytes(8)),
    ed25519,
    nameOf(issuer?.name ?? name),
    sequence(timeOf(new Date(now - dayMs)), timeOf(new Date(now + dayMs))),
    nameOf(name),
    publicKey,
    der(0xa3, sequence(extension)),
  );
  const signature = der(0x03, Buffer.from([0]), sign(null, signed, issuer?.key ?? key));
  const base64 = sequence(signed, ed25519, signature).toString('base64');
  return {
    name,
    key,
    certificate: `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}

export interface Certificates {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** An authority, and of each name a certificate of it with its key. */
export function issue<Name extends string>(...names: ReadonlyArray<Name>): Readonly<Record<Name, Certificates>> {
  const authority = certify('authority');
  const entries = names.map((name) => {
    const { certificate, key } = certify(name, authority);
    const pem = key.export({ format: 'pem', type: 'pkcs8' }) as string;
    return [name, { ca: authority.certificate, cert: certificate, key: pem }] as const;
  });
  return Object.fromEntries(entries) as Record<Name, Certificates>;
}

/** The settings that name them, as files of the folder. */
export function settingsOf(folder: string, { ca, cert, key }: Certificates): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const [name, text] of [
    ['CA', ca],
    ['CERT', cert],
    ['KEY', key],
  ] as const) {
    const file = join(folder, `${name.toLowerCase()}.pem`);
    writeFileSync(file, text, { mode: 0o600 });
    settings[`INNER_TLS_${name}`] = file;
  }
  return settings;
}
