import type { FastifyInstance } from 'fastify';
import { errorOf } from '../errors.ts';
import type { GatewayOptions, Log } from '../types.ts';
import { type Ask, closing, type Pass, passOverHttp } from './passing.ts';
import { type Callers, createReading } from './reading.ts';
import { createTakingIn } from './taking-in.ts';

/** Routes of subgraphs that are no GraphQL: passed on by their parameters alone, whatever else the request's line says, to the one subgraph whose they are. */
export function registerForwarding(
  app: FastifyInstance,
  { forward = [], subgraphs = {}, sign }: GatewayOptions,
  callers: Callers,
  log: Log,
): void {
  const readFrom = createReading(callers);
  const takeIn = createTakingIn();
  app.register(async (scope) => {
    // Bodies are read here, for what of one has come is passed on also where the rest does not.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, body, done) => done(null, body));
    for (const { method, path, subgraph } of forward) {
      const own = subgraphs[subgraph] ?? {};
      const passing = own.forward ?? passOverHttp(app, subgraph, own, sign);
      const pass: Pass = (asked) =>
        passing(asked).catch((err) => {
          log.warn({ err, subgraph }, 'a request could not be passed on');
          return null;
        });
      const ask: Ask = async (reply, asked) => {
        const answer = await pass(asked);
        if (!answer) {
          const error = errorOf('SUBGRAPH_UNAVAILABLE', { subgraph: own.name ?? subgraph });
          closing(reply)
            .code(503)
            .header('retry-after', '1')
            .send({ errors: [error] });
        }
        return answer;
      };
      if (method === 'GET') scope.route({ method: ['GET', 'HEAD'], url: path, handler: readFrom(path, ask) });
      else takeIn(scope, { method, path, ask, pass });
    }
  });
}
