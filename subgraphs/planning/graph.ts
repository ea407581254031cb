/** A directed graph over 0 … size−1, small enough for plain lists. */
export interface Order {
  /** Predecessors of each node, in ascending order. */
  readonly before: ReadonlyArray<ReadonlyArray<number>>;
  /** Longest chain of predecessors of each node; empty where the edges make a cycle. */
  readonly stages: ReadonlyArray<number>;
  /** Nodes in an order that respects every edge. */
  readonly sequence: ReadonlyArray<number>;
  /** One cycle, first node repeated at the end; null where there is none. */
  readonly cycle: ReadonlyArray<number> | null;
}
export type Edge = readonly [from: number, to: number];

/** Orders nodes by edges: no stage could be earlier. */
export function orderByEdges(size: number, edges: Iterable<Edge>): Order {
  const sets = Array.from({ length: size }, () => new Set<number>());
  for (const [from, to] of edges) if (from !== to) sets[to]?.add(from);
  const before = sets.map((set) => [...set].sort((a, b) => a - b));
  const next = Array.from({ length: size }, (): number[] => []);
  const waiting = before.map((predecessors, node) => {
    for (const predecessor of predecessors) next[predecessor]?.push(node);
    return predecessors.length;
  });
  const stages = new Array<number>(size).fill(0);
  const sequence = waiting.flatMap((count, node) => (count === 0 ? [node] : []));
  for (let position = 0; position < sequence.length; position++) {
    const node = sequence[position] as number;
    for (const follower of next[node] as number[]) {
      stages[follower] = Math.max(stages[follower] as number, (stages[node] as number) + 1);
      waiting[follower] = (waiting[follower] as number) - 1;
      if (waiting[follower] === 0) sequence.push(follower);
    }
  }
  if (sequence.length === size) return { before, stages, sequence, cycle: null };
  return { before, stages: [], sequence, cycle: findCycle(before, new Set(sequence)) };
}

/** Every node left over has a predecessor left over: walking back must come round. */
function findCycle(before: ReadonlyArray<ReadonlyArray<number>>, done: ReadonlySet<number>): ReadonlyArray<number> {
  const path: number[] = [];
  let node = before.findIndex((_, index) => !done.has(index));
  while (!path.includes(node)) {
    path.push(node);
    node = before[node]?.find((predecessor) => !done.has(predecessor)) as number;
  }
  const cycle = path.slice(path.indexOf(node)).reverse();
  const start = cycle.indexOf(Math.min(...cycle));
  const turned = [...cycle.slice(start), ...cycle.slice(0, start)];
  return [...turned, turned[0] as number];
}
