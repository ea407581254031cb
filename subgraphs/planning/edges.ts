import type { Choice, CoverProblem, Demand } from './cover.ts';
import type { Edge } from './graph.ts';

/**
 * Producer before consumer, and everyone who looks at a document before the one who takes it. Null where two matters take the same; a
 * matter done for each of two twins takes one for each, and neither waits for the other.
 */
export function edgesOf(
  problem: CoverProblem,
  options: ReadonlyArray<number>,
  lines: ReadonlySet<number>,
  despiteTwoTakers = false,
): ReadonlyArray<Edge> | null {
  const uses = usesOf(problem, options, lines);
  const isOneMatter = (one: number, other: number): boolean => problem.matters[one] === problem.matters[other];
  const takers = new Map<number, ReadonlySet<number>>();
  for (const { demand, instance, product } of uses) {
    if (!demand.takes) continue;
    const others = takers.get(product) ?? new Set<number>();
    if (!despiteTwoTakers) for (const other of others) if (!isOneMatter(other, instance)) return null;
    takers.set(product, new Set([...others, instance]));
  }
  return uses.flatMap(({ demand, instance, product }): Edge[] => {
    const edges: Edge[] = demand.producer === undefined ? [] : [[demand.producer, instance]];
    if (demand.looks)
      for (const taker of takers.get(product) ?? []) if (!isOneMatter(taker, instance)) edges.push([instance, taker]);
    return edges;
  });
}

interface Use {
  readonly demand: Demand;
  readonly instance: number;
  /** The document used: the one that the line stands for, else the one that is made. */
  readonly product: number;
}

/** The uses of the options taken that a document meets. */
function usesOf(
  { rows, lineProducts }: CoverProblem,
  options: ReadonlyArray<number>,
  lines: ReadonlySet<number>,
): ReadonlyArray<Use> {
  return rows.flatMap(({ instance, options: all }, index) =>
    (all[options[index] as number] ?? []).flatMap((demand): ReadonlyArray<Use> => {
      if (demand.producer !== undefined) return [{ demand, instance, product: demand.product }];
      const line = demand.lines.find((each) => lines.has(each));
      return line === undefined ? [] : [{ demand, instance, product: lineProducts[line] as number }];
    }),
  );
}

/** What rows without a choice put in order by production alone. */
export function producerEdges(rows: ReadonlyArray<Choice>): ReadonlyArray<Edge> {
  const edges: Edge[] = [];
  for (const { instance, options } of rows)
    for (const demand of options[0] ?? []) if (demand.producer !== undefined) edges.push([demand.producer, instance]);
  return edges;
}
