import { and, asc, eq, gte, inArray, isNull, lt, notInArray, or, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Calendar } from '../../language/calendar.ts';
import { addDays } from '../../language/civil-date.ts';
import { releasedPercent } from '../domain/quota.ts';
import type { Queue, WindowRules } from '../domain/rules.ts';
import { days, log, powers, tickets } from '../tables.ts';
import { endDay, settledDay } from './days.ts';
import { holdDay, type Records } from './records.ts';

const open = ['BOOKED', 'WAITING', 'CALLED'] as const;

/** What becomes of numbers by themselves: each is safe to run by several at once. */
export function createKeeping(db: PostgresJsDatabase, records: Records) {
  return {
    /** Ends the days before an ISO date, one after the other. */
    async endDaysBefore(date: string, at: string): Promise<void> {
      for (;;) {
        const [next] = await db
          .select({ queue: tickets.queue, date: tickets.date })
          .from(tickets)
          .where(and(inArray(tickets.status, [...open]), lt(tickets.date, date)))
          .orderBy(asc(tickets.date), asc(tickets.queue))
          .limit(1);
        if (!next) return;
        await db.transaction(async (transaction) => {
          await holdDay(transaction, next.queue, next.date);
          const left = await transaction
            .select()
            .from(tickets)
            .where(and(eq(tickets.queue, next.queue), eq(tickets.date, next.date), inArray(tickets.status, [...open])))
            .orderBy(asc(tickets.number));
          await endDay(transaction, records, left, at);
        });
      }
    },
    /** Settles every day whose numbers have begun to be given out: what it offers is recorded, whoever asks for it or not. */
    async settleReleased({ queues, calendar }: WindowRules, today: string, at: string): Promise<void> {
      const settled = new Set(
        (await db.select({ queue: days.queue, date: days.date }).from(days).where(gte(days.date, today))).map(
          ({ queue, date }) => `${queue} ${date}`,
        ),
      );
      for (const queue of queues)
        for (const date of releasedDays(queue, today, Date.parse(at)))
          if (!settled.has(`${queue.code} ${date}`)) await settle(queue, calendar, date, at);
    },
    /** Of numbers about a submission that are over. What shows that somebody was served as nobody should be stays until its time is over. */
    eraseOf: (submission: string, at: string): Promise<number> =>
      erase(and(eq(tickets.submission, submission), notInArray(tickets.status, [...open])), null, at, false),
    /** Of all numbers of days before an ISO date, some at once, and of powers that ended before; answers how many. */
    async eraseBefore(date: string, atOnce: number, at: string): Promise<number> {
      const gone = await erase(lt(tickets.date, date), atOnce, at, true);
      const ended = await db
        .update(powers)
        .set({ sealed: null, erasedAt: at })
        .where(
          and(
            isNull(powers.erasedAt),
            or(lt(powers.validTo, date), sql`(${powers.revokedAt} at time zone 'Asia/Shanghai')::date < ${date}`),
          ),
        )
        .returning({ id: powers.id });
      const chains = ended.map(({ id }) => `power ${id}`);
      if (chains.length > 0) await db.update(log).set({ sealed: null }).where(inArray(log.subject, chains));
      // Who was served without a number has none that could be erased.
      await db
        .update(log)
        .set({ sealed: null })
        .where(and(lt(log.date, date), sql`${log.sealed} is not null`));
      return gone;
    },
  };

  async function settle(queue: Queue, calendar: Calendar, date: string, at: string): Promise<void> {
    await db.transaction(async (transaction) => {
      await holdDay(transaction, queue.code, date);
      await settledDay(transaction, records, { queue, calendar, date, at });
    });
  }

  function erase(where: ReturnType<typeof and>, most: number | null, at: string, flagged: boolean): Promise<number> {
    return db.transaction(async (transaction) => {
      const query = transaction
        .select({ id: tickets.id })
        .from(tickets)
        .where(and(isNull(tickets.erasedAt), where))
        .orderBy(tickets.id)
        .$dynamic();
      const ids = (await (most === null ? query : query.limit(most)).for('update')).map(({ id }) => id);
      if (ids.length === 0) return 0;
      await transaction.update(tickets).set({ sealed: null, erasedAt: at }).where(inArray(tickets.id, ids));
      await transaction
        .update(log)
        .set({ sealed: null })
        .where(and(inArray(log.ticket, ids), flagged ? undefined : isNull(log.alert)));
      return ids.length;
    });
  }
}

/** ISO dates from today on whose numbers have begun to be given out. */
function releasedDays({ release }: Queue, today: string, now: number): ReadonlyArray<string> {
  return Array.from({ length: release.daysAhead + 1 }, (_, ahead) => addDays(today, ahead)).filter(
    (date) => releasedPercent(release, date, now) > 0,
  );
}
