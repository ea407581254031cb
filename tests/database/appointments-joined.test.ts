import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { citizen, clerk, type Graph, inputFor, planOf, startGraph, submit, until } from './gateway-of.ts';
import { matters, person, queuesOf, windowClerk } from './queue-of.ts';

/** A Wednesday. */
const opening = Date.parse('2026-06-10T08:30:00+08:00');
let now: number;
let graph: Graph;
let sql: postgres.Sql;
beforeAll(async () => {
  now = opening;
  graph = await startGraph({ now: () => now, pace: { dueMs: 100, keptMs: 200 } });
  sql = postgres(graph.database.adminUrl, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await graph.close();
});
const queues = queuesOf(() => graph);
let people = 100;
const somebody = () => person(people++);

it('systems 4, test: one visit appointment satisfies three providers', async () => {
  const own = somebody();
  const site = { queue: 'ruian-utilities-site', matters: [matters.water, matters.power, matters.gas] };
  const slots = await queues.slots(matters.gas, '2026-06-11', '2026-06-11');
  expect(slots.map(({ queue }) => queue.code)).toContain('ruian-utilities-site');
  const { ticket } = await queues.book({ ...site, date: '2026-06-11', from: '09:00' }, own);
  expect(ticket?.departments.map(({ code }) => code).sort()).toEqual(['gas-supply', 'power-supply', 'water-supply']);
  // Each of the three has its appointment by it: none is booked once more.
  for (const matter of site.matters)
    expect((await queues.book({ ...site, matters: [matter], date: '2026-06-12', from: '09:00' }, own)).codes).toEqual([
      'LIVE_NUMBER_EXISTS',
    ]);
  const [row] =
    await sql`select count(*)::int as numbers from appointments.tickets where queue = 'ruian-utilities-site'`;
  expect(row).toEqual({ numbers: 1 });
  const seeAs = (department: string) =>
    graph.ask<{ appointment: object | null }>(
      { query: 'query ($id: ID!) { appointment(id: $id) { id } }', variables: { id: ticket?.id } },
      windowClerk('somebody', department),
    );
  for (const department of ['water-supply', 'power-supply', 'gas-supply'])
    expect((await seeAs(department)).appointment, department).not.toBeNull();
  expect((await seeAs('telecom')).appointment).toBeNull();
  // Windows of one department take nothing of another.
  expect((await queues.book({ matters: [matters.birth, matters.gas] }, own)).codes).toEqual(['QUEUE_TAKES_NOT']);
});

it('about a submission is joined to it for its applicant alone, and erased with it', async () => {
  now = opening;
  const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'with-number' }, now));
  const id = submission?.id ?? '';
  const { ticket } = await queues.book({ submission: id }, citizen);
  expect(ticket?.status).toBe('BOOKED');
  expect((await queues.book({ submission: id }, somebody())).codes).toEqual(['SUBMISSION_NOT_FOUND']);
  const joined = async (as: typeof citizen) =>
    (
      await graph.ask<{
        submission: { appointments: ReadonlyArray<{ id: string; name: string | null }> | null } | null;
      }>({ query: 'query ($id: ID!) { submission(id: $id) { appointments { id name } } }', variables: { id } }, as)
    ).submission;
  expect(await joined(citizen)).toEqual({ appointments: [{ id: ticket?.id, name: citizen.claims?.name }] });
  expect(await joined(clerk('tax'))).toEqual({ appointments: null });
  // The filings that it is for have it, the others none, and each tells when its matter can be done.
  const query = `query ($id: ID!) { submission(id: $id) {
    filings { matter { code slots { from } } appointment { id matters { code } } }
  } }`;
  const { submission: told } = await graph.ask<{
    submission: {
      filings: ReadonlyArray<{
        matter: { code: string; slots: ReadonlyArray<object> };
        appointment: { id: string; matters: ReadonlyArray<{ code: string }> } | null;
      }>;
    };
  }>({ query, variables: { id } }, citizen);
  const covered = told.filings.filter(({ appointment }) => appointment !== null);
  expect(covered.map(({ appointment }) => appointment?.id)).toEqual([ticket?.id]);
  expect(covered[0]?.appointment?.matters).toContainEqual({ code: covered[0]?.matter.code });
  expect(covered[0]?.matter.slots.length).toBeGreaterThan(0);
  expect(told.filings.length).toBeGreaterThan(1);
  // The rest answers while numbers do not.
  graph.switches.stopped.add('appointments');
  const { data } = await graph.gateway.execute(
    { query: 'query ($id: ID!) { submission(id: $id) { receiptNumber appointments { id } } }', variables: { id } },
    citizen,
  );
  expect(data).toEqual({ submission: { receiptNumber: submission?.receiptNumber, appointments: null } });
  graph.switches.stopped.clear();
  await until(graph, id, ({ state }) => state === 'COMPLETED');
  await queues.cancel(ticket?.id ?? '', citizen);
  await graph.ask(
    {
      query: 'mutation ($input: RequestErasureInput!) { requestErasure(input: $input) { problems { code } } }',
      variables: { input: { idempotencyKey: 'erase', submission: id } },
    },
    citizen,
  );
  await expect
    .poll(async () => (await joined(citizen))?.appointments?.[0]?.name ?? null, { timeout: 20_000 })
    .toBeNull();
  const rows = await sql`select kind from appointments.log where ticket = ${ticket?.id ?? ''} and sealed is not null`;
  expect(rows).toEqual([]);
});
