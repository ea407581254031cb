import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

export type Encoding = 'gzip' | 'br';

/** Smaller answers fit a packet anyway. */
const minimumBytes = 1400;
/** Most of the gain for a fraction of the time. */
const level = 4;
const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

const offered: string[] = ['gzip', 'br', 'identity'];
const known = new LRUCache<string, Encoding | 'identity'>({ max: 200 });
const maximumRemembered = 200;

/** How a client would have an answer of so many bytes or characters compressed (RFC 9110, section 12.5.3); null: not. */
export function encodingFor(accept: string | undefined, length: number): Encoding | null {
  if (accept === undefined || length < minimumBytes) return null;
  let encoding = known.get(accept);
  if (encoding === undefined) {
    const [first] = new Negotiator({ headers: { 'accept-encoding': accept } }).encodings(offered);
    encoding = first === 'gzip' || first === 'br' ? first : 'identity';
    if (accept.length <= maximumRemembered) known.set(accept, encoding);
  }
  return encoding === 'identity' ? null : encoding;
}

/** An answer that is kept is compressed once. */
const kept = new WeakMap<Buffer, Map<Encoding, Promise<Buffer>>>();

export function compressed(body: string | Buffer, encoding: Encoding): Promise<Buffer> {
  if (typeof body === 'string') return compress(body, encoding);
  let byEncoding = kept.get(body);
  if (!byEncoding) {
    byEncoding = new Map();
    kept.set(body, byEncoding);
  }
  let bytes = byEncoding.get(encoding);
  if (!bytes) {
    bytes = compress(body, encoding);
    byEncoding.set(encoding, bytes);
  }
  return bytes;
}

function compress(body: string | Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'gzip'
    ? gzipAsync(body, { level })
    : brotliAsync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: level } });
}
