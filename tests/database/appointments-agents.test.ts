import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { type Graph, startGraph } from './gateway-of.ts';
import { agentCalled, auditor, matters, person, queuesOf, stationHead, windowClerk } from './queue-of.ts';
import { createWitness } from './witness.ts';

let now = Date.parse('2026-06-15T08:30:00+08:00');
const witness = createWitness();
let graph: Graph;
let sql: postgres.Sql;
beforeAll(async () => {
  graph = await startGraph({ ...witness.options, now: () => now, pace: { dueMs: 100, keptMs: 200 } });
  sql = postgres(graph.database.adminUrl, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await graph.close();
});
const queues = queuesOf(() => graph);
const head = stationHead();

interface AgentSeen {
  readonly id: string;
  readonly status: string;
  readonly thisWeek: number;
}
const fields = 'agent { id status thisWeek mostPerWeek }';
const register = (as: Caller) =>
  queues.change<{ agent: AgentSeen | null }>('registerAgent', fields, { name: '王磊', organisation: '代办社' }, as);
const review = (agent: string, admitted: boolean, as: Caller = head) =>
  queues.change<{ agent: AgentSeen | null }>('reviewAgent', fields, { agent, admitted, reason: '已核实' }, as);
const grant = (agent: string, as: Caller, more: object = {}) =>
  queues.change<{ power: { id: string; principal: string | null; revoked: boolean } | null }>(
    'grantPower',
    'power { id principal revoked }',
    { agent, matters: [matters.birth], validTo: '2026-06-30', text: '代为预约取号', ...more },
    as,
  );
const codesOf = ({ problems }: { readonly problems: ReadonlyArray<{ code: string }> }) =>
  problems.map(({ code }) => code);

describe('an agent', () => {
  const wang = agentCalled('wang');
  const principal = person(1);
  it('is registered once, by themselves, and may act once the head of a station has looked', async () => {
    await expect(register(person(2))).rejects.toThrow(/FORBIDDEN/);
    const { agent } = await register(wang);
    expect(agent).toMatchObject({ status: 'PENDING', thisWeek: 0 });
    expect(codesOf(await register(wang))).toEqual(['AGENT_REGISTERED']);
    const { power } = await grant(agent?.id ?? '', principal);
    expect((await queues.book({ power: power?.id }, wang)).codes).toEqual(['AGENT_NOT_ADMITTED']);
    await expect(review(agent?.id ?? '', true, windowClerk('chen'))).rejects.toThrow(/FORBIDDEN/);
    const { agentsToReview } = await graph.ask<{ agentsToReview: { nodes: ReadonlyArray<AgentSeen> } }>(
      { query: '{ agentsToReview { nodes { id status thisWeek } } }' },
      head,
    );
    expect(agentsToReview.nodes).toEqual([{ id: agent?.id, status: 'PENDING', thisWeek: 0 }]);
    expect((await review(agent?.id ?? '', true)).agent?.status).toBe('ADMITTED');
    expect(codesOf(await review('none', true))).toEqual(['AGENT_UNKNOWN']);
  });

  it('books by a written power for named matters, in the name of whoever gave it', async () => {
    const { agent } = await graph.ask<{ agent: AgentSeen }>({ query: '{ agent { id status thisWeek } }' }, wang);
    expect(codesOf(await grant(agent.id, wang))).toEqual(['REAL_NAME_REQUIRED']);
    expect(codesOf(await grant(agent.id, principal, { validTo: '2026-06-14' }))).toEqual(['POWER_TERM']);
    expect(codesOf(await grant(agent.id, principal, { validTo: '2027-06-17' }))).toEqual(['POWER_TERM']);
    expect(codesOf(await grant(agent.id, principal, { text: ' ' }))).toEqual(['TEXT_MISSING']);
    expect(codesOf(await grant(agent.id, principal, { matters: ['none'] }))).toEqual(['QUEUE_TAKES_NOT']);
    expect(codesOf(await grant('none', principal))).toEqual(['AGENT_UNKNOWN']);
    const { power } = await grant(agent.id, principal);
    const power_ = power?.id ?? '';
    expect(power?.principal).toBe('办事人1');
    // Nobody else by it, for nothing else, and nobody for another without one.
    expect((await queues.book({}, wang)).codes).toEqual(['POWER_REQUIRED']);
    expect((await queues.book({ power: power_ }, person(2))).codes).toEqual(['AGENT_ROLE_REQUIRED']);
    const other = agentCalled('li');
    const { agent: li } = await register(other);
    await review(li?.id ?? '', true);
    expect((await queues.book({ power: power_ }, other)).codes).toEqual(['POWER_NOT_VALID']);
    expect((await queues.book({ power: power_, matters: [matters.death] }, wang)).codes).toEqual(['POWER_NOT_VALID']);
    const { ticket } = await queues.book({ power: power_ }, wang);
    expect(ticket).toMatchObject({ name: '办事人1', status: 'BOOKED' });
    // It is theirs: they see it, hold no second one, and give it back themselves.
    expect((await queues.book({}, principal)).codes).toEqual(['LIVE_NUMBER_EXISTS']);
    expect((await queues.cancel(ticket?.id ?? '', other)).codes).toEqual(['APPOINTMENT_NOT_FOUND']);
    expect((await queues.cancel(ticket?.id ?? '', principal)).ticket?.status).toBe('CANCELLED');
  });

  it('books nothing more once the power is revoked, or after its last day', async () => {
    const { agent } = await graph.ask<{ agent: AgentSeen }>({ query: '{ agent { id status thisWeek } }' }, wang);
    const { power } = await grant(agent.id, principal);
    const revoke = (as: Caller) =>
      queues.change<{ power: { revoked: boolean } | null }>(
        'revokePower',
        'power { revoked }',
        { power: power?.id },
        as,
      );
    expect(codesOf(await revoke(person(2)))).toEqual(['POWER_UNKNOWN']);
    expect((await revoke(principal)).power).toEqual({ revoked: true });
    expect((await queues.book({ power: power?.id }, wang)).codes).toEqual(['POWER_NOT_VALID']);
    const short = await grant(agent.id, principal, { validTo: '2026-06-15' });
    now = Date.parse('2026-06-16T08:30:00+08:00');
    expect((await queues.book({ power: short.power?.id }, wang)).codes).toEqual(['POWER_NOT_VALID']);
  });

  it('systems 14, test: above the number of a week is blocked, which is an alert, until somebody has looked', async () => {
    now = Date.parse('2026-06-22T08:30:00+08:00');
    const ma = agentCalled('ma');
    const { agent } = await register(ma);
    const id = agent?.id ?? '';
    await review(id, true);
    const powers = await Promise.all(
      Array.from({ length: 14 }, async (_, index) => (await grant(id, person(50 + index))).power?.id ?? ''),
    );
    // All at once: no more than the number comes through.
    const all = await Promise.all(powers.slice(0, 12).map((power) => queues.book({ power, date: '2026-06-23' }, ma)));
    const taken = all.filter(({ ticket }) => ticket).length;
    const said = new Set(all.flatMap(({ codes }) => codes));
    expect([...said].every((code) => ['AGENT_ABOVE_NUMBER', 'NO_NUMBER_LEFT'].includes(code))).toBe(true);
    // Those who were late for a time try again, one after the other.
    let booked = taken;
    for (const [index, power] of powers.slice(0, 12).entries()) {
      if (all[index]?.ticket) continue;
      const again = await queues.book({ power, date: '2026-06-24' }, ma);
      booked += again.ticket ? 1 : 0;
    }
    expect(booked).toBe(10);
    expect((await queues.book({ power: powers[12] }, ma)).codes).toEqual(['AGENT_ABOVE_NUMBER']);
    // Another week changes nothing before somebody has looked.
    now = Date.parse('2026-06-29T08:30:00+08:00');
    expect((await queues.book({ power: powers[12] }, ma)).codes).toEqual(['AGENT_ABOVE_NUMBER']);
    const found = await queues.alerts({ from: '2026-06-15', to: '2026-06-30', kind: 'AGENT_ABOVE_NUMBER' });
    expect(found).toMatchObject([{ date: '2026-06-22', queue: null, agent: { name: '王磊' } }]);
    expect((await review(id, true)).agent?.status).toBe('ADMITTED');
    expect((await queues.book({ power: powers[12] }, ma)).codes).toEqual([]);
    expect((await review(id, false)).agent?.status).toBe('BARRED');
    expect((await queues.book({ power: powers[13] }, ma)).codes).toEqual(['AGENT_NOT_ADMITTED']);
    expect(codesOf(await grant(id, person(90)))).toEqual(['AGENT_UNKNOWN']);
  });
});

describe('the head of a station', () => {
  const set = (input: object, as: Caller = head) =>
    queues.change<{ quota: { offered: number; gap: number } | null }>(
      'setQuota',
      'quota { offered gap }',
      { queue: 'ruian-household', ...input },
      as,
    );
  it('says how many are offered on one day, with a reason where that is fewer than can be served', async () => {
    const reason = { zh: '系统升级', en: 'The system is being renewed' };
    expect(codesOf(await set({ date: '2026-07-01', offered: 60 }))).toEqual(['QUOTA_REASON_MISSING']);
    expect((await set({ date: '2026-07-01', offered: 60, reason })).quota).toEqual({ offered: 60, gap: 60 });
    expect(await queues.quota('public-security', '2026-07-01')).toMatchObject({ offered: 60, gapReason: '系统升级' });
    expect(await queues.alerts({ from: '2026-07-01', to: '2026-07-01', queue: 'ruian-household' })).toMatchObject([
      { gap: 60 },
    ]);
    expect((await set({ date: '2026-07-01', offered: 120 })).quota).toEqual({ offered: 120, gap: 0 });
    expect(await queues.alerts({ from: '2026-07-01', to: '2026-07-01', queue: 'ruian-household' })).toEqual([]);
    expect(codesOf(await set({ date: '2026-07-01', offered: 121 }))).toEqual(['QUOTA_INVALID']);
    expect(codesOf(await set({ date: '2026-06-28', offered: 60, reason }))).toEqual(['QUOTA_DAY_OVER']);
    expect(codesOf(await set({ queue: 'ruian-insurance', date: '2026-07-01', offered: 60, reason }))).toEqual([
      'QUEUE_NOT_YOURS',
    ]);
    await expect(set({ date: '2026-07-01', offered: 60, reason }, windowClerk('chen'))).rejects.toThrow(/FORBIDDEN/);
    await expect(set({ date: '2026-07-01', offered: 60, reason }, person(1))).rejects.toThrow(/FORBIDDEN/);
  });

  it('offers no fewer than were given', async () => {
    const booked = await queues.book({ date: '2026-07-02', from: '09:00' }, person(91));
    expect(booked.codes).toEqual([]);
    const reason = { zh: '停电', en: 'No power' };
    expect(codesOf(await set({ date: '2026-07-02', offered: 0, reason }))).toEqual(['QUOTA_INVALID']);
    expect(codesOf(await set({ date: '2026-07-02', offered: 1, reason }))).toEqual([]);
    expect((await queues.book({ date: '2026-07-02', from: '15:00' }, person(92))).codes).toEqual(['NO_NUMBER_LEFT']);
    // Nor more than are offered, where another time has places left.
    const four = await Promise.all(
      [93, 94, 96, 97].map((who) => queues.book({ date: '2026-07-01', from: '09:00' }, person(who))),
    );
    expect(four.flatMap(({ codes }) => codes)).toEqual([]);
    expect(codesOf(await set({ date: '2026-07-01', offered: 4, reason }))).toEqual([]);
    for (const from of ['08:30', '10:00', '11:30', '14:00', '15:30', '17:00'])
      expect((await queues.book({ date: '2026-07-01', from }, person(98))).codes, from).toEqual(['NO_NUMBER_LEFT']);
    expect(codesOf(await set({ date: '2026-07-01', offered: 120 }))).toEqual([]);
  });
});

describe('what is held of persons', () => {
  it('is sealed, told to whose it is, and goes when its time is over; who was served as nobody should be stays as long', async () => {
    const own = person(95);
    const zhang = windowClerk('clerk-zhang');
    now = Date.parse('2026-07-03T08:40:00+08:00');
    const { ticket } = await queues.book({ date: '2026-07-03', from: '09:00' }, own);
    const { agent } = await graph.ask<{ agent: AgentSeen }>(
      { query: '{ agent { id status thisWeek } }' },
      agentCalled('wang'),
    );
    await grant(agent.id, own, { validTo: '2026-07-04' });
    await queues.serve(
      { person: { name: '无号者', identityNumber: '330325199001010777' }, matter: matters.birth },
      zhang,
    );
    for (const table of ['tickets', 'powers', 'agents', 'log', 'live_numbers']) {
      const text = JSON.stringify(await sql`select * from ${sql(`appointments.${table}`)}`);
      for (const word of ['办事人', '无号者', '王磊', 'clerk-zhang', '3303251990'])
        expect(text.includes(word), `${table} ${word}`).toBe(false);
    }
    const { myData } = await graph.ask<{
      myData: { nodes: ReadonlyArray<{ kind: string; data: Record<string, unknown> }> };
    }>({ query: '{ myData(first: 50) { nodes { kind data } } }' }, own);
    const told = myData.nodes.filter(({ kind }) => kind === 'APPOINTMENT').map(({ data }) => data);
    expect(told).toMatchObject([
      { text: '代为预约取号', name: '办事人95' },
      { id: ticket?.id, name: '办事人95', from: '09:00' },
    ]);
    // The day is over: whoever booked did not come, and the next morning it is written so.
    now = Date.parse('2026-07-04T08:00:00+08:00');
    const statusOf = async () =>
      (await sql`select status, sealed is null as gone from appointments.tickets where id = ${ticket?.id ?? ''}`)[0];
    await expect.poll(statusOf, { timeout: 20_000 }).toEqual({ status: 'NO_SHOW', gone: false });
    now = Date.parse('2028-07-05T08:00:00+08:00');
    await expect.poll(statusOf, { timeout: 20_000 }).toEqual({ status: 'NO_SHOW', gone: true });
    const left = async () =>
      (
        await sql`select count(*)::int as rows from appointments.log where date < '2026-07-04' and sealed is not null`
      )[0];
    await expect.poll(left, { timeout: 20_000 }).toEqual({ rows: 0 });
    const powersLeft = async () =>
      (await sql`select count(*)::int as rows from appointments.powers where sealed is not null`)[0];
    await expect.poll(powersLeft, { timeout: 20_000 }).toEqual({ rows: 0 });
    // The rows stand, and the chain holds without what was told of anybody.
    const alerts = await queues.alerts({ from: '2026-07-03', to: '2026-07-03', queue: 'ruian-household' });
    expect(alerts).toMatchObject([{ kind: 'WITHOUT_NUMBER', operator: null, beneficiary: null }]);
    const { queueLog } = await graph.ask<{ queueLog: { brokenAt: number | null; totalCount: number } }>(
      { query: '{ queueLog(queue: "ruian-household", date: "2026-07-03") { brokenAt totalCount } }' },
      auditor,
    );
    expect(queueLog).toMatchObject({ brokenAt: null });
    expect(queueLog.totalCount).toBeGreaterThan(2);
  });
});

it('nothing of a person lies in clear: in no table, log line, metric or file', async () => {
  const words = ['办事人', '33032519900101', '王磊', '代办社', '代为预约取号', '已核实'];
  expect(await witness.found(graph, words, ['appointments.agents', 'appointments.powers', 'appointments.log'])).toEqual(
    [],
  );
});
