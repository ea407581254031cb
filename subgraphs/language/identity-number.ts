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
