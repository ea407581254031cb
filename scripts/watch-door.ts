import type { FastifyInstance } from 'fastify';
import { maxima } from '../subgraphs/language/maxima.ts';
import { createInnerServer } from '../subgraphs/runtime/inner-port.ts';
import type { Log } from '../subgraphs/runtime/log.ts';
import type { Meters } from '../subgraphs/runtime/meters.ts';
import type { Running } from './assemble.ts';

/** What a whole process tells those who run it. */
export type Watched = Pick<Running, 'gateway' | 'subgraphs' | 'workReady'> & { readonly meters: Meters };

/**
 * For those who run the product, of any process at an address of its own: whether it lives, whether it serves, and its metrics. Nothing there tells of a
 * person, and nothing there can be changed.
 */
export function createWatchDoor({ gateway, subgraphs, workReady, meters }: Watched, log: Log): FastifyInstance {
  const app = createInnerServer({ verify: null, tls: null }, maxima.bodyBytes, log);
  app.get('/livez', async () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    const out = (await Promise.all([outOfGateway(gateway), outOfParts(subgraphs), outOfWork(workReady)])).flat();
    const status = out.length > 0 ? 'not ready' : 'ready';
    return reply
      .code(out.length > 0 ? 503 : 200)
      .send({ status, ...(out.length > 0 ? { out: [...new Set(out)].sort() } : {}) });
  });
  app.get('/metrics', async (_request, reply) => {
    const ofGateway = gateway ? (await gateway.inner.inject('/metrics')).body : '';
    return reply.type(meters.contentType).send(`${ofGateway}${await meters.text()}`);
  });
  return app;
}

async function outOfGateway(gateway: Watched['gateway']): Promise<ReadonlyArray<string>> {
  if (!gateway) return [];
  const answer = await gateway.inner.inject('/readyz');
  if (answer.statusCode === 200) return [];
  const { status, out = [] } = answer.json<{ readonly status: string; readonly out?: ReadonlyArray<string> }>();
  return out.length > 0 ? out : [status];
}

async function outOfParts(subgraphs: Watched['subgraphs']): Promise<ReadonlyArray<string>> {
  const asked = [...subgraphs].map(async ([code, { app }]) => {
    const { statusCode } = await app.inject('/readyz');
    return statusCode === 200 ? [] : [code];
  });
  return (await Promise.all(asked)).flat();
}

async function outOfWork(workReady: Watched['workReady']): Promise<ReadonlyArray<string>> {
  return workReady().then(
    () => [],
    () => ['worker'],
  );
}
