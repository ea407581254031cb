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
