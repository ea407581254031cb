import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { newbornFormOn } from '../../scripts/newborn-example.ts';
import { type Graph, inputFor, planOf, startGraph, submit, until } from './gateway-of.ts';

/** Noon of a working day in China. */
const noon = Date.parse('2026-11-25T04:00:00Z');
const aDay = 24 * 60 * 60 * 1000;
/** That the machine's clock is wrong by. */
let wrong = 0;
let began = 0;
const clock = (): number => noon + (Date.now() - began) + wrong;
let graph: Graph;
let sql: postgres.Sql;
beforeAll(async () => {
  began = Date.now();
  graph = await startGraph({ now: clock });
  sql = postgres(graph.database.adminUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await graph.close();
});
beforeEach(() => {
  wrong = 0;
});

async function received(key: string): Promise<string> {
  const form = newbornFormOn(noon - 2 * aDay);
  const { submission, problems } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: key, form }));
  expect(problems).toEqual([]);
  return submission?.id ?? '';
}
/** Each of the seven decided once, and each result issued once. */
async function isDoneOnce(id: string): Promise<void> {
  const { filings, timeline, results } = await until(graph, id, ({ state }) => state === 'COMPLETED');
  expect(filings.map(({ state }) => state)).toEqual(filings.map(() => 'APPROVED'));
  expect(timeline.filter(({ event }) => event === 'APPROVED')).toHaveLength(7);
  expect(new Set(results.map((each) => `${each.documentType.code} ${each.number} ${each.spec}`)).size).toBe(
    results.length,
  );
  // The vault is told after that.
  const licences = async (): Promise<number> =>
    (await sql`select count(*)::int as count from licences.licences where submission = ${id}`)[0]?.count;
  await expect.poll(licences).toBe(results.length);
  const { submission } = await graph.ask<{ submission: { proof: { brokenAt: number | null } } }>(
    { query: 'query ($id: ID!) { submission(id: $id) { proof { brokenAt } } }', variables: { id } },
    { subject: 'lin', kind: 'CITIZEN', department: null, scopes: [] },
  );
  expect(submission.proof.brokenAt).toBeNull();
}
const outOf = async (id: string, department: string, attempts: number): Promise<void> => {
  await until(graph, id, ({ filings }) => filings.some((each) => each.attempts >= attempts));
  graph.switches.stopped.delete(`${department} door`);
};

it.each([
  ['a day ahead', aDay],
  ['a day back', -aDay],
])('a clock that jumps %s while it is under way loses nothing, and does nothing twice', async (what, jump) => {
  graph.switches.stopped.add('health door');
  const id = await received(what);
  await until(graph, id, ({ filings }) => filings.some(({ attempts }) => attempts >= 1));
  wrong = jump;
  await outOf(id, 'health', 1);
  await isDoneOnce(id);
});

it('a clock that was a day ahead for a while, and is put right, keeps nothing waiting until that day', async () => {
  graph.switches.stopped.add('health door');
  wrong = aDay;
  const id = await received('ahead for a while');
  await until(graph, id, ({ filings }) => filings.some(({ attempts }) => attempts >= 2));
  wrong = 0;
  graph.switches.stopped.delete('health door');
  await isDoneOnce(id);
});

it('a clock that was a day ahead when it stopped, and is right when it starts again, keeps nothing waiting either', async () => {
  graph.switches.stopped.add('health door');
  wrong = aDay;
  const id = await received('ahead when it stopped');
  await until(graph, id, ({ filings }) => filings.some(({ attempts }) => attempts >= 2));
  await graph.stop();
  wrong = 0;
  graph = await startGraph({ now: clock }, async () => {}, graph.database);
  await isDoneOnce(id);
});
