import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readRegistry } from '../schema/registry.ts';
import { createLog } from '../subgraphs/runtime/log.ts';
import { configOrEnd } from './config.ts';
import { defaultInnerPort } from './inner-settings.ts';
import { writeKeys } from './key-files.ts';
import { prepare } from './prepare.ts';
import { rootSecrets } from './secrets.ts';
import { servingFlags } from './serving-flags.ts';
import { cannotStart, sentenceOf } from './start-error.ts';

/**
 * The graph in four processes on this machine, talking over HTTP as they would on many: the gateway, the services, the departments, what
 * works in the background. `--alone`: each subgraph in a process of its own.
 */
const isBuilt = import.meta.url.endsWith('.js');
const startFile = fileURLToPath(new URL(isBuilt ? './start.js' : './start.ts', import.meta.url));
const alone = process.argv.includes('--alone');
const log = createLog({ readable: process.stderr.isTTY });
const config = configOrEnd(
  process.argv.filter((each) => each !== '--alone'),
  { name: 'start-apart' },
);
const registry = readRegistry();
const stops: Array<() => Promise<void>> = [];
const { root, keys, inner } = config;
const innerPort = inner.port ?? defaultInnerPort;
if (!root) {
  console.error(cannotStart('APART_ROLE').message);
  process.exit(2);
}
try {
  const { adminUrl } = await prepare(root, config, config.data, registry, stops);
  writeKeys(keys, await rootSecrets(adminUrl, root.secret, registry), registry);
} catch (error) {
  console.error(sentenceOf(error, config.port));
  for (const end of stops) await end();
  process.exit(1);
}

/** Each holds what it reads in its own file, and nothing of the root. */
const ofRoot = ['DATABASE_URL', 'DATABASE_URL_FILE', 'YIJIANSHI_SECRET', 'YIJIANSHI_SECRET_FILE', 'METRICS_PORT'];
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofRoot.includes(name))),
  KEYS_DIR: keys,
  HOST: config.host,
  INNER_HOST: inner.host,
  INNER_PORT: String(innerPort),
  GATEWAY_URL: `${config.tls ? 'https' : 'http'}://127.0.0.1:${innerPort}`,
  DATA_DIR: config.data,
};
const children: ChildProcess[] = [];
/** Of the gateway where it was said, of each other part the next one. */
let watchPort = config.watch?.port ?? 0;
const part = (role: string, port: number): void => {
  const flags = [...servingFlags, ...(isBuilt ? [] : ['--import', 'tsx'])];
  const child = spawn(process.execPath, [...flags, startFile, '--role', role, '--port', String(port)], {
    env: config.watch ? { ...environment, METRICS_PORT: String(watchPort) } : environment,
    stdio: 'inherit',
  });
  if (watchPort > 0) watchPort += 1;
  child.once('exit', (code) => {
    if (!stopping) log.error({ part: role, code }, 'a part has ended; the others go on without it');
  });
  children.push(child);
};
let stopping = false;
const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  await Promise.all(
    children.map(
      (child) =>
        new Promise((done) => {
          if (child.exitCode !== null || child.signalCode !== null) return done(null);
          child.once('exit', done);
          child.kill('SIGTERM');
        }),
    ),
  );
  for (const end of stops) await end();
  process.exit(0);
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);

part('gateway', config.port);
if (alone) {
  for (const { code, url } of registry.subgraphs.filter((row) => !row.external))
    part(`subgraph:${code}`, Number(new URL(url).port));
} else {
  part('services', 0);
  part('departments', 0);
}
part('worker', 0);
