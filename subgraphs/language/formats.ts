import { isCreditCode } from './credit-code.ts';
import { isIdentityNumber } from './identity-number.ts';

/**
 * Formats beside those of JSON Schema that a data element may name, so that the catalogue says which number is checked how. A reader that does not know them
 * takes them for notes, as JSON Schema has it. `today`: ISO date in China.
 */
export const numberFormats = {
  'resident-identity-number': isIdentityNumber,
  'unified-credit-code': isCreditCode,
} satisfies Readonly<Record<string, (value: string, today: string) => boolean>>;

export type NumberFormat = keyof typeof numberFormats;
