import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createPrepare } from '../../gateway/answers/prepare.ts';
import { createPlan } from '../../gateway/planning/planner.ts';
import { startPlannerThread } from '../../gateway/planning/planner-thread.ts';
import { loadSupergraph } from '../../gateway/planning/supergraph.ts';
import { operationText } from '../../scripts/assemble.ts';
import { generatedOperation, generatedSupergraph } from '../graph/generated-supergraph.ts';
import { composed, overWith, type Part } from '../graph/subgraphs.ts';
import { type Graph, newborn, startGraph } from './gateway-of.ts';

/* Planning in a thread of its own, as in production. */

const error = vi.fn();
const log = { info: () => {}, warn: () => {}, error };

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ production: true, gateway: { planningMs: 60_000, log } });
});
afterAll(() => graph.close());

const events = (count: number, of: string) =>
  Array.from({ length: count }, (_each, at) => `a${at}: lifeEvent(code: "none${at}", region: "330381000000") ${of}`);
const every =
  '{ matters { code visits authority requirements { code name options { uses { documentType { code name } } } } results { documentType { code } } } }';
const hard = `{ ${events(50, every).join(' ')} }`;

it('an operation that takes a second to plan holds up nobody, and is answered', async () => {
  const known = { query: operationText('life-event'), variables: newborn };
  await graph.gateway.execute(known);
  let answered = 0;
  let done = false;
  const others = async () => {
    while (!done) {
      expect((await graph.gateway.execute(known)).errors).toBeUndefined();
      answered += 1;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  const beside = others();
  const { errors } = await graph.gateway.execute({ query: hard });
  done = true;
  await beside;
  expect(errors).toBeUndefined();
  // Planned where they are answered, they would have waited for it, all of them.
  expect(answered).toBeGreaterThan(5);
});

const part: Part = [
  'one',
  'type Query { easy: Int hard: [Item] } type Item { name: String inner: [Item] }',
  { Query: { easy: () => 1 } },
];

it('what is not planned within its budget is refused, at once when it comes again; the next is planned', async () => {
  const slow = await startGraph({ production: true, gateway: { planningMs: 300 } });
  // The thread is there before its budget counts.
  const easy = async (name: string) =>
    (await slow.gateway.execute({ query: `query ${name} { departments { code } }` })).errors;
  expect(await easy('First')).toBeUndefined();
  for (let time = 0; time < 2; time++) {
    const { errors } = await slow.gateway.execute({ query: hard });
    expect(errors?.[0]?.extensions?.code).toBe('OPERATION_NOT_PLANNED');
  }
  expect(await easy('Second')).toBeUndefined();
  const metrics = (await slow.gateway.app.inject('/metrics')).body;
  expect(metrics).toContain('gateway_plan_seconds_count{outcome="REFUSED"} 1');
  expect(metrics).toContain('gateway_plan_seconds_count{outcome="PLANNED"} 2');
  await slow.close();
});

it('a request does not wait for its plan longer than its own time; later the plan is there', async () => {
  const hurried = await startGraph({ production: true, gateway: { requestMs: 200, planningMs: 60_000 } });
  const post = () => hurried.gateway.app.inject({ method: 'POST', url: '/graphql', payload: { query: hard } });
  const first = await post();
  expect([first.statusCode, first.headers['retry-after']]).toEqual([503, '1']);
  expect(first.json().errors[0].extensions.code).toBe('OVERLOADED');
  await expect.poll(async () => (await post()).statusCode, { timeout: 30_000 }).toBe(200);
  await hurried.close();
});

it('answers by a plan from the thread as by one from here; what cannot be planned is told the same', async () => {
  const [here, there] = [await generatedSupergraph(1), await generatedSupergraph(1, { planning: 'THREAD' })];
  if (!here || !there) throw new Error('It does not compose.');
  for (let index = 0; index < 60; index++) {
    const root = index % 3 === 2 ? 'Mutation' : 'Query';
    const operation = generatedOperation(here.api, 1000 + index, false, root);
    for (const each of [here, there]) each.reset();
    const one = await here.gateway.execute(operation);
    here.reset();
    const other = await there.gateway.execute(operation);
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
  }
  await here.gateway.close();
  await there.gateway.close();
});

it('plans here where no thread can be begun, and says so', async () => {
  const plans = { kind: 'QUERY', plans: [] } as const;
  const thread = startPlannerThread('', 1000, () => plans, log, new URL('../graph/nothing.mjs', import.meta.url));
  const request = { text: '{ easy }', operationName: undefined };
  expect(await thread.plan(request)).toBe(plans);
  expect(await thread.plan(request)).toBe(plans);
  expect(error).toHaveBeenCalledWith(expect.anything(), expect.stringContaining('cannot begin'));
  thread.close();
});

it('a new supergraph has a planner of its own, and what waits for the old one is answered', async () => {
  const gateway = await overWith({ planning: 'THREAD' }, part);
  const waiting = gateway.execute({ query: '{ easy }' });
  const grown: Part = ['one', 'type Query { easy: Int added: Int }', {}];
  expect((await gateway.reload({ sdl: composed(grown) })).refused).toBeNull();
  expect((await waiting).data).toEqual({ easy: 1 });
  expect((await gateway.execute({ query: '{ easy }' })).data).toEqual({ easy: 1 });
  await gateway.close();
});

it('forgets operations by what they take, not by their number', async () => {
  const view = loadSupergraph({ sdl: composed(part) }).publicView;
  const plan = createPlan(view, () => {});
  const prepare = createPrepare(view, {
    introspection: true,
    masked: false,
    listSize: 10,
    plan: async ({ document, operationName }) => plan(document, operationName),
  });
  const ask = async (count: number, size: number) => {
    for (let index = 0; index < count; index++) {
      const known = prepare(`query Q${size}_${index} { easy } #${'x'.repeat(size)}`, undefined);
      if (known.ok) await known.prepared.plan();
    }
    return prepare.recent().filter(([query]) => query.startsWith(`query Q${size}_`)).length;
  };
  expect(await ask(500, 10)).toBe(500);
  const large = await ask(500, 20_000);
  expect(large).toBeGreaterThan(50);
  expect(large).toBeLessThan(300);
  expect(prepare.recent()).toHaveLength(large);
});
