import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { askingThrough, type ReadClient } from './client-keys.ts';
import { type Answer, type Asked, responseOf } from './engine.ts';
import { Leaving } from './leaving.ts';
import type { Caller, GraphRequest, GraphResponse } from './types.ts';

export type Answerer = (
  request: GraphRequest,
  caller: Caller | null,
  headers: Readonly<Record<string, string>>,
  more?: Partial<Pick<Asked, 'readOnly' | 'address' | 'clientName' | 'leaving' | 'explain' | 'asBody'>>,
) => Promise<Answer>;

export interface HttpOptions {
  readonly answer: Answerer;
  readonly readCaller: (authorization: string | undefined) => Promise<Caller | null | undefined>;
  readonly readClient: ReadClient;
  readonly passHeaders: ReadonlyArray<string>;
  /** Take a query's text by GET only from clients that a browser would have asked about first. */
  readonly wantsPreflight: boolean;
  /** Page for people who open the address in a browser. */
  readonly explorer?: () => string;
}

const modern = 'application/graphql-response+json';
const plain = 'application/json';

/** GraphQL over HTTP (the GraphQL Foundation's draft): POST and, for queries, GET on `/graphql`. */
export function registerGraphqlRoutes(app: FastifyInstance, options: HttpOptions): void {
  const serve = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const type = negotiated(request.headers.accept);
    if (type === null) return reply.code(406).send();
    const send = (status: number, body: GraphResponse): FastifyReply =>
      reply.code(status).header('content-type', `${type}; charset=utf-8`).send(JSON.stringify(body));
    const refuse = (status: number, error: GraphQLFormattedError): FastifyReply => send(status, { errors: [error] });

    const read = request.method === 'GET' ? fromQuery(request.query) : fromBody(request.body);
    if ('message' in read) return refuse(400, read);
    if (options.wantsPreflight && request.method === 'GET' && read.query !== '' && !preflighted(request)) {
      return refuse(
        400,
        bad(
          '以 GET 发送查询文本须带请求头 graphql-require-preflight，或改用已登记操作的标识。',
          'A query sent by GET wants the header graphql-require-preflight, or the id of a persisted operation.',
        ),
      );
    }
    const { authorization } = request.headers;
    const caller = authorization === undefined ? null : await options.readCaller(authorization);
    if (caller === undefined) {
      reply.header('www-authenticate', 'Bearer error="invalid_token"');
      return refuse(401, {
        message: '令牌无效或已过期，请重新登录。 The token does not hold or has ended: sign in again.',
        extensions: { code: 'UNAUTHENTICATED' },
      });
    }
    const client = options.readClient(request.headers['client-key']);
    if (client === undefined) {
      return refuse(401, {
        message: '客户端密钥无效，请核对 client-key。 The client key does not hold: check the header client-key.',
        extensions: { code: 'INVALID_CLIENT_KEY' },
      });
    }
    const headers: Record<string, string> = {};
    for (const name of options.passHeaders) {
      const value = request.headers[name];
      if (typeof value === 'string' && value !== '') headers[name] = value;
    }
    const leaving = new Leaving();
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) leaving.leave();
    });
    const name = request.headers['apollographql-client-name'];
    const asking = client ? askingThrough(client, caller) : caller;
    const answer = await options.answer(read, asking, headers, {
      readOnly: request.method === 'GET',
      address: request.ip,
      clientName: client?.id ?? (typeof name === 'string' ? name.slice(0, 100) : undefined),
      leaving,
      explain: request.headers['gateway-explain'] === 'true',
      asBody: true,
    });
    if (answer.body !== undefined)
      return reply.code(200).header('content-type', `${type}; charset=utf-8`).send(answer.body);
    if (!answer.refused) return send(200, responseOf(answer));
    const code = answer.errors?.[0]?.extensions?.code;
    if (code === 'MUTATION_OVER_GET') reply.header('allow', 'POST');
    if (answer.retryAfterSeconds !== undefined) reply.header('retry-after', String(answer.retryAfterSeconds));
    const status =
      code === 'MUTATION_OVER_GET'
        ? 405
        : code === 'RATE_LIMITED'
          ? 429
          : type === modern && code !== 'PERSISTED_QUERY_NOT_FOUND'
            ? 400
            : 200;
    return send(status, { errors: answer.errors ?? [] });
  };

  app.post('/graphql', serve);
  app.get('/graphql', async (request, reply) => {
    const wantsPage = options.explorer && (request.headers.accept ?? '').includes('text/html');
    const given = request.query as Record<string, unknown>;
    const asks = given.query !== undefined || given.extensions !== undefined || given.documentId !== undefined;
    if (wantsPage && !asks) await reply.helmet();
    if (wantsPage && !asks) return reply.type('text/html; charset=utf-8').send(options.explorer?.());
    return serve(request, reply);
  });
}

/** Any of these headers keeps a browser from sending the request for another site without asking. */
function preflighted({ headers }: FastifyRequest): boolean {
  return ['graphql-require-preflight', 'apollo-require-preflight', 'x-apollo-operation-name'].some(
    (name) => headers[name] !== undefined,
  );
}

/** Without a wish, the older type; with one that names neither, none. */
function negotiated(accept: string | undefined): typeof modern | typeof plain | null {
  if (accept === undefined || accept === '') return plain;
  const types = accept.split(',').map((part) => part.split(';')[0]?.trim().toLowerCase());
  const first = types.find((type) => type === modern || type === plain);
  if (first === modern || first === plain) return first;
  return types.some((type) => type === '*/*' || type === 'application/*' || type === 'text/html') ? plain : null;
}

function bad(zh: string, en: string): GraphQLFormattedError {
  return { message: `${zh} ${en}`, extensions: { code: 'BAD_REQUEST' } };
}

function fromBody(body: unknown): GraphRequest | GraphQLFormattedError {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    return bad('请求体应为 JSON 对象。', 'The body wants a JSON object.');
  }
  const { query: text, variables, operationName, extensions, documentId } = body as Record<string, unknown>;
  const persisted =
    typeof documentId === 'string' || (extensions as { persistedQuery?: unknown } | null | undefined)?.persistedQuery;
  const query = text === undefined && persisted ? '' : text;
  if (typeof query !== 'string') return bad('缺少 query。', 'The member "query" wants a string.');
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) {
    return bad('variables 应为对象。', 'The member "variables" wants an object.');
  }
  if (operationName != null && typeof operationName !== 'string') {
    return bad('operationName 应为字符串。', 'The member "operationName" wants a string.');
  }
  if (extensions != null && (typeof extensions !== 'object' || Array.isArray(extensions))) {
    return bad('extensions 应为对象。', 'The member "extensions" wants an object.');
  }
  return {
    query,
    ...(variables == null ? {} : { variables: variables as Record<string, unknown> }),
    ...(operationName == null ? {} : { operationName }),
    ...(typeof documentId === 'string' ? { documentId } : {}),
    ...(extensions == null ? {} : { extensions: extensions as Record<string, unknown> }),
  };
}

function fromQuery(parameters: unknown): GraphRequest | GraphQLFormattedError {
  const { query, variables, operationName, extensions, documentId } = parameters as Record<string, string | undefined>;
  try {
    return fromBody({
      query,
      variables: variables ? JSON.parse(variables) : undefined,
      operationName: operationName === '' ? undefined : operationName,
      extensions: extensions ? JSON.parse(extensions) : undefined,
      documentId,
    });
  } catch {
    return bad('variables 和 extensions 应为 JSON。', 'The parameters "variables" and "extensions" want JSON.');
  }
}
