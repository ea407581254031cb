import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** JSON with sorted keys and NFC text, without undefined members: equal values give equal bytes. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  // Loops, for this is the most of what a plan costs.
  let text = '';
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      text += (index === 0 ? '' : ',') + canonicalJson(value[index] ?? null);
    }
    return `[${text}]`;
  }
  const members = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(members).sort(byCode)) {
    const member = members[key];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key.normalize('NFC'))}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** SHA-256 of the canonical form, in lower-case hexadecimal. */
export function fingerprint(value: unknown): string {
  return digest(canonicalJson(value));
}

const printed = new WeakMap<object, string>();

/** The same of a value that nobody changes any more and that many share, such as what is published: gone through once, however often it is asked. */
export function lastingFingerprint(value: object): string {
  const known = printed.get(value) ?? fingerprint(value);
  printed.set(value, known);
  return known;
}

const utf8 = new TextEncoder();

/** SHA-256 of a text, in lower-case hexadecimal. */
export function digest(text: string): string {
  return bytesToHex(sha256(utf8.encode(text)));
}

/** Order of codes: by code unit, the same on every machine and in every language. */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
