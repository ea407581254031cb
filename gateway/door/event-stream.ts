import { randomInt } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type CodedFormattedError, errorOf } from '../errors.ts';
import { maxima } from '../maxima.ts';

const heartbeatMs = 15_000;
/** Within these whoever was cut off comes back: not all at once. */
const backAfterMs = [1000, 5000] as const;

/** One open reply of Server-Sent Events (HTML Living Standard, section 9.2). */
export class EventStream {
  readonly #raw: ServerResponse;
  readonly #beating: NodeJS.Timeout;

  constructor(raw: ServerResponse, beatMs = heartbeatMs) {
    this.#raw = raw;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    this.#write(`retry: ${randomInt(...backAfterMs)}\n\n`);
    this.#beating = setInterval(() => this.#write(': still here\n\n'), beatMs);
    raw.once('close', () => clearInterval(this.#beating));
  }

  /** `id`: by which a client says where it was; null: it is not to come back to this. */
  next(body: string, id: string | null): void {
    this.#write(`${id === null ? '' : `id: ${id}\n`}event: next\ndata: ${body}\n\n`);
  }

  /** The last word. More than once does no harm. */
  end(why: CodedFormattedError): void {
    clearInterval(this.#beating);
    if (this.#raw.writableEnded) return;
    this.#raw.end(`event: end\ndata: ${JSON.stringify({ errors: [why] })}\n\n`);
  }

  #write(text: string): void {
    if (this.#raw.writableEnded || this.#raw.destroyed) return;
    this.#raw.write(text);
    // Whoever does not take what they are sent would have it kept here for ever.
    if (this.#raw.writableLength > maxima.streamBytes) this.#raw.destroy();
  }
}

/** Why it ends, where nothing is wrong. */
export const stopping: CodedFormattedError = errorOf('STREAM_ENDED.STOPPING');
export const dayIsOver: CodedFormattedError = errorOf('STREAM_ENDED.DAY');
