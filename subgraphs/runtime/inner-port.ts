import type { ServerOptions } from 'node:https';
import Fastify, { type FastifyInstance } from 'fastify';
import type { VerifyInward } from './inward.ts';
import type { Log } from './log.ts';
import { refuseByCode, refusingUnread } from './refusing.ts';

/** Certificates as PEM texts: who may connect has one of this authority, and so has whoever is connected to. */
export interface MutualTls {
  readonly ca: ReadonlyArray<string>;
  readonly cert: string;
  readonly key: string;
}
/** What a subgraph's port asks of those who reach it. */
export interface InnerPort {
  /** Who may ask; null: anyone, as nobody in particular. */
  readonly verify: VerifyInward | null;
  /** Null: whoever reaches the port may connect. */
  readonly tls: MutualTls | null;
}

const minVersion = 'TLSv1.3';
/** The gateway passes on what has at most 500 characters. */
const longestParameter = 500;

export function createInnerServer({ tls }: InnerPort, bodyLimit: number, log: Log): FastifyInstance {
  const app = serverOf(tls, bodyLimit);
  refuseByCode(app, log);
  return app;
}

function serverOf(tls: MutualTls | null, bodyLimit: number): FastifyInstance {
  // Personal data travels in bodies and variables: nothing of a request is logged.
  const routerOptions = { maxParamLength: longestParameter };
  // What comes on a connection that stands is answered, also while the server closes.
  const options = { logger: false, bodyLimit, routerOptions, return503OnClosing: false, ...refusingUnread } as const;
  if (!tls) return Fastify(options);
  const https: ServerOptions = { ...tls, ca: [...tls.ca], requestCert: true, rejectUnauthorized: true, minVersion };
  return Fastify({ ...options, https }) as unknown as FastifyInstance;
}
