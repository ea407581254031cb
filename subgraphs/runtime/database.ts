import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

export interface DatabaseOptions {
  /** Carries role and password. */
  readonly url: string;
  /** The one schema this role may use; unqualified tables are found in it. */
  readonly schema: string;
  readonly maxConnections?: number;
}
export interface Database {
  readonly sql: postgres.Sql;
  readonly db: PostgresJsDatabase;
  close(): Promise<void>;
}

export function openDatabase({ url, schema, maxConnections = 5 }: DatabaseOptions): Database {
  const sql = postgres(url, {
    max: maxConnections,
    connect_timeout: 5,
    idle_timeout: 60,
    connection: { search_path: schema, application_name: `yijianshi ${schema}`, statement_timeout: 15_000 },
    // Dates are ISO text everywhere: a calendar day has no time zone.
    types: { date: { to: 1082, from: [1082], serialize: String, parse: String } },
    onnotice: () => {},
  });
  return { sql, db: drizzle(sql), close: () => sql.end({ timeout: 5 }) };
}
