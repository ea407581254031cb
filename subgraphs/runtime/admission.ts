import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refusal } from './errors.ts';
import type { Identity } from './identity.ts';
import { type Admitted, inwardHeader, isSignedFor, type VerifyInward } from './inward.ts';

/** Who asks in requests that are being handed over in process, by where each says to come from: no connection has such an address. */
const handedOver = new Map<string, Identity | null>();
/** Hands a request over in process: by `inject`, as coming from the address that it is given. Nobody else could say who asks. */
export async function handOver<T>(identity: Identity | null, inject: (from: string) => Promise<T>): Promise<T> {
  const from = `this process ${randomUUID()}`;
  handedOver.set(from, identity);
  try {
    return await inject(from);
  } finally {
    handedOver.delete(from);
  }
}
/** Of a route that tells everyone the same and nothing of anyone: whether the part lives. */
export const openToAll = { isOpenToAll: true };

/**
 * Lets nobody in but parts of this graph: by who signs, before the body is read, and by what was signed, after. The answer tells of a
 * request that was let in who asks.
 */
export function admitCallers(app: FastifyInstance, verify: VerifyInward): (request: FastifyRequest) => Identity | null {
  const known = new WeakMap<FastifyRequest, Admitted>();
  const refuse = (reply: FastifyReply): FastifyReply => {
    const { message, extensions } = refusal('UNAUTHENTICATED.INWARD');
    return reply.code(401).send({ errors: [{ message, extensions }] });
  };
  app.addHook('onRequest', async (request, reply) => {
    const { config } = request.routeOptions;
    if ('isOpenToAll' in config) return;
    const said = handedOver.get(request.socket.remoteAddress ?? '');
    if (said !== undefined) {
      known.set(request, { identity: said, digest: null });
      return;
    }
    const admitted = await verify(request.headers[inwardHeader]).catch(() => null);
    if (!admitted) return refuse(reply);
    known.set(request, admitted);
  });
  app.addHook('preHandler', async (request, reply) => {
    const admitted = known.get(request);
    if (!admitted) return;
    const body = Buffer.isBuffer(request.body) ? request.body : '';
    if (!isSignedFor(admitted, body)) return refuse(reply);
  });
  return (request) => known.get(request)?.identity ?? null;
}

/** Bodies of JSON arrive as they were sent, for that is what was signed; the answer reads them. Throws where one is no JSON. */
export function readSignedJson(app: FastifyInstance): (request: FastifyRequest) => unknown {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  const parse = app.getDefaultJsonParser('error', 'error');
  return (request) => {
    const read: { error?: Error | null; value?: unknown } = {};
    parse(request, String(request.body), (error, value) => {
      read.error = error;
      read.value = value;
    });
    if (read.error) throw read.error;
    return read.value;
  };
}
