import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { NextValue } from '../numbers.ts';
import { counters } from '../tables.ts';

export type Transaction = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];

/** Numbers that are taken in one transaction, for as many filings as it decides. */
export interface Counted {
  readonly next: NextValue;
  /** The last taken of each, to be written by `writesCounters`. */
  readonly rows: () => ReadonlyArray<{ readonly name: string; readonly value: number }>;
}

/** Each counter is held from its first value on until the transaction ends, and written at its end. */
export function createCounted(transaction: Transaction): Counted {
  const values = new Map<string, number>();
  return {
    rows: () => [...values].map(([name, value]) => ({ name, value })),
    async next(name) {
      const last = values.get(name) ?? (await held(transaction, name));
      values.set(name, last + 1);
      return last + 1;
    },
  };
}

async function held(transaction: Transaction, name: string): Promise<number> {
  const [row] = await transaction
    .insert(counters)
    .values({ name, value: 0 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value}` } })
    .returning({ value: counters.value });
  return (row as { value: number }).value;
}

/** Part of a statement whose `given` has, as JSON in `rows`, what was counted. */
export const writesCounters = sql`of_counters as (
        update counters set value = new.value
        from given, jsonb_to_recordset(given.rows -> 'counters') as new(name text, value bigint)
        where counters.name = new.name
      )`;
