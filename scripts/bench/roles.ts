import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readRegistry } from '../../schema/registry.ts';
import { operationText } from '../assemble.ts';
import { startEmbeddedPostgres } from '../embedded-postgres.ts';
import { writeKeys } from '../key-files.ts';
import { newbornAnswers, newbornParties } from '../newborn-example.ts';
import { prepare } from '../prepare.ts';
import { rootSecrets } from '../secrets.ts';
import { servingFlags } from '../serving-flags.ts';

export interface RolesBench {
  /** Between being ready and being weighed at rest. */
  readonly idleSeconds: number;
}
/** How a process of the product is begun. */
interface Way {
  readonly name: string;
  readonly node: ReadonlyArray<string>;
}
interface Figures {
  readonly processes: number;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly idleMiB: number;
  readonly loadedMiB: number;
}
interface Part {
  readonly role: string;
  readonly child: ChildProcess;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
}
interface Place {
  readonly databaseUrl: string;
  readonly secret: string;
  readonly data: string;
  readonly keys: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const gatewayPort = 4000;
const innerPort = 4001;
const plans = 400;
const atOnce = 10;
/** Of Linux on every machine that Node is built for. */
const ticksPerSecond = 100;
const ready = /ready at|gateway at|worker is running|\w+ at http/;

/**
 * Every role as it is started, on a database that stands outside of the figures: processor time and time until it is ready, and memory of its
 * processes at rest and after some hundred plans of a life event. Linux alone tells these.
 */
export async function benchRoles({ idleSeconds }: RolesBench): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-bench-roles-'));
  const server = await startEmbeddedPostgres(join(folder, 'postgres'));
  try {
    const place = {
      databaseUrl: server.url,
      secret: 'a secret for one run of the bench',
      data: folder,
      keys: join(folder, 'keys'),
    };
    const registry = readRegistry();
    const { adminUrl } = await prepare(
      { databaseUrl: place.databaseUrl, secret: place.secret },
      { keyWrapper: null, suite: 'INTERNATIONAL' },
      folder,
      registry,
      [],
    );
    writeKeys(place.keys, await rootSecrets(adminUrl, place.secret, registry), registry);
    const tables = new Map<string, ReadonlyMap<string, Figures>>();
    for (const way of ways()) tables.set(way.name, await measure(way, place, idleSeconds));
    print(tables);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function ways(): ReadonlyArray<Way> {
  const fromSource = {
    name: 'from source',
    node: [join(root, 'node_modules/tsx/dist/cli.mjs'), ...servingFlags, 'scripts/start.ts'],
  };
  const built = join(root, 'dist/scripts/start.js');
  return existsSync(built) ? [fromSource, { name: 'built', node: [...servingFlags, built] }] : [fromSource];
}

async function measure(way: Way, place: Place, idleSeconds: number): Promise<ReadonlyMap<string, Figures>> {
  const figures = new Map<string, Figures>();
  const codes = readRegistry()
    .subgraphs.filter((row) => !row.external)
    .map(({ code, url }) => [`subgraph:${code}`, Number(new URL(url).port)] as const);
  const settings = { ...process.env, DATA_DIR: place.data, PAYMENT_PROVIDER: 'sandbox', NODE_ENV: 'development' };
  const whole = { ...settings, DATABASE_URL: place.databaseUrl, YIJIANSHI_SECRET: place.secret };
  const apart = {
    ...settings,
    KEYS_DIR: place.keys,
    INNER_PORT: String(innerPort),
    GATEWAY_URL: `http://127.0.0.1:${innerPort}`,
  };
  for (const [name, roles, environment] of [
    ['all in one', [['all', gatewayPort]], whole],
    ['apart', [...codes, ['worker', 0], ['gateway', gatewayPort]], apart],
  ] as const) {
    const parts: Part[] = [];
    try {
      for (const [role, port] of roles) parts.push(await begin(way, role, port, environment));
      await delay(idleSeconds * 1000);
      const idle = parts.map(({ child }) => weigh(child));
      await load();
      const loaded = parts.map(({ child }) => weigh(child));
      const each = parts.map(({ role, cpuSeconds, wallSeconds }, index): [string, Figures] => [
        role === 'all' ? name : role,
        {
          ...{ cpuSeconds, wallSeconds, processes: idle[index]?.processes ?? 0 },
          ...{ idleMiB: idle[index]?.miB ?? 0, loadedMiB: loaded[index]?.miB ?? 0 },
        },
      ]);
      for (const [role, figure] of each) figures.set(role, figure);
      if (each.length > 1) figures.set(`${name}, together`, each.map(([, figure]) => figure).reduce(sum));
    } finally {
      await Promise.all(parts.map(({ child }) => end(child)));
    }
  }
  return figures;
}

async function begin(way: Way, role: string, port: number, env: NodeJS.ProcessEnv): Promise<Part> {
  const began = performance.now();
  // Its own group, so that what it begins in turn is weighed with it and ended with it.
  const child = spawn(process.execPath, [...way.node, '--role', role, '--port', String(port)], {
    ...{ cwd: root, env, detached: true },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  await new Promise<void>((done, failed) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        said += chunk;
        if (ready.test(said)) done();
      });
    }
    child.once('exit', (code) => failed(new Error(`${role} ended with ${code}: ${said}`)));
  });
  const wallSeconds = (performance.now() - began) / 1000;
  return { role, child, wallSeconds, cpuSeconds: weigh(child).cpuSeconds };
}

/** A process and those it began: how many, their processor time and the memory that they hold. */
function weigh({ pid }: ChildProcess): { processes: number; cpuSeconds: number; miB: number } {
  const seen = { processes: 0, cpuSeconds: 0, miB: 0 };
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      // After the name, which may hold anything: state, parent, group … user and system time, and those of children that have ended.
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      if (Number(fields[2]) !== pid) continue;
      const held = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'));
      seen.processes += 1;
      seen.cpuSeconds +=
        fields
          .slice(11, 15)
          .map(Number)
          .reduce((a, b) => a + b, 0) / ticksPerSecond;
      seen.miB += Number(held?.[1] ?? 0) / 1024;
    } catch {
      // It ended meanwhile.
    }
  }
  return seen;
}

/** Plans of a life event with everything answered, so many at once. Throws where one of them is not whole. */
async function load(): Promise<void> {
  const variables = { code: 'newborn', region: '330381000000', answers: newbornAnswers, parties: newbornParties };
  const body = JSON.stringify({ query: operationText('plan'), variables });
  let left = plans;
  const failed: string[] = [];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left-- > 0) {
        const answer = await fetch(`http://127.0.0.1:${gatewayPort}/graphql`, {
          ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body },
        });
        const text = await answer.text();
        if (!text.includes('"complete":true')) failed.push(text);
      }
    }),
  );
  // On a busy machine some answer too late; where most do, nothing was weighed under load.
  if (failed.length > plans / 2) throw new Error(`The plans were not made: ${failed[0]?.slice(0, 500)}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise((done) => child.once('exit', done));
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}

function sum(a: Figures, b: Figures): Figures {
  return {
    processes: a.processes + b.processes,
    cpuSeconds: a.cpuSeconds + b.cpuSeconds,
    // One after another: the longest is what one waits for who starts them on machines of their own.
    wallSeconds: Math.max(a.wallSeconds, b.wallSeconds),
    idleMiB: a.idleMiB + b.idleMiB,
    loadedMiB: a.loadedMiB + b.loadedMiB,
  };
}

/** Each role in each way; beside each figure what it is of that of all in one, in the same way. */
function print(tables: ReadonlyMap<string, ReadonlyMap<string, Figures>>): void {
  for (const [way, figures] of tables) {
    const whole = figures.get('all in one');
    console.log(`\n| ${way} | processes | CPU s to ready | s to ready | MiB at rest | × all in one | MiB after load |`);
    console.log('| --- | --: | --: | --: | --: | --: | --: |');
    for (const [role, { processes, cpuSeconds, wallSeconds, idleMiB, loadedMiB }] of figures) {
      const ratio = idleMiB / (whole?.idleMiB ?? Number.NaN);
      const told = [cpuSeconds.toFixed(1), wallSeconds.toFixed(1), idleMiB.toFixed(0), ratio.toFixed(2)];
      console.log(`| ${role} | ${processes} | ${told.join(' | ')} | ${loadedMiB.toFixed(0)} |`);
    }
  }
}
