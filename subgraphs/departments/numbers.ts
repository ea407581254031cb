import { residentIdentityNumber } from '../language/identity-number.ts';
import type { NumberRule } from '../publishing/published.ts';

/** Next value of a counter, from 1. A value taken in a decision that is not recorded is not used up. */
export type NextValue = (counter: string) => Promise<number>;

/** A number by its rule. `field` reads the filing's form about the subject, `earlier` the number just issued under another spec. */
export async function issueNumber(
  nextValue: NextValue,
  rule: NumberRule,
  field: (element: string) => unknown,
  earlier: (spec: string) => string | undefined,
): Promise<string> {
  if ('sameAs' in rule) {
    const number = earlier(rule.sameAs);
    if (number === undefined) throw new Error(`Nothing was issued as ${rule.sameAs} before.`);
    return number;
  }
  if ('residentIdentityNumber' in rule) {
    const { area, birthDate, sex } = rule.residentIdentityNumber;
    const born = String(field(birthDate));
    const of = String(field(sex));
    const order = await nextValue(`identity ${area} ${born} ${of}`);
    return residentIdentityNumber(area, born, of, order);
  }
  const value = await nextValue(`number ${rule.prefix}`);
  return rule.prefix + String(value).padStart(rule.digits, '0');
}
