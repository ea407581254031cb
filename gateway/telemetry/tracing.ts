import { randomBytes } from 'node:crypto';
import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { toldName } from './told-name.ts';

const tracer = trace.getTracer('yijianshi-gateway');
const w3c = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** One request's trace: the caller's if it sent one. Without an OpenTelemetry SDK in the process nothing is recorded, and ids still pass on. */
export interface Trace {
  readonly traceId: string;
  /** A span around the work; its `traceparent` makes it the parent of the subgraph's own. */
  fetch<T>(subgraph: string, work: (traceparent: string) => Promise<T>): Promise<T>;
  plan<T>(work: () => T | Promise<T>): T | Promise<T>;
  end(failed: boolean): void;
}

export function startTrace(traceparent: string | undefined, operationName: string | undefined): Trace {
  const given = traceparent === undefined ? null : w3c.exec(traceparent);
  const above: Context = given
    ? trace.setSpanContext(ROOT_CONTEXT, {
        traceId: given[1] as string,
        spanId: given[2] as string,
        traceFlags: Number.parseInt(given[3] as string, 16),
        isRemote: true,
      })
    : ROOT_CONTEXT;
  const told = toldName(operationName);
  const span = tracer.startSpan(
    'graphql',
    {
      kind: SpanKind.SERVER,
      attributes: told === null ? {} : { 'graphql.operation.name': told },
    },
    above,
  );
  return span.isRecording() ? new Recorded(span, above) : new Unrecorded(given?.[1], given ? traceparent : undefined);
}

class Recorded implements Trace {
  readonly traceId: string;
  readonly #span: Span;
  readonly #within: Context;

  constructor(span: Span, above: Context) {
    this.#span = span;
    this.#within = trace.setSpan(above, span);
    this.traceId = span.spanContext().traceId;
  }

  async fetch<T>(subgraph: string, work: (traceparent: string) => Promise<T>): Promise<T> {
    const own = tracer.startSpan(
      `fetch ${subgraph}`,
      { kind: SpanKind.CLIENT, attributes: { subgraph } },
      this.#within,
    );
    const { spanId, traceFlags } = own.spanContext();
    try {
      return await work(`00-${this.traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`);
    } catch (error) {
      own.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      own.end();
    }
  }

  plan<T>(work: () => T | Promise<T>): T | Promise<T> {
    const own = tracer.startSpan('plan', {}, this.#within);
    let waits = false;
    try {
      const planned = work();
      waits = planned instanceof Promise;
      return planned instanceof Promise ? planned.finally(() => own.end()) : planned;
    } finally {
      if (!waits) own.end();
    }
  }

  end(failed: boolean): void {
    if (failed) this.#span.setStatus({ code: SpanStatusCode.ERROR });
    this.#span.end();
  }
}

/** Ids alone; one is made when the first is asked for. */
class Unrecorded implements Trace {
  #traceId: string | undefined;
  #traceparent: string | undefined;

  constructor(traceId: string | undefined, traceparent: string | undefined) {
    this.#traceId = traceId;
    this.#traceparent = traceparent;
  }

  get traceId(): string {
    this.#traceId ??= randomId();
    return this.#traceId;
  }

  fetch<T>(_subgraph: string, work: (traceparent: string) => Promise<T>): Promise<T> {
    this.#traceparent ??= `00-${this.traceId}-${this.traceId.slice(16)}-00`;
    return work(this.#traceparent);
  }

  plan<T>(work: () => T | Promise<T>): T | Promise<T> {
    return work();
  }

  end(): void {}
}

const idsAtOnce = 256;
let pool = '';

/** Asking the system for each one anew would cost more than everything else here. */
function randomId(): string {
  if (pool.length === 0) pool = randomBytes(16 * idsAtOnce).toString('hex');
  const id = pool.slice(-32);
  pool = pool.slice(0, -32);
  return id;
}
