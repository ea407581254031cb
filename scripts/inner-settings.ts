import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { MutualTls } from '../subgraphs/runtime/inner-port.ts';
import { cannotStart } from './start-error.ts';

/** How parts reach one another. */
export interface InnerSettings {
  /** Where parts listen for one another, and the gateway for those who run it. Port null: it does not. */
  readonly inner: { readonly port: number | null; readonly host: string };
  /** Between parts run apart. */
  readonly tls: MutualTls | null;
  /** Of parts run apart: the gateway's inner address. */
  readonly gatewayUrl: string;
}
export interface Given {
  readonly port: number | null;
  readonly host: string;
  readonly apart: boolean;
  readonly production: boolean;
}
type Environment = Readonly<Record<string, string | undefined>>;

/** Where the gateway of parts run apart is asked by them. */
export const defaultInnerPort = 4001;
const loopback = /^(127(\.\d{1,3}){3}|::1|localhost)$/;

/** Throws `GATEWAY_URL_SETTING`, and in production where other machines could listen in on what parts say. */
export function readInner({ port: given, host, apart, production }: Given, environment: Environment): InnerSettings {
  const tls = readTls(environment);
  const port = given ?? (apart ? defaultInnerPort : null);
  if (production && port !== null && !tls && !loopback.test(host)) throw cannotStart('INNER_TLS_MISSING', { host });
  const { GATEWAY_URL: gatewayUrl = `${tls ? 'https' : 'http'}://127.0.0.1:${defaultInnerPort}` } = environment;
  if (!isHttp(gatewayUrl)) throw cannotStart('GATEWAY_URL_SETTING');
  return { inner: { port, host }, tls, gatewayUrl };
}

/** A certificate and its key, of files in PEM. Throws `TLS_SETTING` where they cannot be read or do not belong together. */
export function readCertificate(files: { readonly cert: string; readonly key: string }): typeof files {
  try {
    const read = { cert: readFileSync(files.cert, 'utf8'), key: readFileSync(files.key, 'utf8') };
    createSecureContext(read);
    return read;
  } catch {
    throw cannotStart('TLS_SETTING');
  }
}

export const isHttp = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

export const isLoopback = (host: string): boolean => loopback.test(host);

function readTls({ INNER_TLS_CA: ca, INNER_TLS_CERT: cert, INNER_TLS_KEY: key }: Environment): MutualTls | null {
  if (ca === undefined && cert === undefined && key === undefined) return null;
  try {
    const read = (file = ''): string => readFileSync(file, 'utf8');
    const tls = { ca: [read(ca)], cert: read(cert), key: read(key) };
    createSecureContext(tls);
    return tls;
  } catch {
    throw cannotStart('INNER_TLS_SETTING');
  }
}
