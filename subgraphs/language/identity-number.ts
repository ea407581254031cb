import { isCivilDate } from './civil-date.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/** Check character of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checkCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return checkCharacters[sum % 11] as string;
}

/**
 * Citizen identity number (GB 11643): area of first registration, date of birth, sequence of the day (odd for male), check character.
 * `order` counts that sex's registrations of that day and area from 1; there are 499 of each. Throws beyond.
 */
export function residentIdentityNumber(area: string, birthDate: string, sex: string, order: number): string {
  const sequence = sex === '男' ? order * 2 - 1 : order * 2;
  if (sequence > 999) throw new Error('All sequence numbers of this area and day are taken.');
  const first17 = `${area}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  if (!/^\d{17}$/.test(first17)) throw new Error('An identity number wants a six-digit area and a date of birth.');
  return first17 + checkCharacter(first17);
}

export type NumberPart = 'birth-date' | 'sex';

/** What a number tells of whose it is; undefined where it is none that can be. */
export function partOfNumber(number: unknown, part: NumberPart): string | undefined {
  if (typeof number !== 'string' || !/^\d{17}[\dX]$/.test(number)) return undefined;
  if (part === 'sex') return Number(number[16]) % 2 === 1 ? '男' : '女';
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

/** First two digits of GB/T 2260: provinces, autonomous regions, municipalities. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71'.split(' '),
);
/** Residence permits of people from Hong Kong, Macao and Taiwan (港澳台居民居住证). */
const residencePermits = new Set(['810000', '820000', '830000']);
/** Nobody who was given a number was born before. */
const earliestBirth = '1850-01-01';

/**
 * Whether a number is one that GB 11643 lets be: its area, a day of birth that exists and has come (`today`, ISO date in China), its check character. Residence
 * permits and the permanent residence cards of foreigners (外国人永久居留身份证, from 9) share the format. Whose it is, and whether it was ever issued, it cannot tell.
 */
export function isIdentityNumber(number: string, today: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  const area = number.slice(0, 6);
  const known = provinces.has(area.slice(0, 2)) || residencePermits.has(area) || area.startsWith('9');
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return (
    known &&
    isCivilDate(born) &&
    born >= earliestBirth &&
    born <= today &&
    checkCharacter(number.slice(0, 17)) === number[17]
  );
}
