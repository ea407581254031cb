import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/**
 * Of rows that have one of these ids: one text for every length, which connections keep prepared. Ids are ours, and have no commas. Said beside a join with
 * rows that come as JSON, of which PostgreSQL expects a hundred for each set: without it, it reads the whole table rather than look up a few.
 */
export function isAnyOf(column: SQLWrapper, ids: ReadonlyArray<string>): SQL {
  return sql`${column} = any(string_to_array(${ids.join()}, ','))`;
}
