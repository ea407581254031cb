import { addPeriod } from '../../language/civil-date.ts';
import { readSpokenCode, spokenCode } from '../../language/spoken-code.ts';

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

const codeShape = { groups: 4, groupLength: 6 };

/** A verification code of 24 characters, 120 bits of chance. `random`: 24 bytes. */
export const verificationCode = (random: Uint8Array): string => spokenCode(random, codeShape);

/** A verification code as it is looked for; null: it is none. */
export const readCode = (written: string): string | null => readSpokenCode(written, codeShape);

/** A licence that ended before this day may be kept no longer. `today` ISO. */
export function endedBefore(today: string, months: number): string {
  return addPeriod(today, { months: -months });
}
