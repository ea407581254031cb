import { type Edge, orderByEdges } from './graph.ts';

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
  readonly instances: number;
  readonly rows: ReadonlyArray<Choice>;
  readonly rarelyHeld: ReadonlyArray<boolean>;
  readonly lineProducts: ReadonlyArray<number>;
  /** Length of the critical path for an order, in working days. */
  pathOf(edges: ReadonlyArray<Edge>): number;
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

/** Lines, originals, rarely held, critical path, copies, sources. Of equal covers the one met first is kept: the search goes by code. */
type Cost = ReadonlyArray<number>;
interface Found {
  readonly options: ReadonlyArray<number>;
  readonly lines: ReadonlySet<number>;
  readonly cost: Cost;
}

export function solveCover(problem: CoverProblem): Cover {
  const { reduced, kept } = withoutDominated(problem);
  const cover = search(reduced, true) ?? (search(reduced, false) as Cover);
  return { ...cover, options: cover.options.map((option, row) => kept[row]?.[option] ?? option) };
}

function search(problem: CoverProblem, mustBeAcyclic: boolean): Cover | null {
  const forcedLines = forceLines(problem);
  const components = split(problem, forcedLines);
  const options = new Array<number>(problem.rows.length).fill(0);
  const lines = new Set(forcedLines);
  let budget = problem.nodeBudget;
  let optimal = true;
  let bound = forcedLines.size;
  for (const component of components) {
    const result = solveComponent(problem, component, forcedLines, options, budget, mustBeAcyclic);
    budget = Math.max(0, budget - result.nodes);
    if (!result.found) return null;
    for (const [position, row] of component.rows.entries()) options[row] = result.found.options[position] as number;
    for (const line of result.found.lines) lines.add(line);
    optimal &&= result.complete;
    bound += result.complete ? result.found.lines.size : result.bound;
  }
  const edges = edgesOf(problem, options, lines);
  const acyclic = edges !== null && orderByEdges(problem.instances, edges).cycle === null;
  if (mustBeAcyclic && !acyclic) return null;
  return {
    options,
    lines,
    optimal,
    lowerBound: bound,
    edges: edges ?? edgesOf(problem, options, lines, true) ?? [],
    acyclic,
  };
}

/** Lines that rows without a choice need whatever else is chosen. */
function forceLines(problem: CoverProblem): ReadonlySet<number> {
  const forced = new Set<number>();
  for (const row of problem.rows) {
    if (row.options.length !== 1) continue;
    for (const demand of row.options[0] ?? [])
      if (isHard(demand) && demand.lines.length === 1) forced.add(demand.lines[0] as number);
  }
  return forced;
}

function isHard(demand: Demand): boolean {
  return demand.producer === undefined && demand.source === undefined;
}
function isMet(demand: Demand, has: (line: number) => boolean): boolean {
  return demand.lines.some(has);
}

/**
 * Drops options that another option of the same row is never worse than, whatever the other rows take: fewer or equal demands, a
 * line that is needed anyhow, a matter that ends before the other one may begin. `kept` leads back to the options as given.
 */
function withoutDominated(problem: CoverProblem): {
  readonly reduced: CoverProblem;
  readonly kept: ReadonlyArray<ReadonlyArray<number>>;
} {
  const taken = new Set<number>();
  for (const row of problem.rows)
    for (const option of row.options) for (const demand of option) if (demand.takes) taken.add(demand.product);
  let kept: ReadonlyArray<ReadonlyArray<number>> = problem.rows.map((row) => row.options.map((_, index) => index));
  let reduced = problem;
  for (;;) {
    if (reduced.rows.every((row) => row.options.length === 1)) return { reduced, kept };
    const settled = settle(reduced);
    const left = reduced.rows.map((row) => undominated(row, settled, taken));
    if (left.every((options, row) => options.length === reduced.rows[row]?.options.length)) return { reduced, kept };
    kept = left.map((options, row) => options.map((option) => kept[row]?.[option] as number));
    reduced = {
      ...problem,
      rows: problem.rows.map((row, index) => ({
        instance: row.instance,
        options: (kept[index] as ReadonlyArray<number>).map((option) => row.options[option] as ReadonlyArray<Demand>),
      })),
    };
  }
}

/** What rows without a choice settle for all: lines on the list, originals shown, what is done before what. */
interface Settled {
  readonly lines: ReadonlySet<number>;
  readonly shown: ReadonlySet<number>;
  isBefore(first: number, then: number): boolean;
}

function settle(problem: CoverProblem): Settled {
  const lines = forceLines(problem);
  const shown = new Set<number>();
  const next = new Map<number, number[]>();
  for (const { instance, options } of problem.rows) {
    if (options.length !== 1) continue;
    for (const demand of options[0] ?? []) {
      if (demand.producer !== undefined) next.set(demand.producer, [...(next.get(demand.producer) ?? []), instance]);
      else if (demand.showsOriginal && demand.lines.length === 1 && isHard(demand))
        shown.add(demand.lines[0] as number);
    }
  }
  const reached = new Map<number, ReadonlySet<number>>();
  const reachOf = (from: number): ReadonlySet<number> => {
    let found = reached.get(from);
    if (!found) {
      const seen = new Set<number>();
      for (const each of next.get(from) ?? []) seen.add(each);
      for (const each of seen) for (const follower of next.get(each) ?? []) seen.add(follower);
      found = seen;
      reached.set(from, found);
    }
    return found;
  };
  return { lines, shown, isBefore: (first, then) => reachOf(first).has(then) };
}

function undominated(row: Choice, settled: Settled, taken: ReadonlySet<number>): ReadonlyArray<number> {
  const all = row.options.map((_, index) => index);
  if (all.length < 2) return all;
  const costsNothing = (demand: Demand): boolean => {
    if (taken.has(demand.product)) return false;
    if (demand.producer !== undefined) return settled.isBefore(demand.producer, row.instance);
    if (demand.copies > 0) return false;
    const line = demand.lines[0];
    return (
      demand.lines.length === 1 &&
      settled.lines.has(line as number) &&
      (!demand.showsOriginal || settled.shown.has(line as number))
    );
  };
  const noWorse = (a: Demand, b: Demand): boolean => {
    if (a.producer !== undefined && b.producer !== undefined && a.producer !== b.producer)
      return !taken.has(a.product) && !taken.has(b.product) && settled.isBefore(a.producer, b.producer);
    return isSameDemand(a, b);
  };
  const burdens = row.options.map((option) => option.filter((demand) => !costsNothing(demand)));
  const dominates = (a: number, b: number): boolean => {
    const rest = [...(burdens[b] as ReadonlyArray<Demand>)];
    return (burdens[a] as ReadonlyArray<Demand>).every((demand) => {
      const same = rest.findIndex((other) => isSameDemand(demand, other));
      const found = same >= 0 ? same : rest.findIndex((other) => noWorse(demand, other));
      if (found >= 0) rest.splice(found, 1);
      return found >= 0;
    });
  };
  return all.filter((b) => !all.some((a) => a !== b && dominates(a, b) && (a < b || !dominates(b, a))));
}

function isSameDemand(a: Demand, b: Demand): boolean {
  return (
    a.producer === b.producer &&
    a.source === b.source &&
    a.product === b.product &&
    a.showsOriginal === b.showsOriginal &&
    a.copies === b.copies &&
    a.takes === b.takes &&
    a.looks === b.looks &&
    a.lines.length === b.lines.length &&
    a.lines.every((line, index) => line === b.lines[index])
  );
}

interface Component {
  readonly rows: ReadonlyArray<number>;
  /** Its choices change the order of work. */
  readonly ordersWork: boolean;
}

/** Rows that share nothing still to be decided are solved apart: their costs add up. */
function split(problem: CoverProblem, forced: ReadonlySet<number>): ReadonlyArray<Component> {
  const parent = problem.rows.map((_, row) => row);
  const find = (row: number): number => {
    let root = row;
    while (parent[root] !== root) root = parent[root] as number;
    parent[row] = root;
    return root;
  };
  const owner = new Map<string, number>();
  const join = (row: number, key: string): void => {
    const other = owner.get(key);
    if (other === undefined) owner.set(key, row);
    else parent[find(row)] = find(other);
  };
  const shown = new Set<number>();
  const drawn = new Set<number>();
  const takenProducts = new Set<number>();
  for (const row of problem.rows) {
    for (const option of row.options) for (const demand of option) if (demand.takes) takenProducts.add(demand.product);
    if (row.options.length !== 1) continue;
    for (const demand of row.options[0] ?? []) {
      const line = demand.lines.find((each) => forced.has(each));
      if (line !== undefined && demand.lines.length === 1 && demand.showsOriginal) shown.add(line);
      if (demand.lines.length === 0 && demand.source !== undefined) drawn.add(demand.source);
    }
  }
  const orders = new Set<number>();
  for (const [index, row] of problem.rows.entries()) {
    const decides = row.options.length > 1;
    const producers = row.options.map((option) => option.flatMap((demand) => demand.producer ?? []).join());
    if (
      decides &&
      (new Set(producers).size > 1 ||
        row.options.some((option) => option.some((demand) => takenProducts.has(demand.product))))
    ) {
      orders.add(index);
      join(index, 'order');
    }
    for (const option of row.options) {
      for (const demand of option) {
        for (const line of demand.lines) {
          const settled = forced.has(line) && (shown.has(line) || !demand.showsOriginal);
          if (!settled) join(index, `line ${line}`);
        }
        if (
          demand.source !== undefined &&
          demand.source >= 0 &&
          demand.lines.some((line) => !forced.has(line) || decides)
        ) {
          if (!drawn.has(demand.source)) join(index, `source ${demand.source}`);
        }
      }
    }
  }
  const groups = new Map<number, number[]>();
  for (const row of problem.rows.keys()) {
    const root = find(row);
    groups.set(root, [...(groups.get(root) ?? []), row]);
  }
  return [...groups.values()]
    .filter((rows) =>
      rows.some((row) => {
        const choice = problem.rows[row] as Choice;
        return (
          choice.options.length > 1 || choice.options[0]?.some((demand) => isHard(demand) && demand.lines.length > 1)
        );
      }),
    )
    .map((rows) => ({ rows, ordersWork: rows.some((row) => orders.has(row)) }));
}

interface ComponentResult {
  readonly found: Found | null;
  readonly complete: boolean;
  readonly nodes: number;
  readonly bound: number;
}

function solveComponent(
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
    for (const [position, row] of rows.entries()) {
      for (const demand of row.options[taken[position] as number] ?? []) {
        if (demand.producer !== undefined) continue;
        const line = demand.lines.find(has);
        if (line === undefined) {
          if (demand.source !== undefined && demand.source >= 0) sources.add(demand.source);
          continue;
        }
        copies += demand.copies;
        if (demand.showsOriginal) shown.add(line);
      }
    }
    let rare = 0;
    for (const line of chosen) if (problem.rarelyHeld[line]) rare += 1;
    return [chosen.size, shown.size, rare, 0, copies, sources.size];
  }

  /** Lines that rows without a choice, whatever component they are in, put in order. */
  const settledEdges = component.ordersWork
    ? producerEdges(problem.rows.filter((row) => row.options.length === 1))
    : [];

  /** Whether nothing under this node, which needs as many lines as the best cover found, costs less than that does. */
  function isNoBetter(best: Found, depth: number, pending: ReadonlyArray<Demand>): boolean {
    const shown = new Set<number>();
    let copies = 0;
    const decided = turn.slice(0, depth);
    for (const position of decided) {
      for (const demand of rows[position]?.options[taken[position] as number] ?? []) {
        if (demand.producer !== undefined || (!isHard(demand) && !isMet(demand, has))) continue;
        copies += demand.copies;
        if (demand.showsOriginal && demand.lines.length === 1) shown.add(demand.lines[0] as number);
      }
    }
    let rare = 0;
    for (const line of chosen) if (problem.rarelyHeld[line]) rare += 1;
    for (const demand of pending)
      if (!isMet(demand, has) && demand.lines.every((line) => problem.rarelyHeld[line])) {
        rare += 1;
        break;
      }
    if (shown.size !== best.cost[1]) return shown.size > (best.cost[1] as number);
    if (rare !== best.cost[2]) return rare > (best.cost[2] as number);
    if (component.ordersWork) {
      const edges = producerEdges(
        decided.map((position) => ({
          instance: (rows[position] as Choice).instance,
          options: [rows[position]?.options[taken[position] as number] ?? []],
        })),
      );
      const path = problem.pathOf([...settledEdges, ...edges]);
      if (Math.abs(path - (best.cost[3] as number)) > 1e-9) return path > (best.cost[3] as number);
    }
    if (copies !== best.cost[4]) return copies > (best.cost[4] as number);
    return best.cost[5] === 0;
  }

  function leaf(): void {
    const cost = [...costOf()];
    if (best && compareCosts(cost.slice(0, 3), best.cost.slice(0, 3)) > 0) return;
    if (component.ordersWork) {
      const options = [...others];
      for (const [position, row] of component.rows.entries()) options[row] = taken[position] as number;
      const edges = edgesOf(problem, options, new Set([...forced, ...chosen]), !mustBeAcyclic);
      const cyclic = edges === null || orderByEdges(problem.instances, edges).cycle !== null;
      if (cyclic && mustBeAcyclic) return;
      cost[3] = cyclic ? 0 : problem.pathOf(edges);
    }
    if (!best || compareCosts(cost, best.cost) < 0) best = { options: [...taken], lines: new Set(chosen), cost };
  }

  function cover(pending: ReadonlyArray<Demand>, depth: number): void {
    if (nodes >= budget && best) return;
    nodes += 1;
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

function producerEdges(rows: ReadonlyArray<Choice>): ReadonlyArray<Edge> {
  const edges: Edge[] = [];
  for (const { instance, options } of rows)
    for (const demand of options[0] ?? []) if (demand.producer !== undefined) edges.push([demand.producer, instance]);
  return edges;
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

export function compareCosts(a: Cost, b: Cost): number {
  for (let rank = 0; rank < a.length; rank++) {
    const difference = (a[rank] as number) - (b[rank] as number);
    if (Math.abs(difference) > 1e-9) return difference;
  }
  return 0;
}

/** Producer before consumer, and everyone who looks at a document before the one who takes it. Null where two take the same. */
function edgesOf(
  problem: CoverProblem,
  options: ReadonlyArray<number>,
  lines: ReadonlySet<number>,
  despiteTwoTakers = false,
): ReadonlyArray<Edge> | null {
  const edges: Edge[] = [];
  const takers = new Map<number, number>();
  const lookers: Array<readonly [product: number, instance: number]> = [];
  for (const [index, row] of problem.rows.entries()) {
    for (const demand of row.options[options[index] as number] ?? []) {
      if (demand.producer !== undefined) edges.push([demand.producer, row.instance]);
      const line = demand.producer === undefined ? demand.lines.find((each) => lines.has(each)) : undefined;
      if (demand.producer === undefined && line === undefined) continue;
      const product = line === undefined ? demand.product : (problem.lineProducts[line] as number);
      if (demand.takes) {
        const other = takers.get(product);
        if (other !== undefined && other !== row.instance && !despiteTwoTakers) return null;
        takers.set(product, row.instance);
      } else if (demand.looks) lookers.push([product, row.instance]);
    }
  }
  for (const [product, instance] of lookers) {
    const taker = takers.get(product);
    if (taker !== undefined && taker !== instance) edges.push([instance, taker]);
  }
  return edges;
}
