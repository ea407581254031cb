import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../telemetry/metrics.ts';
import type { SupergraphStatus } from '../types.ts';
import type { ServerState } from './server.ts';

/** For whoever sends it requests: whether it lives, and whether to. `masked`: not why a supergraph was refused. */
export function registerHealth(
  app: FastifyInstance,
  state: ServerState,
  statusOf: () => SupergraphStatus,
  masked: boolean,
): void {
  app.get('/livez', async () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    const { refused, ...supergraph } = statusOf();
    // An old supergraph that works is ready; that a new one was refused is told, and is no reason to stop sending requests here.
    return reply.code(state.draining ? 503 : 200).send({
      status: state.draining ? 'stopping' : 'ready',
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
