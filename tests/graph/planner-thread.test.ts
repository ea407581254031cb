import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { settled } from '../../gateway/answers/plan-operations.ts';
import { createPrepare } from '../../gateway/answers/prepare.ts';
import type { Gateway, GatewayOptions } from '../../gateway/index.ts';
import { createPlan } from '../../gateway/planning/planner.ts';
import { loadSupergraph } from '../../gateway/planning/supergraph.ts';
import { generatedOperation, generatedSupergraph } from './generated-supergraph.ts';
import { composed, overWith, type Part } from './subgraphs.ts';

/* Planning in threads, as in production. */

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
/** More than the planner takes on, and than the estimate lets through. */
const tooHard = deep(3);
const easy = (name: string) => ({ query: `query ${name} { item { id } }` });
const post = (gateway: Gateway, payload: object) => gateway.app.inject({ method: 'POST', url: '/graphql', payload });

it('what the planner gives up on is refused, at once when it comes again; the next is planned', async () => {
  const gateway = await start({ maximumDifficulty: 1e9 });
  for (let time = 0; time < 2; time++)
    expect((await gateway.execute(tooHard)).errors?.[0]?.extensions?.code).toBe('OPERATION_NOT_PLANNED');
  expect((await gateway.execute(easy('Next'))).errors).toBeUndefined();
  const metrics = (await gateway.inner.inject('/metrics')).body;
  expect(metrics).toContain('gateway_plan_seconds_count{outcome="REFUSED"} 1');
  expect(metrics).toContain('gateway_plan_seconds_count{outcome="PLANNED"} 1');
});

it('a request does not wait for its plan longer than its own time; later the plan is there', async () => {
  const gateway = await start({ requestMs: 200 });
  const first = await post(gateway, hard);
  expect([first.statusCode, first.headers['retry-after']]).toEqual([503, '1']);
  expect(first.json().errors[0].extensions.code).toBe('OVERLOADED');
  await expect.poll(async () => (await post(gateway, hard)).statusCode, { timeout: 200_000 }).toBe(200);
});

it('the time of a request begins before it is admitted, not when its plan is asked for', async () => {
  const requestMs = 500;
  const guarded: Part = ['one', 'type Query { x: Int @policy(policies: [["slow"]]) }', {}];
  const policies = async () => {
    await setTimeout(requestMs * 1.1);
    return ['slow'];
  };
  const gateway = await overWith({ planning: 'THREAD', requestMs, policies }, guarded);
  gateways.push(gateway);
  expect((await post(gateway, { query: '{ x }' })).statusCode).toBe(503);
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

it('plans by the labels that hold, in a thread as here', async () => {
  const thing = 'type Thing @key(fields: "id") { id: ID!';
  const old: Part = [
    'old',
    `type Query { thing: Thing } ${thing} price: Int }`,
    { Query: { thing: () => ({ id: '1', price: 1 }) } },
  ];
  const fresh: Part = [
    'fresh',
    `${thing} price: Int @override(from: "old", label: "moved") }`,
    { Thing: { __resolveReference: ({ id }: { id: string }) => ({ id, price: 2 }) } },
  ];
  for (const planning of ['HERE', 'THREAD'] as const) {
    let held: string[] = [];
    const gateway = await overWith({ planning, overrides: async () => held }, old, fresh);
    gateways.push(gateway);
    const price = async () => (await gateway.execute({ query: '{ thing { price } }' })).data;
    expect(await price()).toEqual({ thing: { price: 1 } });
    held = ['moved'];
    expect(await price()).toEqual({ thing: { price: 2 } });
  }
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
  const view = loadSupergraph(composed(part)).publicView();
  const plan = createPlan(view, () => {});
  const prepare = createPrepare(view, {
    introspection: true,
    masked: false,
    listSize: 10,
    plan: ({ document, operationName }) => settled(() => plan(document, operationName)),
  });
  const ask = async (count: number, size: number) => {
    for (let index = 0; index < count; index++) {
      const known = prepare(`query Q${size}_${index} { easy } #${'x'.repeat(size)}`, undefined);
      if (known.ok) await known.prepared.plan({ caller: 'one' });
    }
    return prepare.recent().filter(([query]) => query.startsWith(`query Q${size}_`)).length;
  };
  expect(await ask(500, 10)).toBe(500);
  const large = await ask(500, 20_000);
  expect(large).toBeGreaterThan(50);
  expect(large).toBeLessThan(300);
  expect(prepare.recent()).toHaveLength(large);
});
