import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { ClientOptions, RequiredFactor } from '../gateway/index.ts';
import type { SubgraphRow } from '../schema/registry.ts';
import { defaultRetention, type RetainedKind, type Retention, readRetentionLaw } from '../schema/retention.ts';
import type { BucketSettings } from '../subgraphs/runtime/bucket.ts';
import type { PaymentSettings, WebhookEndpoint } from '../subgraphs/runtime/definition.ts';
import type { SuiteName } from '../subgraphs/runtime/suites/suite.ts';
import { isPostgres } from './database-address.ts';
import { type DoorSettings, readClients, readDoor, readRateStore } from './door-settings.ts';
import { type InnerSettings, isLoopback, readInner } from './inner-settings.ts';
import { type IssuerSettings, readIssuer, readStaffFactor } from './issuer-settings.ts';
import { port, wholeNumber } from './number-settings.ts';
import { cannotStart, sentenceOf } from './start-error.ts';
import { readStorage } from './storage.ts';
import { readSuite } from './suite-settings.ts';
import { readTracing, type TracingSettings } from './tracing.ts';
import { overlaid, settingsUsed, type Use, usesOf } from './used-settings.ts';
import { readWebhooks } from './webhook-settings.ts';

/** What a process runs: `all`, or any of the others together; `services` and `departments` are all subgraphs of that kind. */
export type Role = 'all' | 'gateway' | 'worker' | 'services' | 'departments' | `subgraph:${string}`;
export interface Root {
  /** An administrator's connection to a PostgreSQL of your own; null: the embedded one. */
  readonly databaseUrl: string | null;
  /** From it follow the passwords of the roles, the keys that sign and the keys that seal. */
  readonly secret: string;
}
/** Everything a start needs to know. The only place that reads the environment. */
export interface Config extends InnerSettings {
  readonly roles: ReadonlyArray<Role>;
  readonly port: number;
  readonly host: string;
  /** Folder of everything that is kept: the embedded database, uploads, keys of the development issuer. */
  readonly data: string;
  /** What everything else follows from. Null where parts run apart: each has a file of its own in `keys`. */
  readonly root: Root | null;
  /** Folder of the parts' keys. */
  readonly keys: string;
  /** A program that wraps data keys; null: the part's own key does. */
  readonly keyWrapper: string | null;
  /** By which everything is written from now on. */
  readonly suite: SuiteName;
  readonly production: boolean;
  readonly issuer: IssuerSettings | null;
  /** What staff have to have signed in with; null: nothing in particular. */
  readonly staffFactor: RequiredFactor | null;
  readonly clients: ReadonlyArray<ClientOptions>;
  /** Scans files; null: none does. */
  readonly scanner: { readonly host: string; readonly port: number } | { readonly path: string } | null;
  /** Where citizens' files are kept; null: in the data folder. */
  readonly storage: BucketSettings | null;
  /** Who collects payments. */
  readonly payments: PaymentSettings;
  /** A PostgreSQL in which gateways count together; null: each counts by itself. */
  readonly rateStore: string | null;
  /** Where traces go; null: nowhere. */
  readonly tracing: TracingSettings | null;
  /** Programs that are told of their submissions. */
  readonly webhooks: ReadonlyArray<WebhookEndpoint>;
  /** Months for which what is held of persons is kept. */
  readonly retention: Retention;
  /** Folder of departments' registers; undefined: as the assembly has them. */
  readonly registers: string | undefined;
  /** Folder of the settings of departments' systems; undefined: as the assembly has them. */
  readonly systems: string | undefined;
  /** Until a process that stops is ended, whatever it still does. */
  readonly stopMs: number;
  /** Where whoever runs the process looks at it; null: nowhere. */
  readonly watch: { readonly port: number; readonly host: string } | null;
  readonly door: DoorSettings;
}

/** Characters. */
const shortestSecret = 32;

type Environment = Readonly<Record<string, string | undefined>>;

/** Of a command that is no start. */
export interface CommandOptions {
  readonly name?: string;
  /** What it does of what parts do, and reads the files of; by default what its roles do. */
  readonly uses?: ReadonlyArray<Use>;
}

export function readConfig(
  argv: ReadonlyArray<string> = process.argv,
  given: Environment = process.env,
  { name = 'start', uses }: CommandOptions = {},
): Config {
  requireFilled(given);
  const innerPort = given.INNER_PORT === undefined ? null : port('INNER_PORT')(given.INNER_PORT);
  const program = new Command(name)
    .description('Starts everything in one process, or one part of it.')
    .option(
      '--port <number>',
      'where the gateway (or the part) listens',
      port('--port'),
      port('PORT')(given.PORT ?? '4000'),
    )
    .option('--host <address>', 'address to listen on', given.HOST ?? '127.0.0.1')
    .option(
      '--inner-port <number>',
      'where the gateway listens for other parts and serves its metrics',
      port('--inner-port'),
      innerPort,
    )
    .option('--inner-host <address>', 'address on which parts listen for one another', given.INNER_HOST ?? '127.0.0.1')
    .option('--data <folder>', 'folder of everything that is kept', given.DATA_DIR ?? 'data')
    .option(
      '--role <roles>',
      'all; or gateway, worker, services, departments, subgraph:<name>, with commas between',
      roles,
      ['all'],
    )
    .allowExcessArguments(false)
    .parse([...argv]);
  const options = program.opts<{
    port: number;
    host: string;
    innerPort: number | null;
    innerHost: string;
    data: string;
    role: ReadonlyArray<Role>;
  }>();
  const used = new Set(uses ?? usesOf(options.role));
  const environment = withSecretFiles(settingsUsed(given, used));
  const production = isProduction(environment);
  const data = resolve(options.data);
  const apart = !options.role.includes('all');
  if (apart && (environment.DATABASE_URL ?? environment.YIJIANSHI_SECRET) !== undefined) {
    throw cannotStart('ROOT_SECRET_GIVEN');
  }
  if (!production && environment.YIJIANSHI_SECRET !== undefined && environment.YIJIANSHI_SECRET.length < shortestSecret)
    throw cannotStart('SECRET_SHORT');
  const issuer = readIssuer(environment);
  if (production && !issuer) throw cannotStart('ISSUER_MISSING');
  if (production && !apart && (environment.YIJIANSHI_SECRET ?? '').length < shortestSecret) {
    throw cannotStart('SECRET_MISSING');
  }
  const innerGiven = { port: options.innerPort, host: options.innerHost, apart, production };
  return {
    roles: options.role,
    port: options.port,
    host: options.host,
    data,
    root: apart
      ? null
      : { databaseUrl: readDatabaseUrl(environment), secret: environment.YIJIANSHI_SECRET ?? keptSecret(data) },
    keys: resolve(environment.KEYS_DIR ?? join(data, 'keys')),
    keyWrapper: environment.KEY_WRAPPER ?? null,
    suite: readSuite(environment),
    production,
    ...readInner(innerGiven, environment),
    issuer,
    staffFactor: readStaffFactor(environment),
    clients: environment.CLIENT_KEYS === undefined ? [] : readClients(environment.CLIENT_KEYS),
    scanner: readScanner(environment),
    payments: used.has('journeys') ? readPayments(production, environment) : { provider: 'SANDBOX', paysAtOnce: false },
    rateStore: readRateStore(environment),
    tracing: readTracing(environment),
    webhooks: readWebhooks(environment),
    retention: readRetention(environment),
    registers: readRegisters(environment),
    systems: readSystems(environment),
    watch: readWatch(environment),
    storage: readStorage(environment),
    ...readStopping(readDoor(production, environment), environment),
  };
}

/** Who is ended before they have drained never stops in order. */
function readStopping(door: DoorSettings, { STOP_MS }: Environment): Pick<Config, 'door' | 'stopMs'> {
  const stopMs = wholeNumber('STOP_MS', STOP_MS) ?? defaultStopMs;
  const { drainMs = 0 } = door;
  if (drainMs >= stopMs) throw cannotStart('STOP_SETTING', { drain: drainMs, stop: stopMs });
  return { door, stopMs };
}

/** Of a name that is nearly "production" development would be made, whose tokens let anybody in. */
export function isProduction({ NODE_ENV: mode }: Environment): boolean {
  if (mode === undefined || ['production', 'development', 'test'].includes(mode)) return mode === 'production';
  throw cannotStart('NODE_ENV_SETTING', { mode });
}

/** Where nothing means something else than leaving it out: the folder that one stands in, or a claim without a name. */
const neverEmpty = [
  'DATA_DIR',
  'KEYS_DIR',
  'KEY_WRAPPER',
  'OIDC_CLAIM_NAME',
  'OIDC_CLAIM_IDENTITY_NUMBER',
  'OIDC_ISSUER',
] as const;

function requireFilled(environment: Environment): void {
  const empty = neverEmpty.find((name) => environment[name]?.trim() === '');
  if (empty !== undefined) throw cannotStart('SETTING_EMPTY', { name: empty });
}

/** The same, of a command: what cannot be read is told in a sentence and ends it with code 2. */
export function configOrEnd(argv?: ReadonlyArray<string>, command?: CommandOptions): Config {
  try {
    return readConfig(argv, process.env, command);
  } catch (error) {
    console.error(sentenceOf(error, 0));
    process.exit(2);
  }
}

/** Below the half minute after which those that run containers kill. */
const defaultStopMs = 25_000;

/** A path, or a host and a port. */
function readScanner({ CLAMD_ADDRESS: address }: Environment): Config['scanner'] {
  if (address === undefined) return null;
  if (address.startsWith('/')) return { path: address };
  const [, host, port] = /^([\w.-]{1,253}|\[[\da-f:]{2,39}\]):(\d{1,5})$/i.exec(address) ?? [];
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535) throw cannotStart('SCANNER_SETTING');
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

const shortestKey = 32;

/** `sandbox`, where somebody has to pay; `sandbox-at-once`, where every demand is paid as it is made; or a provider's address, with the key of both. */
function readPayments(production: boolean, environment: Environment): PaymentSettings {
  const { PAYMENT_PROVIDER: named, PAYMENT_KEY } = environment;
  // Receipts for money that nobody has paid are nothing that a production starts with unasked.
  if (named === undefined && production) throw cannotStart('PAYMENT_PROVIDER_MISSING');
  if (named === undefined || named === 'sandbox' || named === 'sandbox-at-once')
    return { provider: 'SANDBOX', paysAtOnce: named === 'sandbox-at-once' };
  const address = URL.canParse(named) ? new URL(named) : null;
  if (address?.protocol !== 'https:' && !(address?.protocol === 'http:' && isLoopback(address.hostname)))
    throw cannotStart('PAYMENT_SETTING');
  return { provider: 'HTTP', url: named, key: readPaymentKey(PAYMENT_KEY) };
}

function readPaymentKey(file: string | undefined): Uint8Array {
  try {
    const key = readFileSync(file ?? '');
    if (key.length >= shortestKey) return key;
  } catch {
    // Told below: it cannot be read.
  }
  throw cannotStart('PAYMENT_KEY_SETTING', { least: shortestKey });
}

/** `content=24,accesses=60`: months by kind, within what the law allows. */
function readRetention({ RETENTION: text }: Environment): Retention {
  const { kinds } = readRetentionLaw();
  const given = text === undefined ? [] : text.split(',').map((each) => /^\s*([a-z]+)=(\d{1,4})\s*$/.exec(each));
  const retention: Record<RetainedKind, number> = { ...defaultRetention() };
  for (const found of given) {
    const kind = (Object.keys(kinds) as RetainedKind[]).find((each) => each === found?.[1]);
    if (!kind) throw cannotStart('RETENTION_SETTING', { kinds: Object.keys(kinds) });
    const months = Number(found?.[2]);
    const { minimum, maximum } = kinds[kind];
    const slots = { kind, months, minimum: minimum.months, maximum: maximum.months };
    if (months < minimum.months) throw cannotStart('RETENTION_ILLEGAL', { ...slots, basis: minimum.basis });
    if (months > maximum.months) throw cannotStart('RETENTION_ILLEGAL', { ...slots, basis: maximum.basis });
    retention[kind] = months;
  }
  return retention;
}

function readWatch({ METRICS_PORT, METRICS_HOST = '127.0.0.1' }: Environment): Config['watch'] {
  return METRICS_PORT === undefined ? null : { port: port('METRICS_PORT')(METRICS_PORT), host: METRICS_HOST };
}

function readDatabaseUrl({ DATABASE_URL: text }: Environment): string | null {
  if (text === undefined) return null;
  if (isPostgres(text)) return text;
  throw cannotStart('DATABASE_URL_SETTING');
}

/** A folder that is not there would be one in which nobody is found. */
function readRegisters({ REGISTERS_DIR: folder }: Environment): string | undefined {
  if (folder === undefined || isFolder(folder)) return folder && resolve(folder);
  throw cannotStart('REGISTERS_SETTING');
}

function readSystems({ SYSTEMS_DIR: folder }: Environment): string | undefined {
  if (folder === undefined || isFolder(folder)) return folder && resolve(folder);
  throw cannotStart('SYSTEMS_SETTING');
}

const isFolder = (path: string): boolean =>
  !path.includes('\0') && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false);

function roles(text: string): ReadonlyArray<Role> {
  const given = text.split(',');
  const isRole = (each: string): each is Role =>
    ['all', 'gateway', 'worker', 'services', 'departments'].includes(each) || /^subgraph:[a-z][a-z0-9-]*$/.test(each);
  if (given.every(isRole) && (given.length === 1 || !given.includes('all'))) return given;
  throw new InvalidArgumentError(
    'A role is all, gateway, worker, services, departments or subgraph:<name>; several but all with commas between.',
  );
}

/** Made on the first start and kept in the data folder, for its owner's eyes. */
function keptSecret(data: string): string {
  const path = join(data, 'secret');
  if (!existsSync(path)) {
    mkdirSync(data, { recursive: true });
    writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
    chmodSync(path, 0o600);
  }
  return readFileSync(path, 'utf8').trim();
}

/** What may stand in a file instead: an environment is seen by whoever sees the process. */
const secretSettings = ['DATABASE_URL', 'YIJIANSHI_SECRET', 'RATE_STORE'] as const;

/** `NAME_FILE` names a file with the value of NAME in it. */
function withSecretFiles(environment: Environment): Environment {
  const read = secretSettings.flatMap((name): ReadonlyArray<readonly [string, string]> => {
    const file = environment[`${name}_FILE`];
    if (file === undefined) return [];
    try {
      return [[name, readFileSync(file, 'utf8').trim()]];
    } catch {
      throw cannotStart('SECRET_FILE_SETTING', { name: `${name}_FILE` });
    }
  });
  return read.length === 0 ? environment : overlaid(environment, Object.fromEntries(read));
}

/** The subgraphs that the roles name, each once. Throws `UNKNOWN_SUBGRAPH` for one that there is not. */
export function subgraphsOf(
  roles: ReadonlyArray<Role>,
  known: ReadonlyArray<Pick<SubgraphRow, 'code' | 'kind'>>,
): ReadonlyArray<string> {
  const codesOf = (kind: SubgraphRow['kind']): ReadonlyArray<string> =>
    known.filter((row) => row.kind === kind).map(({ code }) => code);
  const wanted = roles.flatMap((role) => {
    if (role === 'services') return codesOf('CORE');
    if (role === 'departments') return codesOf('DEPARTMENT');
    return role.startsWith('subgraph:') ? [role.slice('subgraph:'.length)] : [];
  });
  const unknown = wanted.find((code) => known.every((row) => row.code !== code));
  if (unknown !== undefined)
    throw cannotStart('UNKNOWN_SUBGRAPH', { subgraph: unknown, known: known.map(({ code }) => code) });
  return [...new Set(wanted)];
}
