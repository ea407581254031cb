import { type Choice, type CoverProblem, type Demand, isHard, touchesTaken } from './cover.ts';

export interface Component {
  readonly rows: ReadonlyArray<number>;
  /** Its choices change the order of work. */
  readonly ordersWork: boolean;
  /** Lines whose original rows without a choice show anyway: showing them once more costs nothing. */
  readonly shown: ReadonlySet<number>;
}

/** Rows that share nothing still to be decided are solved apart: their costs add up. */
export function split(problem: CoverProblem, forced: ReadonlySet<number>): ReadonlyArray<Component> {
  const fixed = fixedBy(problem, forced);
  const isTaken = touchesTaken(problem);
  const groups = createGroups(problem.rows.length);
  const orders = new Set<number>();
  for (const [index, row] of problem.rows.entries()) {
    if (decidesOrder(row, forced, isTaken)) {
      orders.add(index);
      groups.join(index, 'order');
    }
    for (const option of row.options)
      for (const demand of option)
        for (const key of keysOf(demand, row.options.length > 1, fixed)) groups.join(index, key);
  }
  return groups
    .list()
    .filter((rows) => rows.some((row) => leavesAChoice(problem.rows[row] as Choice)))
    .map((rows) => ({ rows, ordersWork: rows.some((row) => orders.has(row)), shown: fixed.shown }));
}

/** What rows without a choice decide for all: lines, those shown in the original, sources drawn on. */
interface Fixed {
  readonly forced: ReadonlySet<number>;
  readonly shown: ReadonlySet<number>;
  readonly drawn: ReadonlySet<number>;
}

function fixedBy(problem: CoverProblem, forced: ReadonlySet<number>): Fixed {
  const shown = new Set<number>();
  const drawn = new Set<number>();
  for (const { options } of problem.rows)
    for (const demand of options.length === 1 ? (options[0] ?? []) : []) {
      const [line] = demand.lines;
      if (demand.lines.length === 1 && demand.showsOriginal && forced.has(line as number)) shown.add(line as number);
      if (demand.lines.length === 0 && demand.source !== undefined) drawn.add(demand.source);
    }
  return { forced, shown, drawn };
}

/** Whether one option, or one line that meets it, makes other matters wait than another does. */
function decidesOrder({ options }: Choice, forced: ReadonlySet<number>, isTaken: (demand: Demand) => boolean): boolean {
  if (options.length < 2)
    return (options[0] ?? []).some((demand) => demand.lines.some((line) => !forced.has(line)) && isTaken(demand));
  const producers = options.map((option) => option.flatMap((demand) => demand.producer ?? []).join());
  return new Set(producers).size > 1 || options.some((option) => option.some(isTaken));
}

/** What a demand shares with whoever else names it, as long as it is not settled. */
function keysOf(
  { lines, source, showsOriginal }: Demand,
  decides: boolean,
  { forced, shown, drawn }: Fixed,
): ReadonlyArray<string> {
  const isSettled = (line: number): boolean => forced.has(line) && (shown.has(line) || !showsOriginal);
  const keys = lines.filter((line) => !isSettled(line)).map((line) => `line ${line}`);
  if (source === undefined || source < 0 || drawn.has(source)) return keys;
  return lines.some((line) => !forced.has(line) || decides) ? [...keys, `source ${source}`] : keys;
}

function leavesAChoice({ options }: Choice): boolean {
  return options.length > 1 || (options[0] ?? []).some((demand) => isHard(demand) && demand.lines.length > 1);
}

/** Rows joined by a key that both name are of one group, and so are those joined to either. */
function createGroups(size: number): {
  join(row: number, key: string): void;
  list(): ReadonlyArray<ReadonlyArray<number>>;
} {
  const parent = Array.from({ length: size }, (_, row) => row);
  const owner = new Map<string, number>();
  const find = (row: number): number => {
    let root = row;
    while (parent[root] !== root) root = parent[root] as number;
    parent[row] = root;
    return root;
  };
  return {
    join(row, key) {
      const other = owner.get(key);
      if (other === undefined) owner.set(key, row);
      else parent[find(row)] = find(other);
    },
    list() {
      const groups = new Map<number, number[]>();
      for (const row of parent.keys()) {
        const root = find(row);
        groups.set(root, [...(groups.get(root) ?? []), row]);
      }
      return [...groups.values()];
    },
  };
}
