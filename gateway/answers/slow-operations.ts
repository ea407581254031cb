import { toldName } from '../telemetry/told-name.ts';
import type { Trace } from '../telemetry/tracing.ts';
import type { GatewayOptions, Log } from '../types.ts';
import type { Asked } from './asked.ts';

const defaultSlowMs = 1000;
const named = /\b(?:query|mutation)\s+([A-Za-z_]\w*)/;

/** Logs operations that took long. Names alone: what was asked about is nobody's business here. */
export function createTellSlow(
  { slowMs = defaultSlowMs }: GatewayOptions,
  log: Log,
): (asked: Asked, took: number, trace: Trace) => void {
  return ({ request, clientName }, took, trace) => {
    if (took <= slowMs) return;
    const operationName = request.operationName ?? named.exec(request.query)?.[1];
    const milliseconds = Math.round(took);
    const { traceId } = trace;
    log.warn(
      { operation: toldName(operationName), client: toldName(clientName), milliseconds, traceId },
      'slow operation',
    );
  };
}
