import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Calendar } from '../../language/calendar.ts';
import { type Day, dayOf } from '../domain/quota.ts';
import type { Queue } from '../domain/rules.ts';
import { type DayRow, days, liveNumbers, type TicketRow, tickets } from '../tables.ts';
import { type Records, subjects, type Transaction } from './records.ts';

/** How many numbers of a day are given: for each period, and on the spot. */
export interface Given {
  readonly booked: ReadonlyArray<number>;
  readonly walkIns: number;
}

/** A queue's day as it is settled, by the rules of today where it is not yet; the caller holds the day. */
export async function settledDay(
  transaction: Transaction,
  records: Records,
  {
    queue,
    calendar,
    date,
    at,
  }: { readonly queue: Queue; readonly calendar: Calendar; readonly date: string; readonly at: string },
): Promise<DayRow> {
  const [known] = await transaction
    .select()
    .from(days)
    .where(and(eq(days.queue, queue.code), eq(days.date, date)));
  if (known) return known;
  const day = dayOf(queue, calendar, date);
  const row = { queue: queue.code, date, rules: queue, day, settledAt: at };
  await transaction.insert(days).values(row);
  const { capacity, offered } = day;
  await records.add(
    transaction,
    { subject: subjects.day(queue.code, date), kind: 'OPENED', queue: queue.code, date, body: { capacity, offered } },
    at,
    null,
  );
  return row;
}

/** Numbers that are given and not given back. What was cancelled is out of hand until it is given out again. */
export async function givenOf(
  transaction: Pick<Transaction, 'select'>,
  row: Pick<DayRow, 'queue' | 'date'> & { readonly day: Day },
  at: string,
): Promise<Given> {
  const counts = await transaction
    .select({ period: tickets.period, count: sql<number>`count(*)`.mapWith(Number) })
    .from(tickets)
    .where(and(eq(tickets.queue, row.queue), eq(tickets.date, row.date), isTaken(at)))
    .groupBy(tickets.period);
  const countOf = (period: number | null): number => counts.find((each) => each.period === period)?.count ?? 0;
  return { booked: row.day.periods.map((_, index) => countOf(index)), walkIns: countOf(null) };
}
export const isTaken = (at: string) => sql`(${tickets.status} <> 'CANCELLED' or ${tickets.freeAt} > ${at})`;

export async function nextNumber(transaction: Transaction, queue: string, date: string): Promise<number> {
  const [row] = await transaction
    .select({ last: sql<number>`coalesce(max(${tickets.number}), 0)`.mapWith(Number) })
    .from(tickets)
    .where(and(eq(tickets.queue, queue), eq(tickets.date, date)));
  return (row?.last ?? 0) + 1;
}

/** A number that is over lets its person have another for the same. */
export async function endLive(transaction: Transaction, ids: ReadonlyArray<string>): Promise<void> {
  if (ids.length > 0) await transaction.delete(liveNumbers).where(inArray(liveNumbers.ticket, [...ids]));
}

/**
 * Ends what is left of a day that is over: whoever booked did not come; whoever came was not served. The caller holds the day. Answers how many.
 */
export async function endDay(
  transaction: Transaction,
  records: Records,
  left: ReadonlyArray<TicketRow>,
  at: string,
): Promise<number> {
  for (const { id, queue, date, status, number } of left) {
    const kind = status === 'BOOKED' ? 'NO_SHOW' : 'LEFT';
    await transaction.update(tickets).set({ status: kind }).where(eq(tickets.id, id));
    await endLive(transaction, [id]);
    await records.add(
      transaction,
      { subject: subjects.day(queue, date), kind, queue, date, ticket: id, body: { number } },
      at,
      null,
    );
  }
  return left.length;
}
