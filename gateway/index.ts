import { randomBytes } from 'node:crypto';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import Fastify from 'fastify';
import { type GraphQLFormattedError, getVariableValues } from 'graphql';
import { createPrepare, type Prepare } from './documents.ts';
import { executePlans } from './execution.ts';
import { type Answer, registerGraphqlRoutes } from './http.ts';
import { createReadCaller, createSignInward } from './identity.ts';
import { registerLiveRoute } from './live.ts';
import { createReferenceExecutor } from './reference-executor.ts';
import { type Ask, createSources } from './sources.ts';
import { loadSupergraph, type View } from './supergraph.ts';
import type { Caller, Gateway, GatewayOptions, GraphRequest, GraphResponse } from './types.ts';

export type * from './types.ts';

// The stock gateway reports usage and asks cloud metadata services unless told otherwise before it is made.
process.env.APOLLO_TELEMETRY_DISABLED = '1';

const maximumBodyBytes = 2 * 1024 * 1024;
const serviceCaller: Caller = { subject: 'graph', kind: 'SERVICE', department: null, scopes: [] };

/** The one door to any Federation 2 supergraph. Throws one sentence where the supergraph or an option cannot be. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const supergraph = loadSupergraph(options.supergraph);
  const sources = createSources(supergraph.subgraphs, options.subgraphs);
  const readCaller = createReadCaller(options.auth?.issuers ?? []);
  const signInward = options.inwardSecret === undefined ? undefined : createSignInward(options.inwardSecret);
  const reference = options.executor === 'reference' ? await createReferenceExecutor(supergraph.sdl) : undefined;
  const preparePublic = createPrepare(supergraph.publicView, options.production !== true);
  let prepareWhole: Prepare | undefined;

  const run = async (
    request: GraphRequest,
    { view, prepare, readOnly = false }: { view: View; prepare: Prepare; readOnly?: boolean },
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> => {
    const preparation = prepare(request.query, request.operationName);
    if (!preparation.ok) return { refused: true, errors: preparation.errors.map((error) => error.toJSON()) };
    const { prepared } = preparation;
    if (readOnly && prepared.operation.operation !== 'query') {
      return refused('MUTATION_OVER_GET', '变更操作请使用 POST。', 'Send a mutation by POST.');
    }
    const variables = getVariableValues(
      view.schema,
      prepared.operation.variableDefinitions ?? [],
      request.variables ?? {},
      {
        maxErrors: 20,
      },
    );
    if (variables.errors) {
      const errors = variables.errors.map((error) => ({
        ...error.toJSON(),
        extensions: { code: 'BAD_USER_INPUT' },
      }));
      return { refused: true, errors };
    }
    const traceId = headers.traceparent?.split('-')[1] ?? randomBytes(16).toString('hex');
    const ask: Ask = (subgraph, query, operationName, given) =>
      sources.ask(subgraph, { query, variables: given, operationName, headers }, traceId);
    if (reference && view === supergraph.publicView) return reference(prepared, request.query, variables.coerced, ask);
    const { data, errors } = await executePlans(prepared.plans, variables.coerced, view, ask);
    const completed = prepared.shape.complete(data, variables.coerced, errors);
    return { data: completed, ...(errors.length > 0 ? { errors } : {}) };
  };

  const internal = async (
    request: GraphRequest,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<GraphResponse> => {
    const view = supergraph.wholeView();
    prepareWhole ??= createPrepare(view, true);
    const { refused: _refused, ...answer } = await run(
      request,
      { view, prepare: prepareWhole },
      { ...headers, ...(await identityOf(serviceCaller)) },
    );
    return answer;
  };

  const identityOf = async (caller: Caller | null): Promise<Record<string, string>> =>
    caller && signInward ? { 'yijianshi-identity': await signInward(caller) } : {};

  // What one request reads, all of it reads: asked for once, and again after a notification.
  let pinned: Promise<string | null> | undefined;
  const pinOf = async (): Promise<Record<string, string>> => {
    const { pin } = options;
    if (!pin) return {};
    pinned ??= internal({ query: pin.operation }).then(({ data }) => {
      const value = data?.[pin.field];
      if (value === null || value === undefined) pinned = undefined;
      return value == null ? null : String(value);
    });
    const value = await pinned;
    return value === null ? {} : { [pin.header]: value };
  };

  const answer = async (
    request: GraphRequest,
    caller: Caller | null,
    headers: Readonly<Record<string, string>>,
    readOnly: boolean,
  ): Promise<Answer> => {
    const [pin, identity] = await Promise.all([pinOf(), identityOf(caller)]);
    return run(
      request,
      { view: supergraph.publicView, prepare: preparePublic, readOnly },
      { ...headers, ...pin, ...identity },
    );
  };

  const app = Fastify({
    logger: false,
    bodyLimit: maximumBodyBytes,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
  });
  await app.register(cors, { origin: true, methods: ['GET', 'POST', 'PUT'] });
  // The explorer is one page with its script inside; everywhere else nothing is ever rendered.
  await app.register(helmet, { contentSecurityPolicy: false });
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
    readCaller,
    passHeaders: options.passHeaders ?? ['accept-language', 'traceparent'],
    ...(explorer ? { explorer } : {}),
  });
  app.get('/livez', async () => ({ status: 'alive' }));
  app.get('/readyz', async () => ({ status: 'ready' }));
  app.get('/health', async () => ({ status: 'ok' }));

  const endings: Array<() => Promise<void>> = [];
  const { listen } = options;
  if (listen) {
    for (const live of options.live ?? []) endings.push(await registerLiveRoute(app, live, listen, answer, readCaller));
    if (options.pin) {
      endings.push(
        await listen(options.pin.channel, () => {
          pinned = undefined;
        }),
      );
    }
  }
  // No browser form may post here without asking first.
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 20 * 1024 * 1024 }, (request, body, done) => {
    // GraphQL is spoken in JSON only; other bodies belong to the forwarded routes.
    if (request.url.startsWith('/graphql'))
      done(Object.assign(new Error('unsupported'), { statusCode: 415 }), undefined);
    else done(null, body);
  });
  for (const { method, path, subgraph } of options.forward ?? []) {
    const forward = options.subgraphs?.[subgraph]?.forward ?? forwardOverHttp(options.subgraphs?.[subgraph]?.url ?? '');
    app.route({
      method,
      url: path,
      bodyLimit: 20 * 1024 * 1024,
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

  return {
    app,
    execute: async (request, as = null, headers = {}) => {
      const { refused: _refused, ...result } = await answer(request, as, headers, false);
      return result;
    },
    internal,
    listen: (port, host) => app.listen({ port, host }),
    close: async () => {
      for (const end of endings) await end();
      await app.close();
      await sources.close();
    },
  };
}

function refused(code: string, zh: string, en: string): Answer {
  return { refused: true, errors: [{ message: `${zh} ${en}`, extensions: { code } }] };
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
