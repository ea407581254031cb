import { type Registry, readRegistry, registryOf, registryPath } from '../../schema/registry.ts';
import type { Nameable } from '../../subgraphs/publishing/did-you-mean.ts';
import { createJudgingAgain } from '../../subgraphs/publishing/judging-again.ts';
import { type LinkedCatalogue, linkCatalogue } from '../../subgraphs/publishing/link/catalogue.ts';
import { type ExaminedFiles, readTexts, repositoryRoot } from '../../subgraphs/publishing/read.ts';
import { catalogueFiles } from '../catalogue-files.ts';
import { aboutOf } from './about.ts';
import { findBreakingChanges, publishedSchema } from './breaking.ts';
import { coverageOf } from './coverage.ts';
import { type Earlier, earlierState } from './earlier.ts';
import { compareCatalogues } from './effect/compare.ts';
import { graphLayers } from './graph-layers.ts';
import { type EventPlan, eventGraphs, eventPlans, eventPlansOfRemainder } from './graphs.ts';
import { createKeptGraphs } from './kept-graph.ts';
import { existingFolder, type Layer, type LayerOutcome, reading, UnreadableInput } from './layers.ts';
import { mergeDeskOf } from './merge-desk.ts';
import { withSavings } from './merge-savings.ts';
import { findOperationErrors, registeredOperations } from './operations.ts';
import { readRecorded } from './recorded.ts';
import { operationsNaming, type Target, without } from './removal.ts';
import type { Consequences } from './report.ts';
import type { AskedSubgraph } from './subgraph.ts';
import { suggestion } from './suggestions.ts';

export interface Asked {
  /** A further folder of catalogue files. */
  readonly catalogue?: string | undefined;
  /** What is compared with: a public schema, a folder laid out like this repository, or a revision. */
  readonly against?: string | undefined;
  /** False: nothing is planned before and after. */
  readonly effect?: boolean | undefined;
  /** Whether events are drawn, which is for a page alone. */
  readonly graphs?: boolean | undefined;
  /** Whether the graph is composed though it was before, with nothing changed since. */
  readonly afresh?: boolean | undefined;
  /** What is to be taken away; then nothing else is looked at. */
  readonly delete?: Target | undefined;
  /** Operations that were recorded, beside the registered ones: a folder, or a file with one a line. */
  readonly operations?: string | undefined;
  /** One subgraph with another SDL; then nothing else is looked at. */
  readonly subgraph?: AskedSubgraph | undefined;
}
export interface Examination {
  readonly layers: ReadonlyArray<Layer>;
  /** What the layers learned beside findings, once they have run. */
  readonly consequences: () => Consequences;
}

export function repositoryRegistry(): Registry {
  return reading(registryPath, () => readRegistry());
}

/**
 * What is looked at in this repository. Whatever was named is read before anything is judged. `root` is where its catalogue files and what was published
 * last are.
 */
export async function examineRepository(
  asked: Asked,
  today: string,
  root: string = repositoryRoot,
): Promise<Examination> {
  const registry = repositoryRegistry();
  if (asked.subgraph) {
    const { subgraphLayers } = await import('./subgraph.ts');
    return {
      layers: subgraphLayers(asked.subgraph, registry, earlierState(asked.against, registry)?.api),
      consequences: () => ({}),
    };
  }
  const roots = asked.catalogue === undefined ? [root] : [root, existingFolder(asked.catalogue)];
  const judgeAgain = createJudgingAgain(registry.departments);
  const examined = once(() => judgeAgain(readTexts(registry.departments, roots)));
  if (asked.delete) return removal(asked.delete, registry, examined, today);
  const recorded = asked.operations === undefined ? undefined : readRecorded(asked.operations);
  const linked = once(() => linkCatalogue(examined().catalogue));
  const earlier = earlierState(asked.against, registry, root, judgeAgain);
  // They tell of this repository's catalogue alone: a further folder makes none of them stale.
  const ofCatalogue = (): ReadonlyMap<string, string> =>
    roots.length === 1 && root === repositoryRoot && holds(examined())
      ? catalogueFiles(examined().catalogue, linked())
      : new Map();
  let consequences: Consequences = {};
  const effect = (): LayerOutcome => {
    const told = effectAgainst(earlier, examined(), linked, today);
    consequences = { ...consequences, ...told.consequences };
    return told.outcome;
  };
  const graphs = (): LayerOutcome => {
    const { judged, setAside } = examined();
    const events = plansOf(examined(), linked, today);
    const { mergeDesk } = consequences;
    consequences = {
      ...consequences,
      graphs: eventGraphs(events, judged),
      ...(mergeDesk
        ? {
            mergeDesk: withSavings(
              mergeDesk,
              events.map(({ input }) => input),
            ),
          }
        : {}),
    };
    return setAside.length === 0 ? { findings: [] } : { findings: [], state: 'PARTLY', because: setAside };
  };
  const catalogueLayer = (): LayerOutcome => {
    const { catalogue } = examined();
    const desk = asked.graphs ? { mergeDesk: mergeDeskOf(catalogue) } : {};
    consequences = { ...consequences, about: aboutOf(catalogue), coverage: coverageOf(catalogue), ...desk };
    return catalogueOutcome(examined());
  };
  return {
    layers: [
      ...graphLayers({
        registry,
        published: () => earlier?.api ?? publishedSchema(),
        recorded,
        ofCatalogue,
        kept: asked.afresh ? undefined : createKeptGraphs(),
      }),
      { name: 'CATALOGUE', run: catalogueLayer },
      ...(asked.graphs ? [{ name: 'GRAPHS' as const, run: graphs }] : []),
      ...(earlier && asked.effect !== false ? [{ name: 'EFFECT' as const, run: effect }] : []),
    ],
    consequences: () => consequences,
  };
}

function catalogueOutcome({ findings, setAside, notAsked }: ExaminedFiles): LayerOutcome {
  if (setAside.length === 0) return { findings };
  return { findings, state: 'PARTLY', because: [...setAside, ...notAsked] };
}

const holds = ({ findings }: ExaminedFiles): boolean => !findings.some(({ severity }) => severity === 'ERROR');

/** A circle is an error, and where there is one it is what is to be seen. */
function plansOf(examined: ExaminedFiles, linked: () => LinkedCatalogue, today: string): ReadonlyArray<EventPlan> {
  if (holds(examined)) return eventPlans(examined.catalogue, linked(), today);
  const impossible = examined.findings.filter(({ rule }) => rule === 'PLAN_IMPOSSIBLE').map(({ file }) => file);
  return eventPlansOfRemainder(examined.judged, new Set(impossible), today);
}

function effectAgainst(
  earlier: Earlier | undefined,
  examined: ExaminedFiles,
  linked: () => LinkedCatalogue,
  today: string,
): { readonly outcome: LayerOutcome; readonly consequences: Consequences } {
  const before = earlier?.catalogue();
  if (!earlier || before === undefined) return { outcome: { findings: [] }, consequences: {} };
  const notHolding = [...(before === null ? [earlier.name] : []), ...(holds(examined) ? [] : ['CATALOGUE'])];
  if (before === null || notHolding.length > 0)
    return { outcome: { findings: [], state: 'NOT_JUDGED', because: notHolding }, consequences: {} };
  const effect = compareCatalogues(before, linked(), today);
  return { outcome: { findings: [] }, consequences: { effect: { against: earlier.name, ...effect } } };
}

/** What would be wrong, and otherwise for citizens, without a department or a matter. */
function removal(target: Target, registry: Registry, examined: () => ExaminedFiles, today: string): Examination {
  if (target.kind === 'department' && !registry.departments.some(({ code }) => code === target.code))
    throw unknown(target, registry.departments);
  let consequences: Consequences = {};
  const run = async (): Promise<LayerOutcome> => {
    const now = examined();
    const taken = without(now.catalogue, target);
    if (!taken)
      throw unknown(
        target,
        now.catalogue.matters.map(({ value }) => ({ code: value.code, name: value.title })),
      );
    const ofGraph = target.kind === 'department' ? await graphWithout(target.code, registry) : [];
    const gone = new Set(taken.removal.matters.map(({ code }) => code));
    for (const { event, whole } of taken.removal.events) if (whole) gone.add(event);
    const operations = [
      ...ofGraph.filter(({ rule }) => rule === 'OPERATION_INVALID').map(({ file }) => file),
      ...operationsNaming(gone, registeredOperations()),
    ];
    consequences = { removal: { ...taken.removal, operations: [...new Set(operations)].sort() } };
    const findings = [...taken.findings, ...ofGraph];
    if (!holds(now)) return { findings, state: 'PARTLY', because: ['CATALOGUE'] };
    const effect = compareCatalogues(linkCatalogue(now.catalogue), linkCatalogue(taken.left), today);
    consequences = { ...consequences, effect: { against: `${target.kind}:${target.code}`, ...effect } };
    return { findings };
  };
  return { layers: [{ name: 'REMOVAL', run }], consequences: () => consequences };
}

/** What the public schema would lose, and which registered operations would not hold. */
async function graphWithout(department: string, registry: Registry): Promise<LayerOutcome['findings']> {
  const { composeRegistry, findCompositionErrors } = await import('./composition.ts');
  const now = composeRegistry(registry);
  const then = composeRegistry(registryOf(registry.subgraphs.filter(({ code }) => code !== department)));
  if (!now.ok || !then.ok) return findCompositionErrors(now.ok ? then : now);
  return [...(await findBreakingChanges(now.api, then.api)), ...findOperationErrors(then.api)];
}

function unknown({ kind, code }: Target, known: ReadonlyArray<Nameable>): UnreadableInput {
  return new UnreadableInput(`${kind}:${code}`, new Error(`there is no such ${kind}${suggestion(code, known)}`));
}

/** What others rest on is computed once. */
function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: compute() };
    return kept.value;
  };
}
