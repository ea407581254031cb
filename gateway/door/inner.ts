import type { ServerOptions } from 'node:https';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Log, MutualTls } from '../types.ts';
import { refuseByCode, refusingUnread } from './refusing.ts';

const minVersion = 'TLSv1.3';
/** As long as a line of a request may be here. */
const longestParameter = 16_384;

/**
 * The server for those who run the gateway and for the other parts of its graph: metrics, and what an assembly adds. It listens at an
 * address of its own, never at the public one; with mutual TLS to nobody without a certificate of the parts' own authority.
 */
export function createInnerServer(tls: MutualTls | undefined, log: Log): FastifyInstance {
  const app = serverOf(tls);
  refuseByCode(app, log);
  return app;
}

function serverOf(tls: MutualTls | undefined): FastifyInstance {
  const routerOptions = { maxParamLength: longestParameter };
  const options = { logger: false, forceCloseConnections: 'idle', routerOptions, ...refusingUnread } as const;
  if (!tls) return Fastify(options);
  const https: ServerOptions = { ...tls, ca: [...tls.ca], requestCert: true, rejectUnauthorized: true, minVersion };
  return Fastify({ ...options, https }) as unknown as FastifyInstance;
}
