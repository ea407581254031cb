import type { Attributes } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Log } from '../subgraphs/runtime/log.ts';

const deadlineMs = 10_000;
/** As `ExportResultCode` has them. */
const [done, failed] = [0, 1];

/** Sends spans to a collector by OTLP/HTTP in JSON (https://opentelemetry.io/docs/specs/otlp/). What it does not take is lost, and said in the log. */
export function createOtlpExporter(collector: string, log: Log): SpanExporter {
  const url = `${collector.replace(/\/$/, '')}/v1/traces`;
  const send = async (spans: ReadonlyArray<ReadableSpan>): Promise<void> => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(requestOf(spans)),
      redirect: 'error',
      signal: AbortSignal.timeout(deadlineMs),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw Object.assign(new Error('The collector took no spans.'), { code: `OTLP_${answer.status}` });
  };
  return {
    export: (spans, told) => {
      send(spans).then(
        () => told({ code: done }),
        (err) => {
          log.warn({ err, spans: spans.length }, 'spans were lost: the collector did not take them');
          told({ code: failed });
        },
      );
    },
    shutdown: async () => {},
  };
}

/** `ExportTraceServiceRequest`. */
function requestOf(spans: ReadonlyArray<ReadableSpan>): object {
  const byScope = new Map<string, ReadableSpan[]>();
  for (const span of spans) {
    const { name } = span.instrumentationScope;
    byScope.set(name, [...(byScope.get(name) ?? []), span]);
  }
  return {
    resourceSpans: [
      {
        resource: { attributes: attributesOf({ 'service.name': 'yijianshi' }) },
        scopeSpans: [...byScope].map(([name, of]) => ({ scope: { name }, spans: of.map(spanOf) })),
      },
    ],
  };
}

function spanOf(span: ReadableSpan): object {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return {
    ...{ traceId, spanId, flags: traceFlags, name: span.name },
    ...(span.parentSpanContext ? { parentSpanId: span.parentSpanContext.spanId } : {}),
    // The SDK counts kinds from 0, OTLP from 1.
    kind: span.kind + 1,
    startTimeUnixNano: nanoseconds(span.startTime),
    endTimeUnixNano: nanoseconds(span.endTime),
    attributes: attributesOf(span.attributes),
    status: { code: span.status.code },
  };
}

const nanoseconds = ([seconds, rest]: readonly [number, number]): string =>
  (BigInt(seconds) * 1_000_000_000n + BigInt(rest)).toString();

function attributesOf(attributes: Attributes): ReadonlyArray<object> {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: { stringValue: String(value) } }));
}
