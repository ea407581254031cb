import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { type Answer, type Asked, responseOf } from '../answers/engine.ts';
import { Leaving } from '../sources/leaving.ts';
import type { Caller, GraphRequest, GraphResponse } from '../types.ts';
import { askingThrough, type ReadClient } from './client-keys.ts';

export type Answerer = (
  request: GraphRequest,
  caller: Caller | null,
  headers: Readonly<Record<string, string>>,
  more?: Partial<Pick<Asked, 'readOnly' | 'address' | 'clientName' | 'leaving' | 'explain' | 'asBody' | 'text'>>,
) => Promise<Answer>;

export interface HttpOptions {
  readonly answer: Answerer;
  /** The answer to a request with the same bytes and headers, where one is kept. */
  readonly again: (text: string, traceparent: string | undefined) => Buffer | undefined;
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
/** Characters of a body worth comparing. */
const maximumRemembered = 64 * 1024;
const contentTypes = { [modern]: `${modern}; charset=utf-8`, [plain]: `${plain}; charset=utf-8` } as const;

/** GraphQL over HTTP (the GraphQL Foundation's draft): POST and, for queries, GET on `/graphql`. */
export function registerGraphqlRoutes(app: FastifyInstance, options: HttpOptions): void {
  const told = options.passHeaders.filter((name) => name !== 'traceparent');
  // A body is read as JSON only where its bytes alone do not tell what to answer.
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (isGraphql(request)) done(null, body);
    else done(null, Buffer.from(body));
  });
  const parse = app.getDefaultJsonParser('error', 'error');

  const serve = (request: FastifyRequest, reply: FastifyReply): FastifyReply | Promise<FastifyReply> => {
    const { body, headers } = request;
    if (typeof body !== 'string' || body.length > maximumRemembered || !isAnonymous(headers))
      return read(request, reply, undefined);
    const type = negotiated(headers.accept);
    let text = body;
    for (const name of told) text += `\n${headers[name] ?? ''}`;
    const kept = type === null ? undefined : options.again(text, one(headers.traceparent));
    return kept ? reply.header('content-type', contentTypes[type ?? plain]).send(kept) : read(request, reply, text);
  };
  const read = async (
    request: FastifyRequest,
    reply: FastifyReply,
    text: string | undefined,
  ): Promise<FastifyReply> => {
    const type = negotiated(request.headers.accept);
    if (type === null) return reply.code(406).send();
    const wanted = request.method === 'GET' ? fromQuery(request.query) : fromBody(parsed(parse, request, request.body));
    if ('message' in wanted) return send(reply, type, 400, { errors: [wanted] });
    if (options.wantsPreflight && request.method === 'GET' && wanted.query !== '' && !preflighted(request)) {
      return send(reply, type, 400, {
        errors: [
          bad(
            '以 GET 发送查询文本须带请求头 graphql-require-preflight，或改用已登记操作的标识。',
            'A query sent by GET wants the header graphql-require-preflight, or the id of a persisted operation.',
          ),
        ],
      });
    }
    const { authorization } = request.headers;
    const caller = authorization === undefined ? null : await options.readCaller(authorization);
    if (caller === undefined) {
      reply.header('www-authenticate', 'Bearer error="invalid_token"');
      return send(reply, type, 401, {
        errors: [
          {
            message: '令牌无效或已过期，请重新登录。 The token does not hold or has ended: sign in again.',
            extensions: { code: 'UNAUTHENTICATED' },
          },
        ],
      });
    }
    const client = options.readClient(request.headers['client-key']);
    if (client === undefined) {
      return send(reply, type, 401, {
        errors: [
          {
            message: '客户端密钥无效，请核对 client-key。 The client key does not hold: check the header client-key.',
            extensions: { code: 'INVALID_CLIENT_KEY' },
          },
        ],
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
    const answer = await options.answer(wanted, asking, headers, {
      readOnly: request.method === 'GET',
      address: request.ip,
      clientName: client?.id ?? (typeof name === 'string' ? name.slice(0, 100) : undefined),
      leaving,
      explain: request.headers['gateway-explain'] === 'true',
      asBody: true,
      text,
    });
    if (answer.headers) reply.headers(answer.headers as Record<string, string | string[]>);
    if (answer.body !== undefined) return reply.code(200).header('content-type', contentTypes[type]).send(answer.body);
    if (!answer.refused) return send(reply, type, 200, responseOf(answer));
    const code = answer.errors?.[0]?.extensions?.code;
    if (code === 'MUTATION_OVER_GET') reply.header('allow', 'POST');
    if (answer.retryAfterSeconds !== undefined) reply.header('retry-after', String(answer.retryAfterSeconds));
    const status =
      code === 'MUTATION_OVER_GET'
        ? 405
        : code === 'RATE_LIMITED'
          ? 429
          : code === 'OVERLOADED'
            ? 503
            : type === modern && code !== 'PERSISTED_QUERY_NOT_FOUND'
              ? 400
              : 200;
    return send(reply, type, status, { errors: answer.errors ?? [] });
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

function send(reply: FastifyReply, type: keyof typeof contentTypes, status: number, body: GraphResponse): FastifyReply {
  return reply.code(status).header('content-type', contentTypes[type]).send(JSON.stringify(body));
}

export function isGraphql({ url }: FastifyRequest): boolean {
  return url.startsWith('/graphql');
}

/** Nobody said who they are, and nothing was asked for but the answer. */
function isAnonymous(headers: IncomingHttpHeaders): boolean {
  return (
    headers.authorization === undefined &&
    headers['client-key'] === undefined &&
    headers['gateway-explain'] === undefined
  );
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

/** As Fastify reads JSON: `__proto__` and the like are refused. */
function parsed(
  parse: ReturnType<FastifyInstance['getDefaultJsonParser']>,
  request: FastifyRequest,
  body: unknown,
): unknown {
  if (typeof body !== 'string') return body;
  const read: { error?: Error | null; value?: unknown } = {};
  parse(request, body, (error, value) => {
    read.error = error;
    read.value = value;
  });
  if (read.error) throw read.error;
  return read.value;
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
