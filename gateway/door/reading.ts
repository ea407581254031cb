import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorOf } from '../errors.ts';
import { maxima } from '../maxima.ts';
import type { ReadClient } from './client-keys.ts';
import { knownCaller, type ReadCaller } from './identity.ts';
import { type Ask, pathOf, refuseShare, send } from './passing.ts';
import { Shares } from './shares.ts';
import { type WhoAsks, whoAsks } from './who-asks.ts';

/** Who asks, by their token and their program's key. */
export interface Callers {
  readonly readCaller: ReadCaller;
  readonly readClient: ReadClient;
}
type Handle = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** Until the last byte is taken: whoever takes it more slowly is cut off. */
const readingMs = 5 * 60_000;

/** Routes of subgraphs that are read: they are told who asks, and what they answer passes through as fast as it is taken. */
export function createReading({ readCaller, readClient }: Callers): (path: string, ask: Ask) => Handle {
  const shares = new Shares({ inAll: maxima.downloadsUnderWay, ofOne: maxima.downloadsOfOne });
  return (path, ask) => async (request, reply) => {
    const asked = pathOf(path, request.params as Readonly<Record<string, string>>);
    if (asked === null) return reply.code(404).send({ errors: [errorOf('NOT_FOUND')] });
    const { authorization } = request.headers;
    const person = authorization === undefined ? null : await readCaller(authorization);
    const who = whoAsks(person, request.headers, readClient);
    if (!who.ok) return refuseCaller(reply, who);
    const back = shares.take(request.ip);
    if (!back) return refuseShare(reply, shares.taken >= maxima.downloadsUnderWay, maxima.downloadsOfOne);
    const tooLong = setTimeout(() => request.raw.destroy(), readingMs);
    reply.raw.once('close', () => {
      clearTimeout(tooLong);
      back();
    });
    const method = request.method === 'HEAD' ? 'HEAD' : 'GET';
    const answer = await ask(reply, {
      ...{ method, path: asked, headers: {}, body: null },
      identity: knownCaller(who.caller),
    });
    return answer ? send(reply, answer) : reply;
  };
}

function refuseCaller(
  reply: FastifyReply,
  { status, challenge, error }: WhoAsks & { readonly ok: false },
): FastifyReply {
  if (challenge !== null) reply.header('www-authenticate', challenge);
  if (status === 503) reply.header('retry-after', '1');
  return reply.code(status).send({ errors: [error] });
}
