import { AsyncLocalStorage } from 'node:async_hooks';
import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

/** What is under way, as W3C Trace Context writes it (https://www.w3.org/TR/trace-context/). */
const current = new AsyncLocalStorage<string>();
const w3c = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
const tracer = trace.getTracer('yijianshi');

/** The `traceparent` under which this is done; undefined: none is known. */
export const traceparentNow = (): string | undefined => current.getStore();

/** A call's headers, with the trace of whoever makes it where they name none. */
export function tracedHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const traceparent = headers.traceparent === undefined ? traceparentNow() : undefined;
  return traceparent === undefined ? headers : { ...headers, traceparent };
}

export interface Span {
  readonly name: string;
  /** Work that answers somebody, or that asks somebody. */
  readonly kind: 'SERVER' | 'CLIENT';
  /** Codes, never anything of a person. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Of what it is a part: as it was sent or stored. */
  readonly traceparent: string | null | undefined;
}

/**
 * Does some work as a part of a trace; what it calls is a part of it in turn. Without an OpenTelemetry SDK in the process nothing is recorded,
 * and the trace's number passes on.
 */
export function inSpan<Answer>(
  { name, kind, attributes = {}, traceparent }: Span,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const given = w3c.exec(traceparent ?? '');
  if (!given) return work();
  const above: Context = trace.setSpanContext(ROOT_CONTEXT, {
    traceId: given[1] as string,
    spanId: given[2] as string,
    traceFlags: Number.parseInt(given[3] as string, 16),
    isRemote: true,
  });
  const span = tracer.startSpan(name, { kind: SpanKind[kind], attributes }, above);
  if (!span.isRecording()) return current.run(given[0], work);
  const { traceId, spanId, traceFlags } = span.spanContext();
  return current
    .run(`00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`, work)
    .catch((error: unknown) => {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    })
    .finally(() => span.end());
}
