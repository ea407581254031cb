import { and, asc, between, count, desc, eq, inArray, lte, or, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { standingRevision } from '../../runtime/beginnings.ts';
import { inTurn, passedOver } from '../domain/order.ts';
import type { Day } from '../domain/quota.ts';
import type { Queue, WindowRules } from '../domain/rules.ts';
import {
  type AgentRow,
  agents,
  days,
  matters,
  type PowerRow,
  powers,
  rules,
  type TicketRow,
  tickets,
} from '../tables.ts';
import { agentEvents, agentRows, bookedThisWeek } from './agents.ts';
import { isTaken } from './days.ts';
import {
  type AgentRecord,
  agentRecord,
  type Named,
  type PowerRecord,
  places,
  powerRecord,
  type Records,
  ticketRecord,
} from './records.ts';
import { waitingIn } from './serving.ts';

/** A number, opened; `named` null: erased. */
export interface KeptTicket extends Omit<TicketRow, 'sealed' | 'person' | 'account'> {
  readonly named: Named | null;
  readonly times: { readonly from: string; readonly to: string } | null;
}
export interface KeptPower extends Omit<PowerRow, 'sealed' | 'person' | 'account'> {
  readonly record: PowerRecord | null;
}
export interface KeptAgent extends Omit<AgentRow, 'sealed' | 'account'> {
  readonly record: AgentRecord;
}
export interface SettledDay {
  readonly queue: string;
  readonly date: string;
  readonly rules: Queue;
  readonly day: Day;
}

/** More powers than anybody gives. */
const mostHeld = 10_000;

export function createReading(db: PostgresJsDatabase, records: Records) {
  const { sealer, pseudonym } = records;
  const opened = async (rows: ReadonlyArray<TicketRow>): Promise<ReadonlyArray<KeptTicket>> => {
    const booked = rows.filter(({ period }) => period !== null);
    const settled = booked.length === 0 ? [] : await settledOf(booked);
    return rows.map(({ sealed, person: _person, account: _account, ...row }) => {
      const day = settled.find(({ queue, date }) => queue === row.queue && date === row.date)?.day;
      const period = row.period === null ? undefined : day?.periods[row.period];
      return {
        ...row,
        named: sealed && ticketRecord.read(sealer.open(sealed, places.ticket(row.id))),
        times: period ? { from: period.from, to: period.to } : null,
      };
    });
  };
  const settledOf = (rows: ReadonlyArray<Pick<TicketRow, 'queue' | 'date'>>) =>
    db
      .select()
      .from(days)
      .where(
        and(
          inArray(
            days.queue,
            rows.map(({ queue }) => queue),
          ),
          inArray(
            days.date,
            rows.map(({ date }) => date),
          ),
        ),
      );
  /** Those of an account, whoever booked them for it; and those that were given on the spot to the person whom it showed. */
  const ofAccount = (account: string): SQL | undefined => {
    const own = pseudonym(account);
    const persons = sql`(select ${tickets.person} from ${tickets} where ${tickets.account} = ${own})`;
    return or(eq(tickets.account, own), sql`${tickets.person} in ${persons}`);
  };
  const openedPower = ({ sealed, person: _person, account: _account, ...row }: PowerRow): KeptPower => ({
    ...{ ...row, record: sealed && powerRecord.read(sealer.open(sealed, places.power(row.id))) },
  });
  const openedAgent = ({ sealed, account: _account, ...row }: AgentRow): KeptAgent => ({
    ...{ ...row, record: agentRecord.read(sealer.open(sealed, places.agent(row.id))) },
  });
  return {
    async rules(): Promise<WindowRules | null> {
      const [row] = await db
        .select()
        .from(rules)
        .where(lte(rules.revision, standingRevision()))
        .orderBy(desc(rules.revision))
        .limit(1);
      return row?.content ?? null;
    },
    async departmentsOf(codes: ReadonlyArray<string>): Promise<ReadonlyMap<string, string>> {
      if (codes.length === 0) return new Map();
      const rows = await db
        .select()
        .from(matters)
        .where(inArray(matters.code, [...codes]));
      return new Map(rows.map(({ code, department }) => [code, department]));
    },
    async many(ids: ReadonlyArray<string>): Promise<ReadonlyMap<string, KeptTicket>> {
      if (ids.length === 0) return new Map();
      const rows = await db
        .select()
        .from(tickets)
        .where(inArray(tickets.id, [...ids]));
      return new Map((await opened(rows)).map((each) => [each.id, each]));
    },
    /** Whether a number is of an account. */
    isOf: async (id: string, account: string) =>
      (await db.$count(tickets, and(eq(tickets.id, id), ofAccount(account)))) > 0,
    async ofAccount(account: string, agent: string | null, limit: number, offset: number) {
      const where = agent === null ? ofAccount(account) : eq(tickets.agent, agent);
      const [rows, total] = await Promise.all([
        db
          .select()
          .from(tickets)
          .where(where)
          .orderBy(desc(tickets.givenAt), asc(tickets.id))
          .limit(limit)
          .offset(offset),
        db.$count(tickets, where),
      ]);
      return { nodes: await opened(rows), total };
    },
    async ofSubmissions(account: string, submissions: ReadonlyArray<string>): Promise<ReadonlyArray<KeptTicket>> {
      if (submissions.length === 0) return [];
      const rows = await db
        .select()
        .from(tickets)
        .where(and(inArray(tickets.submission, [...submissions]), eq(tickets.account, pseudonym(account))))
        .orderBy(asc(tickets.givenAt), asc(tickets.id));
      return opened(rows);
    },
    /** Whoever waits, in the order in which they are called. */
    async waitingTickets(queue: string, date: string, limit: number): Promise<ReadonlyArray<KeptTicket>> {
      const order = [...(await waitingIn(db, queue, date))].sort(inTurn).slice(0, limit);
      const rows = await db
        .select()
        .from(tickets)
        .where(
          inArray(
            tickets.id,
            order.map(({ ticket }) => ticket),
          ),
        );
      const found = new Map((await opened(rows)).map((each) => [each.id, each]));
      return order.flatMap(({ ticket }) => found.get(ticket) ?? []);
    },
    /** How many are called before somebody who waits. */
    async aheadOf(ticket: string, queue: string, date: string): Promise<number> {
      const waiting = await waitingIn(db, queue, date);
      const own = waiting.find((each) => each.ticket === ticket);
      return own ? passedOver(own, waiting) : 0;
    },
    /** Days that are settled, of these queues. */
    settled(queues: ReadonlyArray<string>, from: string, to: string): Promise<ReadonlyArray<SettledDay>> {
      if (queues.length === 0) return Promise.resolve([]);
      return db
        .select({ queue: days.queue, date: days.date, rules: days.rules, day: days.day })
        .from(days)
        .where(and(inArray(days.queue, [...queues]), between(days.date, from, to)));
    },
    settledBetween(from: string, to: string, queue: string | null): Promise<ReadonlyArray<SettledDay>> {
      return db
        .select({ queue: days.queue, date: days.date, rules: days.rules, day: days.day })
        .from(days)
        .where(and(between(days.date, from, to), queue === null ? undefined : eq(days.queue, queue)));
    },
    /** How many numbers are taken, by queue, day and period (null: on the spot). */
    taken(queues: ReadonlyArray<string>, from: string, to: string, at: string) {
      if (queues.length === 0) return Promise.resolve([]);
      return db
        .select({ queue: tickets.queue, date: tickets.date, period: tickets.period, count: count() })
        .from(tickets)
        .where(and(inArray(tickets.queue, [...queues]), between(tickets.date, from, to), isTaken(at)))
        .groupBy(tickets.queue, tickets.date, tickets.period);
    },
    async agentOf(account: string): Promise<KeptAgent | null> {
      const [row] = await db
        .select()
        .from(agents)
        .where(eq(agents.account, pseudonym(account)));
      return row ? openedAgent(row) : null;
    },
    async agents(ids: ReadonlyArray<string>): Promise<ReadonlyMap<string, KeptAgent>> {
      return new Map((await agentRows(db, ids)).map((row) => [row.id, openedAgent(row)]));
    },
    async toReview(limit: number, offset: number) {
      const where = inArray(agents.status, ['PENDING', 'BLOCKED']);
      const [rows, total] = await Promise.all([
        db.select().from(agents).where(where).orderBy(asc(agents.since), asc(agents.id)).limit(limit).offset(offset),
        db.$count(agents, where),
      ]);
      return { nodes: rows.map(openedAgent), total };
    },
    bookedThisWeek: async (agent: string, at: string) => bookedThisWeek(db, agent, await agentEvents(db, agent), at),
    async power(id: string): Promise<(KeptPower & Pick<PowerRow, 'account' | 'person'>) | null> {
      const [row] = await db.select().from(powers).where(eq(powers.id, id));
      return row ? { ...openedPower(row), account: row.account, person: row.person } : null;
    },
    /** Everything of an account: its powers, then its numbers, then what it is registered as. */
    async heldOf(account: string, limit: number, offset: number) {
      const own = pseudonym(account);
      const [given, registered, total] = await Promise.all([
        db
          .select()
          .from(powers)
          .where(eq(powers.account, own))
          .orderBy(asc(powers.givenAt), asc(powers.id))
          .limit(mostHeld),
        db.select().from(agents).where(eq(agents.account, own)),
        db.$count(tickets, ofAccount(account)),
      ]);
      const before = [
        ...given.map(openedPower).map(({ record, ...row }) => ({ ...row, ...record, submission: null })),
        ...registered.map(openedAgent).map(({ record, ...row }) => ({ ...row, ...record, submission: null })),
      ];
      const here = before.slice(offset, offset + limit);
      const left = limit - here.length;
      const rows =
        left === 0
          ? []
          : await db
              .select()
              .from(tickets)
              .where(ofAccount(account))
              .orderBy(asc(tickets.givenAt), asc(tickets.id))
              .limit(left)
              .offset(Math.max(0, offset - before.length));
      const numbers = (await opened(rows)).map(({ named, times, period: _period, ...row }) => ({
        ...row,
        ...named,
        ...times,
      }));
      return { nodes: [...here, ...numbers], total: before.length + total };
    },
    async powersOf(who: { readonly account: string } | { readonly agent: string }, limit: number, offset: number) {
      const where = 'agent' in who ? eq(powers.agent, who.agent) : eq(powers.account, pseudonym(who.account));
      const [rows, total] = await Promise.all([
        db.select().from(powers).where(where).orderBy(desc(powers.givenAt), asc(powers.id)).limit(limit).offset(offset),
        db.$count(powers, where),
      ]);
      return { nodes: rows.map(openedPower), total };
    },
    pseudonym,
  };
}
