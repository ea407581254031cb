import { cannotStart } from './start-error.ts';

const mostNumber = 999_999_999;

/** Undefined where it is not set. Throws `NUMBER_SETTING`. */
export function wholeNumber(
  name: string,
  text: string | undefined,
  { least = 0, most = mostNumber }: { readonly least?: number; readonly most?: number } = {},
): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text) || Number(text) < least || Number(text) > most)
    throw cannotStart('NUMBER_SETTING', { name, least, most });
  return Number(text);
}

/** Throws `PORT_SETTING`. */
export const port =
  (name: string) =>
  (text: string): number => {
    if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
    throw cannotStart('PORT_SETTING', { name });
  };
