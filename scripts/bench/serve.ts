import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { trace } from '@opentelemetry/api';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  InMemorySpanExporter,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import Fastify from 'fastify';
import { type Dispatcher, Pool } from 'undici';
import { createGateway, type GatewayOptions, type GraphResponse, type SubgraphCall } from '../../gateway/index.ts';
import { readRegistry } from '../../schema/registry.ts';
import { assemble, gatewayOptions } from '../assemble.ts';
import { rootSecrets } from '../secrets.ts';

/** What a process of the bench serves, and over what. */
export interface Serving {
  readonly kind:
    | 'subgraphs'
    | 'apollo'
    | 'ours'
    | 'ours-traced'
    | 'ours-reference'
    | 'ours-in-one-process'
    | 'ours-kept'
    | 'by-hand'
    | 'constant';
  readonly adminUrl: string;
  readonly secret: string;
  readonly data: string;
  readonly supergraph: string;
  /** Addresses by subgraph. */
  readonly urls: Readonly<Record<string, string>>;
  /** Bodies whose fetches are sent by hand. */
  readonly bodies: ReadonlyArray<string>;
  /** What the constant route answers, by query and event. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
/** What such a process tells: once where it listens, and whenever asked what processor time it has used. */
export interface Told {
  readonly url?: string;
  readonly subgraphs?: Readonly<Record<string, string>>;
  readonly usage?: NodeJS.CpuUsage;
}

interface EventRequest {
  readonly query: string;
  readonly variables: { readonly code: string };
}
interface Sent {
  readonly name: string;
  readonly body: string;
}

process.env.APOLLO_TELEMETRY_DISABLED = '1';
const given = JSON.parse(readFileSync(process.argv[2] as string, 'utf8')) as Serving;
const { adminUrl, secret, data, supergraph } = given;
const secrets = await rootSecrets(adminUrl, secret);
const host = '127.0.0.1';
/** What nobody would run in public without. */
const production: Partial<GatewayOptions> = {
  production: true,
  persisted: {},
  cost: { mode: 'ENFORCE', maximum: 100_000 },
  rate: { points: 1_000_000_000, perSeconds: 1 },
};

/** `strangers`: other gateways ask its subgraphs, and sign nothing. */
async function assembled(cache: boolean, strangers = false) {
  const registry = readRegistry();
  return assemble({ secrets, data, registry, issuers: [], cache, strangers, gateway: production });
}
/** As where every part has a machine of its own, but that nothing is kept. */
async function listening(options: Partial<GatewayOptions>): Promise<Told> {
  const parts = { secrets, data, supergraph: { file: supergraph } };
  const { cache: _cache, forward: _forward, ...usual } = await gatewayOptions(parts, {}, [], true);
  const gateway = await createGateway({ ...usual, ...production, ...options });
  return { url: `${await gateway.listen(0, host)}/graphql` };
}

const starts: Readonly<Record<Serving['kind'], () => Promise<Told>>> = {
  subgraphs: async () => {
    const { subgraphs } = await assembled(false, true);
    const urls: Record<string, string> = {};
    for (const [name, subgraph] of subgraphs) urls[name] = `${await subgraph.listen(0, host)}/graphql`;
    return { subgraphs: urls };
  },
  apollo: async () => {
    const server = new ApolloServer({
      gateway: new ApolloGateway({ supergraphSdl: readFileSync(supergraph, 'utf8') }),
    });
    const { url } = await startStandaloneServer(server, { listen: { port: 0, host } });
    return { url };
  },
  ours: () => listening({}),
  'ours-traced': () => {
    trace.setGlobalTracerProvider(
      new BasicTracerProvider({
        sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(0.1) }),
        spanProcessors: [new BatchSpanProcessor(new InMemorySpanExporter())],
      }),
    );
    return listening({});
  },
  'ours-reference': () => listening({ executor: 'reference' }),
  'ours-in-one-process': async () => {
    const { gateway } = await assembled(false);
    return { url: `${await gateway.listen(0, host)}/graphql` };
  },
  'ours-kept': async () => {
    const { gateway } = await assembled(true);
    return { url: `${await gateway.listen(0, host)}/graphql` };
  },
  'by-hand': async () => {
    const pools = new Map(
      Object.entries(given.urls).map(([name, url]) => [name, new Pool(new URL(url).origin, { connections: 64 })]),
    );
    const headers = { 'content-type': 'application/json', 'catalogue-revision': '1' };
    const send = ({ name, body }: Sent): Promise<Dispatcher.ResponseData> =>
      (pools.get(name) as Pool).request({ path: '/graphql', method: 'POST', headers, body });
    // What the gateway asks for is recorded once; then nothing but that is done.
    let sent: Sent[] = [];
    const tapped = Object.keys(given.urls).map((name) => {
      const execute = async ({ query, variables, operationName }: SubgraphCall): Promise<GraphResponse> => {
        const fetch = { name, body: JSON.stringify({ query, variables, operationName }) };
        sent.push(fetch);
        return (await (await send(fetch)).body.json()) as GraphResponse;
      };
      return [name, { execute }] as const;
    });
    const gateway = await createGateway({ supergraph: { file: supergraph }, subgraphs: Object.fromEntries(tapped) });
    const known = new Map<string, Map<string, { readonly fetches: ReadonlyArray<Sent>; readonly answer: string }>>();
    for (const body of given.bodies) {
      const request = JSON.parse(body) as EventRequest;
      sent = [];
      const answer = JSON.stringify(await gateway.execute(request));
      const codes = known.get(request.query) ?? new Map();
      known.set(request.query, codes.set(request.variables.code, { fetches: sent, answer }));
    }
    const app = Fastify();
    app.post('/graphql', async (request, reply) => {
      const { query, variables } = request.body as EventRequest;
      const { fetches: [first, ...others] = [], answer } = known.get(query)?.get(variables.code) ?? {};
      if (first) await (await send(first)).body.dump();
      await Promise.all(others.map(async (other) => (await send(other)).body.dump()));
      return reply.type('application/json').send(answer);
    });
    return { url: `${await app.listen({ port: 0, host })}/graphql` };
  },
  constant: async () => {
    const app = Fastify();
    app.post('/graphql', (request, reply) => {
      const { query, variables } = request.body as EventRequest;
      return reply.type('application/json').send(given.answers[query]?.[variables.code]);
    });
    return { url: `${await app.listen({ port: 0, host })}/graphql` };
  },
};

process.on('message', () => process.send?.({ usage: process.cpuUsage() } satisfies Told));
process.send?.(await starts[given.kind]());
