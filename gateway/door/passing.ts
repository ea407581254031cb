import type { FastifyInstance, FastifyReply } from 'fastify';
import { Pool } from 'undici';
import { errorOf } from '../errors.ts';
import { maxima } from '../maxima.ts';
import type { ForwardedRequest, ForwardedResponse, Sign, SubgraphOptions } from '../types.ts';
import { standingHeaders } from './resuming.ts';

/** Null: the subgraph is out. */
export type Pass = (asked: ForwardedRequest) => Promise<ForwardedResponse | null>;
/** Null: it was told that the subgraph is out. */
export type Ask = (reply: FastifyReply, asked: ForwardedRequest) => Promise<ForwardedResponse | null>;

/** Letters that mean nothing in an address. */
const safeParameter = /^[\w-]{1,500}$/;
/** What of an answer is passed on: nothing that points elsewhere or tells of what lies behind. */
const passedOn = [...['content-type', 'content-length', 'content-disposition', 'accept-ranges'], ...standingHeaders];
/** A file of twenty megabytes within a government's network, sealed and written; of what is read, until it begins and from piece to piece. */
const deadlineMs = 30_000;

/** Passes requests on to a subgraph that runs apart: at its own address, wherever its answer points. */
export function passOverHttp(
  app: FastifyInstance,
  subgraph: string,
  { url, tls }: SubgraphOptions,
  sign: Sign | undefined,
): NonNullable<SubgraphOptions['forward']> {
  if (url === undefined) throw new Error(`What is passed on to ${subgraph} needs its address, or a way in process.`);
  const pool = new Pool(new URL(url).origin, {
    maxResponseSize: maxima.responseBytes,
    headersTimeout: deadlineMs,
    // Not while whoever reads does not take more.
    bodyTimeout: deadlineMs,
    ...(tls ? { connect: { ...tls, ca: [...tls.ca] } } : {}),
  });
  app.addHook('onClose', () => pool.destroy());
  return async ({ method, path, headers, identity, body }) => {
    const answer = await pool.request({
      method,
      path,
      headers: { ...headers, ...(await sign?.(subgraph, identity, '')) },
      body,
      signal: body ? AbortSignal.timeout(deadlineMs) : null,
    });
    if (answer.statusCode >= 300 && answer.statusCode < 400) {
      await answer.body.dump();
      throw new Error(`It answered ${answer.statusCode}.`);
    }
    const told = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
    return { status: answer.statusCode, headers: Object.fromEntries(told), body: answer.body };
  };
}

/** What is left of the body is not waited for: the connection ends with the answer. */
export const closing = (reply: FastifyReply): FastifyReply => reply.header('connection', 'close');

export function send(reply: FastifyReply, { status, headers, body }: ForwardedResponse): FastifyReply {
  for (const name of passedOn) {
    const value = headers[name];
    if (value !== undefined) reply.header(name, value);
  }
  return reply.code(status).send(body);
}

export function refuseShare(reply: FastifyReply, isFull: boolean, most: number): FastifyReply {
  const error = isFull ? errorOf('OVERLOADED') : errorOf('TOO_MANY_AT_ONCE', { most });
  return closing(reply)
    .code(isFull ? 503 : 429)
    .header('retry-after', '1')
    .send({ errors: [error] });
}

/** The route's own path with the parameters in it; null: one of them is none that anybody gave out. */
export function pathOf(route: string, parameters: Readonly<Record<string, string>>): string | null {
  if (Object.values(parameters).some((value) => !safeParameter.test(value))) return null;
  return route.replace(/:(\w+)/g, (_all, name: string) => parameters[name] ?? '');
}
