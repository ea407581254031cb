import { readdirSync, readFileSync } from 'node:fs';
import type postgres from 'postgres';

/** What was spent up to a moment; the difference of two is what something cost. */
export interface Spent {
  /** Processor milliseconds of the product's process. */
  readonly productMs: number;
  /** Of the database's processes, those that ended included. */
  readonly databaseMs: number;
  /** Without those that only begin and end transactions. */
  readonly statements: number;
  readonly transactions: number;
  readonly walBytes: number;
}

/** Ticks of a second in `/proc` (`getconf CLK_TCK`, 100 on every Linux that Node runs on). */
const ticks = 100;

/** Of a process by its number, in ticks: itself, and what its ended children took. */
function ticksOf(pid: number | string): { readonly own: number; readonly children: number; readonly parent: number } {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name stands in brackets and may hold anything.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [parent = 0, user = 0, system = 0, waitedUser = 0, waitedSystem = 0] = [1, 11, 12, 13, 14].map(
    (at) => fields[at],
  );
  return { own: user + system, children: waitedUser + waitedSystem, parent };
}

function databaseTicks(postmaster: number): number {
  const { own, children } = ticksOf(postmaster);
  let sum = own + children;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const { own: spent, parent } = ticksOf(name);
      if (parent === postmaster) sum += spent;
    } catch {
      // It ended meanwhile: its parent has what it took.
    }
  }
  return sum;
}

/** What product and database spent until now. The database has to have `pg_stat_statements`. */
export async function spentBy(sql: postgres.Sql, product: number | null, postmaster: number): Promise<Spent> {
  const [counted] = await sql<{ statements: number; transactions: number; wal: number }[]>`
    select
      (select coalesce(sum(calls), 0)::float8 from pg_stat_statements
        where query !~* '^(begin|commit|rollback|start transaction)') as statements,
      (select coalesce(sum(xact_commit + xact_rollback), 0)::float8 from pg_stat_database
        where datname = current_database()) as transactions,
      pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as wal`;
  return {
    productMs: product === null ? 0 : (ticksOf(product).own * 1000) / ticks,
    databaseMs: (databaseTicks(postmaster) * 1000) / ticks,
    statements: counted?.statements ?? 0,
    transactions: counted?.transactions ?? 0,
    walBytes: counted?.wal ?? 0,
  };
}

export function between(before: Spent, after: Spent): Spent {
  return {
    productMs: after.productMs - before.productMs,
    databaseMs: after.databaseMs - before.databaseMs,
    statements: after.statements - before.statements,
    transactions: after.transactions - before.transactions,
    walBytes: after.walBytes - before.walBytes,
  };
}

/** What took most, by statement: of how many, and for how long. */
export async function costliest(sql: postgres.Sql, most: number): Promise<ReadonlyArray<string>> {
  const rows = await sql<{ calls: number; ms: number; query: string }[]>`
    select calls::float8 as calls, total_exec_time + total_plan_time as ms, query from pg_stat_statements
    order by ms desc limit ${most}`;
  return rows.map(
    ({ calls, ms, query }) =>
      `${ms.toFixed(0).padStart(8)} ms ${calls.toFixed(0).padStart(8)} × ${query.replaceAll(/\s+/g, ' ').slice(0, 150)}`,
  );
}
