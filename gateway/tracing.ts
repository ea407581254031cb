import { randomBytes } from 'node:crypto';
import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

const tracer = trace.getTracer('yijianshi-gateway');
const w3c = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** One request's trace: the caller's if it sent one. Without an OpenTelemetry SDK in the process nothing is recorded, and ids still pass on. */
export interface Trace {
  readonly traceId: string;
  /** A span around the work; its `traceparent` makes it the parent of the subgraph's own. */
  fetch<T>(subgraph: string, work: (traceparent: string) => Promise<T>): Promise<T>;
  plan<T>(work: () => T): T;
  end(failed: boolean): void;
}

export function startTrace(traceparent: string | undefined, operationName: string | undefined): Trace {
  const given = w3c.exec(traceparent ?? '');
  const above: Context = given
    ? trace.setSpanContext(ROOT_CONTEXT, {
        traceId: given[1] as string,
        spanId: given[2] as string,
        traceFlags: Number.parseInt(given[3] as string, 16),
        isRemote: true,
      })
    : ROOT_CONTEXT;
  const span = tracer.startSpan(
    'graphql',
    {
      kind: SpanKind.SERVER,
      attributes: operationName === undefined ? {} : { 'graphql.operation.name': operationName },
    },
    above,
  );
  const recorded = span.isRecording();
  let made: string | undefined;
  const idOf = (): string => {
    made ??= recorded ? span.spanContext().traceId : (given?.[1] ?? randomBytes(16).toString('hex'));
    return made;
  };
  const within = trace.setSpan(above, span);
  const fail = (failed: Span): void => {
    failed.setStatus({ code: SpanStatusCode.ERROR });
  };
  return {
    get traceId() {
      return idOf();
    },
    async fetch(subgraph, work) {
      const traceId = idOf();
      if (!recorded) return work(traceparent ?? `00-${traceId}-${traceId.slice(16)}-00`);
      const own = tracer.startSpan(`fetch ${subgraph}`, { kind: SpanKind.CLIENT, attributes: { subgraph } }, within);
      const { spanId, traceFlags } = own.spanContext();
      try {
        return await work(`00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`);
      } catch (error) {
        fail(own);
        throw error;
      } finally {
        own.end();
      }
    },
    plan(work) {
      if (!recorded) return work();
      const own = tracer.startSpan('plan', {}, within);
      try {
        return work();
      } finally {
        own.end();
      }
    },
    end(failed) {
      if (failed) fail(span);
      span.end();
    },
  };
}
