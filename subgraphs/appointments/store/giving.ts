import { and, asc, eq, gte, inArray, lt } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Calendar } from '../../language/calendar.ts';
import { addDays, civilDateOf } from '../../language/civil-date.ts';
import { barredUntil } from '../domain/conduct.ts';
import { releasedPlaces, walkInsLeft } from '../domain/quota.ts';
import { instantOf, type Queue } from '../domain/rules.ts';
import { type DayRow, liveNumbers, tickets } from '../tables.ts';
import { type AgentBooking, mayBook } from './agents.ts';
import { endDay, type Given, givenOf, nextNumber, settledDay } from './days.ts';
import {
  type Asked,
  holdDay,
  holdPerson,
  type Named,
  once,
  places,
  type Records,
  subjects,
  type Transaction,
  ticketRecord,
  Undone,
} from './records.ts';

export interface NewTicket extends Asked {
  readonly id: string;
  readonly queue: Queue;
  readonly calendar: Calendar;
  readonly date: string;
  /** Time of day at which the period begins; null: on the spot. */
  readonly from: string | null;
  readonly matters: ReadonlyArray<string>;
  readonly named: Named;
  /** Pseudonym of who it is for. */
  readonly person: string;
  /** Pseudonym of whoever sees it; null: nobody with an account. */
  readonly account: string | null;
  readonly booking: AgentBooking | null;
  readonly submission: string | null;
  readonly exemption: string | null;
  /** Staff who gave it; null: booked. */
  readonly operator: string | null;
}
export type GiveRefusal =
  | 'KEY_REUSED'
  | 'SLOT_UNKNOWN'
  | 'NO_NUMBER_LEFT'
  | 'QUEUE_CLOSED'
  | 'LIVE_NUMBER_EXISTS'
  | 'LIVE_NUMBERS_TOO_MANY'
  | 'AGENT_NOT_ADMITTED'
  | 'AGENT_ABOVE_NUMBER'
  | 'POWER_NOT_VALID';
/** `barredUntil`: day from which who did not come so often may book again. */
export type Gave = { readonly ticket: string } | { readonly barredUntil: string } | GiveRefusal;

/** Of one person, whatever for. */
export const mostLive = 10;

/** Gives a number, once for each key. */
export async function give(db: PostgresJsDatabase, records: Records, asked: NewTicket): Promise<Gave> {
  try {
    return await once<Gave, Gave>(
      db,
      records,
      asked,
      ({ ticket }) => ({ ticket: ticket as string }),
      (transaction) => giveWithin(transaction, records, asked),
    );
  } catch (error) {
    if (error instanceof Undone) return error.reason as GiveRefusal;
    throw error;
  }
}

async function giveWithin(transaction: Transaction, records: Records, asked: NewTicket): Promise<Gave> {
  const { id, queue, date, from, matters, at, booking, calendar, person } = asked;
  if (booking !== null) {
    const may = await mayBook(transaction, records, booking, matters, at);
    if (may !== 'YES') return may;
  }
  await holdPerson(transaction, person);
  await endStale(transaction, records, person, at);
  const kept = await transaction.select().from(liveNumbers).where(eq(liveNumbers.person, person));
  if (kept.some(({ matter }) => matters.includes(matter))) return 'LIVE_NUMBER_EXISTS';
  if (kept.length + matters.length > mostLive) return 'LIVE_NUMBERS_TOO_MANY';
  const barredTo = from === null ? null : await barred(transaction, queue, person, at);
  if (barredTo !== null) return { barredUntil: barredTo };
  await holdDay(transaction, queue.code, date);
  const row = await settledDay(transaction, records, { queue, calendar, date, at });
  const period = place(row, await givenOf(transaction, row, at), from, Date.parse(at));
  if (typeof period === 'string') throw new Undone(period);
  const number = await nextNumber(transaction, queue.code, date);
  await transaction.insert(tickets).values({
    ...{ id, queue: queue.code, date, number, period, person, matters: [...matters], givenAt: at },
    ...{ origin: from === null ? 'WALK_IN' : 'BOOKED', status: from === null ? 'WAITING' : 'BOOKED' },
    ...{ account: asked.account, submission: asked.submission },
    ...{ agent: booking?.agent ?? null, power: booking?.power ?? null, exemption: asked.exemption },
    turnAt: from === null ? at : null,
    sealed: records.sealer.seal(ticketRecord.write(asked.named), places.ticket(id)),
  });
  const live = await transaction
    .insert(liveNumbers)
    .values(matters.map((matter) => ({ person, matter, ticket: id })))
    .onConflictDoNothing()
    .returning({ matter: liveNumbers.matter });
  if (live.length < matters.length) throw new Undone('LIVE_NUMBER_EXISTS');
  await records.add(
    transaction,
    {
      ...{ subject: subjects.day(queue.code, date), kind: from === null ? 'ISSUED' : 'BOOKED' },
      ...{ queue: queue.code, date, ticket: id, operator: asked.operator, beneficiary: asked.named },
      ...(booking === null ? {} : { agent: booking.agent }),
      body: { number, period, matters, person, exemption: asked.exemption, power: booking?.power ?? null },
    },
    at,
    asked,
  );
  return { ticket: id };
}

/** The period that a number is given for, null on the spot; or why there is none. */
function place({ day, rules }: DayRow, given: Given, from: string | null, now: number): number | null | GiveRefusal {
  const taken = given.booked.reduce((sum, each) => sum + each, given.walkIns);
  if (from === null) {
    const isOver = day.periods.every(({ to }) => instantOf(day.date, to) <= now);
    if (isOver) return 'QUEUE_CLOSED';
    return walkInsLeft(day, given, now) > 0 ? null : 'NO_NUMBER_LEFT';
  }
  const period = day.periods.findIndex((each) => each.from === from);
  if (period === -1) return 'SLOT_UNKNOWN';
  const left = (releasedPlaces(day, rules.release, now)[period] as number) - (given.booked[period] as number);
  return left > 0 && taken < day.offered ? period : 'NO_NUMBER_LEFT';
}

/** Numbers of a person from days that are over, before the clock has come round to them. */
async function endStale(transaction: Transaction, records: Records, person: string, at: string): Promise<void> {
  const today = civilDateOf(Date.parse(at));
  const stale = (
    await transaction
      .select({ ticket: tickets })
      .from(liveNumbers)
      .innerJoin(tickets, eq(tickets.id, liveNumbers.ticket))
      .where(and(eq(liveNumbers.person, person), lt(tickets.date, today)))
      .orderBy(asc(tickets.date), asc(tickets.queue))
  ).map(({ ticket }) => ticket);
  for (const each of new Map(stale.map((ticket) => [ticket.id, ticket])).values()) {
    await holdDay(transaction, each.queue, each.date);
    const open = await transaction
      .select()
      .from(tickets)
      .where(and(eq(tickets.id, each.id), inArray(tickets.status, ['BOOKED', 'WAITING', 'CALLED'])));
    await endDay(transaction, records, open, at);
  }
}

/** Day from which a person may book again; null: today. */
async function barred(transaction: Transaction, { noShow }: Queue, person: string, at: string): Promise<string | null> {
  const today = civilDateOf(Date.parse(at));
  const since = addDays(today, -noShow.withinDays - noShow.barredDays);
  const missed = await transaction
    .select({ date: tickets.date })
    .from(tickets)
    .where(
      and(
        eq(tickets.person, person),
        eq(tickets.status, 'NO_SHOW'),
        eq(tickets.origin, 'BOOKED'),
        gte(tickets.date, since),
      ),
    );
  return barredUntil(
    noShow,
    missed.map(({ date }) => date),
    today,
  );
}
