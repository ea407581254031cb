import { expect, it } from 'vitest';
import type { Caller, Gateway, GraphResponse } from '../../gateway/index.ts';
import { allMembers, easy, twoLevels, wideGateway } from './wide-supergraph.ts';

const caller = (subject: string): Caller => ({ subject, kind: 'CITIZEN', department: null, scopes: [] });
const codeOf = ({ errors }: GraphResponse) => errors?.[0]?.extensions?.code;

/** Asks all at once; the names of those that were answered, in that order. */
async function inOrder(gateway: Gateway, asked: ReadonlyArray<readonly [name: string, query: string, by: string]>) {
  const answered: string[] = [];
  await Promise.all(
    asked.map(async ([name, query, by]) => {
      const { errors } = await gateway.execute({ query }, caller(by));
      answered.push(errors ? `${name} ${errors[0]?.extensions?.code}` : name);
    }),
  );
  return answered;
}

const hard = ['A', 'B'].map((name) => [`hard ${name}`, twoLevels(name), 'one'] as const);
const others = ['D', 'E', 'F', 'G'].map((name) => [`easy ${name}`, easy(name), name] as const);
const own = ['easy H', easy('H'), 'one'] as const;
const nothing = ['no plan', '{ __typename }', 'one'] as const;

it('hard operations of one caller hold up neither others nor what is easy of their own', async () => {
  const gateway = await wideGateway({ production: true, planningMs: 60_000, requestMs: 60_000 });
  const answered = await inOrder(gateway, [...hard, ...others, own, nothing]);
  expect(answered[0]).toBe('no plan');
  expect(answered.slice(-2)).toEqual(['hard A', 'hard B']);
  expect(answered.filter((name) => name.startsWith('easy')).sort()).toEqual(
    ['D', 'E', 'F', 'G', 'H'].map((name) => `easy ${name}`),
  );
  await gateway.close();
});

it('outside production hard operations leave the event loop to others', async () => {
  const gateway = await wideGateway({ planningMs: 60_000, requestMs: 60_000 });
  const answered = await inOrder(gateway, [...hard, ...others, own, nothing]);
  expect(answered.slice(-2)).toEqual(['hard A', 'hard B']);
  await gateway.close();
});

it('a hopeless operation is refused before it is planned, with how hard it is', async () => {
  const gateway = await wideGateway({ production: true });
  const tower = Array.from(
    { length: 12 },
    (_each, at) =>
      `fragment F${at} on Node { ${allMembers((member) => (member < 3 ? `next { ...F${at + 1} }` : ''))} }`,
  );
  const query = `{ nodes { ...F0 } } ${tower.join(' ')} fragment F12 on Node { id }`;
  const answer = await gateway.execute({ query });
  expect(codeOf(answer)).toBe('OPERATION_NOT_PLANNED');
  expect(answer.errors?.[0]?.message).toMatch(/too hard to plan \(\d{6,} over 100000\)/);
  // Nothing was held by it.
  expect(codeOf(await gateway.execute({ query: easy('After') }))).toBeUndefined();
  await gateway.close();
});

it('what asks no subgraph has no plan to wait for, also where it changes nothing', async () => {
  const gateway = await wideGateway();
  const { data } = await gateway.execute({
    query: '{ __typename again: __typename ...F } fragment F on Query { __schema { queryType { name } } }',
  });
  expect(data).toEqual({ __typename: 'Query', again: 'Query', __schema: { queryType: { name: 'Query' } } });
  await gateway.close();
});

it('what is not planned within its time is refused, at once when it comes again; the next is planned', async () => {
  const gateway = await wideGateway({ production: true, planningMs: 1000, requestMs: 60_000, maximumDifficulty: 1e9 });
  const fields = Array.from({ length: 45 }, (_each, at) => `a${at}: nodes { ...F }`);
  const query = `{ ${fields.join(' ')} } fragment F on Node { ${allMembers(() => 'next { ...G } kids { ...G }')} } fragment G on Node { ${allMembers()} }`;
  for (let time = 0; time < 2; time++) expect(codeOf(await gateway.execute({ query }))).toBe('OPERATION_NOT_PLANNED');
  const metrics = (await gateway.inner.inject('/metrics')).body;
  expect(metrics).toContain('gateway_plan_seconds_count{outcome="REFUSED"} 1');
  // Whoever comes late is answered by a thread that was there, or by the one that took the place of the one that was ended.
  expect(codeOf(await gateway.execute({ query: twoLevels('After') }))).not.toBe('OVERLOADED');
  await gateway.close();
});

it('refuses what has no place to wait, for that caller alone, and says when to come back', async () => {
  const gateway = await wideGateway({ production: true, planningMs: 60_000, requestMs: 120_000 });
  const post = (query: string, remoteAddress: string) =>
    gateway.app.inject({ method: 'POST', url: '/graphql', remoteAddress, payload: { query } });
  const six = (name: string) =>
    `query ${name} { ${['a', 'b', 'c', 'd', 'e', 'f'].map((alias) => `${alias}: nodes { ...F }`).join(' ')} } fragment F on Node { ${allMembers()} }`;
  const refused = Array.from({ length: 80 }, async (_each, at) => {
    const answer = await post(six(`Q${at}`), '10.0.0.1');
    return answer.statusCode === 503 ? answer : Promise.reject(new Error('It was answered.'));
  });
  const late = await Promise.any(refused);
  expect([late.headers['retry-after'], late.json().errors[0].extensions.code]).toEqual(['1', 'OVERLOADED']);
  const other = await post(easy('Other'), '10.0.0.2');
  expect([other.statusCode, other.json().errors]).toEqual([200, undefined]);
  // Not closed: it would wait for what is still under way.
});
