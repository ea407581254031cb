import type { Edge } from './graph.ts';

/** When an instance ends that begins after `start` working days; never earlier for a later start. */
export type EndOf = (instance: number, start: number) => number;

/** An instance begins once all the producers of one of the alternatives have ended. */
export interface Wait {
  readonly instance: number;
  readonly alternatives: ReadonlyArray<ReadonlyArray<number>>;
}

/** Edges as waits without a choice, each once. */
export function waitsFor(edges: ReadonlyArray<Edge>): ReadonlyArray<Wait> {
  const producers = new Map<number, Set<number>>();
  for (const [from, to] of edges) {
    const known = producers.get(to);
    if (known) known.add(from);
    else producers.set(to, new Set([from]));
  }
  return [...producers].map(([instance, before]) => ({ instance, alternatives: [[...before]] }));
}

/**
 * The critical path, in working days, where each wait takes its best alternative; infinite where every choice leaves a cycle. What is best for
 * one is never worse for another, since nothing ends later because something else begins sooner: all take theirs at once, without a search.
 */
export function leastPath(size: number, waits: ReadonlyArray<Wait>, endOf: EndOf): number {
  const starts = new Array<number>(size).fill(0);
  for (const { instance } of waits) starts[instance] = Number.POSITIVE_INFINITY;
  const ends = starts.map((start, instance) => (start === 0 ? endOf(instance, 0) : start));
  const byInstance = new Map<number, Wait[]>();
  for (const wait of waits) {
    const same = byInstance.get(wait.instance);
    if (same) same.push(wait);
    else byInstance.set(wait.instance, [wait]);
  }
  // Downwards from never: what only a cycle would allow stays there.
  for (let moved = true; moved; ) {
    moved = false;
    for (const [instance, own] of byInstance) {
      const start = startAfter(own, ends);
      if (start >= (starts[instance] as number)) continue;
      starts[instance] = start;
      ends[instance] = endOf(instance, start);
      moved = true;
    }
  }
  return ends.reduce((latest, end) => Math.max(latest, end), 0);
}

function startAfter(waits: ReadonlyArray<Wait>, ends: ReadonlyArray<number>): number {
  let start = 0;
  for (const { instance, alternatives } of waits) {
    let earliest = Number.POSITIVE_INFINITY;
    for (const producers of alternatives) {
      let latest = 0;
      for (const producer of producers) if (producer !== instance) latest = Math.max(latest, ends[producer] as number);
      earliest = Math.min(earliest, latest);
    }
    start = Math.max(start, earliest);
  }
  return start;
}
