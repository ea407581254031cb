import type { Component } from './components.ts';
import { type Choice, type CoverProblem, type Demand, isHard, isMet } from './cover.ts';
import { edgesOf, producerEdges } from './edges.ts';
import { orderByEdges } from './graph.ts';
import { leastPath, type Wait, waitsFor } from './path.ts';

/** Lines, originals, rarely held, critical path, copies, sources. Of equal covers the one met first is kept: the search goes by code. */
type Cost = readonly [lines: number, shown: number, rare: number, path: number, copies: number, sources: number];
export interface Found {
  readonly options: ReadonlyArray<number>;
  readonly lines: ReadonlySet<number>;
  readonly cost: Cost;
}

export interface ComponentResult {
  readonly found: Found | null;
  readonly complete: boolean;
  readonly nodes: number;
  readonly bound: number;
}

/** Branch and bound over one component, in a fixed order of rows and options. */
export function solveComponent(
  problem: CoverProblem,
  component: Component,
  forced: ReadonlySet<number>,
  others: ReadonlyArray<number>,
  budget: number,
  mustBeAcyclic: boolean,
): ComponentResult {
  const rows = component.rows.map((row) => problem.rows[row] as Choice);
  const chosen = new Set<number>();
  const has = (line: number): boolean => forced.has(line) || chosen.has(line);
  // Fewest options first: a wrong turn shows early.
  const turn = rows
    .map((_, position) => position)
    .sort((a, b) => (rows[a]?.options.length ?? 0) - (rows[b]?.options.length ?? 0) || a - b);
  const taken = new Array<number>(rows.length).fill(0);
  let best: Found | null = null;
  let nodes = 0;

  const optionTaken = (position: number): ReadonlyArray<Demand> =>
    rows[position]?.options[taken[position] as number] ?? [];

  /** Lines certainly still needed: rows left whose possible lines do not overlap need at least their cheapest option each. */
  function boundFrom(depth: number, pending: ReadonlyArray<Demand>): number {
    const touched = new Set<number>();
    let least = 0;
    const count = (universe: ReadonlyArray<number>, atLeast: number): void => {
      if (atLeast === 0 || universe.some((line) => touched.has(line))) return;
      for (const line of universe) touched.add(line);
      least += atLeast;
    };
    for (const demand of pending) if (!isMet(demand, has)) count(demand.lines, 1);
    for (let position = depth; position < turn.length; position++) {
      const row = rows[turn[position] as number] as Choice;
      let atLeast = Number.POSITIVE_INFINITY;
      const universe: number[] = [];
      for (const option of row.options) {
        const open = option.filter((demand) => isHard(demand) && !isMet(demand, has));
        for (const demand of open) universe.push(...demand.lines);
        atLeast = Math.min(atLeast, packed(open));
        if (atLeast === 0) break;
      }
      count(universe, atLeast);
    }
    return least;
  }

  function costOf(): Cost {
    const shown = new Set<number>();
    const sources = new Set<number>();
    let copies = 0;
    const supplied = [...rows.keys()].flatMap(optionTaken).filter(({ producer }) => producer === undefined);
    for (const demand of supplied) {
      const line = demand.lines.find(has);
      if (line === undefined) {
        if (demand.source !== undefined && demand.source >= 0) sources.add(demand.source);
        continue;
      }
      copies += demand.copies;
      if (demand.showsOriginal && !component.shown.has(line)) shown.add(line);
    }
    const rare = [...chosen].filter((line) => problem.rarelyHeld[line]).length;
    return [chosen.size, shown.size, rare, 0, copies, sources.size];
  }

  /** Lines that rows without a choice, whatever component they are in, put in order. */
  const settledWaits = component.ordersWork
    ? waitsFor(producerEdges(problem.rows.filter((row) => row.options.length === 1)))
    : [];
  const waits = rows.map(
    ({ instance, options }): Wait => ({
      instance,
      alternatives: options.map((option) => option.flatMap(({ producer }) => producer ?? [])),
    }),
  );

  /** Originals and copies that the rows decided so far take for certain. */
  function takenSoFar(decided: ReadonlyArray<number>): { readonly shown: number; readonly copies: number } {
    const shown = new Set<number>();
    let copies = 0;
    for (const position of decided) {
      for (const demand of optionTaken(position)) {
        if (demand.producer !== undefined || (!isHard(demand) && !isMet(demand, has))) continue;
        copies += demand.copies;
        const [line] = demand.lines as readonly [number];
        if (demand.showsOriginal && demand.lines.length === 1 && !component.shown.has(line)) shown.add(line);
      }
    }
    return { shown: shown.size, copies };
  }

  /** Lines rarely held, chosen or, one at least, still to come. */
  function rareSoFar(pending: ReadonlyArray<Demand>): number {
    const isRare = (line: number): boolean => problem.rarelyHeld[line] === true;
    const toCome = pending.some((demand) => !isMet(demand, has) && demand.lines.every(isRare));
    return [...chosen].filter(isRare).length + (toCome ? 1 : 0);
  }

  /** The shortest path that rows not decided yet leave. */
  function pathFrom(depth: number): number {
    const own = turn.map((position, at): Wait => {
      const { instance, alternatives } = waits[position] as Wait;
      return at < depth
        ? { instance, alternatives: [alternatives[taken[position] as number] ?? []] }
        : { instance, alternatives };
    });
    return leastPath(problem.matters.length, [...settledWaits, ...own], problem.endOf);
  }

  /** Whether nothing under this node, which needs as many lines as the best cover found, costs less than that does. */
  function isNoBetter(best: Found, depth: number, pending: ReadonlyArray<Demand>): boolean {
    const decided = turn.slice(0, depth);
    const { shown, copies } = takenSoFar(decided);
    const [, bestShown, bestRare, bestPath, bestCopies, bestSources] = best.cost;
    if (shown !== bestShown) return shown > bestShown;
    const rare = rareSoFar(pending);
    if (rare !== bestRare) return rare > bestRare;
    if (component.ordersWork) {
      const path = pathFrom(depth);
      if (Math.abs(path - bestPath) > 1e-9) return path > bestPath;
    }
    if (copies !== bestCopies) return copies > bestCopies;
    return bestSources === 0;
  }

  function leaf(): void {
    const cost: [...Cost] = [...costOf()];
    if (best && compareCosts(cost.slice(0, 3), best.cost.slice(0, 3)) > 0) return;
    if (component.ordersWork) {
      const options = [...others];
      for (const [position, row] of component.rows.entries()) options[row] = taken[position] as number;
      const edges = edgesOf(problem, options, new Set([...forced, ...chosen]), !mustBeAcyclic);
      const cyclic = edges === null || orderByEdges(problem.matters.length, edges).cycle !== null;
      if (cyclic && mustBeAcyclic) return;
      cost[3] = cyclic ? Number.POSITIVE_INFINITY : leastPath(problem.matters.length, waitsFor(edges), problem.endOf);
    }
    if (!best || compareCosts(cost, best.cost) < 0) best = { options: [...taken], lines: new Set(chosen), cost };
  }

  function cover(pending: ReadonlyArray<Demand>, depth: number): void {
    // One that may be cyclic is always found; one that must not be may not exist.
    if (nodes >= budget && (best || mustBeAcyclic)) return;
    nodes += 1;
    if (!best && mustBeAcyclic && component.ordersWork && pathFrom(depth) === Number.POSITIVE_INFINITY) return;
    if (best) {
      const least = chosen.size + boundFrom(depth, pending) - (best.cost[0] as number);
      if (least > 0 || (least === 0 && isNoBetter(best, depth, pending))) return;
    }
    const open = pending.filter((demand) => !isMet(demand, has));
    const single = open.find((demand) => demand.lines.length === 1);
    if (single) {
      const line = single.lines[0] as number;
      chosen.add(line);
      cover(open, depth);
      chosen.delete(line);
      return;
    }
    if (depth < turn.length) {
      const position = turn[depth] as number;
      for (const { index, demands } of inPromisingOrder(rows[position] as Choice, has)) {
        taken[position] = index;
        cover([...open, ...demands], depth + 1);
      }
      taken[position] = 0;
      return;
    }
    const first = open[0];
    if (!first) {
      leaf();
      return;
    }
    for (const line of first.lines) {
      chosen.add(line);
      cover(open, depth);
      chosen.delete(line);
    }
  }

  const bound = boundFrom(0, []);
  cover([], 0);
  return { found: best, complete: nodes < budget, nodes, bound };
}

/** Options that add fewest lines first, so that the first leaf is already good; ties by order. */
function inPromisingOrder(
  row: Choice,
  has: (line: number) => boolean,
): ReadonlyArray<{ index: number; demands: ReadonlyArray<Demand> }> {
  return row.options
    .map((option, index) => {
      const demands = option.filter((demand) => isHard(demand) && !isMet(demand, has));
      return { index, demands, adds: packed(demands) };
    })
    .sort((a, b) => a.adds - b.adds || a.index - b.index);
}

/** Fewest lines that demands without a common line need: a lower bound for meeting them all. */
function packed(demands: ReadonlyArray<Demand>): number {
  const touched = new Set<number>();
  let count = 0;
  for (const demand of demands) {
    if (demand.lines.some((line) => touched.has(line))) continue;
    for (const line of demand.lines) touched.add(line);
    count += 1;
  }
  return count;
}

function compareCosts(a: ReadonlyArray<number>, b: ReadonlyArray<number>): number {
  for (let rank = 0; rank < a.length; rank++) {
    const difference = (a[rank] as number) - (b[rank] as number);
    if (Math.abs(difference) > 1e-9) return difference;
  }
  return 0;
}
