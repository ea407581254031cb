import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type DocumentNode, print, visit } from 'graphql';

interface Service {
  readonly name: string;
  readonly url: string | undefined;
  readonly schema: DocumentNode;
}
interface Native {
  readonly url: string;
  /** Of the process and of all that it has started. */
  cpuSeconds(): number;
  stop(): Promise<void>;
}

const binary = fileURLToPath(
  new URL('./peers/node_modules/@grafbase/cli-x86_64-unknown-linux-musl/grafbase', import.meta.url),
);
const host = '127.0.0.1';
/** It looks for newer releases and publishes traces there, if it can: here it cannot. */
const nowhere = `http://${host}:9`;
/** What Linux counts processor time in, whatever the machine. */
const ticksPerSecond = 100;

/** Starts the gateway that is no JavaScript, told of its subgraphs by files in `folder`. Fails with what it complained of. */
export async function startNative(folder: string, services: ReadonlyArray<Service>, withinMs: number): Promise<Native> {
  const home = join(folder, 'native');
  mkdirSync(home, { recursive: true });
  const lines = ['[graph]', 'introspection = false', '[telemetry]', 'service_name = "bench"'];
  for (const { name, url, schema } of services) {
    const file = join(home, `${name}.graphql`);
    writeFileSync(file, print(hidingNothing(schema)));
    lines.push(`[subgraphs.${JSON.stringify(name)}]`, `url = ${JSON.stringify(url)}`);
    lines.push(`schema_path = ${JSON.stringify(file)}`);
  }
  const config = join(home, 'grafbase.toml');
  writeFileSync(config, `${lines.join('\n')}\n`);
  const port = await freePort();
  const options = ['--home', home, 'dev', '--config', config, '--listen-address', `${host}:${port}`];
  const child = spawn(binary, options, {
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      HOME: home,
      GRAFBASE_API_URL: nowhere,
      GRAFBASE_DASHBOARD_URL: nowhere,
      GRAFBASE_OBJECT_STORAGE_URL: nowhere,
    },
  });
  let complaint = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      complaint = `${complaint}${chunk}`.slice(-2000);
    });
  process.once('exit', () => child.kill('SIGKILL'));
  const failure = new Promise<string>((failed) => {
    child.once('error', ({ message }) => failed(message));
    child.once('exit', () => failed(complaint || 'it ended'));
  });
  const url = `http://${host}:${port}/graphql`;
  const refusal = await Promise.race([failure, answering(url, withinMs).then((does) => (does ? null : complaint))]);
  if (refusal !== null) {
    await stop(child);
    throw new Error(refusal.trim());
  }
  return { url, cpuSeconds: () => cpuSeconds(child.pid as number), stop: () => stop(child) };
}

/** It refuses hidden types that hidden fields and arguments speak of; nothing that is measured asks for any. */
const hidingNothing = (schema: DocumentNode): DocumentNode =>
  visit(schema, { Directive: ({ name }) => (name.value === 'inaccessible' ? null : undefined) });

async function freePort(): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

/** It listens before it has a schema. */
async function answering(url: string, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs;
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ __typename }"}',
  };
  while (performance.now() < until) {
    const text = await fetch(url, request).then(
      (response) => response.text(),
      () => '',
    );
    if (text.includes('"data"')) return true;
    await pause(100);
  }
  return false;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  for (const pid of treeOf(child.pid)) process.kill(pid, 'SIGKILL');
  await ended;
}

/** The fields after the name, which may hold spaces: state, parent, … */
function statOf(pid: number | string): ReadonlyArray<string> {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  } catch {
    // It has ended since it was listed.
    return [];
  }
}

function treeOf(root: number): ReadonlyArray<number> {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(statOf(name)[1])] as const);
  const below = (pid: number): ReadonlyArray<number> => [
    pid,
    ...parents.filter(([, parent]) => parent === pid).flatMap(([child]) => below(child)),
  ];
  return below(root);
}

function cpuSeconds(root: number): number {
  const ticks = treeOf(root).reduce((sum, pid) => sum + Number(statOf(pid)[11] ?? 0) + Number(statOf(pid)[12] ?? 0), 0);
  return ticks / ticksPerSecond;
}
