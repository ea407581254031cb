import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { residentIdentityNumber } from '../language/identity-number.ts';
import type { NumberRule } from '../publishing/published.ts';
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
