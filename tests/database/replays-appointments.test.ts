import { afterAll, beforeAll, expect, it } from 'vitest';
import { importCatalogue } from '../../scripts/database.ts';
import { catalogue } from '../pure/planning/catalogue-input.ts';
import { rowsOf } from '../replay-rows.ts';
import { type Graph, startGraph } from './gateway-of.ts';
import { household, named, queuesOf, windowClerk } from './queue-of.ts';

let now = Date.parse('2026-08-03T08:00:00+08:00');
let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ now: () => now });
});
afterAll(() => graph.close());
const queues = queuesOf(() => graph);

it('systems 14, replay: of a month at the windows, all 101 + 13 served as nobody should be are found with operator and beneficiary, and nobody else', async () => {
  const rows = rowsOf<'at' | 'act' | 'person' | 'clerk' | 'exemption' | 'paidYuan' | 'jump'>('queue-log.csv');
  const tickets = new Map<string, string>();
  for (const { at, act, person, clerk, exemption } of rows) {
    now = Date.parse(`${at}:00+08:00`);
    const by = windowClerk(clerk);
    const who = named(Number(person));
    if (act === 'ISSUE') {
      const { ticket } = await queues.issue(Number(person), by, exemption === '' ? {} : { exemption });
      expect(ticket, `${at} ${person}`).not.toBeNull();
      tickets.set(person, ticket?.id ?? '');
    } else if (act === 'CALL') expect((await queues.call(by)).ticket?.id, `${at} ${person}`).toBe(tickets.get(person));
    else if (act === 'SERVE') expect((await queues.serve({ appointment: tickets.get(person) }, by)).codes).toEqual([]);
    else expect((await queues.serve({ person: who, matter: household.matters[0] }, by)).codes).toEqual([]);
  }
  const jumped = rows.filter(({ jump }) => jump !== '');
  const found = (await queues.alerts({ from: '2026-08-03', to: '2026-08-24', queue: household.queue })).filter(
    ({ kind }) => kind !== 'CAPACITY_GAP',
  );
  const minute = (at: string | null) => new Date(Date.parse(at ?? '') + 8 * 3_600_000).toISOString().slice(0, 16);
  const brief = found.map(({ kind, at, operator, beneficiary }) => [minute(at), kind, operator, beneficiary?.name]);
  const expected = jumped.map(({ at, act, clerk, person }) => [
    ...[at, act === 'SERVE' ? 'OUT_OF_ORDER' : 'WITHOUT_NUMBER', clerk, named(Number(person)).name],
  ]);
  expect(brief).toEqual(expected);
  // The report's own figures, of what was found.
  const of = (clerk: string) => brief.filter(([, , operator]) => operator === clerk);
  expect(brief).toHaveLength(101 + 13);
  expect(of('zhang')).toHaveLength(101);
  const paid = jumped.filter(({ clerk }) => clerk === 'zhang').reduce((sum, { paidYuan }) => sum + Number(paidYuan), 0);
  expect(paid).toBe(6325);
  expect(new Set(brief.filter(([, , operator]) => operator !== 'zhang').map(([, , operator]) => operator)).size).toBe(
    1 + 5,
  );
  // Those who were accused serve others honestly on the same days, and the honest are the most.
  const honest = rows.filter(({ act, jump }) => act === 'SERVE' && jump === '');
  expect(honest.length).toBeGreaterThan(brief.length);
  expect(honest.some(({ clerk }) => clerk === 'zhang')).toBe(true);
});

it('systems 14, test: 198 served in one day fits once the windows are opened that there are, and as many as can be served are the most', async () => {
  const { publication, departments } = catalogue;
  const windows = (count: number) => ({
    ...publication.serviceWindows,
    queues: publication.serviceWindows.queues.map((queue) => ({
      ...queue,
      walkInPercent: 100,
      opening: { ...queue.opening, shifts: queue.opening.shifts.map((shift) => ({ ...shift, windows: count })) },
    })),
  });
  const publish = (count: number) =>
    importCatalogue(graph.database.adminUrl, {
      publication: { ...publication, contentHash: `${count} windows`, serviceWindows: windows(count) },
      departments,
    });
  const served = async (date: string, people: number) => {
    const clerk = windowClerk('chen');
    let done = 0;
    for (let person = 0; person < people; person++) {
      now = Date.parse(`${date}T08:30:00+08:00`) + person * 120_000;
      const { ticket } = await queues.issue(1000 + person, clerk);
      if (!ticket) continue;
      await queues.call(clerk);
      const answer = await queues.serve({ appointment: ticket.id }, clerk);
      if (answer.ticket?.status === 'SERVED' && answer.alert === null) done += 1;
    }
    return done;
  };
  now = Date.parse('2026-08-31T20:00:00+08:00');
  await publish(7);
  expect(await queues.quota('public-security', '2026-09-01')).toMatchObject({ capacity: 210, offered: 210, gap: 0 });
  expect(await served('2026-09-01', 198)).toBe(198);
  now = Date.parse('2026-09-01T20:00:00+08:00');
  await publish(2);
  expect(await queues.quota('public-security', '2026-09-09')).toMatchObject({ capacity: 60 });
  expect(await served('2026-09-09', 70)).toBe(60);
});
