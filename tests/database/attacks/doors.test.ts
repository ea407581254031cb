import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRegistry } from '../../../schema/registry.ts';
import { rootSecrets } from '../../../scripts/secrets.ts';
import { serviceIdentity } from '../../../subgraphs/runtime/identity.ts';
import { createSignInward } from '../../../subgraphs/runtime/inward.ts';
import { faultsOf } from '../../attacks/answers.ts';
import { department, doors, reachedBy } from '../../attacks/doors.ts';
import { attacksOnRoute, type HostileRequest, json, type Route, sendTo } from '../../attacks/requests.ts';
import { testSecret } from '../database.ts';
import { type Attacked, startAttacked } from './attacked.ts';

/* Every route of every server, with requests that are hostile as bytes. Nobody in particular sends them, as strangers do. */

/** It is missing, so that the graph's own door is there for it. */
const elsewhere = 'gas-supply';

let attacked: Attacked;
const servers = new Map<string, { readonly app: FastifyInstance; readonly address: URL }>();
beforeAll(async () => {
  const codes = readRegistry()
    .subgraphs.filter(({ external }) => !external)
    .map(({ code }) => code);
  attacked = await startAttacked({ near: { subgraphs: codes.filter((code) => code !== elsewhere) } });
  const { graph } = attacked;
  servers.set('gateway', { app: graph.gateway.app, address: new URL(attacked.address) });
  servers.set('inner', { app: graph.gateway.inner, address: new URL(await graph.gateway.listenInner(0, '127.0.0.1')) });
  for (const [code, { app, listen }] of graph.subgraphs)
    if (code === department || !isDepartment(code))
      servers.set(code, { app, address: new URL(await listen(0, '127.0.0.1')) });
});
afterAll(() => attacked.close());
const isDepartment = (code: string): boolean => readRegistry().departments.some((each) => each.code === code);

const table = Object.entries(doors).flatMap(([server, routes]) => routes.map((route) => [server, route] as const));

it.each(table)('%s: %s breaks at nothing', async (server, door) => {
  const [method = '', path = ''] = door.split(' ');
  const { address } = servers.get(server) as { address: URL };
  const route: Route = { method, path };
  const reached = reachedBy[path] ?? path;
  const faults: string[] = [];
  for (const attack of attacksOnRoute(route, reached)) {
    const told = await sendTo(address, route, reached, attack);
    if (attack.isCut && told.status === 0) continue;
    faults.push(...faultsOf(told).map((fault) => `${attack.what}: ${fault}`));
  }
  expect(faults).toEqual([]);
});

it('the table holds every route of every server', () => {
  const found = [...servers].map(([server, { app }]) => [server, routesOf(app).sort()]);
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(Object.entries(doors).map(([server, routes]) => [server, [...routes].sort()])),
  );
  const other = attacked.graph.subgraphs;
  for (const [code, { app }] of other)
    if (isDepartment(code)) expect(routesOf(app).sort(), code).toEqual([...(doors[department] ?? [])].sort());
});

/** Who asks at each inner door of GraphQL: parts that may, and sign what they send. */
const askers: ReadonlyArray<readonly [string, string, string, string]> = [
  ['inner', '/internal/graphql', 'journeys', 'gateway'],
  ['catalogue', '/graphql', 'gateway', 'catalogue'],
  ['journeys', '/graphql', 'gateway', 'journeys'],
  [department, '/graphql', 'journeys', department],
];

it.each(askers)('%s: POST %s breaks at nothing that %s signs', async (server, path, part, audience) => {
  const { address } = servers.get(server) as { address: URL };
  const route: Route = { method: 'POST', path };
  const secrets = await rootSecrets(attacked.graph.database.adminUrl, testSecret);
  const { signs } = secrets(part);
  if (!signs) throw new Error(`${part} does not sign.`);
  const sign = createSignInward(part, signs, Date.now);
  const send = async (attack: HostileRequest) => {
    const signed = await sign(audience, serviceIdentity(part), attack.body ?? '');
    return sendTo(address, route, path, { ...attack, headers: { ...signed, ...attack.headers } });
  };
  const ordinary = { query: '{ __typename }', variables: {}, headers: {} };
  const told = await send({ what: 'nothing hostile', headers: json, body: JSON.stringify(ordinary) });
  expect(told).toEqual({ status: 200, body: '{"data":{"__typename":"Query"}}' });
  const faults: string[] = [];
  for (const attack of attacksOnRoute({ method: 'POST', path: '/graphql' }, path))
    if (!attack.isCut) faults.push(...faultsOf(await send(attack)).map((fault) => `${attack.what}: ${fault}`));
  expect(faults).toEqual([]);
});

/** As Fastify draws them, but for what follows from another: HEAD of a GET, and OPTIONS. */
function routesOf(app: FastifyInstance): string[] {
  const drawn = app.printRoutes({ commonPrefix: false, method: undefined as never });
  return drawn.split('\n').flatMap((line) => {
    const [, path, methods = ''] = /(\/\S*|\*) \(([A-Z, ]+)\)/.exec(line) ?? [];
    if (path === undefined) return [];
    return methods
      .split(', ')
      .filter((method) => method !== 'HEAD' && method !== 'OPTIONS')
      .map((method) => `${method} ${path}`);
  });
}
