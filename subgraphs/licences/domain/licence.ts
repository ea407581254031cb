import { addPeriod } from '../../language/civil-date.ts';

/** How far a document can be relied on (国办函〔2016〕108号): A issued by the authority, to D made by its user. */
export type TrustGrade = 'A' | 'B' | 'C' | 'D';
export type LicenceStatus = 'VALID' | 'EXPIRED' | 'CONSUMED';

/** Whether a licence holds on a day, which is ISO; one that is used up can never be used again, also once it has expired. */
export function statusOn(
  { purpose, expiresOn }: { readonly purpose: string | null; readonly expiresOn: string | null },
  today: string,
): LicenceStatus {
  if (purpose !== null) return 'CONSUMED';
  return expiresOn !== null && expiresOn < today ? 'EXPIRED' : 'VALID';
}

/** A name of which the first character stays: 王**. What is of one character is hidden whole. */
export function maskedName(name: string): string {
  const characters = [...name];
  return characters.length <= 1 ? '*' : `${characters[0]}${'*'.repeat(characters.length - 1)}`;
}

/** Crockford's base 32: no letter that is read as another or as a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 4;
const groupLength = 6;

/** A verification code of 24 characters, 120 bits of chance, that people can read aloud: `7QK2MX-…`. `random`: 24 bytes. */
export function verificationCode(random: Uint8Array): string {
  const characters = [...random.subarray(0, groups * groupLength)].map((byte) => alphabet[byte % alphabet.length]);
  return Array.from({ length: groups }, (_, index) =>
    characters.slice(index * groupLength, (index + 1) * groupLength).join(''),
  ).join('-');
}

/** As a code is looked for: in either case, with or without what divides it, and with the letters that people take for digits. Null: it is none. */
export function readCode(written: string): string | null {
  const bare = written.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return bare.length === groups * groupLength && [...bare].every((each) => alphabet.includes(each)) ? bare : null;
}

/** A licence that ended before this day may be kept no longer. `today` ISO. */
export function endedBefore(today: string, months: number): string {
  return addPeriod(today, { months: -months });
}
