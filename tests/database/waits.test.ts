import { afterAll, beforeAll, expect, it } from 'vitest';
import { civilDateOf } from '../../subgraphs/language/civil-date.ts';
import { filledForm } from './every-event/filled-form.ts';
import { citizen, clerk, type Graph, inputFor, planOf, startGraph, submit } from './gateway-of.ts';
import { mutate } from './lived.ts';

const event = { code: 'company-closing', region: '330381000000' };
const answers = Object.entries({
  'entity-type': 'company',
  'closing-procedure': 'simple',
  'debts-settled': true,
  'simple-closing-excluded': false,
  'taxes-settled': true,
  'bank-debts-settled': true,
  'had-customs': false,
  'had-employees': false,
}).map(([question, value]) => ({ question, value }));
const dayMs = 86_400_000;

// The gateway plans by the day that it is.
let now = Date.now();
let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ now: () => now });
});
afterAll(() => graph.close());

interface Seen {
  readonly timeline: ReadonlyArray<{ readonly event: string }>;
  readonly filings: ReadonlyArray<{
    readonly id: string;
    readonly state: string;
    readonly beginsOn: string | null;
    readonly message: string | null;
    readonly matter: { readonly code: string; readonly department: { readonly code: string } };
  }>;
}
const query = `query ($id: ID!) { submission(id: $id) {
  timeline { event } filings { id state beginsOn message matter { code department { code } } }
} }`;
const see = async (id: string): Promise<Seen> =>
  (await graph.ask<{ submission: Seen }>({ query, variables: { id } }, citizen)).submission;
const closing = ({ filings }: Seen) => filings.find(({ matter }) => matter.code === '330381SJ000131030000');
async function until(id: string, so: (seen: Seen) => boolean): Promise<Seen> {
  for (;;) {
    const seen = await see(id);
    if (so(seen)) return seen;
    await new Promise((done) => setTimeout(done, 25));
  }
}

it('a company is not closed before its notice has been posted for twenty days, and a restart does not begin it anew', async () => {
  const plan = await planOf(graph, { ...event, answers, parties: [] });
  const form = filledForm(plan.form.schema, civilDateOf(now), 1);
  const sent = { idempotencyKey: 'closing', lifeEvent: event.code, region: event.region, answers, parties: [], form };
  const { submission, problems } = await submit(graph, inputFor(plan, sent), { ...citizen, claims: {} });
  expect(problems).toEqual([]);
  const id = submission?.id ?? '';

  const told = closing(await see(id));
  const first = told?.beginsOn ?? '';
  expect(first >= civilDateOf(now + 21 * dayMs)).toBe(true);
  expect(first <= civilDateOf(now + 33 * dayMs)).toBe(true);
  expect(told).toMatchObject({
    state: 'WAITING',
    message: expect.stringContaining(`“简易注销公告”的等待期未满，自 ${first} 起`),
  });

  // What it comes after is done, and it still waits: to the last moment of the last day.
  const clearance = ({ filings }: Seen) => filings.find(({ matter }) => matter.department.code === 'tax');
  const tax = clearance(await until(id, (seen) => clearance(seen)?.state === 'SUBMITTED'));
  const results = [{ documentType: 'tax-clearance', subject: 'ENTERPRISE', number: 'T-1' }];
  const approval = { idempotencyKey: 'tax', filing: tax?.id, decision: 'APPROVE', results };
  await mutate(graph, 'decideFiling', approval, clerk('tax'));
  const begins = Date.parse(`${first}T00:00:00+08:00`);
  now = begins - 1;
  await graph.stop();
  graph = await startGraph({ now: () => now }, undefined, graph.database);
  await new Promise((done) => setTimeout(done, 2500));
  expect(closing(await see(id))).toMatchObject({ state: 'WAITING', beginsOn: first });
  now = begins;
  const gone = await until(id, (seen) => closing(seen)?.state !== 'WAITING');
  expect(closing(gone)?.beginsOn).toBe(first);
  expect(gone.timeline.filter((each) => each.event === 'WAIT_BEGAN')).toHaveLength(1);
});
