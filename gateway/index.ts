import { unwatchFile, watchFile } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import Fastify from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { createEngine, type Engine, responseOf } from './answers/engine.ts';
import { createReadClient } from './door/client-keys.ts';
import { type Answerer, isGraphql, registerGraphqlRoutes } from './door/http.ts';
import { createReadCaller, createSignInward } from './door/identity.ts';
import { registerLiveRoute } from './door/live.ts';
import { createMetrics } from './telemetry/metrics.ts';
import type { Caller, Gateway, GatewayOptions, GraphRequest, GraphResponse, PinOptions } from './types.ts';

export type * from './types.ts';

// The stock gateway reports usage and asks cloud metadata services unless told otherwise before it is made.
process.env.APOLLO_TELEMETRY_DISABLED = '1';

const maximumBodyBytes = 2 * 1024 * 1024;
const maximumUploadBytes = 20 * 1024 * 1024;
const defaultUnderWay = 512;
const defaultSlowClientMs = 60_000;
const maximumHeadersMs = 10_000;
const watchEveryMs = 1000;
const serviceCaller: Caller = { subject: 'graph', kind: 'SERVICE', department: null, scopes: [] };

/** The one door to any Federation 2 supergraph. Throws one sentence where the supergraph or an option cannot be. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { maximumUnderWay = defaultUnderWay, slowClientMs = defaultSlowClientMs, drainMs = 0 } = options;
  let underWay = 0;
  let draining = false;
  let engine: Engine | undefined;
  const metrics = createMetrics(
    () => underWay,
    () => engine?.breakers() ?? new Map(),
  );
  const own = await createEngine(options, metrics);
  engine = own;
  const readCaller = createReadCaller(options.auth?.issuers ?? []);
  const signInward = options.inwardSecret === undefined ? undefined : createSignInward(options.inwardSecret);

  const identityOf = async (caller: Caller | null): Promise<Record<string, string>> =>
    caller && signInward && caller.kind !== 'CLIENT' ? { 'yijianshi-identity': await signInward(caller) } : {};
  const internal = async (
    request: GraphRequest,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<GraphResponse> => {
    const identity = await identityOf(serviceCaller);
    return responseOf(await own.answerWhole({ request, caller: serviceCaller, headers, identity, revision: null }));
  };

  // What one request reads, all of it reads: asked for once, and again after a notification.
  let pinned: Promise<string | null> | undefined;
  /** What it came to, so that nobody waits for what is known. */
  let known: string | undefined;
  const pinOf = async ({ operation, field }: PinOptions): Promise<string | null> => {
    if (!pinned) {
      const asking = internal({ query: operation }).then(({ data }) => {
        const value = data?.[field];
        const read = value === null || value === undefined ? null : String(value);
        if (pinned === asking) {
          if (read === null) pinned = undefined;
          else known = read;
        }
        return read;
      });
      pinned = asking;
    }
    return pinned;
  };

  const answer: Answerer = async (request, caller, headers, more = {}) => {
    const { pin } = options;
    const revision = pin ? (known ?? (await pinOf(pin))) : null;
    const identity = caller ? await identityOf(caller) : {};
    const sent = pin && revision !== null ? { ...headers, [pin.header]: revision } : headers;
    return own.answer({ request, caller, headers: sent, identity, revision, ...more });
  };

  const app = Fastify({
    logger: false,
    bodyLimit: maximumBodyBytes,
    // A client that sends or reads slowly holds a connection, and no longer than this. Node looks every half minute unless told.
    requestTimeout: slowClientMs,
    connectionTimeout: slowClientMs,
    http: { headersTimeout: Math.min(slowClientMs, maximumHeadersMs), connectionsCheckingInterval: 1000 },
    forceCloseConnections: 'idle',
  });
  await app.register(cors, { origin: true, methods: ['GET', 'POST', 'PUT'] });
  // The explorer is one page with its script inside; everywhere else nothing is ever rendered, and one header says so.
  await app.register(helmet, { global: false, contentSecurityPolicy: false });
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-content-type-options', 'nosniff');
    if (draining) reply.header('connection', 'close');
    if (!isGraphql(request)) return done();
    if (underWay >= maximumUnderWay) {
      metrics.overloaded();
      reply
        .code(503)
        .header('retry-after', '1')
        .send({
          errors: [
            {
              message: '服务繁忙，请稍后重试。 The service is busy: try again later.',
              extensions: { code: 'OVERLOADED', retryable: true },
            },
          ],
        });
      return;
    }
    underWay += 1;
    reply.raw.once('close', () => {
      underWay -= 1;
    });
    done();
  });
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    const text: GraphQLFormattedError =
      status < 500
        ? { message: '请求无法识别。 The request cannot be read.', extensions: { code: 'BAD_REQUEST' } }
        : {
            message: '内部错误，请稍后重试。 Something went wrong inside: try again later.',
            extensions: { code: 'INTERNAL_SERVER_ERROR' },
          };
    if (status >= 500) console.error(error);
    return reply.code(status).send({ errors: [text] });
  });
  const explorer = options.explorer && !options.production ? createExplorer(options) : undefined;
  registerGraphqlRoutes(app, {
    answer,
    again: (text, traceparent) => (known === undefined ? undefined : own.again(text, known, traceparent)),
    readCaller,
    readClient: createReadClient(options.auth?.clients ?? []),
    passHeaders: options.passHeaders ?? ['accept-language', 'traceparent'],
    wantsPreflight: options.production ?? false,
    ...(explorer ? { explorer } : {}),
  });
  app.get('/livez', async () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    const { refused, ...supergraph } = own.status();
    // An old supergraph that works is ready; that a new one was refused is told, and is no reason to stop sending requests here.
    return reply.code(draining ? 503 : 200).send({
      status: draining ? 'stopping' : 'ready',
      ...supergraph,
      ...(refused ? { refused: options.production ? { at: refused.at } : refused } : {}),
    });
  });
  app.get('/health', async () => ({ status: 'ok' }));
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );

  const endings: Array<() => Promise<void>> = [];
  const { listen } = options;
  if (listen) {
    for (const live of options.live ?? []) endings.push(await registerLiveRoute(app, live, listen, answer, readCaller));
    if (options.pin) {
      endings.push(
        await listen(options.pin.channel, () => {
          pinned = undefined;
          known = undefined;
        }),
      );
    }
  }
  // No browser form may post here without asking first.
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maximumUploadBytes }, (request, body, done) => {
    // GraphQL is spoken in JSON only; other bodies belong to the forwarded routes.
    if (isGraphql(request)) done(Object.assign(new Error('unsupported'), { statusCode: 415 }), undefined);
    else done(null, body);
  });
  for (const { method, path, subgraph } of options.forward ?? []) {
    const forward = options.subgraphs?.[subgraph]?.forward ?? forwardOverHttp(options.subgraphs?.[subgraph]?.url ?? '');
    app.route({
      method,
      url: path,
      bodyLimit: maximumUploadBytes,
      handler: async (request, reply) => {
        const { status, contentType, body } = await forward({
          method,
          path: request.url,
          headers: { 'content-type': request.headers['content-type'] ?? 'application/octet-stream' },
          body: Buffer.isBuffer(request.body) ? request.body : null,
        });
        return reply.code(status).type(contentType).send(body);
      },
    });
  }
  const { supergraph } = options;
  if (options.watch && 'file' in supergraph) {
    const { file } = supergraph;
    // By looking, not by events: a mounted folder is exchanged under its links.
    const changed = (): void => {
      own.reload(supergraph).catch(console.error);
    };
    watchFile(file, { interval: watchEveryMs, persistent: false }, changed);
    endings.push(async () => unwatchFile(file, changed));
  }

  return {
    app,
    execute: async (request, as = null, headers = {}) => {
      return responseOf(await answer(request, as, headers));
    },
    internal,
    reload: (from = supergraph) => own.reload(from),
    explain: own.explain,
    listen: (port, host) => app.listen({ port, host }),
    close: async () => {
      draining = true;
      if (drainMs > 0) await sleep(drainMs);
      for (const end of endings) await end();
      // A connection that was busy when closing began is idle once its answer is out, and nobody else ends it then.
      const ending = setInterval(() => app.server.closeIdleConnections(), 50);
      await app.close();
      clearInterval(ending);
      await own.close();
    },
  };
}

function createExplorer({ examples = [] }: GatewayOptions): () => string {
  const text = examples.map(({ name, query }) => `# ${name}\n${query.trim()}\n`).join('\n');
  const page = renderGraphiQL({ title: 'GraphQL', endpoint: '/graphql', ...(text ? { defaultQuery: text } : {}) });
  return () => page;
}

/** A route of a subgraph that runs apart: same path, at the subgraph's own address. */
function forwardOverHttp(url: string): NonNullable<NonNullable<GatewayOptions['subgraphs']>[string]['forward']> {
  return async ({ method, path, headers, body }) => {
    const response = await fetch(new URL(path, url), {
      method,
      headers: { ...headers },
      body: body ? new Uint8Array(body) : null,
    });
    return {
      status: response.status,
      contentType: response.headers.get('content-type') ?? 'application/json',
      body: Buffer.from(await response.arrayBuffer()),
    };
  };
}
