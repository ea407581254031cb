/** Characters of the longest name that is taken. */
export const longestName = 100;

/** A name says something, is not too long, and holds nothing that cannot be seen, turns the direction of writing, or ends a line. */
export function isPersonName(name: string): boolean {
  return name.trim() !== '' && name.length <= longestName && !/[\p{C}\p{Zl}\p{Zp}]/u.test(name);
}

/** Whether two names are written alike but for blanks, dots between parts of a name, capitals and forms of one character. */
export function isSameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\s·•‧・.]/g, '')
    .toUpperCase();
}
