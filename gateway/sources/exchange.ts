import { isUtf8 } from 'node:buffer';
import { brotliDecompress, gunzip, inflate, type ZlibOptions } from 'node:zlib';
import type { Dispatcher } from 'undici';
import type { SubgraphAnswer } from '../types.ts';
import { type Outage, OutageError } from './outage.ts';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** How one subgraph is reached, and what of its answers is taken. */
export interface Line {
  readonly pool: Dispatcher;
  readonly url: URL;
  /** Names of headers to be passed on. */
  readonly returned: ReadonlyArray<string>;
  readonly maximumBytes: number;
}
/** What is sent. */
export interface Sent {
  readonly isQuery: boolean;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly headersTimeout: number;
}

const maximumRedirects = 3;
/** A query may always be sent again; of others only these say that nothing was done. */
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
type Decode = (
  bytes: Buffer,
  options: Pick<ZlibOptions, 'maxOutputLength'>,
  done: (error: NodeJS.ErrnoException | null, plain: Buffer) => void,
) => void;
const decoders: Readonly<Record<string, Decode>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  deflate: inflate,
  br: brotliDecompress,
};

/** One request on the wire until its answer has arrived whole, is late, too large or no longer wanted. */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly text: Promise<string>;
  /** Those to be passed on; none: undefined. */
  headers: SubgraphAnswer['headers'];
  status = 200;
  retryAfterMs: number | null = null;
  readonly #line: Line;
  #sent: Sent;
  #resolve!: (text: string) => void;
  #reject!: (error: OutageError) => void;
  #controller: Dispatcher.DispatchController | undefined;
  readonly #timer: NodeJS.Timeout;
  #chunks: Buffer[] = [];
  #bytes = 0;
  /** Why it was ended from here. */
  #ended: OutageError | undefined;
  #encoding: string | undefined;
  #location: string | undefined;
  #redirects = 0;

  constructor(line: Line, sent: Sent, leftMs: number) {
    this.#line = line;
    this.#sent = sent;
    this.text = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#timer = setTimeout(end, leftMs, this, 'SUBGRAPH_TIMEOUT');
  }

  /** Sends it, with these headers beside its own. */
  depart(signed: Readonly<Record<string, string>> | undefined): void {
    if (signed) this.#sent = { ...this.#sent, headers: { ...this.#sent.headers, ...signed } };
    this.#sendTo(this.#line.url);
  }

  giveUp(code: Outage = 'SUBGRAPH_UNAVAILABLE'): void {
    this.#ended = new OutageError(code);
    clearTimeout(this.#timer);
    this.#reject(this.#ended);
    this.#controller?.abort(this.#ended);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#ended) controller.abort(this.#ended);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Headers): void {
    for (const name of this.#line.returned) {
      const value = headers[name];
      if (value !== undefined) this.headers = { ...this.headers, [name]: value };
    }
    this.status = status;
    this.#encoding = one(headers['content-encoding'])?.toLowerCase();
    if (status === 200) return;
    const retryAfter = one(headers['retry-after']);
    this.retryAfterMs = retryAfter !== undefined && /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : null;
    this.#location = redirects.has(status) ? one(headers.location) : undefined;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#line.maximumBytes) this.giveUp('SUBGRAPH_RESPONSE_TOO_LARGE');
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [only] = this.#chunks;
    const bytes = only && this.#chunks.length === 1 ? only : Buffer.concat(this.#chunks);
    if (this.#location !== undefined && this.#redirects++ < maximumRedirects) {
      this.#chunks = [];
      this.#bytes = 0;
      if (this.#follow(this.#location)) return;
    }
    clearTimeout(this.#timer);
    if (this.#encoding === undefined || this.#encoding === 'identity') this.#read(bytes);
    else this.#decode(bytes, this.#encoding);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error & { code?: string }): void {
    clearTimeout(this.#timer);
    const late = error.code === 'UND_ERR_HEADERS_TIMEOUT';
    this.#reject(this.#ended ?? new OutageError(late ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE'));
  }

  /** JSON is UTF-8: of what is not, other characters than were meant would be told. */
  #read(bytes: Buffer): void {
    if (isUtf8(bytes)) this.#resolve(textOf(bytes));
    else this.#reject(new OutageError('SUBGRAPH_INVALID_RESPONSE'));
  }

  #sendTo({ pathname, search }: URL): void {
    const { body, headers, headersTimeout } = this.#sent;
    this.#line.pool.dispatch(
      { path: pathname + search, method: 'POST', headers, body, headersTimeout, bodyTimeout: 0 },
      this,
    );
  }

  /** Sends it again, to another address of the same host; false: it is not one. */
  #follow(location: string): boolean {
    const { url } = this.#line;
    const next = URL.canParse(location, url) ? new URL(location, url) : null;
    // Only these two say that a mutation was not done; and what is sent is meant for this host alone.
    const mayAgain = this.#sent.isQuery || this.status === 307 || this.status === 308;
    if (!next || next.origin !== url.origin || !mayAgain) return false;
    this.#sendTo(next);
    return true;
  }

  /** Nobody asked for it, but some proxies do it all the same. */
  #decode(bytes: Buffer, encoding: string): void {
    const decode = Object.hasOwn(decoders, encoding) ? decoders[encoding] : undefined;
    if (!decode) {
      this.#reject(new OutageError('SUBGRAPH_INVALID_RESPONSE'));
      return;
    }
    decode(bytes, { maxOutputLength: this.#line.maximumBytes }, (error, plain) => {
      if (!error) this.#read(plain);
      else if (error.code === 'ERR_BUFFER_TOO_LARGE') this.#reject(new OutageError('SUBGRAPH_RESPONSE_TOO_LARGE'));
      else this.#reject(new OutageError('SUBGRAPH_INVALID_RESPONSE'));
    });
  }
}

function end(exchange: Exchange, code: Outage): void {
  exchange.giveUp(code);
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

const byteOrderMark = 0xfeff;

function textOf(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text;
}
