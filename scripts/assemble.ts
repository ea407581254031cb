import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import {
  type ClientOptions,
  createGateway,
  type Example,
  type ForwardedRequest,
  type Gateway,
  type GatewayOptions,
  type Listen,
  type SubgraphOptions,
  type TokenIssuer,
} from '../gateway/index.ts';
import { type Registry, readRegistry } from '../schema/registry.ts';
import { startCatalogue } from '../subgraphs/catalogue/index.ts';
import { startDepartment } from '../subgraphs/departments/index.ts';
import { type Doors, doorOverHttp, startJourneys } from '../subgraphs/journeys/index.ts';
import { listenerRole, roleUrl } from '../subgraphs/runtime/bootstrap.ts';
import type { Subgraph } from '../subgraphs/runtime/subgraph.ts';
import { dataKeysOf, identitySecretOf } from './config.ts';
import { databaseOf } from './database.ts';

export const supergraphFile = fileURLToPath(new URL('../schema/supergraph.graphql', import.meta.url));
const operationsFolder = new URL('../schema/operations/', import.meta.url);

export interface Parts {
  /** An administrator's connection; each part connects as its own role. */
  readonly adminUrl: string;
  readonly secret: string;
  readonly data: string;
  readonly registry?: Registry;
  /** Programs that show a key. */
  readonly clients?: ReadonlyArray<ClientOptions>;
  /** Default: the one this repository composes to. */
  readonly supergraph?: GatewayOptions['supergraph'];
}

/** What every gateway of this graph is given, whether its subgraphs are near or far. */
export function gatewayOptions(
  parts: Parts,
  subgraphs: Readonly<Record<string, SubgraphOptions>>,
  issuers: ReadonlyArray<TokenIssuer>,
  production: boolean,
): GatewayOptions & { readonly stopListening: () => Promise<void> } {
  const { listen, stop } = createListener(roleUrl(parts.adminUrl, parts.secret, listenerRole));
  return {
    supergraph: parts.supergraph ?? { file: supergraphFile },
    subgraphs,
    auth: { issuers, clients: parts.clients ?? [] },
    inwardSecret: identitySecretOf(parts.secret),
    pin: {
      header: 'catalogue-revision',
      operation: '{ catalogueRevision }',
      field: 'catalogueRevision',
      channel: 'catalogue_revision',
    },
    live: [{ path: '/submissions/:id/events', channel: 'submission', operation: operationText('submission') }],
    forward: [{ method: 'PUT', path: '/uploads/:ticket', subgraph: 'journeys' }],
    listen,
    // Journeys tell people apart; the catalogue and the departments' matters are the same for everyone.
    cache: {
      publicSubgraphs: ['catalogue', ...(parts.registry ?? readRegistry()).departments.map(({ code }) => code)],
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
  return ['life-event', 'plan', 'submit', 'submission'].map((name) => ({ name, query: operationText(name) }));
}

function createListener(url: string): { readonly listen: Listen; readonly stop: () => Promise<void> } {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 });
  return {
    listen: async (channel, heard) => {
      const listening = await sql.listen(channel, heard);
      return () => listening.unlisten();
    },
    stop: () => sql.end({ timeout: 2 }),
  };
}

export function departmentNames(registry: Registry): Readonly<Record<string, SubgraphOptions>> {
  return {
    catalogue: { name: { zh: '事项目录', en: 'The catalogue' } },
    journeys: { name: { zh: '联办服务', en: 'The journeys service' } },
    ...Object.fromEntries(registry.departments.map(({ code, name }) => [code, { name }])),
  };
}

export interface Assembled {
  readonly gateway: Gateway;
  /** Also those of departments, so that a test may stop one. */
  readonly subgraphs: ReadonlyMap<string, Subgraph>;
  close(): Promise<void>;
}
export interface AssembleOptions extends Parts {
  readonly issuers: ReadonlyArray<TokenIssuer>;
  readonly production?: boolean;
  readonly holdMs?: number;
  /** Default true; benches also measure without. */
  readonly cache?: boolean;
  /** Over what every gateway of this graph is given. */
  readonly gateway?: Partial<GatewayOptions>;
  /** Stands between the graph and a subgraph; tests cut and delay through it. */
  readonly around?: (name: string, execute: Subgraph['execute']) => Subgraph['execute'];
}

/** Every part in one process; subgraphs are called, not connected to. */
export async function assemble(options: AssembleOptions): Promise<Assembled> {
  const { adminUrl, secret, data, registry = readRegistry() } = options;
  const identitySecret = identitySecretOf(secret);
  const dataKeys = dataKeysOf(secret);
  const around = options.around ?? ((_name, execute) => execute);
  const subgraphs = new Map<string, Subgraph>();
  const executes = new Map<string, Subgraph['execute']>();
  const take = (subgraph: Subgraph): void => {
    subgraphs.set(subgraph.name, subgraph);
    executes.set(subgraph.name, around(subgraph.name, subgraph.execute));
  };
  take(await startCatalogue({ database: databaseOf('catalogue', adminUrl, secret), registry }));
  const own = registry.departments.filter((row) => !row.external);
  const started = await Promise.all(
    own.map((row) =>
      startDepartment({ row, database: databaseOf(row.code, adminUrl, secret), identitySecret, dataKeys }),
    ),
  );
  started.forEach(take);
  const doors: Doors = (department) => {
    const execute = executes.get(department);
    const url = registry.departments.find((row) => row.code === department)?.url ?? '';
    return execute ?? doorOverHttp(url);
  };
  let gateway: Gateway | undefined;
  take(
    await startJourneys({
      database: databaseOf('journeys', adminUrl, secret),
      identitySecret,
      dataKeys,
      graph: async (request, headers) => {
        if (!gateway) throw new Error('The gateway is not up yet.');
        return gateway.internal(request, headers);
      },
      doors,
      worker: true,
      storageFolder: join(data, 'uploads'),
      registry,
      ...(options.holdMs === undefined ? {} : { holdMs: options.holdMs }),
    }),
  );
  const named = departmentNames(registry);
  const sources = Object.fromEntries(
    [...new Set([...Object.keys(named), ...executes.keys()])].map((name) => {
      const execute = executes.get(name);
      const url = registry.departments.find((row) => row.code === name)?.url;
      const near = execute ? { execute, fresh: true } : url === undefined ? {} : { url };
      return [
        name,
        { ...named[name], ...near, ...(name === 'journeys' ? { forward: forwardInto(subgraphs, name) } : {}) },
      ];
    }),
  );
  const { stopListening, ...rest } = gatewayOptions(options, sources, options.issuers, options.production ?? false);
  const { cache, ...withoutCache } = rest;
  gateway = await createGateway({
    ...withoutCache,
    ...(options.cache === false || !cache ? {} : { cache }),
    ...options.gateway,
  });
  const door = gateway;
  return {
    gateway: door,
    subgraphs,
    close: async () => {
      await door.close();
      await subgraphs.get('journeys')?.close();
      await Promise.all([...subgraphs.values()].filter(({ name }) => name !== 'journeys').map((each) => each.close()));
      await stopListening();
    },
  };
}

function forwardInto(subgraphs: ReadonlyMap<string, Subgraph>, name: string): NonNullable<SubgraphOptions['forward']> {
  return async ({ method, path, headers, body }: ForwardedRequest) => {
    const response = await subgraphs.get(name)?.app.inject({
      method,
      url: path,
      headers: { ...headers },
      ...(body ? { payload: body } : {}),
    });
    return {
      status: response?.statusCode ?? 503,
      contentType: String(response?.headers['content-type'] ?? 'application/json'),
      body: response?.rawPayload ?? Buffer.alloc(0),
    };
  };
}
