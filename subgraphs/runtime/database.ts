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

/**
 * Whether the driver is the mended one (`.patches`): 3.4.9 as published throws out of a timer, beyond anybody's reach, once a connection
 * ends inside a transaction, and may run the rest of that transaction inside the next.
 */
export const isDriverMended = String(postgres).includes('onclose = lose');

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
