import { and, eq, inArray } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Calendar } from '../../language/calendar.ts';
import { civilDateOf } from '../../language/civil-date.ts';
import { nextInTurn, passedOver, turnOf, type Waiting } from '../domain/order.ts';
import { type Day, dayOf, nextWave } from '../domain/quota.ts';
import { instantOf, type Queue } from '../domain/rules.ts';
import { type Alert, type DayRow, days, type TicketRow, tickets } from '../tables.ts';
import { endLive, givenOf, settledDay } from './days.ts';
import {
  type Asked,
  holdDay,
  type Named,
  type NewRow,
  once,
  places,
  type Records,
  subjects,
  type Transaction,
  ticketRecord,
} from './records.ts';

export interface QueueAsked extends Asked {
  readonly queue: Queue;
  readonly calendar: Calendar;
  readonly operator: string;
}
export interface TicketAsked extends Asked {
  readonly ticket: Pick<TicketRow, 'id' | 'queue' | 'date'>;
  /** Of the staff; null: whoever has the number. */
  readonly operator: string | null;
}
export type Stepped =
  | { readonly ticket: string | null }
  | { readonly tooEarlyBefore: string }
  | 'KEY_REUSED'
  | 'NOT_BOOKED'
  | 'NOT_TODAY'
  | 'TOO_LATE';
export interface Served {
  readonly ticket: string | null;
  readonly alert: Alert | null;
}
export type QuotaSet =
  | { readonly day: Day }
  | { readonly least: number; readonly most: number }
  | 'KEY_REUSED'
  | 'REASON_MISSING';

const knownTicket = ({ ticket }: { readonly ticket: string | null }) => ({ ticket });
const aboutOf = ({ queue, date, id }: Pick<TicketRow, 'queue' | 'date' | 'id'>) => ({
  ...{ subject: subjects.day(queue, date), queue, date, ticket: id },
});

export function createServing(db: PostgresJsDatabase, records: Records) {
  const ticketIn = async (transaction: Transaction, id: string): Promise<TicketRow> => {
    const [row] = await transaction.select().from(tickets).where(eq(tickets.id, id));
    if (!row) throw new Error(`There is no number ${id}.`);
    return row;
  };
  const dayIn = async (transaction: Transaction, { queue, date }: TicketRow): Promise<DayRow> => {
    const [row] = await transaction
      .select()
      .from(days)
      .where(and(eq(days.queue, queue), eq(days.date, date)));
    if (!row) throw new Error(`A number was given for a day of ${queue} that was not settled.`);
    return row;
  };
  /** Something that happens to one number, under its day. */
  const step = (
    asked: TicketAsked,
    perform: (
      transaction: Transaction,
      ticket: TicketRow,
      day: DayRow,
    ) => Promise<Stepped | { readonly row: Pick<NewRow, 'kind'> & Partial<NewRow>; readonly set: Partial<TicketRow> }>,
  ): Promise<Stepped> =>
    once<Stepped, Stepped>(db, records, asked, knownTicket, async (transaction) => {
      await holdDay(transaction, asked.ticket.queue, asked.ticket.date);
      const ticket = await ticketIn(transaction, asked.ticket.id);
      const done = await perform(transaction, ticket, await dayIn(transaction, ticket));
      if (typeof done === 'string' || !('row' in done)) return done;
      await transaction.update(tickets).set(done.set).where(eq(tickets.id, ticket.id));
      if (['CANCELLED', 'NO_SHOW'].includes(done.row.kind)) await endLive(transaction, [ticket.id]);
      const body = { number: ticket.number, ...done.row.body };
      const row = { ...aboutOf(ticket), operator: asked.operator, ...done.row, body };
      await records.add(transaction, row, asked.at, asked);
      return { ticket: ticket.id };
    });

  return {
    cancel: (asked: TicketAsked): Promise<Stepped> =>
      step(asked, async (_transaction, ticket, { day, rules }) => {
        if (ticket.status !== 'BOOKED') return 'NOT_BOOKED';
        const now = Date.parse(asked.at);
        if (now >= beginningOf(ticket, day)) return 'TOO_LATE';
        const freeAt = new Date(nextWave(rules.release, civilDateOf(now), now)).toISOString();
        return { row: { kind: 'CANCELLED' }, set: { status: 'CANCELLED', freeAt } };
      }),
    checkIn: (asked: TicketAsked & { readonly exemption: string | null }): Promise<Stepped> =>
      step(asked, async (_transaction, ticket, { day }) => {
        const { at, exemption } = asked;
        if (ticket.status !== 'BOOKED') return 'NOT_BOOKED';
        if (ticket.date !== civilDateOf(Date.parse(at))) return 'NOT_TODAY';
        const turnAt = new Date(turnOf(beginningOf(ticket, day), Date.parse(at))).toISOString();
        return { row: { kind: 'CHECKED_IN', body: { exemption } }, set: { status: 'WAITING', turnAt, exemption } };
      }),
    markNoShow: (asked: TicketAsked): Promise<Stepped> =>
      step(asked, async (_transaction, ticket, { day, rules }) => {
        if (ticket.status !== 'BOOKED' && ticket.status !== 'CALLED') return 'NOT_BOOKED';
        const since = ticket.status === 'BOOKED' ? beginningOf(ticket, day) : Date.parse(ticket.calledAt ?? asked.at);
        const from = since + rules.noShow.graceMinutes * 60_000;
        if (Date.parse(asked.at) < from) return { tooEarlyBefore: new Date(from).toISOString() };
        return { row: { kind: 'NO_SHOW' }, set: { status: 'NO_SHOW' } };
      }),
    callNext: (asked: QueueAsked & { readonly window: string }): Promise<Stepped> =>
      once<Stepped, Stepped>(db, records, asked, knownTicket, async (transaction) => {
        const { queue, at, operator, window } = asked;
        const date = civilDateOf(Date.parse(at));
        await holdDay(transaction, queue.code, date);
        const next = nextInTurn(await waitingIn(transaction, queue.code, date));
        if (next === null) return { ticket: null };
        await transaction
          .update(tickets)
          .set({ status: 'CALLED', calledAt: at, window })
          .where(eq(tickets.id, next.ticket));
        const about = aboutOf({ id: next.ticket, queue: queue.code, date });
        await records.add(
          transaction,
          { ...about, kind: 'CALLED', operator, body: { number: next.number, window } },
          at,
          asked,
        );
        return { ticket: next.ticket };
      }),
    serve: (asked: QueueAsked & ServeAsked): Promise<Served | 'KEY_REUSED'> =>
      once<Served, Served>(
        db,
        records,
        asked,
        ({ ticket, alert }) => ({ ticket, alert }),
        (transaction) => serveWithin(transaction, records, asked),
      ),
    setQuota: (
      asked: QueueAsked & { readonly date: string; readonly offered: number; readonly reason: Day['reason'] },
    ): Promise<QuotaSet> =>
      once<QuotaSet, QuotaSet>(
        db,
        records,
        asked,
        ({ body }) => ({ day: body.day as Day }),
        async (transaction) => {
          const { queue, calendar, date, at, offered, reason, operator } = asked;
          await holdDay(transaction, queue.code, date);
          const settled = await settledDay(transaction, records, { queue, calendar, date, at });
          const given = await givenOf(transaction, settled, at);
          const least = given.booked.reduce((sum, each) => sum + each, given.walkIns);
          const most = settled.day.capacity;
          if (offered < least || offered > most) return { least, most };
          if (offered < most && reason === null) return 'REASON_MISSING';
          const day = dayOf(settled.rules, calendar, date, { offered, reason });
          await transaction
            .update(days)
            .set({ day })
            .where(and(eq(days.queue, queue.code), eq(days.date, date)));
          const subject = subjects.day(queue.code, date);
          const row = {
            subject,
            kind: 'QUOTA_SET' as const,
            queue: queue.code,
            date,
            operator,
            body: { offered, day },
          };
          await records.add(transaction, row, at, asked);
          return { day };
        },
      ),
  };
}

/** Instant at which the period of a number begins. */
function beginningOf({ period, date }: Pick<TicketRow, 'period' | 'date'>, day: Day): number {
  return instantOf(date, day.periods[period ?? 0]?.from ?? '00:00');
}

/** Whoever waits in a queue on a day, in no order. */
export async function waitingIn(
  transaction: Pick<Transaction, 'select'>,
  queue: string,
  date: string,
): Promise<ReadonlyArray<Waiting>> {
  const rows = await transaction
    .select()
    .from(tickets)
    .where(and(eq(tickets.queue, queue), eq(tickets.date, date), inArray(tickets.status, ['WAITING'])));
  return rows.map((row) => waiting(row, Date.parse(row.turnAt as string)));
}
const waiting = ({ id, number, exemption }: TicketRow, turn: number): Waiting => ({
  ...{ ticket: id, number, turn, isExempt: exemption !== null },
});

export interface ServeAsked {
  readonly window: string;
  /** Null: without a number. */
  readonly ticket: string | null;
  /** Of who is served without a number. */
  readonly person: { readonly named: Named; readonly identityNumber: string } | null;
  readonly matter: string | null;
}

/** Serves whoever is served: what is not as it should be is written down with who did it for whom, and stays. */
async function serveWithin(
  transaction: Transaction,
  records: Records,
  { queue, calendar, operator, at, window, ticket: id, person, matter, ...asked }: QueueAsked & ServeAsked,
): Promise<Served> {
  const date = civilDateOf(Date.parse(at));
  await holdDay(transaction, queue.code, date);
  const { day } = await settledDay(transaction, records, { queue, calendar, date, at });
  const [ticket] = id === null ? [] : await transaction.select().from(tickets).where(eq(tickets.id, id));
  const isOpen =
    ticket?.queue === queue.code && ticket.date === date && ['BOOKED', 'WAITING', 'CALLED'].includes(ticket.status);
  const passed = ticket && isOpen ? await passedOverBy(transaction, ticket, day, at) : 0;
  const alert: Alert | null = isOpen ? (passed > 0 ? 'OUT_OF_ORDER' : null) : 'WITHOUT_NUMBER';
  if (ticket && isOpen) {
    await transaction.update(tickets).set({ status: 'SERVED', window }).where(eq(tickets.id, ticket.id));
    await endLive(transaction, [ticket.id]);
  }
  const beneficiary =
    person?.named ??
    (ticket?.sealed ? ticketRecord.read(records.sealer.open(ticket.sealed, places.ticket(ticket.id))) : null);
  const who = person === null ? (ticket?.person ?? null) : records.person(person.identityNumber);
  await records.add(
    transaction,
    {
      ...{ subject: subjects.day(queue.code, date), kind: 'SERVED', queue: queue.code, date, operator, beneficiary },
      ...(ticket ? { ticket: ticket.id } : {}),
      body: {
        ...{ number: ticket?.number ?? null, window, person: who, passedOver: passed },
        ...{ matter: matter ?? ticket?.matters[0] ?? null, status: ticket?.status ?? null },
        ...(alert === null ? {} : { alert }),
      },
    },
    at,
    { ...asked, at },
  );
  return { ticket: ticket?.id ?? null, alert };
}

/** Whoever was called was next; of anybody else it is counted how many wait whose turn was before. */
async function passedOverBy(transaction: Transaction, ticket: TicketRow, day: Day, at: string): Promise<number> {
  if (ticket.status === 'CALLED') return 0;
  const turn = ticket.turnAt === null ? turnOf(beginningOf(ticket, day), Date.parse(at)) : Date.parse(ticket.turnAt);
  return passedOver(waiting(ticket, turn), await waitingIn(transaction, ticket.queue, ticket.date));
}
