/** Digits and letters without I, O, S, V and Z, which are misread. */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const modulus = characters.length;

/** Whether a code is one that GB 32100 lets be: 18 characters, the last of which checks the others (ISO 7064 MOD 31-3). */
export function isCreditCode(code: string): boolean {
  const values = [...code].map((character) => characters.indexOf(character));
  if (values.length !== 18 || values.includes(-1)) return false;
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, 17)) {
    sum += value * weight;
    weight = (weight * 3) % modulus;
  }
  return values[17] === (modulus - (sum % modulus)) % modulus;
}
