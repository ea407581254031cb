import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readRegistry } from '../../schema/registry.ts';
import { operationText } from '../../scripts/assemble.ts';
import { importCatalogue } from '../../scripts/database.ts';
import { schemaOf } from '../../scripts/definitions.ts';
import { rootSecrets } from '../../scripts/secrets.ts';
import { createMatterStore } from '../../subgraphs/departments/store/matters.ts';
import { createInstitutionStore } from '../../subgraphs/licences/store/institutions.ts';
import { openDatabase } from '../../subgraphs/runtime/database.ts';
import { catalogue } from '../pure/planning/catalogue-input.ts';
import { testSecret } from './database.ts';
import { citizen, type Graph, inputFor, newborn, type PlanAnswer, startGraph } from './gateway-of.ts';

const registry = readRegistry();
const first = '2026-01-01';
const coming = '2098-01-01';
let today = '2026-11-27';
let graph: Graph;

/** Everything that was published before holds from a day on. */
async function holdsSince(adminUrl: string, day: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  const schemas = await sql<Array<{ name: string }>>`
    select table_schema as name from information_schema.tables where table_name = 'beginnings'`;
  for (const { name } of schemas) await sql`update ${sql(`${name}.beginnings`)} set holds_from = ${day}`;
  await sql.end();
}
beforeAll(async () => {
  graph = await startGraph({ today: () => today }, (url) => holdsSince(url, first));
});
beforeEach(() => {
  today = '2026-11-27';
});
afterAll(() => graph.close());

/** A catalogue in which every event has another name, matters take more visits, and there is no institution. */
function renamed(name: string) {
  const lifeEvents = catalogue.publication.lifeEvents.map(({ content, ...event }) => ({
    ...event,
    content: { ...content, title: { zh: name, en: name }, basis: { ...content.basis, title: { zh: name, en: name } } },
  }));
  const departments = new Map(
    [...catalogue.departments].map(([code, matters]) => [
      code,
      matters.map((each) => ({ ...each, content: { ...each.content, visits: 9 } })),
    ]),
  );
  return { publication: { ...catalogue.publication, contentHash: name, institutions: [], lifeEvents }, departments };
}
const publish = (name: string, holdsFrom: string) =>
  importCatalogue(graph.database.adminUrl, renamed(name), registry, undefined, holdsFrom);

const query =
  'query ($code: ID!, $region: RegionCode!) { lifeEvent(code: $code, region: $region) { title matters { visits } } }';
async function seen(date?: string) {
  const response = await graph.gateway.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...(date === undefined ? {} : { 'catalogue-date': date }) },
    payload: JSON.stringify({ query, variables: newborn }),
  });
  const { data, errors } = response.json();
  return errors
    ? { status: response.statusCode, code: errors[0].extensions.code, message: errors[0].message, data }
    : {
        title: data.lifeEvent.title,
        mostVisits: Math.max(...data.lifeEvent.matters.map((each: { visits: number }) => each.visits)),
      };
}
const now = { title: '新生儿出生一件事', mostVisits: 1 };
const then = { title: '明年的一件事', mostVisits: 9 };

it('a revision that is published before its day is answered with from that day on, and before to whoever asks for it', async () => {
  expect(await seen()).toEqual(now);
  expect(await publish('明年的一件事', coming)).toEqual({ revision: 2, changed: true });
  // The notification empties what is kept: what is asked for meanwhile is the same anyway.
  for (const date of [undefined, '2026-11-27', first, '2097-12-31']) expect(await seen(date)).toEqual(now);
  for (const date of [coming, '2099-06-01']) await expect.poll(() => seen(date)).toEqual(then);
  today = '2097-12-31';
  expect(await seen()).toEqual(now);
  today = coming;
  expect(await seen()).toEqual(then);
  expect(await seen('2097-12-31')).toEqual(now);
});

it('a day before the first publication, and what is no day, is refused in both languages', async () => {
  const refused = {
    status: 200,
    data: undefined,
    code: 'NO_CATALOGUE_YET',
    message: expect.stringMatching(/目录.*1999-01-01/),
  };
  expect(await seen('1999-01-01')).toEqual({ ...refused, status: expect.any(Number) });
  expect(await seen('2025-12-31')).toMatchObject({ code: 'NO_CATALOGUE_YET' });
  for (const date of ['2026-13-45', '2026-02-30', 'yesterday'])
    expect(await seen(date)).toMatchObject({
      code: 'INVALID_CATALOGUE_DATE',
      message: expect.stringContaining('date'),
    });
  // What asks nothing of the catalogue is not answered in silence either.
  const other = { query: '{ submissions { totalCount } }' };
  const { errors, data } = await graph.gateway.execute(other, citizen, { 'catalogue-date': '1999-01-01' });
  expect([errors?.[0]?.extensions?.code, data]).toEqual(['NO_CATALOGUE_YET', undefined]);
});

it('parts that go by what holds today go by nothing that is still to come', async () => {
  const secrets = await rootSecrets(graph.database.adminUrl, testSecret, registry);
  const [licences, health] = ['licences', 'health'].map((code) => {
    const row = registry.subgraphs.find((each) => each.code === code);
    if (!row) throw new Error(code);
    return openDatabase({ url: secrets(code).database, schema: schemaOf(row) });
  });
  try {
    if (!licences || !health) throw new Error('Both are opened.');
    expect((await createInstitutionStore(licences.db).all()).length).toBeGreaterThan(0);
    const [matter] = catalogue.departments.get('health') ?? [];
    const codes = [matter?.code ?? ''];
    const matters = createMatterStore(health.db);
    const visitsOn = async (date: string) =>
      (await matters.many(codes, { revision: null, date })).get(codes[0] as string)?.visits;
    expect([await visitsOn('2026-11-27'), await visitsOn(coming)]).toEqual([matter?.content.visits, 9]);
  } finally {
    await Promise.all([licences?.close(), health?.close()]);
  }
});

it('what is submitted is planned by the catalogue of its day, whatever day its request looks at', async () => {
  const ask = (request: object, headers: Record<string, string> = {}) =>
    graph.gateway.execute(request as { query: string }, citizen, headers);
  const asked = inputFor({ id: 'none', materials: [], sources: [] } as unknown as PlanAnswer);
  graph.switches.dates.clear();
  await ask({ query: operationText('submit'), variables: { input: asked } }, { 'catalogue-date': coming });
  expect([...graph.switches.dates]).not.toContain(coming);
});

it('what is published today holds until the day of what is still to come; the same twice is published once, day by day', async () => {
  expect(await publish('今天的一件事', '2026-11-27')).toEqual({ revision: 3, changed: true });
  await expect.poll(() => seen()).toEqual({ title: '今天的一件事', mostVisits: 9 });
  expect(await seen(coming)).toEqual(then);
  expect(await publish('明年的一件事', coming)).toEqual({ revision: 2, changed: false });
  // Brought forward: the newest says the same already, but not yet.
  expect(await publish('明年的一件事', '2026-11-27')).toEqual({ revision: 4, changed: true });
  await expect.poll(() => seen()).toEqual(then);
  // And called off: the last that is published for a day holds.
  expect(await publish('今天的一件事', coming)).toEqual({ revision: 5, changed: true });
  await expect.poll(async () => (await seen(coming)) as object).toMatchObject({ title: '今天的一件事' });
});
