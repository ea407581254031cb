import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Pool } from 'undici';
import { errorOf } from '../errors.ts';
import { maxima } from '../maxima.ts';
import type { ForwardedRequest, ForwardedResponse, GatewayOptions, Log, Sign, SubgraphOptions } from '../types.ts';
import { cutAt } from './arriving.ts';
import { Shares } from './shares.ts';

/** Letters that mean nothing in an address. */
const safeParameter = /^[\w-]{1,100}$/;
/** A file of twenty megabytes within a government's network, sealed and written. */
const deadlineMs = 30_000;
/** What of an answer is passed on: nothing that points elsewhere or tells of what lies behind. */
const passedOn = ['content-type'];

type Pass = NonNullable<SubgraphOptions['forward']>;

/**
 * Routes of subgraphs that are no GraphQL: passed on by their parameters alone, whatever else the request's line says. Of a request with a
 * body the subgraph is asked first whether it would be taken, and how long it may be; until then nothing of the body is read.
 */
export function registerForwarding(
  app: FastifyInstance,
  { forward = [], subgraphs = {}, sign }: GatewayOptions,
  log: Log,
): void {
  const shares = new Shares({ inAll: maxima.uploadsUnderWay, ofOne: maxima.uploadsOfOne });
  const mostOf = new WeakMap<FastifyRequest, number>();
  for (const { method, path, subgraph } of forward) {
    const own = subgraphs[subgraph] ?? {};
    const pass = own.forward ?? overHttp(app, subgraph, own, sign);
    /** Null: it was told that the subgraph is out. */
    const ask = async (reply: FastifyReply, asked: ForwardedRequest): Promise<ForwardedResponse | null> =>
      pass(asked).catch((err) => {
        log.warn({ err, subgraph }, 'a request could not be passed on');
        const error = errorOf('SUBGRAPH_UNAVAILABLE', { subgraph: own.name ?? subgraph });
        closing(reply)
          .code(503)
          .header('retry-after', '1')
          .send({ errors: [error] });
        return null;
      });
    const answerBodiless = async (reply: FastifyReply, asked: string): Promise<FastifyReply> => {
      const answer = await ask(reply, { method, path: asked, headers: {}, body: null });
      return answer ? send(reply, answer) : reply;
    };
    app.route({
      method,
      url: path,
      bodyLimit: maxima.uploadBytes,
      onRequest: async (request, reply) => {
        const asked = pathOf(path, request.params as Readonly<Record<string, string>>);
        if (asked === null)
          return closing(reply)
            .code(404)
            .send({ errors: [errorOf('NOT_FOUND')] });
        if (method === 'GET') return;
        const place = await ask(reply, { method: 'HEAD', path: asked, headers: {}, body: null });
        if (!place) return reply;
        // The same without its body is refused in the same way, and in words.
        if (place.status >= 400) return answerBodiless(closing(reply), asked);
        const most = Number(/max-size=(\d{1,15})/.exec(place.headers['upload-limit'] ?? '')?.[1] ?? maxima.uploadBytes);
        if (Number(request.headers['content-length'] ?? 0) > most)
          return closing(reply)
            .code(413)
            .send({ errors: [errorOf('BAD_REQUEST.LENGTH')] });
        const back = shares.take(request.ip);
        if (!back) return refuseShare(reply, shares.taken >= maxima.uploadsUnderWay);
        reply.raw.once('close', back);
        mostOf.set(request, most);
      },
      preParsing: async (request, _reply, payload) => {
        const most = mostOf.get(request);
        return most === undefined ? payload : cutAt(payload, most);
      },
      handler: async (request, reply) => {
        const asked = pathOf(path, request.params as Readonly<Record<string, string>>) ?? '';
        const body = Buffer.isBuffer(request.body) ? request.body : null;
        if (!body) return answerBodiless(reply, asked);
        const headers = { 'content-type': request.headers['content-type'] ?? 'application/octet-stream' };
        const answer = await ask(reply, { method, path: asked, headers, body });
        return answer ? send(reply, answer) : reply;
      },
    });
  }
}

/** What is left of the body is not waited for: the connection ends with the answer. */
const closing = (reply: FastifyReply): FastifyReply => reply.header('connection', 'close');

function send(reply: FastifyReply, { status, headers, body }: ForwardedResponse): FastifyReply {
  for (const name of passedOn) {
    const value = headers[name];
    if (value !== undefined) reply.header(name, value);
  }
  return reply.code(status).send(body);
}

function refuseShare(reply: FastifyReply, isFull: boolean): FastifyReply {
  const error = isFull ? errorOf('OVERLOADED') : errorOf('TOO_MANY_AT_ONCE', { most: maxima.uploadsOfOne });
  return closing(reply)
    .code(isFull ? 503 : 429)
    .header('retry-after', '1')
    .send({ errors: [error] });
}

/** The route's own path with the parameters in it; null: one of them is none that anybody gave out. */
function pathOf(route: string, parameters: Readonly<Record<string, string>>): string | null {
  if (Object.values(parameters).some((value) => !safeParameter.test(value))) return null;
  return route.replace(/:(\w+)/g, (_all, name: string) => parameters[name] ?? '');
}

/** Of a subgraph that runs apart: at its own address, wherever its answer points. */
function overHttp(app: FastifyInstance, subgraph: string, { url, tls }: SubgraphOptions, sign: Sign | undefined): Pass {
  if (url === undefined) throw new Error(`What is passed on to ${subgraph} needs its address, or a way in process.`);
  const pool = new Pool(new URL(url).origin, {
    maxResponseSize: maxima.responseBytes,
    ...(tls ? { connect: { ...tls, ca: [...tls.ca] } } : {}),
  });
  app.addHook('onClose', () => pool.destroy());
  return async ({ method, path, headers, body }): Promise<ForwardedResponse> => {
    const answer = await pool.request({
      method,
      path,
      headers: { ...headers, ...(await sign?.(subgraph, null, '')) },
      body,
      signal: AbortSignal.timeout(deadlineMs),
    });
    const bytes = Buffer.from(await answer.body.arrayBuffer());
    if (answer.statusCode >= 300 && answer.statusCode < 400) throw new Error(`It answered ${answer.statusCode}.`);
    const told = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
    return { status: answer.statusCode, headers: Object.fromEntries(told), body: bytes };
  };
}
