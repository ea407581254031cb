/** Letters that names of programs and operations are written in, and nothing that a person's number is as long as. */
const isName = (text: string): boolean => /^[\w .:@/-]{1,64}$/.test(text) && !/\d{6}/.test(text);

/**
 * How a client calls itself or its operation, as those who run the gateway are told: it may have written anything there, also of a person. Null: it
 * gave no name.
 */
export function toldName(name: string | undefined): string | null {
  if (name === undefined) return null;
  return isName(name) ? name : '[not a name]';
}
