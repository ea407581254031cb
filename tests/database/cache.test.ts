import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRegistry } from '../../schema/registry.ts';
import { operationText } from '../../scripts/assemble.ts';
import { importCatalogue } from '../../scripts/database.ts';
import { readCatalogue, repositoryRoot } from '../../subgraphs/publishing/read.ts';
import { citizen, type Graph, startGraph } from './gateway-of.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ issuers: [{ issuer: 'https://id.example', audience: 'yijianshi', jwks: { keys: [] } }] });
});
afterAll(() => graph.close());

const request = { query: operationText('life-event'), variables: { code: 'newborn', region: '330381000000' } };
/** A publication in which the event has another name. */
async function publish(addition: string): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'changed-'));
  for (const folder of ['subgraphs/catalogue/data', 'subgraphs/departments'])
    cpSync(join(repositoryRoot, folder), join(root, folder), { recursive: true });
  const file = join(root, 'subgraphs/catalogue/data/life-events/newborn.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('zh: 新生儿出生一件事', `zh: 新生儿出生一件事${addition}`));
  const read = readCatalogue(readRegistry().departments, [root]);
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  await importCatalogue(graph.database.adminUrl, read.catalogue);
  rmSync(root, { recursive: true });
}
const fetches = (): number => [...graph.switches.reached.values()].reduce((sum, each) => sum + each, 0);

it('asks the departments once for what is the same for everyone, until the catalogue changes', async () => {
  const first = await graph.gateway.execute(request);
  const before = fetches();
  expect(await graph.gateway.execute(request)).toEqual(first);
  expect(await graph.gateway.execute(request, citizen)).toEqual(first);
  expect(fetches()).toBe(before);
  const other = { ...request, variables: { ...request.variables, code: 'citizen-death' } };
  expect(await graph.gateway.execute(other)).not.toEqual(first);

  await publish('（新）');
  await expect
    .poll(async () => JSON.stringify((await graph.gateway.execute(request)).data))
    .toContain('新生儿出生一件事（新）');
});

it('answers the very same bytes without reading them, while all they depend on is the same', async () => {
  const post = (headers: Record<string, string> = {}, payload = JSON.stringify(request)) =>
    graph.gateway.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload,
    });
  const kept = async () => {
    const metrics = (await graph.gateway.inner.inject('/metrics')).body;
    return Number(/gateway_operation_seconds_count\{outcome="CACHED"\} (\d+)/.exec(metrics)?.[1]);
  };
  const first = await post();
  const [before, known] = [fetches(), await kept()];
  const again = await post();
  expect([again.statusCode, again.headers['content-type'], again.body]).toEqual([
    200,
    'application/json; charset=utf-8',
    first.body,
  ]);
  expect(fetches()).toBe(before);
  expect(await kept()).toBe(known + 1);
  const modern = await post({ accept: 'application/graphql-response+json' });
  expect([modern.headers['content-type'], modern.body]).toEqual([
    'application/graphql-response+json; charset=utf-8',
    first.body,
  ]);
  expect((await post({ authorization: 'Bearer made-up' })).statusCode).toBe(401);
  expect((await post({ 'client-key': 'made-up' })).statusCode).toBe(401);
  expect((await post({ accept: 'text/csv' })).statusCode).toBe(406);
  expect((await post({ 'gateway-explain': 'true' })).json().extensions.queryPlan).toContain('Fetch');
  expect((await post({ 'catalogue-date': 'never' })).body).toContain('INVALID_CATALOGUE_DATE');
  expect((await post({}, '{"query":"{ __typename }","__proto__":{}}')).statusCode).toBe(400);
  expect((await post({}, '')).statusCode).toBe(400);

  await publish('（改）');
  await expect.poll(async () => (await post()).body).toContain('新生儿出生一件事（改）');
});

it('never keeps what is about a person', async () => {
  const own = { query: '{ submissions { totalCount } }' };
  await graph.gateway.execute(own, citizen);
  const before = fetches();
  await graph.gateway.execute(own, citizen);
  expect(fetches()).toBeGreaterThan(before);
});

it('while a department is out, tells what was true last, and says how old it is', async () => {
  const fresh = {
    query:
      'query ($code: ID!, $region: RegionCode!) { lifeEvent(code: $code, region: $region) { title matters { code visits } } }',
    variables: request.variables,
  };
  const whole = await graph.gateway.execute(fresh);
  expect(whole.errors).toBeUndefined();
  graph.switches.stopped.add('health');
  try {
    await publish('（又新）');
    await expect
      .poll(async () => (await graph.gateway.execute(fresh)).extensions?.stale)
      .toMatchObject({ ageSeconds: expect.any(Number), missing: ['health'] });
    const stale = await graph.gateway.execute(fresh);
    expect(stale.data).toEqual(whole.data);
  } finally {
    graph.switches.stopped.delete('health');
  }
});
