import { createHash } from 'node:crypto';
import { prettyFormatQueryPlan } from '@apollo/query-planner';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { errorOf, UnusableSupergraph } from '../errors.ts';
import type { ReferenceExecutor } from '../execution/reference-executor.ts';
import type { OverrideLabel } from '../planning/override-labels.ts';
import { createPlan } from '../planning/planner.ts';
import { proofOf } from '../planning/proof.ts';
import { type LoadedSupergraph, loadSupergraph, readSupergraph } from '../planning/supergraph.ts';
import { createSources, type Sources } from '../sources/sources.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { GatewayOptions, Log } from '../types.ts';
import { createPlanOperations, type PlanOperations, settled } from './plan-operations.ts';
import { createPrepare, type Prepare } from './prepare.ts';

/** A schema of the supergraph that operations are asked over. */
export interface Face {
  readonly schema: GraphQLSchema;
  readonly prepare: Prepare;
  /** Runs its operations in place of their plans. */
  readonly reference: ReferenceExecutor | undefined;
  readonly overrides: ReadonlyArray<OverrideLabel>;
}
/** Everything that belongs to one supergraph: it is exchanged as one. */
export interface Serving {
  readonly sources: Sources;
  /** What clients see. */
  readonly public: Face;
  /** With the `@inaccessible` parts. */
  readonly whole: () => Face;
  readonly id: string;
  readonly since: string;
  /** The plans of a valid operation as text, made here and now. */
  explain(document: DocumentNode, operationName: string | undefined): string;
  /** Once everything under way has ended. */
  close(): Promise<void>;
}

/** Throws one sentence where the supergraph does not hold. */
export async function createServing(
  from: GatewayOptions['supergraph'],
  options: GatewayOptions,
  metrics: Metrics,
  log: Log,
): Promise<Serving> {
  const { proven = [] } = options;
  const sdl = readSupergraph(from);
  const supergraph = loadSupergraph(sdl, proven.includes(proofOf(sdl)));
  const planning = createPlanOperations(supergraph, options, metrics, log);
  try {
    return await serve(supergraph, planning, options, metrics, log);
  } catch (error) {
    planning.close();
    throw error;
  }
}

async function serve(
  supergraph: LoadedSupergraph,
  planning: PlanOperations,
  options: GatewayOptions,
  metrics: Metrics,
  log: Log,
): Promise<Serving> {
  const { production = false, cost, returnHeaders = [] } = options;
  const listSize = cost?.listSize ?? 10;
  const publicView = supergraph.publicView();
  requireAddresses(supergraph.subgraphs(), options.subgraphs);
  // The stock gateway is more than everything else here together: only who asks for it loads it.
  const reference =
    options.executor === 'reference'
      ? await (await import('../execution/reference-executor.ts')).createReferenceExecutor(supergraph.sdl, log)
      : undefined;
  await planning.ready();
  const sources = createSources(supergraph.subgraphs(), options.subgraphs, metrics.fetched, {
    returnHeaders,
    deadlineMs: options.deadlineMs,
    sign: options.sign,
    masked: production,
    maximumResponseBytes: options.maximumResponseBytes,
  });

  let whole: Face | undefined;
  const makeWhole = (): Face => {
    const view = supergraph.wholeView();
    const planWhole = createPlan(view, (err) => log.error({ err }, 'the planner gave up on an operation'));
    const prepare = createPrepare(view, {
      introspection: true,
      masked: false,
      listSize,
      // Asked by the graph itself alone, and few: they are planned where they are asked.
      plan: ({ document, operationName, held }) => settled(() => planWhole(document, operationName, held)),
    });
    return { schema: view.schema, prepare, reference: undefined, overrides: view.overrides };
  };
  const masked = production;
  return {
    sources,
    public: {
      schema: publicView.schema,
      prepare: createPrepare(publicView, {
        introspection: !production,
        masked,
        limits: options.limits,
        listSize,
        plan: planning.plan,
      }),
      reference,
      overrides: publicView.overrides,
    },
    whole: () => {
      whole ??= makeWhole();
      return whole;
    },
    id: createHash('sha256').update(supergraph.sdl).digest('hex'),
    since: new Date().toISOString(),
    explain: (document, operationName) => {
      const { kind, plans } = planning.planHere(document, operationName);
      const list = kind === 'QUERY' ? plans : plans.map(([, each]) => each);
      return list.map(prettyFormatQueryPlan).join('\n');
    },
    close: async () => {
      planning.close();
      await sources.close();
    },
  };
}

function requireAddresses(
  all: ReadonlyArray<{ readonly name: string; readonly url: string }>,
  own: GatewayOptions['subgraphs'] = {},
): void {
  const without = all.filter(({ name, url }) => {
    const { execute, url: given = url } = own[name] ?? {};
    return !execute && !(URL.canParse(given) && /^https?:$/.test(new URL(given).protocol));
  });
  if (without.length === 0) return;
  const subgraphs = without.map(({ name }) => name);
  throw new UnusableSupergraph(errorOf('UNUSABLE_SUPERGRAPH.ADDRESSES', { subgraphs }));
}
