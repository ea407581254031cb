import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRegistry } from '../../schema/registry.ts';
import { provinceOf } from '../../scripts/bench/province.ts';
import { importCatalogue } from '../../scripts/database.ts';
import { checkCatalogue } from '../../subgraphs/publishing/read.ts';
import { type Graph, startGraph } from './gateway-of.ts';

/** A province in small: as in the large one, every seventh sub-matter is a county's own of one above, and few matters are in an event. */
const size = { mains: 30, subs: 90, cities: 2, counties: 6, rowsPerMatter: 1, events: 2, types: 60, questions: 4 };
const registry = readRegistry();
const province = '330000000000';
interface Seen {
  readonly code: string;
  readonly catalogCode: string;
  readonly title: string;
  readonly region: string;
}
let graph: Graph;
let counties: ReadonlyArray<string>;
let ofProvince: ReadonlyArray<Seen>;

beforeAll(async () => {
  const read = checkCatalogue(registry.departments, provinceOf(registry, size));
  if (!read.ok) throw new Error(JSON.stringify(read.findings.slice(0, 3)));
  const { catalogue } = read;
  graph = await startGraph({}, async (url) => {
    await importCatalogue(url, catalogue);
  });
  counties = read.catalogue.publication.regions.flatMap(({ code }) => (code.endsWith('00000000') ? [] : [code]));
  ofProvince = await mattersOf(province);
});
afterAll(() => graph.close());

async function mattersOf(region: string, search: string | null = null): Promise<ReadonlyArray<Seen>> {
  const all: Seen[] = [];
  for (let after: string | null = null; ; ) {
    const query = `query ($region: RegionCode!, $search: String, $after: String) {
      matters(region: $region, search: $search, first: 50, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } nodes { code catalogCode title region } } }`;
    type Page = { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: Seen[] };
    const { matters: page }: { matters: Page } = await graph.ask({ query, variables: { region, search, after } });
    all.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) {
      expect(all).toHaveLength(page.totalCount);
      return all;
    }
    after = page.pageInfo.endCursor;
  }
}

it('every matter of the province is found in every county, once, or what the county has of its own in its place', async () => {
  expect(counties).toHaveLength(size.counties);
  let own = 0;
  let takenOver = 0;
  for (const county of counties) {
    const here = await mattersOf(county);
    expect(new Set(here.map(({ code }) => code)).size).toBe(here.length);
    const missing = ofProvince.filter(({ catalogCode }) => !here.some((each) => each.catalogCode === catalogCode));
    expect(missing).toEqual([]);
    const items = new Set(here.filter(({ region }) => region === county).map(({ catalogCode }) => catalogCode));
    // What is carried out here hides the one above, and nothing else does.
    for (const { code, catalogCode } of ofProvince)
      expect(
        here.some((each) => each.code === code),
        code,
      ).toBe(!items.has(catalogCode));
    const codes = new Set(ofProvince.map(({ title }) => title));
    own += here.filter(({ region, title }) => region === county && !codes.has(title)).length;
    takenOver += here.filter(({ region, title }) => region === county && codes.has(title)).length;
  }
  expect(own).toBeGreaterThan(0);
  expect(takenOver).toBeGreaterThan(0);
});

it('no region has rows for what it only takes over and no event needs', async () => {
  const cities = await mattersOf('330100000000');
  const ofCity = cities.filter(({ region }) => region !== province);
  expect(ofCity.length).toBeLessThanOrEqual(size.events * 6);
  expect(cities.length).toBe(ofProvince.length);
});

it('it is found there by its name as in the province, and is planned there by the events that have it', async () => {
  const [county = ''] = counties;
  const inNoEvent = ofProvince.find(({ code }) => code.endsWith(String(size.mains - 1)));
  for (const search of [inNoEvent?.title ?? '', `registration ${size.mains - 1}`])
    expect(await mattersOf(county, search)).toMatchObject([{ code: inNoEvent?.code, region: province }]);
  expect(await mattersOf(county, 'nothing of this name')).toEqual([]);
  const { lifeEvent } = await graph.ask<{ lifeEvent: { plan: { complete: boolean; steps: ReadonlyArray<unknown> } } }>({
    query: `query ($region: RegionCode!) { lifeEvent(code: "event-0", region: $region) { plan { complete steps { matter { code region } } } } }`,
    variables: { region: county },
  });
  const regions = lifeEvent.plan.steps.map((step) => (step as { matter: { region: string } }).matter.region);
  expect(regions.length).toBeGreaterThan(0);
  expect(new Set(regions)).toEqual(new Set([county]));
});

it('a region that there is not is refused', async () => {
  await expect(mattersOf('990000000000')).rejects.toThrow('UNKNOWN_REGION');
});
