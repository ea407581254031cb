import type { Sources } from '../sources/sources.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { startTrace } from '../telemetry/tracing.ts';
import type { GatewayOptions, GraphRequest, Log, SupergraphStatus } from '../types.ts';
import { createAdmit } from './admit.ts';
import { createAnswer } from './answer.ts';
import type { Answer, Asked, ReadOperation } from './asked.ts';
import { Keep } from './keep.ts';
import { createDecideLabels } from './override-labels.ts';
import { Current } from './reload.ts';
import { createRun } from './run.ts';
import { createTellSlow } from './slow-operations.ts';

export interface Engine {
  answer(asked: Asked): Promise<Answer>;
  /** The answer to a request whose very bytes were answered before, while that holds. */
  again(text: string, revision: string, traceparent: string | undefined): Buffer | undefined;
  /** Over the whole schema, `@inaccessible` parts included. */
  answerWhole(asked: Asked): Promise<Answer>;
  reload(from: GatewayOptions['supergraph']): Promise<SupergraphStatus>;
  status(): SupergraphStatus;
  breakers(): ReturnType<Sources['breakers']>;
  explain(request: GraphRequest): string;
  close(): Promise<void>;
}

const defaultRequestMs = 10_000;

/** Runs operations over a supergraph that may be exchanged while it runs. Throws one sentence where the first one cannot be. */
export async function createEngine(
  options: GatewayOptions,
  metrics: Metrics,
  readOperation: ReadOperation,
  log: Log,
): Promise<Engine> {
  const { requestMs = defaultRequestMs } = options;
  const keep = Keep.from(options);
  const current = await Current.begin(options, metrics, log, () => keep?.clear());
  const common = {
    serving: () => current.serving,
    run: createRun(options),
    decideLabels: createDecideLabels(options),
    requestMs,
  };
  const publicAnswer = createAnswer({
    ...common,
    faceOf: (serving) => serving.public,
    read: readOperation,
    keep,
    admit: createAdmit(options),
  });
  // Asked by the graph itself alone: whatever it asks, it may.
  const wholeAnswer = createAnswer({
    ...common,
    faceOf: (serving) => serving.whole(),
    read: (request) => request,
    keep: undefined,
    admit: createAdmit({}),
  });
  const tellSlow = createTellSlow(options, log);

  return {
    async answer(asked) {
      const began = performance.now();
      const trace = startTrace(asked.headers.traceparent, asked.request.operationName);
      let failed = true;
      try {
        const answer = await publicAnswer(asked, trace);
        const took = performance.now() - began;
        failed = answer.errors !== undefined;
        const outcome = answer.refused ? 'REFUSED' : (answer.outcome ?? (failed ? 'PARTIAL' : 'OK'));
        metrics.answered(outcome, took / 1000);
        tellSlow(asked, took, trace);
        return answer;
      } finally {
        trace.end(failed);
      }
    },
    again(text, revision, traceparent) {
      const began = performance.now();
      const known = keep?.again(text, revision);
      if (!known) return undefined;
      startTrace(traceparent, known.operationName).end(false);
      metrics.answered('CACHED', (performance.now() - began) / 1000);
      return known.answer.bytes;
    },
    async answerWhole(asked) {
      const trace = startTrace(asked.headers.traceparent, asked.request.operationName);
      let failed = true;
      try {
        const answer = await wholeAnswer(asked, trace);
        failed = answer.errors !== undefined;
        return answer;
      } finally {
        trace.end(failed);
      }
    },
    reload: (from) => current.reload(from),
    status: () => current.status(),
    breakers: () => current.serving.sources.breakers(),
    explain: ({ query, operationName }) => {
      const preparation = current.serving.public.prepare(query, operationName);
      if (!preparation.ok) return preparation.errors.map(({ message }) => message).join('\n');
      return current.serving.explain(preparation.prepared.document, operationName);
    },
    close: () => current.close(),
  };
}
