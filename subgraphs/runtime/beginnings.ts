import { type SQL, sql } from 'drizzle-orm';
import { date, integer, pgTable } from 'drizzle-orm/pg-core';
import type postgres from 'postgres';
import { todayInChina } from '../language/civil-date.ts';

/** From which day each revision holds (ISO date): in every part that is given a share of it, for one may be published before its day. */
export const beginnings = pgTable('beginnings', {
  revision: integer('revision').primaryKey(),
  holdsFrom: date('holds_from', { mode: 'string' }).notNull(),
});

/** Of a revision that holds on whatever day is asked for: what tests publish. */
export const always = '0001-01-01';

/**
 * The revision that holds on a day (default: today in China), for a query of the part's own tables: of those that have begun, the one that began last, and of several
 * that begin on one day the one published last. Where none has, the newest.
 */
export function standingRevision(day: string = todayInChina()): SQL {
  return sql`coalesce(
    (select began.revision from beginnings began where began.holds_from <= ${day}::date
      order by began.holds_from desc, began.revision desc limit 1), 2147483647)`;
}

/** Writes down from when a part's share of a revision holds; inside the publisher's transaction, before the share. */
export async function beginRevision(
  transaction: postgres.Sql,
  schema: string,
  revision: number,
  holdsFrom: string,
): Promise<void> {
  await transaction`
    insert into ${transaction(`${schema}.beginnings`)} ${transaction([{ revision, holds_from: holdsFrom }])}`;
}
