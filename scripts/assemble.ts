import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type {
  ClientOptions,
  Example,
  Gateway,
  GatewayOptions,
  Listen,
  SubgraphOptions,
  TokenIssuer,
} from '../gateway/index.ts';
import { type Registry, readRegistry, type SubgraphRow } from '../schema/registry.ts';
import { defaultRetention, type Retention } from '../schema/retention.ts';
import { typeDefsOf } from '../schema/subgraphs.ts';
import { todayInChina } from '../subgraphs/language/civil-date.ts';
import type { Storage } from '../subgraphs/runtime/blobs.ts';
import { connect } from '../subgraphs/runtime/connect.ts';
import type {
  Doors,
  FileTaker,
  GraphClient,
  PaymentSettings,
  SubgraphContext,
  Work,
} from '../subgraphs/runtime/definition.ts';
import type { MutualTls } from '../subgraphs/runtime/inner-port.ts';
import { createSignInward, createVerifyInward, gatewayPart, type SignInward } from '../subgraphs/runtime/inward.ts';
import type { KeyWrapper } from '../subgraphs/runtime/keys/wrapper.ts';
import { createLedgerKey } from '../subgraphs/runtime/ledger-key.ts';
import { createLog, type Log } from '../subgraphs/runtime/log.ts';
import { createMeters, type Meters } from '../subgraphs/runtime/meters.ts';
import type { Subgraph } from '../subgraphs/runtime/subgraph.ts';
import type { SuiteName } from '../subgraphs/runtime/suites/suite.ts';
import { tracedHeaders } from '../subgraphs/runtime/tracing.ts';
import { addressOf, certificatesFor, createFar } from './addresses.ts';
import { loadParts, type Part, readEntrance, schemaOf } from './definitions.ts';
import { createInternalClient, registerInternalDoor } from './internal-door.ts';
import { registerLinks, takeFrom, takeOverHttp } from './linked-files.ts';
import { firstLook } from './newborn-example.ts';
import { executeOverHttp, forwardInto } from './reach.ts';
import type { PartSecrets, SecretsOf } from './secrets.ts';
import { cannotStart } from './start-error.ts';
import { storageOf } from './storage.ts';
import { wrappersOf } from './wrappers.ts';

export const supergraphFile = fileURLToPath(new URL('../schema/generated/supergraph.graphql', import.meta.url));
const proofFile = new URL('../schema/generated/supergraph.proof', import.meta.url);
const operationsFolder = new URL('../schema/operations/', import.meta.url);

export interface Parts {
  /** Each part is given its own. */
  readonly secrets: SecretsOf;
  readonly data: string;
  readonly registry?: Registry;
  /** The clock, in milliseconds; default the machine's. */
  readonly now?: () => number;
  /** The day (ISO date) whose catalogue is answered by where no other is asked for; default: today in China. */
  readonly today?: () => string;
  /** Programs that show a key. */
  readonly clients?: ReadonlyArray<ClientOptions>;
  /** Default: the one this repository composes to. */
  readonly supergraph?: GatewayOptions['supergraph'];
}

/** What every gateway of this graph is given, whether its subgraphs are near or far. */
export async function gatewayOptions(
  parts: Parts,
  subgraphs: Readonly<Record<string, SubgraphOptions>>,
  issuers: ReadonlyArray<TokenIssuer>,
  production: boolean,
): Promise<GatewayOptions & { readonly stopListening: () => Promise<void> }> {
  const registry = parts.registry ?? readRegistry();
  const { pin, live, forward } = await readEntrance(registry);
  const { database, signs } = parts.secrets(gatewayPart);
  const { listen, ready, stop } = createListener(database);
  return {
    supergraph: parts.supergraph ?? { file: supergraphFile },
    proven: [readFileSync(proofFile, 'utf8').trim()],
    subgraphs,
    auth: { issuers, clients: parts.clients ?? [] },
    ...(signs ? { sign: createSignInward(gatewayPart, signs, parts.now ?? Date.now) } : {}),
    ...(pin ? { pin: { ...pin, day: { header: pin.day, today: parts.today ?? todayInChina } } } : {}),
    live: live.map((each) => ({ ...each, operation: operationText(each.operation) })),
    forward,
    listen,
    checks: { database: ready },
    cache: {
      publicSubgraphs: registry.subgraphs.filter(({ answers }) => answers === 'PUBLIC').map(({ code }) => code),
    },
    passHeaders: ['accept-language', 'traceparent', 'catalogue-date'],
    explorer: true,
    examples: examples(),
    production,
    stopListening: stop,
  };
}

export function operationText(name: string): string {
  return readFileSync(new URL(`${name}.graphql`, operationsFolder), 'utf8');
}

function examples(): ReadonlyArray<Example> {
  const names = readdirSync(operationsFolder).map((file) => file.replace(/\.graphql$/, ''));
  // The explorer runs the first of them until another is chosen.
  return [
    { name: 'first look', query: firstLook },
    ...names.sort().map((name) => ({ name, query: operationText(name) })),
  ];
}

interface Listener {
  readonly listen: Listen;
  /** Whether the database answers. */
  readonly ready: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

function createListener(url: string): Listener {
  const sql = connect(url, { max: 1 });
  return {
    listen: async (channel, heard, listens) => {
      const listening = await sql.listen(channel, heard, listens);
      return () => listening.unlisten();
    },
    ready: async () => {
      await sql`select 1`;
    },
    stop: () => sql.end({ timeout: 2 }),
  };
}

const departmentsFolder = fileURLToPath(new URL('../subgraphs/departments', import.meta.url));

/** What a part asks of another is a part of the trace under which it asks. */
const traced =
  (execute: Subgraph['execute']): Subgraph['execute'] =>
  (request) =>
    execute({ ...request, headers: tracedHeaders(request.headers) });

/** What one process runs of the graph. Everything else is reached at the address in its row. */
export interface Near {
  /** Codes; default: every subgraph but those of somebody else's servers. */
  readonly subgraphs?: ReadonlyArray<string>;
  /** Whether what is due in the background is done here; default true. */
  readonly work?: boolean;
  /** True where it stands in this process; else its address. Default true. */
  readonly gateway?: true | URL;
}
export interface AssembleOptions extends Parts {
  readonly issuers: ReadonlyArray<TokenIssuer>;
  readonly production?: boolean;
  readonly near?: Near;
  /** The process's own; default: JSON lines on standard error. */
  readonly log?: Log;
  /** The process's own; default: new ones that nobody asks for. */
  readonly meters?: Meters;
  /** In [0, 1); default random. */
  readonly chance?: () => number;
  /** Wraps data keys in the place of the parts' own. */
  readonly keyWrapper?: KeyWrapper | null;
  /** By which everything is written from now on; default `INTERNATIONAL`. */
  readonly suite?: SuiteName;
  /** How often work in the background looks by itself. */
  readonly pace?: SubgraphContext['pace'];
  /** How often a process looks for new keys, in milliseconds. */
  readonly keysEveryMs?: number;
  /** Default true; benches also measure without. */
  readonly cache?: boolean;
  /** Between parts in processes of their own. */
  readonly tls?: MutualTls;
  /** Subgraphs answer whoever reaches their port, as nobody in particular: for benches of those who cannot sign. */
  readonly strangers?: boolean;
  /** Where citizens' files are kept; default: the data folder. */
  readonly storage?: Storage;
  /** Scans files; default: none, and a pattern that harms nobody is looked for. */
  readonly scanner?: SubgraphContext['scanner'];
  /** Default: the sandbox, where somebody has to pay. */
  readonly payments?: PaymentSettings;
  /** Programs that are told of their submissions; default none. */
  readonly webhooks?: SubgraphContext['webhooks'];
  /** Default: the months of `schema/retention.yaml`. */
  readonly retention?: Retention;
  /** Folder with a folder of registers for each department, `<code>/registers`; default: those of the first run, and in production none. */
  readonly registers?: string | null;
  /** Folder with `<code>/system.yaml` of each department that has a system of its own; default: as for registers. */
  readonly systems?: string | null;
  /** Over what every gateway of this graph is given. */
  readonly gateway?: Partial<GatewayOptions>;
  /** Stands between the graph and a subgraph of this process; tests cut and delay through it. */
  readonly around?: (name: string, execute: Subgraph['execute']) => Subgraph['execute'];
}
export interface Running {
  readonly gateway: Gateway | null;
  /** Those that stand in this process, so that they may be listened on, or a test may stop one. */
  readonly subgraphs: ReadonlyMap<string, Subgraph>;
  /** Rejects where what is due in the background is done here, and is not. */
  workReady(): Promise<void>;
  close(): Promise<void>;
}
export interface Assembled extends Running {
  readonly gateway: Gateway;
}

/** Every part in one process; subgraphs are called, not connected to. */
export async function assemble(options: Omit<AssembleOptions, 'near'>): Promise<Assembled> {
  const { gateway, ...running } = await startParts(options);
  if (!gateway) throw new Error('The gateway stands in this process.');
  return { ...running, gateway };
}

/** Starts what is near and connects it with what is far: the only place that knows the difference. */
export async function startParts(options: AssembleOptions): Promise<Running> {
  const { secrets, data, registry = readRegistry(), near = {}, log = createLog(), meters = createMeters() } = options;
  const shipped = options.production ? null : departmentsFolder;
  const { now = Date.now, suite = 'INTERNATIONAL', registers = shipped, systems = shipped } = options;
  const own = registry.subgraphs.filter(({ external }) => !external);
  const isHere = ({ code }: SubgraphRow): boolean => near.subgraphs?.includes(code) ?? true;
  // A process loads nothing of parts that stand elsewhere.
  const here = await loadParts(registry, isHere);
  const subgraphs = new Map<string, Subgraph>();
  const executes = new Map<string, Subgraph['execute']>();
  const stops: Array<() => Promise<void>> = [];
  const close = async (): Promise<void> => {
    // What was started last goes first: who asks others before those who are asked.
    for (const stop of stops.splice(0).reverse()) await stop();
  };

  const works: Work[] = [];
  const workReady = async (): Promise<void> => {
    await Promise.all(works.map((work) => work.ready()));
  };
  const far = createFar(registry, options.tls);
  stops.push(far.close);
  const signerOf = (part: string): SignInward => {
    const { signs } = secrets(part);
    return signs
      ? createSignInward(part, signs, now)
      : () => Promise.reject(new Error(`${part} asks others: its definition has to say so (\`asks\`).`));
  };
  const doorsFor = (part: string): Doors => {
    const sign = signerOf(part);
    return (code) => {
      const near = executes.get(code);
      if (near) return traced(near);
      const { url, dispatcher } = far.to(code);
      return traced(executeOverHttp(code, url, sign, dispatcher));
    };
  };
  const gatewayAt = near.gateway ?? true;
  let gateway: Gateway | null = null;
  const graphFor = (code: string): GraphClient => {
    const internal: GraphClient =
      gatewayAt === true
        ? async (request, headers) => {
            if (!gateway) throw new Error('The gateway is not up yet.');
            return gateway.internal(request, headers);
          }
        : createInternalClient(gatewayAt, code, signerOf(code), far.own);
    return (request, headers) => internal(request, tracedHeaders(headers));
  };
  /** As anybody follows it: where the gateway stands, or at its inner address. */
  const takeFile: FileTaker = async (link) => {
    if (gatewayAt !== true) return takeOverHttp(gatewayAt, far.own, link);
    if (!gateway) throw new Error('The gateway is not up yet.');
    return takeFrom(gateway, link);
  };
  const contextOf = ({ row }: Part): SubgraphContext => {
    const { signs, sm } = secrets(row.code);
    return {
      row,
      registry,
      typeDefs: typeDefsOf(row, registry),
      database: { url: secrets(row.code).database, schema: schemaOf(row) },
      port: {
        verify: options.strangers ? null : createVerifyInward(row.code, secrets(row.code).hears, now),
        tls: options.tls ?? null,
      },
      suite,
      wrappers: wrappersOf(secrets(row.code), options.keyWrapper ?? null, suite),
      ...(options.keysEveryMs === undefined ? {} : { keysEveryMs: options.keysEveryMs }),
      ...(options.pace === undefined ? {} : { pace: options.pace }),
      lookupKey: Buffer.from(secrets(row.code).lookupKey, 'hex'),
      ledgerKey: signs ? createLedgerKey(row.code, { international: signs, sm: smKeyFor(suite, sm) }) : null,
      log,
      meters,
      graph: graphFor(row.code),
      doors: doorsFor(row.code),
      storage: options.storage ?? storageOf(null, data),
      scanner: options.scanner ?? null,
      payments: options.payments ?? { provider: 'SANDBOX', paysAtOnce: false },
      ...(options.webhooks === undefined ? {} : { webhooks: options.webhooks }),
      retention: options.retention ?? defaultRetention(),
      registers: registers === null ? null : join(registers, row.code, 'registers'),
      takeFile,
      system: systems === null ? null : join(systems, row.code, 'system.yaml'),
      now,
      chance: options.chance ?? Math.random,
    };
  };

  try {
    const started = await Promise.allSettled(here.map(async (part) => part.definition.start(contextOf(part))));
    for (const outcome of started) {
      if (outcome.status === 'rejected') continue;
      const { value: subgraph } = outcome;
      subgraphs.set(subgraph.name, subgraph);
      executes.set(subgraph.name, options.around?.(subgraph.name, subgraph.execute) ?? subgraph.execute);
    }
    stops.push(async () => {
      await Promise.all([...subgraphs.values()].map((each) => each.close()));
    });
    const failed = started.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;

    if (gatewayAt === true) {
      gateway = await startGateway({ ...options, log }, registry, subgraphs, executes, stops, workReady);
      if (here.length < own.length) {
        registerLinks(gateway.inner, gateway);
        registerInternalDoor(gateway.inner, gateway, createVerifyInward(gatewayPart, secrets(gatewayPart).hears, now));
      }
    }
    if (near.work ?? true) {
      const { works: working } = await readEntrance(registry);
      for (const part of await loadParts(registry, ({ code }) => working.includes(code))) {
        const work = await part.definition.work?.(contextOf(part));
        if (!work) continue;
        works.push(work);
        stops.push(work.stop);
      }
    }
    return { gateway, subgraphs, workReady, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Throws `SUITE_KEYS_MISSING` where it is what signs from now on, and is not there. */
function smKeyFor(suite: SuiteName, sm: PartSecrets['sm']): string | null {
  if (suite === 'SM' && !sm?.signs) throw cannotStart('SUITE_KEYS_MISSING');
  return sm?.signs ?? null;
}

async function startGateway(
  options: AssembleOptions & { readonly log: Log },
  registry: Registry,
  subgraphs: ReadonlyMap<string, Subgraph>,
  executes: ReadonlyMap<string, Subgraph['execute']>,
  stops: Array<() => Promise<void>>,
  worker: () => Promise<void>,
): Promise<Gateway> {
  const sources = registry.subgraphs.map((row): [string, SubgraphOptions] => {
    const { code, name } = row;
    const tls = certificatesFor(row, options.tls);
    const subgraph = subgraphs.get(code);
    const execute = executes.get(code);
    if (!subgraph || !execute) return [code, { name, url: addressOf(row, options.tls), ...(tls ? { tls } : {}) }];
    return [code, { name, execute, fresh: true, forward: forwardInto(subgraph) }];
  });
  const { stopListening, cache, ...rest } = await gatewayOptions(
    options,
    Object.fromEntries(sources),
    options.issuers,
    options.production ?? false,
  );
  stops.push(stopListening);
  const kept = options.cache === false || !cache ? {} : { cache };
  // Half of what a process can load: those without a gateway do not.
  const { createGateway } = await import('../gateway/index.ts');
  const gateway = await createGateway({
    log: options.log.child({ part: 'gateway' }),
    ...(options.tls ? { innerTls: options.tls } : {}),
    ...rest,
    ...kept,
    checks: { ...rest.checks, worker },
    ...options.gateway,
  });
  stops.push(gateway.close);
  return gateway;
}
