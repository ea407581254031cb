import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** Of rows that have one of these ids: one text for every length, which connections keep prepared. Ids are ours, and have no commas. */
export function isAnyOf(column: SQLWrapper, ids: ReadonlyArray<string>): SQL {
  return sql`${column} = any(string_to_array(${ids.join()}, ','))`;
}
