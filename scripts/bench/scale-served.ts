import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { type Registry, readRegistry } from '../../schema/registry.ts';
import { checkCatalogue } from '../../subgraphs/publishing/read.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import { type Assembled, assemble, operationText } from '../assemble.ts';
import { importCatalogue, prepareDatabase } from '../database.ts';
import { startEmbeddedPostgres } from '../embedded-postgres.ts';
import { rootSecrets } from '../secrets.ts';
import { province, provinceOf, type Size } from './province.ts';

/** As much to an event as in the province, and little else. */
const small: Size = { ...province, mains: 60, subs: 60, cities: 1, counties: 1, events: 5, types: 60, questions: 10 };
const secret = 'a secret for one run of the bench';
const region = '330000000000';
const rounds = 400;
const kinds = ['plan', 'by name', 'by pinyin', 'by initials'] as const;
/** What the names of generated matters end in. */
const searched = { 'by name': '登记', 'by pinyin': 'dengji', 'by initials': 'dj' };

/** Imports a small catalogue and the province into databases of one server, serves both from this process and asks them in turn. */
export async function benchServed(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-bench-scale-'));
  const server = await startEmbeddedPostgres(join(folder, 'postgres'));
  const registry = readRegistry();
  const graphs: Assembled[] = [];
  try {
    for (const [name, size] of Object.entries({ small, province })) {
      const url = await databaseAt(server.url, name);
      await importOf(name, url, size, registry);
      const begin = performance.now();
      const secrets = await rootSecrets(url, secret, registry);
      graphs.push(await assemble({ secrets, data: join(folder, name), issuers: [], log: silentLog, cache: false }));
      console.log(`${`start, ${name}`.padEnd(28)} ${seconds(begin)} s`);
    }
    await compare(graphs);
  } finally {
    for (const graph of graphs) await graph.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(2).padStart(8);

async function databaseAt(server: string, name: string): Promise<string> {
  const sql = postgres(server, { max: 1, onnotice: () => {} });
  await sql.unsafe(`create database ${name}`);
  await sql.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}

async function importOf(name: string, url: string, size: Size, registry: Registry): Promise<void> {
  await prepareDatabase(url, secret, registry);
  const texts = provinceOf(registry, size);
  for (const again of [false, true]) {
    const [begin, before] = [performance.now(), process.cpuUsage()];
    const read = checkCatalogue(registry.departments, texts);
    if (!read.ok) throw new Error('What the bench generates does not hold.');
    await importCatalogue(url, read.catalogue, registry);
    const { user, system } = process.cpuUsage(before);
    const spent = ((user + system) / 1e6).toFixed(2).padStart(8);
    const what = `import, ${name}${again ? ', once more' : ''}`;
    console.log(`${what.padEnd(28)} ${spent} s of processor here, ${seconds(begin)} s with the database's`);
  }
}

/** Both in turn, so that whatever else the machine does is to both. */
async function compare(graphs: ReadonlyArray<Assembled>): Promise<void> {
  const plan = operationText('plan');
  const find =
    'query Found($region: RegionCode!, $search: String!) { matters(region: $region, search: $search) { nodes { code title } totalCount } }';
  const before = process.memoryUsage().rss;
  for (const kind of kinds) {
    const spent: number[][] = graphs.map(() => []);
    for (let round = 0; round < rounds; round++)
      for (const [index, graph] of graphs.entries()) {
        const request =
          kind === 'plan'
            ? { query: plan, variables: { region, code: `event-${round % small.events}` } }
            : { query: find, variables: { region, search: searched[kind] } };
        const begin = performance.now();
        const { errors } = await graph.gateway.execute(request, null);
        if (errors) throw new Error(JSON.stringify(errors));
        // The first of each kind are compiled.
        if (round >= rounds / 10) spent[index]?.push(performance.now() - begin);
      }
    const [one, other] = spent.map((times) => [at(times, 0.5), at(times, 0.99)] as const) as [Figures, Figures];
    const told = [one, other]
      .map(([p50, p99]) => `p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms`.padStart(28))
      .join('');
    console.log(`${kind.padEnd(28)}${told}   × ${(other[0] / one[0]).toFixed(2)}, × ${(other[1] / one[1]).toFixed(2)}`);
  }
  const grown = (process.memoryUsage().rss - before) / 2 ** 20;
  console.log(`${graphs.length * kinds.length * rounds} requests: ${grown.toFixed(0)} MiB more than before them`);
}

type Figures = readonly [p50: number, p99: number];
function at(times: ReadonlyArray<number>, share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] as number;
}
