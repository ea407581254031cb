import { trace } from '@opentelemetry/api';
import type { Log } from '../subgraphs/runtime/log.ts';
import { isHttp } from './inner-settings.ts';
import { cannotStart } from './start-error.ts';

/** Where traces go, and the share of those that begin here which are recorded. */
export interface TracingSettings {
  readonly collector: string;
  /** From 0 to 1. A request that brings a trace goes by what that says. */
  readonly share: number;
}

/** By the names that OpenTelemetry gives its own settings; null: no trace is recorded. Throws `TRACING_SETTING`. */
export function readTracing({
  OTEL_EXPORTER_OTLP_ENDPOINT: collector,
  OTEL_TRACES_SAMPLER_ARG: share = '1',
}: Readonly<Record<string, string | undefined>>): TracingSettings | null {
  if (collector === undefined) return null;
  if (!isHttp(collector) || !/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/.test(share)) throw cannotStart('TRACING_SETTING');
  return { collector, share: Number(share) };
}

/** Before anything is traced. The answer sends what is left, and ends it. */
export async function startTracing({ collector, share }: TracingSettings, log: Log): Promise<() => Promise<void>> {
  // Whoever records nothing loads none of it.
  const { BasicTracerProvider, BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler } = await import(
    '@opentelemetry/sdk-trace-base'
  );
  const { createOtlpExporter } = await import('./otlp.ts');
  const provider = new BasicTracerProvider({
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor(createOtlpExporter(collector, log.child({ part: 'tracing' })))],
  });
  trace.setGlobalTracerProvider(provider);
  return async () => {
    trace.disable();
    await provider.shutdown();
  };
}
