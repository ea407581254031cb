import { afterEach, expect, it, vi } from 'vitest';
import { createPrepare } from '../../gateway/answers/prepare.ts';
import type { Gateway, GatewayOptions } from '../../gateway/index.ts';
import { createPlan } from '../../gateway/planning/planner.ts';
import { startPlannerThread } from '../../gateway/planning/planner-thread.ts';
import { loadSupergraph } from '../../gateway/planning/supergraph.ts';
import { generatedOperation, generatedSupergraph } from './generated-supergraph.ts';
import { composed, overWith, type Part } from './subgraphs.ts';

/* Planning in a thread of its own, as in production. */

const error = vi.fn();
const log = { info: () => {}, warn: () => {}, error };
const gateways: Gateway[] = [];
afterEach(async () => {
  for (const gateway of gateways.splice(0)) await gateway.close();
});

/** Graphs that all know the same: the choices between them make an operation hard to plan, a hundred times an easy one. */
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const shared = Array.from({ length: 6 }, (_each, at) => `f${at}: Item @shareable`).join(' ');
const alike = names.map(
  (name): Part => [
    name,
    `type Query { item: Item @shareable } type Item @key(fields: "id") { id: ID! ${shared} own${name}: Int }`,
    { Query: { item: () => null } },
  ],
);
async function start(options: Partial<GatewayOptions>): Promise<Gateway> {
  const gateway = await overWith({ planning: 'THREAD', log, ...options }, ...alike);
  gateways.push(gateway);
  return gateway;
}

const deep = (depth: number) => {
  const own = `fragment Below0 on Item { id ${names.map((name) => `own${name}`).join(' ')} }`;
  const level = (at: number) =>
    `fragment Below${at + 1} on Item { ${[0, 1, 2].map((field) => `f${field} { ...Below${at} }`).join(' ')} }`;
  const roots = Array.from({ length: 50 }, (_each, at) => `a${at}: item { ...Below${depth} }`);
  return {
    query: [`{ ${roots.join(' ')} }`, own, ...Array.from({ length: depth }, (_each, at) => level(at))].join(' '),
  };
};
const hard = deep(2);
/** More than the planner takes on. */
const tooHard = deep(3);
const easy = (name: string) => ({ query: `query ${name} { item { id } }` });
const post = (gateway: Gateway, payload: object) => gateway.app.inject({ method: 'POST', url: '/graphql', payload });

it('an operation that is hard to plan holds up nobody, and is answered', async () => {
  const gateway = await start({});
  await gateway.execute(easy('Known'));
  let planned = false;
  const waiting = gateway.execute(hard).finally(() => {
    planned = true;
  });
  // Planned where they are answered, none of these could be before it.
  for (let time = 0; time < 5; time++) {
    expect((await gateway.execute(easy('Known'))).errors).toBeUndefined();
    expect(planned).toBe(false);
  }
  expect((await waiting).errors).toBeUndefined();
});

it('what cannot be planned is refused, at once when it comes again; the next is planned', async () => {
  const gateway = await start({});
  for (let time = 0; time < 2; time++)
    expect((await gateway.execute(tooHard)).errors?.[0]?.extensions?.code).toBe('OPERATION_NOT_PLANNED');
  expect((await gateway.execute(easy('Next'))).errors).toBeUndefined();
  const metrics = (await gateway.app.inject('/metrics')).body;
  expect(metrics).toContain('gateway_plan_seconds_count{outcome="REFUSED"} 1');
  expect(metrics).toContain('gateway_plan_seconds_count{outcome="PLANNED"} 1');
});

it('a thread that does not answer within its budget is ended, and the next operation planned in a new one', async () => {
  const here = () => expect.fail('It is planned in the thread.');
  const thread = startPlannerThread('', 1000, here, log, new URL('./stuck-planner.mjs', import.meta.url));
  const plan = (text: string) => thread.plan({ text, operationName: undefined });
  const waiting = [plan('{ easy }'), plan('{ stuck }'), plan('{ next }')];
  expect((await Promise.allSettled(waiting)).map((each) => each.status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  await expect(waiting[1]).rejects.toMatchObject({ extensions: { code: 'OPERATION_NOT_PLANNED' } });
  thread.close();
});

it('a request does not wait for its plan longer than its own time; later the plan is there', async () => {
  const gateway = await start({ requestMs: 200 });
  const first = await post(gateway, hard);
  expect([first.statusCode, first.headers['retry-after']]).toEqual([503, '1']);
  expect(first.json().errors[0].extensions.code).toBe('OVERLOADED');
  await expect.poll(async () => (await post(gateway, hard)).statusCode, { timeout: 200_000 }).toBe(200);
});

const part: Part = [
  'one',
  'type Query { easy: Int hard: [Item] } type Item { name: String inner: [Item] }',
  { Query: { easy: () => 1 } },
];

it('answers by a plan from the thread as by one from here; what cannot be planned is told the same', async () => {
  const [here, there] = [await generatedSupergraph(1), await generatedSupergraph(1, { planning: 'THREAD' })];
  if (!here || !there) throw new Error('It does not compose.');
  for (let index = 0; index < 30; index++) {
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
  const thread = startPlannerThread('', 1000, () => plans, log, new URL('./nothing.mjs', import.meta.url));
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
