import type { FastifyInstance } from 'fastify';
import { maxima } from '../maxima.ts';
import type { GatewayOptions, SubgraphOptions } from '../types.ts';

/** Routes of subgraphs that are no GraphQL: passed on as they come. */
export function registerForwarding(app: FastifyInstance, { forward = [], subgraphs = {} }: GatewayOptions): void {
  for (const { method, path, subgraph } of forward) {
    const own = subgraphs[subgraph];
    const pass = own?.forward ?? overHttp(own?.url ?? '');
    app.route({
      method,
      url: path,
      bodyLimit: maxima.uploadBytes,
      handler: async (request, reply) => {
        const { status, contentType, body } = await pass({
          method,
          path: request.url,
          headers: { 'content-type': request.headers['content-type'] ?? 'application/octet-stream' },
          body: Buffer.isBuffer(request.body) ? request.body : null,
        });
        return reply.code(status).type(contentType).send(body);
      },
    });
  }
}

/** Of a subgraph that runs apart: same path, at its own address. */
function overHttp(url: string): NonNullable<SubgraphOptions['forward']> {
  return async ({ method, path, headers, body }) => {
    const response = await fetch(new URL(path, url), {
      method,
      headers: { ...headers },
      body: body ? new Uint8Array(body) : null,
    });
    return {
      status: response.status,
      contentType: response.headers.get('content-type') ?? 'application/json',
      body: Buffer.from(await response.arrayBuffer()),
    };
  };
}
