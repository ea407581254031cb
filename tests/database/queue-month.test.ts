import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { addDays } from '../../subgraphs/language/civil-date.ts';
import { type Chance, randomOf } from '../random.ts';
import { type Graph, startGraph } from './gateway-of.ts';
import {
  type AdmittedAgent,
  admittedAgent,
  household,
  matters,
  named,
  person,
  queuesOf,
  stationHead,
  windowClerk,
} from './queue-of.ts';

/* 20 citizens and 4 agents for a month, all at once: what happened is held by the test in its own words, and the rows have to say the same. */

const seed = Number(process.env.QUEUE_SEED ?? 20260601);
/** Each decides by chances of their own, so that who is faster changes nobody's mind. */
const among = <T>(all: ReadonlyArray<T>, chance: Chance): T => all[Math.floor(chance() * all.length)] as T;
const chances = {
  quota: randomOf(seed),
  day: randomOf(seed + 1000),
  citizens: Array.from({ length: 20 }, (_, who) => randomOf(seed + 1 + who)),
};

let now = Date.parse('2026-05-25T08:00:00+08:00');
let graph: Graph;
let sql: postgres.Sql;
beforeAll(async () => {
  graph = await startGraph({ now: () => now, pace: { dueMs: 500, keptMs: 300 } });
  sql = postgres(graph.database.adminUrl, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await graph.close();
});
const queues = queuesOf(() => graph);
const at = (date: string, minutes: number): void => {
  now = Date.parse(`${date}T00:00:00+08:00`) + minutes * 60_000;
};
const open = ['birth', 'death', 'spouse'] as const;
const clerks = ['chen', 'sun', 'zhang'].map((name) => windowClerk(name));
const head = stationHead();
const allDays = Array.from({ length: 30 }, (_, index) => addDays('2026-06-01', index));
const isWeekday = (date: string) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
const workingDays = allDays.filter((date) => isWeekday(date) && date !== '2026-06-19');

/** What the test knows of a number that it was given. */
interface Held {
  readonly id: string;
  readonly who: number;
  readonly date: string;
  readonly from: string;
}
/** What was done as it should not be, in the test's own words. */
const wrongs: string[] = [];
const blocks: string[] = [];
const gaps: string[] = [];
const counts = { booked: 0, cancelled: 0, missed: 0, served: 0, onTheSpot: 0, byAgents: 0 };
const held: Held[] = [];

interface Agent extends AdmittedAgent {
  readonly chance: Chance;
  booked: number;
  blocked: boolean;
}
async function agentsOf(): Promise<Agent[]> {
  const all = await Promise.all([0, 1, 2, 3].map((index) => admittedAgent(queues, index)));
  return all.map((agent, index) => ({ ...agent, chance: randomOf(seed + 100 + index), booked: 0, blocked: false }));
}

/** A free time of a day that is being given out, or none. */
const times = Array.from({ length: 15 }, (_, index) => (index < 7 ? 510 : 600) + index * 30).map(
  (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
);
const soon = (date: string, chance: Chance) =>
  among(
    workingDays.filter((day) => day > date && day <= addDays(date, 7)),
    chance,
  );

async function book(
  chance: Chance,
  who: number,
  as: Caller,
  date: string,
  more: object = {},
): Promise<ReadonlyArray<string>> {
  const from = among(times, chance);
  const { ticket, codes } = await queues.book({ date, from, matters: [matters[among(open, chance)]], ...more }, as);
  if (ticket) {
    held.push({ id: ticket.id, who, date, from });
    counts.booked += 1;
  }
  return codes;
}

async function morning(today: string, agents: ReadonlyArray<Agent>): Promise<void> {
  if (!workingDays.some((day) => day > today)) return;
  await Promise.all([
    ...chances.citizens.map(async (chance, who) => {
      const next = soon(today, chance);
      const roll = chance();
      const own = held.find((each) => each.who === who && each.date > today);
      if (own && roll < 0.2) {
        const { ticket } = await queues.cancel(own.id, person(who));
        expect(ticket?.status).toBe('CANCELLED');
        held.splice(held.indexOf(own), 1);
        counts.cancelled += 1;
      } else if (roll < 0.7)
        await Promise.all([book(chance, who, person(who), next), book(chance, who, person(who), next)]);
    }),
    ...agents.map(async (agent) => {
      for (let turn = Math.floor(agent.chance() * 5); turn > 0; turn--) {
        const { id: power, who } = among(agent.powers, agent.chance);
        const codes = await book(agent.chance, who, agent.as, soon(today, agent.chance), { power });
        const isAbove = codes.includes('AGENT_ABOVE_NUMBER');
        expect(isAbove, `${today} ${agent.booked}`).toBe(agent.blocked || agent.booked >= 10);
        if (isAbove && !agent.blocked) blocks.push(`${today} ${agents.indexOf(agent)}`);
        agent.blocked ||= isAbove;
        if (codes.length === 0) {
          agent.booked += 1;
          counts.byAgents += 1;
        }
      }
    }),
  ]);
}

/** Somebody who waits, as the test knows it: from when it is their turn. */
interface Waiting {
  readonly id: string;
  readonly who: number;
  readonly turn: number;
}
async function day(today: string): Promise<void> {
  let minute = 510;
  const waiting: Waiting[] = [];
  const due = held.filter(({ date }) => date === today).sort((one, other) => one.from.localeCompare(other.from));
  for (const [index, each] of due.entries()) {
    held.splice(held.indexOf(each), 1);
    const [hours, minutes] = each.from.split(':').map(Number) as [number, number];
    minute = Math.max(minute + 1, hours * 60 + minutes - 20);
    at(today, minute);
    if (chances.day() < 0.15) {
      counts.missed += 1;
      continue;
    }
    const { ticket } = await queues.checkIn(each.id, among(clerks, chances.day));
    expect(ticket?.status).toBe('WAITING');
    waiting.push({ id: each.id, who: each.who, turn: Math.max(hours * 60 + minutes, minute) });
    if (index % 3 === 0) await onTheSpot(today, ++minute, waiting);
    if (chances.day() < 0.25) await jump(today, ++minute, waiting);
    if (waiting.length > 4) {
      at(today, ++minute);
      await serveAll(waiting, 2);
    }
  }
  at(today, Math.max(minute + 1, 1000));
  await serveAll(waiting, waiting.length);
}

async function onTheSpot(today: string, minute: number, waiting: Waiting[]): Promise<void> {
  at(today, minute);
  const who = 400 + Math.floor(chances.day() * 50);
  const { ticket } = await queues.issue(who, among(clerks, chances.day), {
    matters: [matters[among(open, chances.day)]],
  });
  if (!ticket) return;
  waiting.push({ id: ticket.id, who, turn: minute });
  counts.onTheSpot += 1;
}

/** Somebody is let in before others, or without a number. */
async function jump(today: string, minute: number, waiting: Waiting[]): Promise<void> {
  at(today, minute);
  const clerk = among(clerks, chances.day);
  const last = waiting.reduce<Waiting | null>((late, each) => (late && late.turn >= each.turn ? late : each), null);
  const isAfterOthers = last !== null && waiting.some(({ turn }) => turn < last.turn);
  if (isAfterOthers && chances.day() < 0.6) {
    expect((await queues.serve({ appointment: last.id }, clerk)).alert).toBe('OUT_OF_ORDER');
    waiting.splice(waiting.indexOf(last), 1);
    wrongs.push(`${today} OUT_OF_ORDER ${clerk.subject} ${named(last.who).name}`);
  } else {
    const who = 600 + Math.floor(chances.day() * 100);
    expect((await queues.serve({ person: named(who), matter: matters.birth }, clerk)).alert).toBe('WITHOUT_NUMBER');
    wrongs.push(`${today} WITHOUT_NUMBER ${clerk.subject} ${named(who).name}`);
  }
}

/** Clerks at all windows call and serve at once, each their own way. */
async function serveAll(waiting: Waiting[], most: number): Promise<void> {
  let left = most;
  await Promise.all(
    clerks.map(async (clerk, window) => {
      while (left > 0) {
        left -= 1;
        const { ticket } = await queues.call(clerk, { window: String(window) });
        if (!ticket) return;
        const { alert } = await queues.serve({ appointment: ticket.id }, clerk);
        expect(alert).toBeNull();
        waiting.splice(
          waiting.findIndex(({ id }) => id === ticket.id),
          1,
        );
        counts.served += 1;
      }
    }),
  );
}

it(`issue 15, shown by 3: 20 citizens and 4 agents book, cancel, do not come and are served for a month (seed ${seed}): no number twice, nobody with two live ones, every jump found and nobody accused who did not, gaps on exactly the right days`, async () => {
  const agents = await agentsOf();
  for (const today of allDays) {
    at(today, 450);
    if (today === '2026-06-01' || new Date(`${today}T00:00:00Z`).getUTCDay() === 1) {
      for (const agent of agents) {
        agent.booked = 0;
        if (!agent.blocked) continue;
        await queues.change('reviewAgent', '', { agent: agent.id, admitted: true, reason: '已约谈' }, head);
        agent.blocked = false;
      }
    }
    if (workingDays.includes(today) && chances.quota() < 0.25) {
      const offered = among([60, 90, 119, 120], chances.quota);
      const reason = { zh: '窗口检修', en: 'Windows are being repaired' };
      const { problems } = await queues.change(
        'setQuota',
        '',
        { queue: household.queue, date: today, offered, reason },
        head,
      );
      expect(problems).toEqual([]);
      if (offered < 120) gaps.push(`${today} ruian-household ${120 - offered}`);
    }
    at(today, 500);
    await morning(today, agents);
    if (workingDays.includes(today)) await day(today);
    at(today, 1200);
    await morning(today, agents);
  }
  at('2026-07-01', 60);
  process.stdout.write(
    `seed ${seed}: ${JSON.stringify({ ...counts, wrongs: wrongs.length, blocks: blocks.length, gaps: gaps.length })}\n`,
  );

  const found = await queues.alerts({ from: '2026-06-01', to: '2026-06-30' });
  const served = found.filter(({ kind }) => kind === 'OUT_OF_ORDER' || kind === 'WITHOUT_NUMBER');
  const brief = served.map(
    ({ date, kind, operator, beneficiary }) => `${date} ${kind} ${operator} ${beneficiary?.name}`,
  );
  expect(brief.sort()).toEqual(wrongs.sort());
  const above = found.filter(({ kind }) => kind === 'AGENT_ABOVE_NUMBER');
  expect(above.map(({ date, agent }) => `${date} ${agent?.name.slice(2)}`).sort()).toEqual(blocks.sort());
  const gapsFound = found.filter(({ kind }) => kind === 'CAPACITY_GAP');
  const expected = [...gaps, ...workingDays.map((date) => `${date} ruian-insurance 60`)];
  expect(gapsFound.map(({ date, queue, gap }) => `${date} ${queue?.code} ${gap}`).sort()).toEqual(expected.sort());

  // By the rows alone, in their order; what ends at an instant ends before something begins at it: no number twice, and at no time two live ones of one person for one matter.
  const twice = await sql`select queue, date, number from appointments.tickets group by 1, 2, 3 having count(*) > 1`;
  expect(twice).toEqual([]);
  const rows = await sql<Array<{ kind: string; ticket: string; person: string; matters: string[] }>>`
    select log.kind, log.ticket, tickets.person, tickets.matters from appointments.log join appointments.tickets on tickets.id = log.ticket
    where log.alert is distinct from 'WITHOUT_NUMBER' order by log.at, log.kind in ('BOOKED', 'ISSUED'), log.number`;
  const live = new Map<string, string>();
  for (const { kind, ticket, person: whose, matters: ofTicket } of rows)
    for (const matter of ofTicket) {
      const key = `${whose} ${matter}`;
      if (kind === 'BOOKED' || kind === 'ISSUED') {
        expect(live.get(key), `${ticket} ${key}`).toBeUndefined();
        live.set(key, ticket);
      } else if (['SERVED', 'CANCELLED', 'NO_SHOW', 'LEFT'].includes(kind) && live.get(key) === ticket)
        live.delete(key);
    }
  const chains = await Promise.all(
    workingDays.map((date) =>
      graph.ask<{ queueLog: { brokenAt: number | null } }>(
        { query: '{ queueLog(queue: "ruian-household", date: "DATE") { brokenAt } }'.replace('DATE', date) },
        { ...head, scopes: ['integrity'] },
      ),
    ),
  );
  expect(chains.map(({ queueLog }) => queueLog.brokenAt)).toEqual(workingDays.map(() => null));
  // It was a month in which all of it happened.
  for (const [what, count] of Object.entries({
    ...counts,
    wrongs: wrongs.length,
    blocks: blocks.length,
    gaps: gaps.length,
  }))
    expect(count, what).toBeGreaterThan(2);
}, 900_000);
