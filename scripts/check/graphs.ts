import { byCode } from '../../subgraphs/language/canonical.ts';
import type { Localized } from '../../subgraphs/language/text.ts';
import type { TimeLimit } from '../../subgraphs/language/time-limit.ts';
import { buildPlan } from '../../subgraphs/planning/index.ts';
import type { Plan, PlanStep } from '../../subgraphs/planning/types.ts';
import type { Catalogue } from '../../subgraphs/publishing/catalogue.ts';
import type { LinkedCatalogue } from '../../subgraphs/publishing/link/catalogue.ts';
import { inputOf } from './effect/compare.ts';

export interface GraphNode {
  readonly matter: string;
  readonly title: Localized;
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
  readonly workingDays: number;
  readonly nodes: ReadonlyArray<GraphNode>;
  readonly edges: ReadonlyArray<GraphEdge>;
}

/** Of every event where it is declared: those below mostly have it alike. */
export function eventGraphs(
  { lifeEvents }: Pick<Catalogue, 'lifeEvents'>,
  linked: LinkedCatalogue,
  today: string,
): ReadonlyArray<EventGraph> {
  const published = new Map(linked.publication.lifeEvents.map((event) => [`${event.code} ${event.region}`, event]));
  const planningInput = inputOf(linked);
  return lifeEvents.flatMap(({ value: { code, region } }) => {
    const event = published.get(`${code} ${region}`);
    if (!event) return [];
    const titles = new Map(event.content.basis.members.map(({ matter, title }) => [matter, title]));
    return [
      graphOf(buildPlan(planningInput(event, today)), { event: code, title: event.content.title, region }, titles),
    ];
  });
}

export function graphOf(
  { steps, criticalPath, problems }: Plan,
  event: Pick<EventGraph, 'event' | 'title' | 'region'>,
  titles: ReadonlyMap<string, Localized>,
): EventGraph {
  const pairs = (path: ReadonlyArray<string>): ReadonlySet<string> =>
    new Set(path.slice(1).map((to, index) => `${path[index]} ${to}`));
  const critical = pairs(criticalPath.matters);
  const circles = new Set(
    problems.filter(({ code }) => code === 'PRODUCTION_CYCLE').flatMap(({ path }) => [...pairs(path)]),
  );
  // A matter that is done for several people is one in the picture.
  const byMatter = new Map<string, PlanStep>();
  for (const step of steps) if (!byMatter.has(step.matter)) byMatter.set(step.matter, step);
  const edges = new Set([
    ...steps.flatMap(({ matter, after }) => after.map((before) => `${before} ${matter}`)),
    ...circles,
  ]);
  return {
    ...event,
    workingDays: criticalPath.workingDays,
    nodes: [...byMatter.values()].map(({ matter, stage, promised }) => ({
      matter,
      title: titles.get(matter) ?? { zh: matter, en: matter },
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
