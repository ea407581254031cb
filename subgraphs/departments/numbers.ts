import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { NumberRule } from '../publication.ts';
import { counters } from './tables.ts';

/** Next value of a counter, from 1. Inside the transaction of the decision: a number given is a number recorded. */
export async function nextValue(db: Pick<PostgresJsDatabase, 'insert'>, name: string): Promise<number> {
  const [row] = await db
    .insert(counters)
    .values({ name, value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value });
  return (row as { value: number }).value;
}

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

/** A number by its rule. `field` reads the filing's form about the subject, `earlier` the number just issued under another spec. */
export async function issueNumber(
  db: Pick<PostgresJsDatabase, 'insert'>,
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
    const order = await nextValue(db, `identity ${area} ${born} ${of}`);
    return residentIdentityNumber(area, born, of, order);
  }
  const value = await nextValue(db, `number ${rule.prefix}`);
  return rule.prefix + String(value).padStart(rule.digits, '0');
}
