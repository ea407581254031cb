import { type Choice, type CoverProblem, type Demand, forceLines, isHard, touchesTaken } from './cover.ts';

/**
 * Drops options that another option of the same row is never worse than, whatever the other rows take: fewer or equal demands, a
 * line that is needed anyhow, a matter that ends before the other one may begin. `kept` leads back to the options as given.
 */
export function withoutDominated(problem: CoverProblem): {
  readonly reduced: CoverProblem;
  readonly kept: ReadonlyArray<ReadonlyArray<number>>;
} {
  const isTaken = touchesTaken(problem);
  let kept: ReadonlyArray<ReadonlyArray<number>> = problem.rows.map((row) => row.options.map((_, index) => index));
  let reduced = problem;
  for (;;) {
    if (reduced.rows.every((row) => row.options.length === 1)) return { reduced, kept };
    const settled = settle(reduced);
    const left = reduced.rows.map((row) => undominated(row, settled, isTaken));
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

function undominated(row: Choice, settled: Settled, isTaken: (demand: Demand) => boolean): ReadonlyArray<number> {
  const all = row.options.map((_, index) => index);
  if (all.length < 2) return all;
  const costsNothing = (demand: Demand): boolean => {
    if (isTaken(demand)) return false;
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
      return !isTaken(a) && !isTaken(b) && settled.isBefore(a.producer, b.producer);
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
