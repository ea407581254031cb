import { byCode } from '../../subgraphs/language/canonical.ts';
import type { Localized } from '../../subgraphs/language/text.ts';
import type { TimeLimit } from '../../subgraphs/language/time-limit.ts';
import { buildPlan } from '../../subgraphs/planning/index.ts';
import type { Plan, PlanInput, PlanStep } from '../../subgraphs/planning/types.ts';
import type { Catalogue } from '../../subgraphs/publishing/catalogue.ts';
import type { LinkedCatalogue } from '../../subgraphs/publishing/link/catalogue.ts';
import { createPlanInputs } from '../../subgraphs/publishing/link/events.ts';
import { plannedSituations } from '../../subgraphs/publishing/planned.ts';
import { someDay } from '../../subgraphs/publishing/situations.ts';
import { inputOf } from './effect/compare.ts';

export interface GraphNode {
  readonly matter: string;
  readonly title: Localized;
  /** Name of who does it. */
  readonly department: Localized;
  readonly stage: number;
  readonly promised: TimeLimit | null;
  /** On the chain that ends last. */
  readonly isCritical: boolean;
}
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly isCritical: boolean;
  /** Part of a circle, in which nothing can begin. */
  readonly isInCircle: boolean;
}
/** The order of an event's matters where every matter that may be needed is. */
export interface EventGraph {
  readonly event: string;
  readonly title: Localized;
  readonly region: string;
  readonly regionName: Localized;
  readonly workingDays: number;
  readonly nodes: ReadonlyArray<GraphNode>;
  readonly edges: ReadonlyArray<GraphEdge>;
}

/** An event, and how it is planned. */
export interface EventPlan {
  readonly input: PlanInput;
  readonly plan: Plan;
}

/** Every event as it is planned where it is declared, with nothing answered: those below mostly have it alike. */
export function eventPlans(
  { lifeEvents }: Pick<Catalogue, 'lifeEvents'>,
  linked: LinkedCatalogue,
  today: string,
): ReadonlyArray<EventPlan> {
  const published = new Map(linked.publication.lifeEvents.map((event) => [`${event.code} ${event.region}`, event]));
  const planningInput = inputOf(linked);
  return lifeEvents.flatMap(({ value: { code, region } }) => {
    const event = published.get(`${code} ${region}`);
    return event ? [planned(planningInput(event, today))] : [];
  });
}

/**
 * The same of a catalogue in which something is wrong, and which is not linked for it. Of an event in whose file it is found impossible, as it is
 * planned in a situation in which its matters wait for each other: there the circle is seen.
 */
export function eventPlansOfRemainder(
  catalogue: Catalogue,
  impossible: ReadonlySet<string>,
  today: string,
): ReadonlyArray<EventPlan> {
  const inputToday = createPlanInputs(catalogue, today);
  const inputAsJudged = createPlanInputs(catalogue, someDay);
  return catalogue.lifeEvents.map(({ file, value }) => {
    if (impossible.has(file.path)) {
      const input = inputAsJudged(value);
      for (const { plan } of plannedSituations(input))
        if (circlesIn(plan, input.matters).length > 0) return { input, plan };
    }
    return planned(inputToday(value));
  });
}

const planned = (input: PlanInput): EventPlan => ({ input, plan: buildPlan(input) });

export function eventGraphs(
  plans: ReadonlyArray<EventPlan>,
  { regions }: Pick<Catalogue, 'regions'>,
): ReadonlyArray<EventGraph> {
  const names = new Map(regions.flatMap(({ value }) => value.regions.map(({ code, name }) => [code, name] as const)));
  return plans.map(({ input, plan }) => {
    const { region } = input.basis;
    return graphOf(plan, names.get(region) ?? { zh: region, en: region }, input);
  });
}

export function graphOf(
  plan: Plan,
  regionName: Localized,
  { basis, matters }: Pick<PlanInput, 'basis' | 'matters'>,
): EventGraph {
  const { steps, criticalPath } = plan;
  const { event, title, region, members, departments } = basis;
  const unnamed = (code: string): Localized => ({ zh: code, en: code });
  const names = new Map(departments.map(({ code, name }) => [code, name]));
  const known = new Map(members.map((member) => [member.matter, member]));
  const departmentOf = (matter: string): Localized => {
    const code = known.get(matter)?.department ?? '';
    return names.get(code) ?? unnamed(code);
  };
  const pairs = (path: ReadonlyArray<string>): ReadonlySet<string> =>
    new Set(path.slice(1).map((to, index) => `${path[index]} ${to}`));
  const critical = pairs(criticalPath.matters);
  const circles = new Set(circlesIn(plan, matters).flatMap((path) => [...pairs(path)]));
  // A matter that is done for several people is one in the picture.
  const byMatter = new Map<string, PlanStep>();
  for (const step of steps) if (!byMatter.has(step.matter)) byMatter.set(step.matter, step);
  const edges = new Set([...waitsIn(plan), ...circles]);
  return {
    ...{ event, title, region, regionName },
    workingDays: criticalPath.workingDays,
    nodes: [...byMatter.values()].map(({ matter, stage, promised }) => ({
      matter,
      title: known.get(matter)?.title ?? unnamed(matter),
      department: departmentOf(matter),
      stage,
      promised,
      isCritical: criticalPath.matters.includes(matter),
    })),
    edges: [...edges].sort(byCode).map((pair) => {
      const [from, to] = pair.split(' ') as [string, string];
      return { from, to, isCritical: critical.has(pair), isInCircle: circles.has(pair) };
    }),
  };
}

/** `before after` of every matter that waits for another. */
const waitsIn = ({ steps }: Plan): ReadonlyArray<string> =>
  steps.flatMap(({ matter, after }) => after.map((before) => `${before} ${matter}`));

/**
 * Matters that wait for each other, each path back at where it began: those that the core tells, and those that it breaks by asking citizens, or a
 * source, for what another matter of the same plan makes, and which nobody can have yet.
 */
function circlesIn(plan: Plan, matters: PlanInput['matters']): ReadonlyArray<ReadonlyArray<string>> {
  const told = plan.problems.filter(({ code }) => code === 'PRODUCTION_CYCLE').map(({ path }) => path);
  const planned = new Set(plan.steps.map(({ matter }) => matter));
  const makers = new Map<string, string[]>();
  for (const matter of matters ?? [])
    if (matter && planned.has(matter.code))
      for (const result of matter.results ?? []) {
        const key = keyOf(result);
        makers.set(key, [...(makers.get(key) ?? []), matter.code]);
      }
  const waits = waitsIn(plan);
  const broken = askedFor(plan, matters).flatMap(({ by, key }) =>
    (makers.get(key) ?? []).flatMap((maker) => pathBetween(by, maker, waits)),
  );
  return [...told, ...broken];
}

interface Asked {
  readonly documentType: { readonly code: string };
  readonly subject: string;
  readonly spec: string | null;
}
const keyOf = ({ documentType, subject, spec }: Asked): string => JSON.stringify([documentType.code, subject, spec]);

/** By which matter a citizen or a source is asked for which document. */
function askedFor(
  { filings, materials }: Plan,
  matters: PlanInput['matters'],
): ReadonlyArray<{ readonly by: string; readonly key: string }> {
  const lines = new Map(materials.map((line) => [line.id, line]));
  const typeOf = (type: string, spec: string | null): string => JSON.stringify([type, spec]);
  return filings.flatMap(({ matter, rows }) => {
    const requirements = matters?.find((each) => each?.code === matter)?.requirements ?? [];
    return rows.flatMap(({ requirement, materials: ids, shared }) => {
      const asked = [...shared, ...ids.flatMap((id) => lines.get(id) ?? [])];
      const types = new Set(asked.map(({ documentType, spec }) => typeOf(documentType, spec)));
      const uses =
        requirements.find(({ code }) => code === requirement)?.options.flatMap((option) => option.uses) ?? [];
      return uses
        .filter(({ documentType, spec }) => types.has(typeOf(documentType.code, spec)))
        .map((use) => ({ by: matter, key: keyOf(use) }));
    });
  });
}

/** The shortest way along what waits for what, and back at its beginning; none: they are in no circle. */
function pathBetween(from: string, to: string, waits: ReadonlyArray<string>): ReadonlyArray<ReadonlyArray<string>> {
  const came = new Map<string, string | null>([[from, null]]);
  for (const matter of came.keys())
    for (const wait of waits) {
      const [before, after] = wait.split(' ') as [string, string];
      if (before === matter && !came.has(after)) came.set(after, before);
    }
  if (from === to || !came.has(to)) return [];
  const path: string[] = [];
  for (let at: string | null | undefined = to; at; at = came.get(at)) path.unshift(at);
  return [[...path, from]];
}
