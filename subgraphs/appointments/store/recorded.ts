import { and, asc, between, eq, inArray, isNotNull } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { brokenAt } from '../../runtime/ledger.ts';
import { type Alert, type LogRow, log } from '../tables.ts';
import { chainedBody, type LogRecord, logRecord, places, type Records, subjects } from './records.ts';

export interface KeptLogRow extends Omit<LogRow, 'sealed'> {
  readonly record: LogRecord | null;
}

/** Rows of one chain that are looked through at once: as many as happen in the busiest queue on its busiest day. */
const longestChain = 20_000;

/** What was recorded, for whoever looks after integrity. */
export function createRecorded(db: PostgresJsDatabase, { sealer, ledgerKey }: Records) {
  const openedLog = ({ sealed, ...row }: LogRow): KeptLogRow => ({
    ...{ ...row, record: sealed && logRecord.read(sealer.open(sealed, places.row(row.subject, row.number))) },
  });
  const alertsWhere = (from: string, to: string, kinds: ReadonlyArray<Alert>, queue: string | null) =>
    and(
      ...[isNotNull(log.alert), between(log.date, from, to), inArray(log.alert, [...kinds])],
      queue === null ? undefined : eq(log.queue, queue),
    );

  return {
    async alerts(
      { from, to, kinds, queue }: { from: string; to: string; kinds: ReadonlyArray<Alert>; queue: string | null },
      limit: number,
      offset: number,
    ): Promise<{ readonly rows: ReadonlyArray<KeptLogRow>; readonly total: number }> {
      const where = alertsWhere(from, to, kinds, queue);
      if (kinds.length === 0) return { rows: [], total: 0 };
      const [rows, total] = await Promise.all([
        db
          .select()
          .from(log)
          .where(where)
          .orderBy(asc(log.date), asc(log.subject), asc(log.number))
          .limit(limit)
          .offset(offset),
        db.$count(log, where),
      ]);
      return { rows: rows.map(openedLog), total };
    },
    /** A day's rows, and the first that was changed, removed or put in, or that this part did not sign. */
    async logOf(queue: string, date: string, limit: number, offset: number) {
      const where = eq(log.subject, subjects.day(queue, date));
      const chain = await db.select().from(log).where(where).orderBy(asc(log.number)).limit(longestChain);
      const entries = chain.map((row) => ({ ...row, body: chainedBody(row) }));
      const forged = chain.find(({ digest, signature }) => signature === null || !ledgerKey.holds(digest, signature));
      return {
        rows: chain.slice(offset, offset + limit).map(openedLog),
        total: chain.length,
        brokenAt: brokenAt(entries) ?? forged?.number ?? null,
      };
    },
  };
}
