import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Answer, type Asked, holdsLostNumber, whoAsks as tellApart, withDigits } from '../answers/asked.ts';
import { errorOf } from '../errors.ts';
import { maxima } from '../maxima.ts';
import type { Caller, GraphRequest } from '../types.ts';
import type { ReadClient } from './client-keys.ts';
import { fromBody, fromQuery } from './graphql-request.ts';
import type { ReadCaller } from './identity.ts';
import { Leaving } from './leaving.ts';
import { negotiate, older } from './negotiation.ts';
import { createSending } from './sending.ts';
import { Shares } from './shares.ts';
import { whoAsks } from './who-asks.ts';

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
  readonly readCaller: ReadCaller;
  readonly readClient: ReadClient;
  readonly passHeaders: ReadonlyArray<string>;
  /** Take a query's text by GET only from clients that a browser would have asked about first. */
  readonly wantsPreflight: boolean;
  /** Compress answers for clients that take that. */
  readonly compress: boolean;
  /** Page for people who open the address in a browser. */
  readonly explorer: (() => string) | undefined;
}

/** Characters of a body worth comparing. */
const maximumRemembered = 64 * 1024;

/** GraphQL over HTTP (the GraphQL Foundation's draft): POST and, for queries, GET on `/graphql`. */
export function registerGraphqlRoutes(app: FastifyInstance, options: HttpOptions): void {
  const { answer, again, readCaller, readClient, passHeaders, wantsPreflight, explorer, compress } = options;
  const told = passHeaders.filter((name) => name !== 'traceparent');
  const parse = readJsonLate(app);
  const { deliver, send, sendAnswer } = createSending(compress);
  const shares = new Shares({ inAll: Number.POSITIVE_INFINITY, ofOne: maxima.underWayOfOne });

  const serve = (request: FastifyRequest, reply: FastifyReply): FastifyReply | Promise<FastifyReply> => {
    const { body, headers } = request;
    if (typeof body !== 'string' || body.length > maximumRemembered || !isAnonymous(headers))
      return read(request, reply, undefined);
    const { type } = negotiate(headers.accept);
    let text = body;
    for (const name of told) text += `\n${headers[name] ?? ''}`;
    const kept = type === null ? undefined : again(text, one(headers.traceparent));
    return kept ? deliver(request, reply.header('content-type', type ?? older), kept) : read(request, reply, text);
  };
  const read = async (
    request: FastifyRequest,
    reply: FastifyReply,
    text: string | undefined,
  ): Promise<FastifyReply> => {
    const isGet = request.method === 'GET';
    const { type } = negotiate(request.headers.accept);
    if (type === null) return send(request, reply, older, 406, { errors: [errorOf('BAD_REQUEST.ACCEPT')] });
    const wanted = isGet ? fromQuery(request.query) : fromBody(parsed(parse, request, request.body));
    if ('message' in wanted) return send(request, reply, type, 400, { errors: [wanted] });
    if (wantsPreflight && isGet && wanted.query !== '' && !preflighted(request)) {
      return send(request, reply, type, 400, { errors: [errorOf('BAD_REQUEST.PREFLIGHT')] });
    }
    const { authorization } = request.headers;
    const person = authorization === undefined ? null : await readCaller(authorization);
    const who = whoAsks(person, request.headers, readClient);
    if (!who.ok) {
      if (who.challenge !== null) reply.header('www-authenticate', who.challenge);
      if (who.status === 503) reply.header('retry-after', '1');
      return send(request, reply, type, who.status, { errors: [who.error] });
    }
    const back = shares.take(tellApart({ caller: who.caller, address: request.ip }));
    if (!back)
      return send(request, reply.header('retry-after', '1'), type, 429, {
        errors: [errorOf('TOO_MANY_AT_ONCE', { most: maxima.underWayOfOne })],
      });
    const leaving = new Leaving();
    reply.raw.once('close', () => {
      back();
      if (!reply.raw.writableFinished) leaving.leave();
    });
    const answered = await answer(wanted, who.caller, passed(request, passHeaders), {
      readOnly: isGet,
      address: request.ip,
      clientName: who.clientName,
      leaving,
      explain: request.headers['gateway-explain'] === 'true',
      asBody: true,
      text,
    });
    return sendAnswer(request, reply, type, answered);
  };

  app.post('/graphql', serve);
  app.get('/graphql', async (request, reply) => {
    const given = request.query as Record<string, unknown>;
    const asks = given.query !== undefined || given.extensions !== undefined || given.documentId !== undefined;
    if (!explorer || asks || !negotiate(request.headers.accept).prefersPage) return serve(request, reply);
    await reply.helmet();
    return reply.type('text/html; charset=utf-8').send(explorer());
  });
}

type ParseJson = ReturnType<FastifyInstance['getDefaultJsonParser']>;

/** A body is read as JSON only where its bytes alone do not tell what to answer. */
function readJsonLate(app: FastifyInstance): ParseJson {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (isGraphql(request)) done(null, body);
    else done(null, Buffer.from(body));
  });
  return app.getDefaultJsonParser('error', 'error');
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

function passed({ headers }: FastifyRequest, names: ReadonlyArray<string>): Record<string, string> {
  const passing: Record<string, string> = {};
  for (const name of names) {
    const value = headers[name];
    if (typeof value === 'string' && value !== '') passing[name] = value;
  }
  return passing;
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

/** As Fastify reads JSON: `__proto__` and the like are refused. */
function parsed(parse: ParseJson, request: FastifyRequest, body: unknown): unknown {
  if (typeof body !== 'string') return body;
  const read: { error?: Error | null; value?: unknown } = {};
  parse(request, body, (error, value) => {
    read.error = error;
    read.value = value;
  });
  if (read.error) throw read.error;
  const { variables } = (read.value ?? {}) as { readonly variables?: unknown };
  return variables !== undefined && holdsLostNumber(variables) ? withDigits(body) : read.value;
}

/** Any of these headers keeps a browser from sending the request for another site without asking. */
function preflighted({ headers }: FastifyRequest): boolean {
  return ['graphql-require-preflight', 'apollo-require-preflight', 'x-apollo-operation-name'].some(
    (name) => headers[name] !== undefined,
  );
}
