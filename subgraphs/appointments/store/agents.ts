import { and, asc, count, eq, gte, inArray, isNull } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { civilDateOf } from '../../language/civil-date.ts';
import { type AgentEvent, agentStatus, countedSince, covers, mondayOf } from '../domain/conduct.ts';
import { instantOf } from '../domain/rules.ts';
import { agents, log, powers, tickets } from '../tables.ts';
import {
  type AgentRecord,
  type Asked,
  agentRecord,
  once,
  type PowerRecord,
  places,
  powerRecord,
  type Records,
  subjects,
  type Transaction,
} from './records.ts';

/** An agent who books for somebody by their power. */
export interface AgentBooking {
  readonly agent: string;
  readonly power: string;
  readonly mostPerWeek: number;
}

/** What happened to an agent; the caller holds their row, or does not mind what comes meanwhile. */
export async function agentEvents(
  transaction: Pick<Transaction, 'select'>,
  agent: string,
): Promise<ReadonlyArray<AgentEvent>> {
  const rows = await transaction
    .select({ kind: log.kind, at: log.at, body: log.body })
    .from(log)
    .where(eq(log.subject, subjects.agent(agent)))
    .orderBy(asc(log.number));
  return rows.map(({ kind, at, body }) => ({ kind, at, ...body }) as AgentEvent);
}

/** Numbers that an agent booked this week since somebody last looked, whatever became of them. */
export async function bookedThisWeek(
  transaction: Pick<Transaction, 'select'>,
  agent: string,
  events: ReadonlyArray<AgentEvent>,
  at: string,
): Promise<number> {
  const monday = instantOf(mondayOf(civilDateOf(Date.parse(at))), '00:00');
  const since = new Date(countedSince(monday, events)).toISOString();
  const [row] = await transaction
    .select({ count: count() })
    .from(tickets)
    .where(and(eq(tickets.agent, agent), gte(tickets.givenAt, since)));
  return row?.count ?? 0;
}

/** Whether an agent may book now: who would be above the number is blocked, which stays when the booking is refused. */
export async function mayBook(
  transaction: Transaction,
  records: Records,
  { agent, power, mostPerWeek }: AgentBooking,
  matters: ReadonlyArray<string>,
  at: string,
): Promise<'YES' | 'AGENT_NOT_ADMITTED' | 'AGENT_ABOVE_NUMBER' | 'POWER_NOT_VALID'> {
  const [held] = await transaction.select().from(agents).where(eq(agents.id, agent)).for('update');
  const events = await agentEvents(transaction, agent);
  if (!held) return 'AGENT_NOT_ADMITTED';
  const status = agentStatus(events);
  if (status !== 'ADMITTED') return status === 'BLOCKED' ? 'AGENT_ABOVE_NUMBER' : 'AGENT_NOT_ADMITTED';
  const [row] = await transaction.select().from(powers).where(eq(powers.id, power)).for('share');
  const today = civilDateOf(Date.parse(at));
  const known = row && { ...row, principal: row.person, revoked: row.revokedAt !== null };
  if (!known || !covers(known, agent, matters, today)) return 'POWER_NOT_VALID';
  const booked = await bookedThisWeek(transaction, agent, events, at);
  if (booked < mostPerWeek) return 'YES';
  await transaction.update(agents).set({ status: 'BLOCKED', since: at }).where(eq(agents.id, agent));
  const body = { booked, mostPerWeek, alert: 'AGENT_ABOVE_NUMBER' as const };
  await records.add(
    transaction,
    { subject: subjects.agent(agent), kind: 'BLOCKED', date: today, agent, body },
    at,
    null,
  );
  return 'AGENT_ABOVE_NUMBER';
}

export type AgentDone = { readonly agent: string } | 'KEY_REUSED' | 'AGENT_REGISTERED' | 'AGENT_UNKNOWN';

export function createAgentSteps(db: PostgresJsDatabase, records: Records) {
  const { pseudonym, sealer } = records;
  const known = ({ agent }: { readonly agent: string | null }) => ({ agent: agent as string });
  return {
    register: (
      asked: Asked & { readonly id: string; readonly account: string; readonly record: AgentRecord },
    ): Promise<AgentDone> =>
      once<AgentDone, AgentDone>(db, records, asked, known, async (transaction) => {
        const { id, at, record } = asked;
        const sealed = sealer.seal(agentRecord.write(record), places.agent(id));
        const row = { id, account: pseudonym(asked.account), status: 'PENDING' as const, since: at, sealed };
        const [added] = await transaction.insert(agents).values(row).onConflictDoNothing().returning();
        if (!added) return 'AGENT_REGISTERED';
        await records.add(
          transaction,
          { subject: subjects.agent(id), kind: 'REGISTERED', agent: id, body: {} },
          at,
          asked,
        );
        return { agent: id };
      }),
    review: (
      asked: Asked & {
        readonly agent: string;
        readonly admitted: boolean;
        readonly reason: string;
        readonly operator: string;
      },
    ): Promise<AgentDone> =>
      once<AgentDone, AgentDone>(db, records, asked, known, async (transaction) => {
        const { agent, admitted, at, operator, reason } = asked;
        const [row] = await transaction.select().from(agents).where(eq(agents.id, agent)).for('update');
        if (!row) return 'AGENT_UNKNOWN';
        await records.add(
          transaction,
          { subject: subjects.agent(agent), kind: 'REVIEWED', agent, body: { admitted }, operator, note: reason },
          at,
          asked,
        );
        const status = agentStatus(await agentEvents(transaction, agent));
        await transaction.update(agents).set({ status, since: at }).where(eq(agents.id, agent));
        return { agent };
      }),
  };
}

export interface NewPower extends Asked {
  readonly id: string;
  readonly account: string;
  readonly identityNumber: string;
  readonly agent: string;
  readonly matters: ReadonlyArray<string>;
  readonly validFrom: string;
  readonly validTo: string;
  readonly record: PowerRecord;
}
export type PowerDone =
  | { readonly power: string }
  | 'KEY_REUSED'
  | 'AGENT_UNKNOWN'
  | 'POWER_UNKNOWN'
  | 'POWERS_TOO_MANY';

/** Of one account, not revoked and not over. */
export const mostPowers = 20;

export function createPowerSteps(db: PostgresJsDatabase, records: Records) {
  const { pseudonym, sealer } = records;
  const known = ({ body }: { readonly body: Readonly<Record<string, unknown>> }) => ({ power: body.power as string });
  return {
    grant: (asked: NewPower): Promise<PowerDone> =>
      once<PowerDone, PowerDone>(db, records, asked, known, async (transaction) => {
        const { id, agent, at, matters, validFrom, validTo, record } = asked;
        const account = pseudonym(asked.account);
        const [row] = await transaction.select().from(agents).where(eq(agents.id, agent)).for('share');
        if (!row || row.status === 'BARRED') return 'AGENT_UNKNOWN';
        const own = await transaction.$count(
          powers,
          and(eq(powers.account, account), gte(powers.validTo, validFrom), isNull(powers.revokedAt)),
        );
        if (own >= mostPowers) return 'POWERS_TOO_MANY';
        await transaction.insert(powers).values({
          ...{ id, account, person: records.person(asked.identityNumber), agent, matters: [...matters] },
          ...{ validFrom, validTo, givenAt: at, sealed: sealer.seal(powerRecord.write(record), places.power(id)) },
        });
        const { text, ...beneficiary } = record;
        await records.add(
          transaction,
          {
            ...{ subject: subjects.power(id), kind: 'GRANTED', agent, beneficiary, note: text },
            body: { power: id, matters, validFrom, validTo },
          },
          at,
          asked,
        );
        return { power: id };
      }),
    revoke: (asked: Asked & { readonly power: string; readonly account: string }): Promise<PowerDone> =>
      once<PowerDone, PowerDone>(db, records, asked, known, async (transaction) => {
        const { power, at } = asked;
        const own = and(eq(powers.id, power), eq(powers.account, pseudonym(asked.account)));
        const [row] = await transaction.select().from(powers).where(own).for('update');
        if (!row) return 'POWER_UNKNOWN';
        await transaction
          .update(powers)
          .set({ revokedAt: row.revokedAt ?? at })
          .where(eq(powers.id, power));
        await records.add(
          transaction,
          { subject: subjects.power(power), kind: 'REVOKED', agent: row.agent, body: { power } },
          at,
          asked,
        );
        return { power };
      }),
  };
}

/** Agents by their ids. */
export async function agentRows(db: PostgresJsDatabase, ids: ReadonlyArray<string>) {
  return ids.length === 0
    ? []
    : db
        .select()
        .from(agents)
        .where(inArray(agents.id, [...ids]));
}
