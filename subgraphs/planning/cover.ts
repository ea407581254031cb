import type { Edge } from './graph.ts';
import type { EndOf } from './path.ts';

/**
 * The choice over AND/OR options, stripped to numbers: a minimum cover, NP-hard in general and small in life. Solved exactly by
 * branch and bound, component by component, within a budget of nodes.
 */
export interface Demand {
  /** Lines any one of which meets it. Empty only where `edges` or a free supply meets it. */
  readonly lines: ReadonlyArray<number>;
  /** Met without a line, by this source, unless a chosen line meets it anyway; −1: freely. Undefined: a line it must be. */
  readonly source?: number;
  /** Index of the instance whose matter makes it; then no line is wanted. */
  readonly producer?: number;
  /** The document made or asked for, for the order of those who look at it and the one who takes it. */
  readonly product: number;
  readonly showsOriginal: boolean;
  readonly copies: number;
  readonly takes: boolean;
  readonly looks: boolean;
}
export interface Choice {
  /** Index of the instance whose row it is. */
  readonly instance: number;
  readonly options: ReadonlyArray<ReadonlyArray<Demand>>;
}
export interface CoverProblem {
  /** Of each instance the matter that it is of. */
  readonly matters: ReadonlyArray<string>;
  readonly rows: ReadonlyArray<Choice>;
  readonly rarelyHeld: ReadonlyArray<boolean>;
  readonly lineProducts: ReadonlyArray<number>;
  readonly endOf: EndOf;
  readonly nodeBudget: number;
}
export interface Cover {
  /** Chosen option of each row. */
  readonly options: ReadonlyArray<number>;
  readonly lines: ReadonlySet<number>;
  readonly optimal: boolean;
  readonly lowerBound: number;
  readonly edges: ReadonlyArray<Edge>;
  /** False where every choice makes a cycle; then the best list of those is told. */
  readonly acyclic: boolean;
}

/** Lines that rows without a choice need whatever else is chosen. */
export function forceLines(problem: CoverProblem): ReadonlySet<number> {
  const forced = new Set<number>();
  for (const row of problem.rows) {
    if (row.options.length !== 1) continue;
    for (const demand of row.options[0] ?? [])
      if (isHard(demand) && demand.lines.length === 1) forced.add(demand.lines[0] as number);
  }
  return forced;
}

/** Whether a demand is of a document that some option takes away, by itself or by a line that would meet it: then it is looked at before. */
export function touchesTaken({ rows, lineProducts }: CoverProblem): (demand: Demand) => boolean {
  const taken = new Set<number>();
  for (const { options } of rows)
    for (const option of options)
      for (const { takes, product, lines } of option)
        if (takes) for (const each of [product, ...lines.map((line) => lineProducts[line] as number)]) taken.add(each);
  if (taken.size === 0) return () => false;
  return ({ product, lines }) => taken.has(product) || lines.some((line) => taken.has(lineProducts[line] as number));
}

/** Nothing but a line meets it. */
export function isHard(demand: Demand): boolean {
  return demand.producer === undefined && demand.source === undefined;
}
export function isMet(demand: Demand, has: (line: number) => boolean): boolean {
  return demand.lines.some(has);
}
