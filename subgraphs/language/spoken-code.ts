/** Crockford's base 32: no letter that is read as another or as a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How long a code is: so many groups of so many characters, five bits of chance each. */
export interface SpokenShape {
  readonly groups: number;
  readonly groupLength: number;
}

/** A code that people can read aloud, of as many random bytes as it has characters: `7QK2MX-…`. */
export function spokenCode(random: Uint8Array, { groups, groupLength }: SpokenShape): string {
  const characters = [...random.subarray(0, groups * groupLength)].map((byte) => alphabet[byte % alphabet.length]);
  return Array.from({ length: groups }, (_, index) =>
    characters.slice(index * groupLength, (index + 1) * groupLength).join(''),
  ).join('-');
}

/** As a code is looked for: in either case, with or without what divides it, and with the letters that people take for digits. Null: it is none. */
export function readSpokenCode(written: string, { groups, groupLength }: SpokenShape): string | null {
  const bare = written.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return bare.length === groups * groupLength && [...bare].every((each) => alphabet.includes(each)) ? bare : null;
}
