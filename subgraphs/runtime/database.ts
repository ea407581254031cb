import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import { connect } from './connect.ts';

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
  const sql = connect(url, {
    max: maxConnections,
    idle_timeout: 60,
    connection: { search_path: schema, application_name: `yijianshi ${schema}`, statement_timeout: 15_000 },
    // Dates are ISO text everywhere: a calendar day has no time zone.
    types: { date: { to: 1082, from: [1082], serialize: String, parse: String } },
  });
  return { sql, db: drizzle(preparing(sql)), close: () => sql.end({ timeout: 5 }) };
}

/** Texts that each connection keeps prepared: those of the code are some hundred; lists of other lengths are other texts, and without end. */
const mostPrepared = 500;

/**
 * The same connections, whose statements with parameters are parsed and planned once for each connection. As the driver has it, what is handed to it as
 * text is parsed anew each time, and asked about in a journey of its own before it runs.
 */
export function preparing<Sql extends postgres.Sql>(sql: Sql, known: Set<string> = new Set()): Sql {
  const isKept = (text: string): boolean => {
    if (known.size < mostPrepared) known.add(text);
    return known.has(text);
  };
  const within =
    (begin: (...given: unknown[]) => unknown) =>
    (...given: unknown[]): unknown => {
      const work = given.pop() as (transaction: postgres.Sql) => unknown;
      return begin(...given, (transaction: postgres.Sql) => work(preparing(transaction, known)));
    };
  return new Proxy(sql, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (name === 'unsafe')
        return (text: string, parameters: never[] = [], options = {}) =>
          target.unsafe(text, parameters, { ...options, prepare: parameters.length > 0 && isKept(text) });
      if (name === 'begin' || name === 'savepoint') return within(value as (...given: unknown[]) => unknown);
      return value;
    },
  });
}
