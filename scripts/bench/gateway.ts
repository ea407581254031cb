import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { print } from 'graphql';
import { readRegistry } from '../../schema/registry.ts';
import { subgraphSchemas } from '../../schema/subgraphs.ts';
import { readCatalogue } from '../../subgraphs/publishing/read.ts';
import { operationText, supergraphFile } from '../assemble.ts';
import { importCatalogue, prepareDatabase } from '../database.ts';
import { startEmbeddedPostgres } from '../embedded-postgres.ts';
import { newbornAnswers, newbornParties } from '../newborn-example.ts';
import { servingFlags } from '../serving-flags.ts';
import { type LoadResult, postFor } from './load.ts';
import { startNative } from './native.ts';
import type { Told } from './serve.ts';

export interface GatewayBench {
  /** Of each burst. */
  readonly seconds: number;
  /** Kinds of gateway to leave out. */
  readonly without: ReadonlyArray<string>;
  /** Where the table is written, as Markdown. */
  readonly out: string;
}

const own = fileURLToPath(new URL('./serve.ts', import.meta.url));
const peersFolder = fileURLToPath(new URL('./peers/', import.meta.url));

/** The first is what the others are compared with. */
const contenders = [
  ['apollo', 'Apollo Server + @apollo/gateway'],
  ['mercurius', '@mercuriusjs/gateway'],
  ['hive', 'Hive Gateway, JavaScript planner'],
  ['hive-rust', 'Hive Gateway, Rust planner'],
  ['grafbase', 'Grafbase gateway (native, Rust)'],
  ['ours-reference', "this gateway with @apollo/gateway's executor"],
  ['ours', '**this gateway**, subgraphs over HTTP'],
  ['ours-traced', '**this gateway**, subgraphs over HTTP, one request in ten traced'],
  ['ours-in-one-process', '**this gateway**, everything in one process'],
  ['ours-kept', '**this gateway**, public answers kept'],
  ['by-hand', 'the same fetches sent by hand, their answers not read, the same bytes returned'],
  ['constant', 'the same bytes from a bare Fastify route that parses the same body'],
] as const;
type Contender = (typeof contenders)[number][0];
/** Not gateways: they answer something else. */
const limits: ReadonlySet<Contender> = new Set(['by-hand', 'constant']);
const peers: ReadonlySet<Contender> = new Set(['mercurius', 'hive', 'hive-rust', 'grafbase']);

const materialsQuery = `query Materials($code: ID!, $region: RegionCode!) {
  lifeEvent(code: $code, region: $region) {
    code
    title
    matters {
      code title visits
      promisedLimit { amount unit }
      department { code name }
      requirements { code name necessity options { uses { documentType { code name } subject copies } } }
    }
  }
}`;

interface Child {
  readonly told: Told;
  cpuSeconds(): number | Promise<number>;
  stop(): Promise<void>;
}

/** Bursts of each in every table, after one that does not count. */
const turns = 3;
const warmingSeconds = 3;
const hearingMs = 60_000;
/** For the first answer to an operation, which has to be planned. */
const answeringMs = 60_000;

/** Those that are wanted now, not those of an earlier list. */
function areInstalled(): boolean {
  const installed = join(peersFolder, 'node_modules/.package-lock.json');
  return (
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(peersFolder, 'package-lock.json')).mtimeMs
  );
}

/** By a file: an environment variable may not hold a dozen schemas. */
function start(file: string, folder: string, given: object, cwd?: string): Promise<Child> {
  const path = join(folder, 'serving.json');
  writeFileSync(path, JSON.stringify(given));
  const child: ChildProcess = fork(file, [path], {
    env: { ...process.env, NODE_ENV: 'production' },
    execArgv: [...servingFlags, ...(file.endsWith('.ts') ? ['--import', 'tsx'] : [])],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    ...(cwd === undefined ? {} : { cwd }),
  });
  let complaint = '';
  child.stderr?.on('data', (chunk) => {
    complaint = `${complaint}${chunk}`.slice(-2000);
  });
  const hear = (): Promise<Told> =>
    new Promise((done, failed) => {
      const late = setTimeout(() => {
        child.kill('SIGKILL');
        failed(new Error(`it said nothing for ${hearingMs / 1000} s`));
      }, hearingMs);
      const ended = (): void => {
        clearTimeout(late);
        failed(new Error(/^\w*Error.*$/m.exec(complaint)?.[0] ?? 'it ended'));
      };
      child.once('exit', ended);
      child.once('message', (told: Told) => {
        clearTimeout(late);
        child.removeListener('exit', ended);
        done(told);
      });
    });
  return hear().then((told) => ({
    told,
    cpuSeconds: async () => {
      const heard = hear();
      child.send('usage');
      const { usage } = await heard;
      return ((usage?.user ?? 0) + (usage?.system ?? 0)) / 1e6;
    },
    stop: async () => {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGKILL');
      await ended;
    },
  }));
}

interface Measured extends LoadResult {
  readonly name: Contender;
  readonly cpuMilliseconds: number;
}

interface Running {
  readonly name: Contender;
  readonly title: string;
  readonly url: string;
  readonly child: Child;
  /** Operations that it answers as the others do. */
  readonly able: ReadonlySet<string>;
}

/** Figure by figure the middle of several bursts, and all that failed. */
function middleOf(bursts: ReadonlyArray<Measured>): Measured {
  const middle = (of: (burst: Measured) => number): number =>
    bursts.map(of).sort((a, b) => a - b)[Math.floor(bursts.length / 2)] as number;
  return {
    ...(bursts[0] as Measured),
    requestsPerSecond: middle(({ requestsPerSecond }) => requestsPerSecond),
    cpuMilliseconds: middle(({ cpuMilliseconds }) => cpuMilliseconds),
    p50Milliseconds: middle(({ p50Milliseconds }) => p50Milliseconds),
    p99Milliseconds: middle(({ p99Milliseconds }) => p99Milliseconds),
    failed: bursts.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/** Our gateway and its peers, each in a process of its own over the same subgraphs in one more; answers checked equal; burst by burst in turn. */
export async function benchGateway({ seconds, without, out }: GatewayBench): Promise<void> {
  const wanted = contenders.filter(([name]) => !without.includes(name));
  const needsPeers = wanted.some(([name]) => peers.has(name));
  if (needsPeers && !areInstalled()) {
    console.log('Installing the other gateways …');
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: peersFolder, stdio: 'ignore' });
    if (status !== 0) console.warn('They could not be installed: what can be measured without them is.');
  }
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-bench-'));
  const server = await startEmbeddedPostgres(join(folder, 'postgres'));
  const registry = readRegistry();
  const secret = 'a secret for one run of the bench';
  await prepareDatabase(server.url, secret, registry);
  const read = readCatalogue(registry.departments);
  if (!read.ok) throw new Error('The catalogue does not hold: run "npm run check".');
  await importCatalogue(server.url, read.catalogue, registry);
  const parts = { adminUrl: server.url, secret, data: folder };
  const subgraphs = await start(own, folder, { ...parts, kind: 'subgraphs' });
  const urls = subgraphs.told.subgraphs ?? {};
  const supergraph = join(folder, 'supergraph.graphql');
  writeFileSync(
    supergraph,
    Object.entries(urls).reduce(
      (text, [name, url]) => text.replace(new RegExp(`(name: "${name}", url: ")[^"]+`), `$1${url}`),
      readFileSync(supergraphFile, 'utf8'),
    ),
  );
  const services = subgraphSchemas(registry).map(({ name, typeDefs }) => ({
    name,
    url: urls[name],
    sdl: print(typeDefs),
    schema: typeDefs,
  }));

  const events = read.catalogue.publication.lifeEvents.map(({ code, region }) => ({ code, region }));
  const person = { code: 'newborn', region: '330381000000', answers: newbornAnswers, parties: newbornParties };
  // Varied, or a gateway that asks once for what is under way would look faster than it is.
  const people = Array.from({ length: 50 }, (_each, index) => ({
    ...person,
    parties: newbornParties.map((party) => ({ ...party, id: `${party.id}-${index}` })),
  }));
  const bodiesOf = (name: string, given: ReadonlyArray<object>): ReadonlyArray<string> =>
    given.map((each) => JSON.stringify({ query: operationText(name), variables: each }));
  const newborn = events.filter(({ code, region }) => code === person.code && region === person.region);
  const plan = 'the whole plan, no two requests alike';
  const cases = [
    ['an event with its matters, no two requests alike', bodiesOf('life-event', events), [1, 10, 50], true],
    ['an event with its matters, always the same', bodiesOf('life-event', newborn), [50], false],
    [
      'an event with its matters and their materials from each department, no two requests alike',
      events.map((each) => JSON.stringify({ query: materialsQuery, variables: each })),
      [1, 10, 50],
      true,
    ],
    [plan, bodiesOf('plan', people), [10], true],
  ] as const;

  // A plan takes rounds that depend on answers: nobody sends those by hand.
  const byHand = cases.filter(([operation]) => operation !== plan).flatMap(([, bodies]) => bodies);
  const answers = new Map<string, string>();
  const results = new Map<string, Measured[]>();
  const unable: string[] = [];
  const running: Running[] = [];
  for (const [name, title] of wanted) {
    const isPeer = peers.has(name);
    const given = isPeer
      ? { kind: name, supergraph, subgraphs: services }
      : { ...parts, kind: name, supergraph, urls, bodies: byHand, answers: byQuery(cases, answers) };
    const begin = async (): Promise<Child> => {
      if (name !== 'grafbase')
        return isPeer ? start(join(peersFolder, 'serve.mjs'), folder, given, peersFolder) : start(own, folder, given);
      const { url, ...native } = await startNative(folder, services, hearingMs);
      return { told: { url }, ...native };
    };
    let child: Child;
    try {
      child = await begin();
    } catch (error) {
      unable.push(`${title}: ${(error as Error).message}`);
      console.warn(unable.at(-1));
      continue;
    }
    const possible = cases.filter(([operation]) => !(name === 'by-hand' && operation === plan));
    const able = new Set<string>(possible.map(([operation]) => operation));
    for (const [operation, bodies] of limits.has(name) ? [] : possible) {
      const differs = await firstDifference(child.told.url as string, operation, bodies, answers);
      if (differs === null) continue;
      able.delete(operation);
      unable.push(`${title}, ${operation}: ${differs}`);
      console.warn(unable.at(-1));
    }
    if (able.size < possible.length) {
      // It may be at it yet, in everybody's time.
      await child.stop();
      child = await begin();
    }
    const url = child.told.url as string;
    // Until its code is compiled, a process is slower than it will be for the rest of its life.
    for (const [operation, bodies, , unlike] of possible)
      if (able.has(operation)) await postFor({ url, bodies, unlike, connections: 50, seconds: warmingSeconds });
    running.push({ name, title, url, child, able });
  }
  for (const [operation, bodies, connections, unlike] of cases) {
    for (const count of connections) {
      const key = `${operation}, ${count} connection${count === 1 ? '' : 's'}`;
      const contending = running.filter(({ able }) => able.has(operation));
      const bursts = new Map<Contender, Measured[]>();
      // In turn, so that a minute in which the machine gives less is everybody's.
      for (let turn = 0; turn <= turns; turn++) {
        for (const { name, url, child } of contending) {
          const before = await child.cpuSeconds();
          const result = await postFor({ url, bodies, unlike, connections: count, seconds });
          const cpuMilliseconds = ((await child.cpuSeconds()) - before) * (1000 / result.answered);
          // The first brings it up to speed.
          if (turn > 0) bursts.set(name, [...(bursts.get(name) ?? []), { ...result, name, cpuMilliseconds }]);
        }
      }
      results.set(
        key,
        contending.map(({ name }) => middleOf(bursts.get(name) ?? [])),
      );
      for (const { name, title } of contending) {
        const { requestsPerSecond, cpuMilliseconds } = middleOf(bursts.get(name) ?? []);
        console.log(`${title} | ${key} | ${requestsPerSecond.toFixed(0)}/s | ${cpuMilliseconds.toFixed(3)} ms`);
      }
    }
  }
  for (const { child } of running) await child.stop();
  await subgraphs.stop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  const table = tableOf(results, unable, seconds);
  writeFileSync(out, table);
  console.log(`\n${table}`);
}

/** The same bytes for the constant route: it finds them by what it parses. */
function byQuery(
  cases: ReadonlyArray<readonly [string, ReadonlyArray<string>, ...unknown[]]>,
  answers: ReadonlyMap<string, string>,
): Record<string, Record<string, string>> {
  const found: Record<string, Record<string, string>> = {};
  for (const [operation, bodies] of cases) {
    for (const [index, body] of bodies.entries()) {
      const { query, variables } = JSON.parse(body) as { query: string; variables: { code: string } };
      found[query] = { ...found[query], [variables.code]: answers.get(`${operation} ${index}`) ?? '' };
    }
  }
  return found;
}

async function firstDifference(
  url: string,
  operation: string,
  bodies: ReadonlyArray<string>,
  answers: Map<string, string>,
): Promise<string | null> {
  for (const [index, body] of bodies.entries()) {
    let text: string;
    try {
      const headers = { 'content-type': 'application/json' };
      const signal = AbortSignal.timeout(answeringMs);
      text = await (await fetch(url, { method: 'POST', headers, body, signal })).text();
    } catch (error) {
      const isLate = (error as Error).name === 'TimeoutError';
      return isLate ? `no answer within ${answeringMs / 1000} s` : `no answer: ${(error as Error).message}`;
    }
    let data: unknown;
    try {
      data = (JSON.parse(text) as { data: unknown }).data;
    } catch {
      return `no JSON: ${text.slice(0, 100)}`;
    }
    const answer = JSON.stringify({ data });
    const key = `${operation} ${index}`;
    const known = answers.get(key);
    if (known === undefined) answers.set(key, answer);
    else if (known !== answer) return `answers differently: ${text.slice(0, 200)}`;
  }
  return null;
}

function tableOf(
  results: ReadonlyMap<string, ReadonlyArray<Measured>>,
  unable: ReadonlyArray<string>,
  seconds: number,
): string {
  const titles = new Map<Contender, string>(contenders);
  const [first] = contenders[0];
  const lines = [
    '# Gateways side by side',
    '',
    `Written by \`npm run bench -- gateway\`: Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'} shared by gateway, subgraphs, PostgreSQL and load; each figure the middle of ${turns} bursts of ${seconds} s, in turn. Trust the ratios. This gateway runs as in production: cost and rate limits, persisted operations, metrics, masking. Node has the same flags in all: ${servingFlags.join(' ')}.`,
  ];
  for (const [key, measured] of results) {
    const base = measured.find(({ name }) => name === first);
    lines.push('', `## ${key}`, '');
    lines.push(`| gateway | requests/s | × ${titles.get(first)} | p50 ms | p99 ms | CPU ms/request | × CPU saved |`);
    lines.push('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
    for (const each of measured) {
      const times = base ? (each.requestsPerSecond / base.requestsPerSecond).toFixed(1) : '–';
      const saved = base ? (base.cpuMilliseconds / each.cpuMilliseconds).toFixed(1) : '–';
      const failed = each.failed > 0 ? ` (${each.failed} failed)` : '';
      lines.push(
        `| ${titles.get(each.name)} | ${each.requestsPerSecond.toFixed(0)}${failed} | ${times} | ${each.p50Milliseconds} | ${each.p99Milliseconds} | ${each.cpuMilliseconds.toFixed(3)} | ${saved} |`,
      );
    }
  }
  if (unable.length > 0) lines.push('', '## Not measured', '', ...unable.map((each) => `- ${each}`));
  return `${lines.join('\n')}\n`;
}
