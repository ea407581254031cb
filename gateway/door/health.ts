import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../telemetry/metrics.ts';
import type { SupergraphStatus } from '../types.ts';
import type { Readiness } from './readiness.ts';
import type { ServerState } from './server.ts';

/** For whoever sends it requests: whether it lives, and whether to. `masked`: not why a supergraph was refused. */
export function registerHealth(
  app: FastifyInstance,
  state: ServerState,
  statusOf: () => SupergraphStatus,
  masked: boolean,
  readiness: Readiness,
): void {
  app.get('/livez', async () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    const { refused, ...supergraph } = statusOf();
    // An old supergraph that works is ready; that a new one was refused is told, and is no reason to stop sending requests here.
    const out = state.draining ? [] : await readiness();
    const status = state.draining ? 'stopping' : out.length > 0 ? 'not ready' : 'ready';
    return reply.code(status === 'ready' ? 200 : 503).send({
      status,
      ...(out.length > 0 ? { out } : {}),
      ...supergraph,
      ...(refused ? { refused: masked ? { at: refused.at } : refused } : {}),
    });
  });
  app.get('/health', async () => ({ status: 'ok' }));
}

/** For those who run it. */
export function registerMetrics(app: FastifyInstance, metrics: Metrics): void {
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
