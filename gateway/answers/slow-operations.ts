import type { Trace } from '../telemetry/tracing.ts';
import type { GatewayOptions } from '../types.ts';
import type { Asked } from './asked.ts';

const defaultSlowMs = 1000;
const named = /\b(?:query|mutation)\s+([A-Za-z_]\w*)/;

/** Logs operations that took long. Names alone: what was asked about is nobody's business here. */
export function createTellSlow({
  slowMs = defaultSlowMs,
}: GatewayOptions): (asked: Asked, took: number, trace: Trace) => void {
  return ({ request, clientName }, took, trace) => {
    if (took <= slowMs) return;
    const operationName = request.operationName ?? named.exec(request.query)?.[1];
    console.warn(
      JSON.stringify({
        slow: operationName ?? null,
        client: clientName ?? null,
        milliseconds: Math.round(took),
        traceId: trace.traceId,
      }),
    );
  };
}
