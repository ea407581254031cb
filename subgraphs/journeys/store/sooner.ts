import { type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { instantOf } from './write.ts';

/** Brings forward what is put off until later than now, by milliseconds, to now at the earliest: for a clock that was ahead by as much. What comes too early by that is put off anew. */
export type Sooner = (byMs: number) => Promise<void>;

export function createSooner(db: PostgresJsDatabase, now: () => number): Sooner {
  return async (byMs) => {
    const at = sql`${instantOf(now())}::timestamptz`;
    const sooner = (column: SQL): SQL => sql`greatest(${at}, ${column} - ${`${Math.ceil(byMs)} ms`}::interval)`;
    await db.execute(sql`
      with due as (
        update submissions set due_at = ${sooner(sql`due_at`)} where due_at > ${at} returning id
      ), retried as (
        update filings set retry_at = ${sooner(sql`retry_at`)} from due
        where filings.submission = due.id and filings.retry_at > ${at}
      ), of_payments as (
        update payments set next_at = ${sooner(sql`next_at`)} where next_at > ${at}
      ), of_outbox as (
        update outbox set next_at = ${sooner(sql`next_at`)} where next_at > ${at}
      ), of_outages as (
        update webhook_outages set ask_at = ${sooner(sql`ask_at`)} where ask_at > ${at}
      )
      update webhooks set next_at = ${sooner(sql`next_at`)} where next_at > ${at}`);
  };
}
