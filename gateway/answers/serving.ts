import { createHash } from 'node:crypto';
import { prettyFormatQueryPlan } from '@apollo/query-planner';
import { type DocumentNode, parse, print } from 'graphql';
import { createReferenceExecutor, type ReferenceExecutor } from '../execution/reference-executor.ts';
import { createPrepare, type Prepare, type PrepareOptions } from '../planning/documents.ts';
import { createPlan, type Plan } from '../planning/planner.ts';
import { startPlannerThread } from '../planning/planner-thread.ts';
import { type LoadedSupergraph, loadSupergraph } from '../planning/supergraph.ts';
import { createSources, type Sources } from '../sources/sources.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { GatewayOptions } from '../types.ts';

/** Everything that belongs to one supergraph: it is exchanged as one. */
export interface Serving {
  readonly supergraph: LoadedSupergraph;
  readonly sources: Sources;
  readonly prepare: Prepare;
  /** Over the whole schema, `@inaccessible` parts included. */
  readonly prepareWhole: () => Prepare;
  readonly reference: ReferenceExecutor | undefined;
  readonly id: string;
  readonly since: string;
  /** The plans of a valid operation as text, made here and now. */
  explain(document: DocumentNode, operationName: string | undefined): string;
  /** Once everything under way has ended. */
  close(): Promise<void>;
}

const defaultPlanningMs = 3000;

/** Throws one sentence where the supergraph does not hold. */
export async function createServing(
  from: GatewayOptions['supergraph'],
  options: GatewayOptions,
  metrics: Metrics,
): Promise<Serving> {
  const { production = false, cost, returnHeaders = [] } = options;
  const { planning = production ? 'THREAD' : 'HERE', planningMs = defaultPlanningMs } = options;
  const listSize = cost?.listSize ?? 10;
  const supergraph = loadSupergraph(from);
  const reference = options.executor === 'reference' ? await createReferenceExecutor(supergraph.sdl) : undefined;
  const sources = createSources(supergraph.subgraphs, options.subgraphs, metrics.fetched, {
    returnHeaders,
    masked: production,
  });

  let here: Plan | undefined;
  const planHere: Plan = (document, operationName) => {
    here ??= createPlan(supergraph.publicView);
    return here(document, operationName);
  };
  const thread =
    planning === 'THREAD'
      ? startPlannerThread(supergraph.sdl, planningMs, ({ text, operationName }) =>
          planHere(parse(text), operationName),
        )
      : undefined;
  const plan: PrepareOptions['plan'] = async ({ document, text, operationName }) => {
    const began = performance.now();
    let outcome: 'PLANNED' | 'REFUSED' = 'REFUSED';
    try {
      const plans = thread
        ? await thread.plan({ text: text ?? print(document), operationName })
        : planHere(document, operationName);
      outcome = 'PLANNED';
      return plans;
    } finally {
      metrics.planned(outcome, (performance.now() - began) / 1000);
    }
  };

  let whole: Prepare | undefined;
  const prepareWhole = (): Prepare => {
    if (whole) return whole;
    // Asked by the graph itself alone, and few: they are planned where they are asked.
    const view = supergraph.wholeView();
    const planWhole = createPlan(view);
    whole = createPrepare(view, {
      introspection: true,
      masked: false,
      listSize,
      plan: async ({ document, operationName }) => planWhole(document, operationName),
    });
    return whole;
  };
  return {
    supergraph,
    sources,
    prepare: createPrepare(supergraph.publicView, { introspection: !production, masked: production, listSize, plan }),
    prepareWhole,
    reference,
    id: createHash('sha256').update(supergraph.sdl).digest('hex'),
    since: new Date().toISOString(),
    explain: (document, operationName) => {
      const { kind, plans } = planHere(document, operationName);
      const list = kind === 'QUERY' ? plans : plans.map(([, each]) => each);
      return list.map(prettyFormatQueryPlan).join('\n');
    },
    close: async () => {
      thread?.close();
      await sources.close();
    },
  };
}
