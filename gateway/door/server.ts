import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyServerOptions } from 'fastify';
import { errorOf } from '../errors.ts';
import { maxima } from '../maxima.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { GatewayOptions, Log } from '../types.ts';
import { boundBodies, boundConnections } from './arriving.ts';
import { isGraphql } from './http.ts';
import { refuseByCode, refusingUnread } from './refusing.ts';

const defaultSlowClientMs = 60_000;
const maximumHeadersMs = 10_000;
/** Node takes no more of a request's line and headers together. */
const maximumLineBytes = 16_384;
/** A year, as browsers' lists want it. */
const hstsSeconds = 31_536_000;

/** What of the server others look at while it runs. */
export interface ServerState {
  /** GraphQL requests that are being answered. */
  underWay: number;
  /** It says goodbye: whoever asks is told to connect elsewhere. */
  draining: boolean;
}

/** The HTTP server without routes: what it takes in and how long it waits, and what it says where nobody else does. */
export async function createServer(
  {
    maximumUnderWay = maxima.underWay,
    slowClientMs = defaultSlowClientMs,
    maximumBodyBytes = maxima.bodyBytes,
    production = false,
    origins,
    tls,
  }: GatewayOptions,
  state: ServerState,
  metrics: Metrics,
  log: Log,
): Promise<FastifyInstance> {
  const waits = { headersTimeout: Math.min(slowClientMs, maximumHeadersMs), connectionsCheckingInterval: 1000 };
  const app = Fastify({
    // A client that sends or reads slowly holds a connection, and no longer than this. Node looks every half minute unless told.
    ...(tls ? { https: { ...tls, ...waits, minVersion: 'TLSv1.2' } } : { http: waits }),
    logger: false,
    bodyLimit: maximumBodyBytes,
    // A request's line is bounded as a whole: what is too long in it is refused by a code like anything else that is not there.
    routerOptions: { maxParamLength: maximumLineBytes },
    // A request may name a host (RFC 9112, section 3.2.2): nothing here looks at it, and no check is passed by writing it.
    rewriteUrl: ({ url = '/' }) =>
      url.startsWith('/') ? url : url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*(?=[/?#]|$)/i, '') || '/',
    requestTimeout: slowClientMs,
    connectionTimeout: slowClientMs,
    forceCloseConnections: 'idle',
    // What comes on a connection that stands is answered, also while the server closes.
    return503OnClosing: false,
    ...refusingUnread,
  } as FastifyServerOptions);
  const origin = origins ? [...origins] : !production;
  await app.register(cors, { origin, methods: ['GET', 'POST', 'PUT', 'PATCH'], strictPreflight: false });
  // The explorer is one page with its script inside; everywhere else nothing is ever rendered, and one header says so.
  await app.register(helmet, { global: false, contentSecurityPolicy: false });
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('x-content-type-options', 'nosniff');
    // Whoever keeps an answer on its way may give one person's to another.
    reply.header('cache-control', 'no-store');
    if (tls) reply.header('strict-transport-security', `max-age=${hstsSeconds}; includeSubDomains`);
    if (state.draining) reply.header('connection', 'close');
    done();
  });
  const overloaded = (reply: FastifyReply): void => {
    metrics.overloaded();
    const busy = errorOf('OVERLOADED');
    reply
      .code(503)
      .header('retry-after', '1')
      .header('connection', 'close')
      .send({ errors: [{ ...busy, extensions: { ...busy.extensions, retryable: true } }] });
  };
  refuseByCode(app, log);
  boundBodies(app, overloaded);
  // Once it has arrived whole: who sends slowly holds nobody else up.
  app.addHook('preHandler', (request, reply, done) => {
    if (!isGraphql(request)) return done();
    if (state.underWay >= maximumUnderWay) return overloaded(reply);
    state.underWay += 1;
    reply.raw.once('close', () => {
      state.underWay -= 1;
    });
    done();
  });
  boundConnections(app);
  // No browser form may post here without asking first.
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxima.uploadBytes }, (request, body, done) => {
    // GraphQL is spoken in JSON only; other bodies belong to the forwarded routes.
    if (isGraphql(request)) done(Object.assign(new Error('unsupported'), { statusCode: 415 }), undefined);
    else done(null, body);
  });
  return app;
}
