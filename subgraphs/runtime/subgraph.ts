import { buildSubgraphSchema } from '@apollo/subgraph';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type DocumentNode, GraphQLError, type GraphQLFormattedError } from 'graphql';
import mercurius from 'mercurius';
import { maxima } from '../language/maxima.ts';
import { problemCode } from '../language/problems.ts';
import { admitCallers, openToAll, readSignedJson } from './admission.ts';
import { boundInputs } from './bounded-inputs.ts';
import { createCompiledOperations } from './compiled-operations.ts';
import { isDatabaseOut } from './database-out.ts';
import { type CodedError, refusal } from './errors.ts';
import type { Identity } from './identity.ts';
import { createInnerServer, type InnerPort } from './inner-port.ts';
import { writeInstants } from './instants.ts';
import { type Log, traceIdOf } from './log.ts';
import type { Meters } from './meters.ts';
import type { Headers } from './pin.ts';
import { inSpan } from './tracing.ts';

export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** Who asks: said in process, where nobody could say otherwise. Default nobody. */
  readonly identity?: Identity | null | undefined;
}
export interface SubgraphResponse {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: ReadonlyArray<GraphQLFormattedError>;
}
/** A subgraph that answers over HTTP (`listen`) and in process (`execute`) alike. */
export interface Subgraph {
  readonly name: string;
  readonly app: FastifyInstance;
  execute(request: SubgraphRequest): Promise<SubgraphResponse>;
  /** Answers the address it listens on. */
  listen(port: number, host: string): Promise<string>;
  /** From now on it is not ready, and whoever asks is answered and told to connect elsewhere. */
  leave(): void;
  close(): Promise<void>;
}

/** Resolvers by type and field; `unknown` because the schema, not the compiler, decides what a parent is. */
export type Resolvers = Readonly<Record<string, unknown>>;

export interface SubgraphOptions<Context> {
  readonly name: string;
  readonly typeDefs: DocumentNode;
  /** By type and field; each subgraph checks its own against the types generated from its SDL. */
  readonly resolvers: object;
  /** Made anew for each request: who asks, pinned catalogue, data loaders. */
  readonly context: (headers: Headers, identity: Identity | null) => Promise<Context>;
  /** Where it listens. */
  readonly port: InnerPort;
  /** The process's own; what this subgraph says bears its name. */
  readonly log: Log;
  readonly meters?: Meters;
  /** Whether it can answer now; rejects with the reason where it cannot. */
  readonly ready?: () => Promise<void>;
  readonly onClose?: () => Promise<void>;
  /** More routes than GraphQL's. `identityOf` tells of a request that was let in who asks. */
  readonly routes?: (app: FastifyInstance, identityOf: (request: FastifyRequest) => Identity | null) => void;
}

export async function createSubgraph<Context>(options: SubgraphOptions<Context>): Promise<Subgraph> {
  const { name, ready, port } = options;
  const log = options.log.child({ part: name });
  const app = createInnerServer(port, maxima.bodyBytes, log);
  type Schema = ReturnType<typeof buildSubgraphSchema>;
  const schema: Schema = buildSubgraphSchema([{ typeDefs: options.typeDefs, resolvers: options.resolvers as never }]);
  boundInputs(schema);
  writeInstants(schema);
  await app.register(mercurius, {
    schema: schema as never,
    graphiql: false,
    // Its own route checks and writes by JSON Schema what the compiler and JSON.stringify do better: most of a fetch's time.
    routes: false,
    // What comes again is remembered compiled, below, and by what it takes.
    cache: false,
    // It would write them as JSON: what broke, and whether the database is out, would be lost.
    errorFormatter: ({ data, errors }) => ({ statusCode: 200, response: { data: data ?? null, errors } as never }),
  });
  let leaving = false;
  app.addHook('onRequest', (_request, reply, done) => {
    if (leaving) reply.header('connection', 'close');
    done();
  });
  const readJson = readSignedJson(app);
  const callerOf = port.verify ? admitCallers(app, port.verify) : () => null;
  app.get('/livez', { config: openToAll }, async () => ({ status: 'alive' }));
  app.get('/readyz', { config: openToAll }, async (_request, reply) => {
    if (leaving) return reply.code(503).send({ status: 'stopping' });
    try {
      await ready?.();
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'not ready' });
    }
  });
  const operations = createCompiledOperations(app.graphql.schema);
  const execute = async (request: SubgraphRequest): Promise<SubgraphResponse> => {
    const began = performance.now();
    const answer = await inSpan(
      { name, kind: 'SERVER', attributes: { subgraph: name }, traceparent: request.headers.traceparent },
      () => executeUntimed(request),
    );
    options.meters?.answered(name, answer.errors ? 'ERRORS' : 'OK', (performance.now() - began) / 1000);
    return answer;
  };
  const executeUntimed = async ({
    query,
    variables,
    operationName,
    headers,
    identity = null,
  }: SubgraphRequest): Promise<SubgraphResponse> => {
    const traced = (): Log => log.child({ traceId: traceIdOf(headers.traceparent) });
    try {
      const context = (await options.context(headers, identity)) as Record<string, unknown>;
      const given = (variables ?? {}) as Record<string, unknown>;
      const compiled = operations.find(query, operationName)?.({}, context, given);
      let result: Answered | undefined = compiled instanceof Promise ? await compiled : compiled;
      // Without data nothing ran: what is wrong with the variables is told as the server tells it.
      if (result?.data === undefined) {
        result = await app.graphql(query, context, given, operationName);
        operations.ran(query);
      }
      const data = result.data ?? null;
      return result.errors ? { data, errors: result.errors.map((error) => formatted(error, traced())) } : { data };
    } catch (error) {
      return { data: null, errors: errorsOf(error).map((each) => formatted(each, traced())) };
    }
  };
  app.post('/graphql', async (request, reply) => {
    const { query, variables, operationName } = (readJson(request) ?? {}) as Partial<SubgraphRequest>;
    if (
      typeof query !== 'string' ||
      typeof (variables ?? {}) !== 'object' ||
      typeof (operationName ?? '') !== 'string'
    ) {
      return reply.code(400).send({ errors: [formatted(refusal('BAD_REQUEST'), log)] });
    }
    const answer = await execute({
      query,
      variables,
      operationName,
      headers: request.headers as SubgraphRequest['headers'],
      identity: callerOf(request),
    });
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
  });
  options.routes?.(app, callerOf);
  await app.ready();

  return {
    name,
    app,
    execute,
    listen: (number, host) => app.listen({ port: number, host }),
    leave: () => {
      leaving = true;
    },
    close: async () => {
      leaving = true;
      // A connection that was busy when closing began is idle once its answer is out, and nobody else ends it then.
      const ending = setInterval(() => app.server.closeIdleConnections(), 50);
      await app.close();
      clearInterval(ending);
      await options.onClose?.();
    },
  };
}

const longestWords = 300;

interface Answered {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: ReadonlyArray<unknown>;
}

function errorsOf(error: unknown): ReadonlyArray<unknown> {
  const several = (error as { errors?: unknown }).errors;
  return Array.isArray(several) && several.length > 0 ? several : [error];
}

/** What an error of any of the three engines that may have run (graphql-js, its compiled twin, the HTTP layer) looks like. */
interface Raised {
  readonly message: string;
  readonly path?: ReadonlyArray<string | number>;
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly originalError?: Raised;
}

function accident(error: unknown, log: Log): CodedError {
  if (isDatabaseOut(error)) {
    log.warn({ err: error }, 'the database is out');
    return refusal('STORE_UNAVAILABLE');
  }
  log.error({ err: error }, 'a resolver failed');
  return refusal('INTERNAL_SERVER_ERROR');
}

/** A coded error says what it says; anything else is told as its code alone, for its text may hold a query or an address. */
function formatted(error: unknown, log: Log): GraphQLFormattedError {
  const raised = error as Raised;
  const original = raised.originalError ?? raised;
  const place = raised.path ? { path: raised.path } : {};
  if (original.extensions?.code !== undefined) {
    return { message: original.message, ...place, extensions: original.extensions };
  }
  // What broke while it ran has a place in the answer.
  if (error instanceof GraphQLError && !raised.originalError && raised.path === undefined) {
    const code = problemCode('GRAPHQL_VALIDATION_FAILED');
    // It repeats what it was given, however long.
    return { message: raised.message.slice(0, longestWords), ...place, extensions: { code } };
  }
  const { message, extensions } = accident(original, log);
  return { message, ...place, extensions };
}
