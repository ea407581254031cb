import type { FastifyInstance } from 'fastify';
import { Pool } from 'undici';
import { errorOf } from '../errors.ts';
import { maxima } from '../maxima.ts';
import type { ForwardedResponse, GatewayOptions, Log, Sign, SubgraphOptions } from '../types.ts';

/** Letters that mean nothing in an address. */
const safeParameter = /^[\w-]{1,100}$/;
/** A file of twenty megabytes within a government's network, sealed and written. */
const deadlineMs = 30_000;

/** Routes of subgraphs that are no GraphQL: passed on by their parameters alone, whatever else the request's line says. */
export function registerForwarding(
  app: FastifyInstance,
  { forward = [], subgraphs = {}, sign }: GatewayOptions,
  log: Log,
): void {
  for (const { method, path, subgraph } of forward) {
    const own = subgraphs[subgraph] ?? {};
    const pass = own.forward ?? overHttp(app, subgraph, own, sign);
    app.route({
      method,
      url: path,
      bodyLimit: maxima.uploadBytes,
      handler: async (request, reply) => {
        const asked = pathOf(path, request.params as Readonly<Record<string, string>>);
        if (asked === null) return reply.code(404).send({ errors: [errorOf('NOT_FOUND')] });
        const answer = await pass({
          method,
          path: asked,
          headers: { 'content-type': request.headers['content-type'] ?? 'application/octet-stream' },
          body: Buffer.isBuffer(request.body) ? request.body : null,
        }).catch((err) => {
          log.warn({ err, subgraph }, 'a request could not be passed on');
          return null;
        });
        if (!answer) {
          const error = errorOf('SUBGRAPH_UNAVAILABLE', { subgraph: own.name ?? subgraph });
          return reply
            .code(503)
            .header('retry-after', '1')
            .send({ errors: [error] });
        }
        return reply.code(answer.status).type(answer.contentType).send(answer.body);
      },
    });
  }
}

/** The route's own path with the parameters in it; null: one of them is none that anybody gave out. */
function pathOf(route: string, parameters: Readonly<Record<string, string>>): string | null {
  if (Object.values(parameters).some((value) => !safeParameter.test(value))) return null;
  return route.replace(/:(\w+)/g, (_all, name: string) => parameters[name] ?? '');
}

/** Of a subgraph that runs apart: at its own address, wherever its answer points. */
function overHttp(
  app: FastifyInstance,
  subgraph: string,
  { url, tls }: SubgraphOptions,
  sign: Sign | undefined,
): NonNullable<SubgraphOptions['forward']> {
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
    const { 'content-type': type = 'application/json' } = answer.headers;
    return { status: answer.statusCode, contentType: String(type), body: bytes };
  };
}
