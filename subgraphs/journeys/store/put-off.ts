import { type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { settledWithinMs } from './outbox.ts';
import { instantOf, type Transaction } from './write.ts';

/** What is put off until later than now, by a clock that was ahead. */
export interface KeptPutOff {
  /** Brings it forward by milliseconds, to now at the earliest: for a clock that was ahead by as much. What comes too early by that is put off anew. */
  sooner(byMs: number): Promise<void>;
  /** The same where a worker's clock has shown a time that is yet to come by so much or more; once, however many begin. Answers by how much; null: it has not. */
  soonerThanShown(leastMs: number): Promise<number | null>;
  /** Writes down what the clock shows, unless a later time stands there. */
  clockShows(): Promise<void>;
}

export function createPutOff(db: PostgresJsDatabase, now: () => number): KeptPutOff {
  const instant = (at: number): SQL => sql`${instantOf(at)}::timestamptz`;
  const ms = (length: number): SQL => sql`${`${Math.ceil(length)} ms`}::interval`;
  const bring = async (transaction: Transaction, byMs: number): Promise<void> => {
    const at = instant(now());
    const sooner = (column: SQL): SQL => sql`greatest(${at}, ${column} - ${ms(byMs)})`;
    // First of all: one does it after the other.
    await transaction.execute(sql`update clock set shown_at = ${at}`);
    // Like whoever changes one, the submission first. Its row becomes another one, also where it is due: who holds it reads all of it anew.
    await transaction.execute(sql`
      with put_off as materialized (
        select id from submissions where due_at is not null and (
          due_at > ${at}
          or exists (select 1 from filings where filings.submission = submissions.id and retry_at > ${at})
          or exists (select 1 from payments where payments.submission = submissions.id and next_at > ${at}))
        order by id for no key update
      ), due as (
        update submissions set due_at = ${sooner(sql`due_at`)} from put_off where submissions.id = put_off.id
        returning submissions.id
      ), retried as (
        update filings set retry_at = ${sooner(sql`retry_at`)} from due
        where filings.submission = due.id and retry_at > ${at}
      )
      update payments set next_at = ${sooner(sql`next_at`)} from due
      where payments.submission = due.id and next_at > ${at}`);
    await transaction.execute(sql`
      update submissions set tell_erased_at = ${sooner(sql`tell_erased_at`)} where tell_erased_at > ${at}`);
    // Licences that are being used up right now are not given back meanwhile.
    const settled = sql`case when kind = 'GIVE_BACK' and attempts = 0 then ${ms(settledWithinMs)} else '0' end`;
    await transaction.execute(sql`
      update outbox set next_at = greatest(${at} + ${settled}, next_at - ${ms(byMs)}) where next_at > ${at} + ${settled}`);
    await transaction.execute(sql`
      update webhook_outages set ask_at = ${sooner(sql`ask_at`)}, since = least(since, ${at})
      where ask_at > ${at} or since > ${at}`);
    await transaction.execute(sql`
      update webhooks set next_at = ${sooner(sql`next_at`)} where next_at > ${at}`);
  };
  return {
    sooner: (byMs) => db.transaction((transaction) => bring(transaction, byMs)),
    soonerThanShown: (leastMs) =>
      db.transaction(async (transaction) => {
        const [shown] = await transaction.execute<{ ms: number }>(sql`
          select extract(epoch from shown_at - ${instant(now())})::float8 * 1000 as ms from clock for update`);
        if (!shown || shown.ms < leastMs) return null;
        await bring(transaction, shown.ms);
        return shown.ms;
      }),
    async clockShows() {
      await db.execute(sql`
        insert into clock (shown_at) values (${instant(now())})
        on conflict (one) do update set shown_at = excluded.shown_at where clock.shown_at < excluded.shown_at`);
    },
  };
}
