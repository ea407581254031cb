import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Gateway, TokenIssuer } from '../gateway/index.ts';
import { type Registry, readRegistry } from '../schema/registry.ts';
import { isDriverMended } from '../subgraphs/runtime/driver.ts';
import { createLog } from '../subgraphs/runtime/log.ts';
import { createMeters } from '../subgraphs/runtime/meters.ts';
import { type AssembleOptions, assemble, type Running, startParts } from './assemble.ts';
import { type Config, type Root, readConfig, subgraphsOf } from './config.ts';
import type { DevelopmentTokens } from './development-issuer.ts';
import { isLoopback } from './inner-settings.ts';
import { readKeys } from './key-files.ts';
import { messages } from './messages.ts';
import { firstLook } from './newborn-example.ts';
import type { SecretsOf } from './secrets.ts';
import { cannotStart, listening, sentenceOf } from './start-error.ts';
import { storageOf } from './storage.ts';
import { startTracing } from './tracing.ts';
import { createWatchDoor } from './watch-door.ts';
import { createWorkerDoor } from './worker-door.ts';
import { outsideWrapper } from './wrappers.ts';

type Stop = () => Promise<void>;

/** The process's own: handed to everything that it starts. */
const log = createLog({ readable: process.stderr.isTTY });
const meters = createMeters();

async function start(): Promise<void> {
  const began = Date.now();
  const config = readConfig();
  const stops: Stop[] = [];
  const stopAll = async (): Promise<void> => {
    for (const stop of stops.reverse().splice(0)) await stop().catch(() => {});
  };
  let ending = false;
  const end = (signal: NodeJS.Signals): void => {
    if (ending) return;
    ending = true;
    if (config.production) log.info({ part: 'start', signal, drainMs: config.door.drainMs }, 'it is told to stop');
    // Whoever takes its answer slowly, or a database that is out, holds nobody up for ever.
    setTimeout(() => {
      log.error({ part: 'start', stopMs: config.stopMs }, 'it did not stop in time');
      process.exit(1);
    }, config.stopMs).unref();
    stopAll().then(() => process.exit(0));
  };
  // Not once: what is loaded later and also hears them would take a process without another listener for one that nobody ends in order.
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  if (!isDriverMended) console.error(cannotStart('DRIVER_NOT_MENDED').message);
  try {
    if (config.tracing) stops.push(await startTracing(config.tracing, log));
    const shared = await withSharedRate(config, stops);
    if (config.root) await startAll(shared, config.root, stops, began);
    else await startSome(shared, stops);
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/** Gateways count together where there is a store for that. */
async function withSharedRate(config: Config, stops: Stop[]): Promise<Config> {
  const { rateStore, door, roles } = config;
  if (rateStore === null || !door.rate || !roles.some((role) => role === 'all' || role === 'gateway')) return config;
  const { createSharedRate } = await import('./rate-store.ts');
  const counter = createSharedRate(rateStore, door.rate, log.child({ part: 'gateway' }));
  stops.push(counter.close);
  return { ...config, door: { ...door, rate: { ...door.rate, counter } } };
}

async function startAll(config: Config, root: Root, stops: Stop[], began: number): Promise<void> {
  mkdirSync(config.data, { recursive: true });
  // A part that runs apart has no use for a folder of its own, a database server, what reads the catalogue's files, nor the root's keys.
  const { lockFolder } = await import('./folder-lock.ts');
  const { prepare, requirePrepared } = await import('./prepare.ts');
  const { rootSecrets } = await import('./secrets.ts');
  // What lies there belongs to another process then: nothing of it may be touched any more, not even to stop it in order.
  const { release } = await lockFolder(config.data, () => {
    console.error(cannotStart('FOLDER_LOST', { folder: config.data }).message);
    process.exit(1);
  });
  stops.push(release);
  const registry = readRegistry();
  // In production a database of one's own is brought to a version, and published to, by commands of their own: a start alters nothing.
  const { adminUrl, revision } =
    config.production && root.databaseUrl !== null
      ? { adminUrl: root.databaseUrl, revision: await requirePrepared(root.databaseUrl, root.secret, registry) }
      : await prepare(root, config, config.data, registry, stops);
  const { issuers, tokens } = await issuersOf(config, registry);
  const secrets = await rootSecrets(adminUrl, root.secret, registry);
  const keyWrapper = await outsideWrapper(config.keyWrapper);
  const { gateway, close, ...running } = await assemble({ ...partsOf(config, registry, secrets), keyWrapper, issuers });
  stops.push(close);
  await listenForWatchers({ gateway, ...running }, config, stops);
  if (!config.production && !isLoopback(config.host))
    console.error(cannotStart('OPEN_TO_OTHERS', { host: config.host }).message);
  const address = await listening('HOST', config.host, () => gateway.listen(config.port, config.host));
  await listenInner(gateway, config);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const ready = messages.ready(address, seconds, revision);
  if (config.production) log.info({ part: 'start', revision }, ready);
  else console.log(tokens ? `\n${ready}\n\n${whatToTry(address, config.data, tokens)}` : ready);
}

/** Some parts of the graph, talking to the others over HTTP. `npm run import` has prepared the database and their keys. */
async function startSome(config: Config, stops: Stop[]): Promise<void> {
  const registry = readRegistry();
  const { roles, inner } = config;
  const tell = tellerOf(config);
  const known = registry.subgraphs.filter((row) => !row.external);
  const wanted = subgraphsOf(roles, known);
  const withGateway = roles.includes('gateway');
  const { gateway, subgraphs, workReady, close } = await startParts({
    ...partsOf(config, registry, readKeys(config.keys)),
    keyWrapper: await outsideWrapper(config.keyWrapper),
    issuers: withGateway ? (await issuersOf(config, registry)).issuers : [],
    near: {
      subgraphs: wanted,
      work: roles.includes('worker'),
      gateway: withGateway ? true : new URL(config.gatewayUrl),
    },
  });
  stops.push(close);
  await listenForWatchers({ gateway, subgraphs, workReady }, config, stops);
  for (const [code, subgraph] of subgraphs) {
    const port =
      roles.length === 1 && roles[0]?.startsWith('subgraph:')
        ? config.port
        : Number(new URL(known.find((row) => row.code === code)?.url ?? '').port);
    const address = await listening('INNER_HOST', inner.host, () => subgraph.listen(port, inner.host));
    tell(code, `${code} at ${address}/graphql`);
  }
  if (roles.length === 1 && roles[0] === 'worker') {
    const door = createWorkerDoor(workReady, config.tls ?? null, log);
    stops.push(() => door.close());
    const { port } = config;
    const address = await listening('INNER_HOST', inner.host, () => door.listen({ port, host: inner.host }));
    tell('worker', `worker at ${address}`);
  }
  if (roles.includes('worker')) tell('worker', 'worker is running');
  stops.push(async () => {
    for (const subgraph of subgraphs.values()) subgraph.leave();
    // A gateway beside them waits as long itself.
    if (!gateway && subgraphs.size > 0) await sleep(config.door.drainMs ?? 0);
  });
  if (!gateway) return;
  // The file is looked at anyway; a signal is for those who cannot wait a second.
  process.on('SIGHUP', () => {
    gateway.reload().catch((err) => log.error({ part: 'gateway', err }, 'the supergraph was not reloaded'));
  });
  await listenInner(gateway, config);
  const address = await listening('HOST', config.host, () => gateway.listen(config.port, config.host));
  tell('gateway', `gateway at ${address}/graphql`);
}

/** In production everything that is said is a line of the log; whoever develops reads it. */
function tellerOf({ production }: Config): (part: string, what: string) => void {
  return (part, what) => {
    if (production) log.info({ part }, what);
    else console.log(what);
  };
}

/** Stopped last of all: probes hear that the process stops for as long as it does. */
async function listenForWatchers(running: Omit<Running, 'close'>, { watch }: Config, stops: Stop[]): Promise<void> {
  if (!watch) return;
  const door = createWatchDoor({ ...running, meters }, log);
  stops.unshift(() => door.close());
  const { host } = watch;
  const address = await listening('METRICS_HOST', host, () => door.listen({ port: watch.port, host }));
  log.info({ part: 'start', address }, 'health and metrics');
}

async function listenInner(gateway: Gateway, config: Config): Promise<void> {
  const { port, host } = config.inner;
  if (port === null) return;
  const address = await listening('INNER_HOST', host, () => gateway.listenInner(port, host));
  tellerOf(config)('gateway', `inner door at ${address}`);
}

/** What every process of the graph is told. */
function partsOf(config: Config, registry: Registry, secrets: SecretsOf): Omit<AssembleOptions, 'issuers'> {
  const { data, production, clients, door, roles, tls, scanner, payments, webhooks, retention, registers, systems } =
    config;
  const watch = !roles.includes('all');
  return {
    secrets,
    data,
    registry,
    production,
    clients,
    log,
    meters,
    scanner,
    storage: storageOf(config.storage, data),
    payments,
    webhooks,
    retention,
    ...(registers === undefined ? {} : { registers }),
    ...(systems === undefined ? {} : { systems }),
    ...(tls ? { tls } : {}),
    gateway: { ...door, watch },
  };
}

async function issuersOf(
  config: Config,
  { departments }: Registry,
): Promise<{ readonly issuers: ReadonlyArray<TokenIssuer>; readonly tokens: DevelopmentTokens | null }> {
  const { staffFactor } = config;
  const asked = staffFactor ? { staffFactor } : {};
  if (config.issuer) {
    const { jwks, ...issuer } = config.issuer;
    return { issuers: [{ ...issuer, ...asked, jwks: new URL(jwks) }], tokens: null };
  }
  // It reads the catalogue's files, for whom there are tokens.
  const { createDevelopmentIssuer } = await import('./development-issuer.ts');
  const development = await createDevelopmentIssuer(
    config.data,
    departments.map(({ code }) => code),
    staffFactor,
  );
  return { issuers: [{ ...development.issuer, ...asked }], tokens: development.tokens };
}

function whatToTry(address: string, folder: string, tokens: DevelopmentTokens): string {
  const plan = firstLook.replaceAll(/\s+/g, ' ').replaceAll('"', '\\"');
  return [
    `Tokens of the development issuer (also in ${join(folder, 'dev-tokens.json')}):`,
    `  citizen       ${tokens.citizen}`,
    `  otherCitizen  ${tokens.otherCitizen}`,
    ...Object.entries(tokens.clerks).map(([department, token]) => `  clerk of ${department}  ${token}`),
    ...Object.entries(tokens.units).map(([unit, token]) => `  staff of ${unit}  ${token}`),
    ...Object.entries(tokens.staff).map(([kind, token]) => `  ${kind}  ${token}`),
    '',
    'Three things to try:',
    `  1. Open ${address}/graphql in a browser: the explorer, with example operations, offline.`,
    '  2. Ask for a plan:',
    `     curl -s ${address}/graphql -H 'content-type: application/json' -d '{"query":"${plan}"}'`,
    '  3. Submit a whole life event and watch it through all seven matters:',
    `     npm run try -- ${address} --data ${folder}`,
    '',
    'Ctrl-C stops everything; what was stored is kept.',
  ].join('\n');
}

start().catch((error: unknown) => {
  const argument = process.argv.indexOf('--port');
  console.error(sentenceOf(error, Number(process.argv[argument + 1] ?? process.env.PORT ?? 4000)));
  process.exit(1);
});
