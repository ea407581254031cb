import type { FastifyInstance } from 'fastify';
import { maxima } from '../subgraphs/language/maxima.ts';
import { createInnerServer, type MutualTls } from '../subgraphs/runtime/inner-port.ts';
import type { Log } from '../subgraphs/runtime/log.ts';

/** Of a process that only works: whether it lives, and whether work goes on. Nothing else is answered there. */
export function createWorkerDoor(workReady: () => Promise<void>, tls: MutualTls | null, log: Log): FastifyInstance {
  const app = createInnerServer({ verify: null, tls }, maxima.bodyBytes, log);
  app.get('/livez', async () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await workReady();
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'not ready', out: ['worker'] });
    }
  });
  return app;
}
