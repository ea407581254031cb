import { parse, print, stripIgnoredCharacters } from 'graphql';

/** The same text for operations that differ in white space, commas and comments alone; the text itself where it cannot be parsed. */
export function normaliseOperation(text: string): string {
  try {
    return stripIgnoredCharacters(print(parse(text, { noLocation: true })));
  } catch {
    return text;
  }
}
