import type { Dispatcher } from 'undici';
import type { SubgraphAnswer } from '../types.ts';
import { type Outage, OutageError } from './outage.ts';

const maximumResponseBytes = 16 * 1024 * 1024;

/** One request on the wire until its answer has arrived whole, is late, too large or no longer wanted. */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly text: Promise<string>;
  /** Those to be passed on; none: undefined. */
  headers: SubgraphAnswer['headers'];
  readonly #returned: ReadonlyArray<string>;
  #resolve!: (text: string) => void;
  #reject!: (error: OutageError) => void;
  #controller: Dispatcher.DispatchController | undefined;
  readonly #timer: NodeJS.Timeout;
  #chunks: Buffer[] = [];
  #bytes = 0;
  /** Why it was ended from here. */
  #ended: OutageError | undefined;
  #unavailable = false;
  #retryAfterMs: number | null = null;

  constructor(leftMs: number, returned: ReadonlyArray<string>) {
    this.#returned = returned;
    this.text = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#timer = setTimeout(end, leftMs, this, 'SUBGRAPH_TIMEOUT');
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

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    statusCode: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    for (const name of this.#returned) {
      const value = headers[name];
      if (value !== undefined) this.headers = { ...this.headers, [name]: value };
    }
    if (statusCode !== 429 && statusCode !== 502 && statusCode !== 503 && statusCode !== 504) return;
    this.#unavailable = true;
    const seconds = Number(headers['retry-after']);
    this.#retryAfterMs = Number.isFinite(seconds) ? seconds * 1000 : null;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > maximumResponseBytes) this.giveUp('SUBGRAPH_INVALID_RESPONSE');
    else if (!this.#unavailable) this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    clearTimeout(this.#timer);
    if (this.#unavailable) {
      this.#reject(new OutageError('SUBGRAPH_UNAVAILABLE', this.#retryAfterMs));
      return;
    }
    const [only] = this.#chunks;
    this.#resolve((only && this.#chunks.length === 1 ? only : Buffer.concat(this.#chunks)).toString('utf8'));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error & { code?: string }): void {
    clearTimeout(this.#timer);
    const late = error.code === 'UND_ERR_HEADERS_TIMEOUT';
    this.#reject(this.#ended ?? new OutageError(late ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE'));
  }
}

function end(exchange: Exchange, code: Outage): void {
  exchange.giveUp(code);
}
