import type { Condition } from '../language/conditions.ts';
import { solveComponent } from './branch.ts';
import { type Component, split } from './components.ts';
import { type Choice, type CoverProblem, type Demand, forceLines } from './cover.ts';
import { withoutDominated } from './dominance.ts';
import type { Need, Row, RowOption } from './expansion.ts';
import { meetsNeed, type PossibleLine, possibleLines, sortOf } from './lines.ts';

/**
 * Fewest lines that meet rows, whatever the order of work: the first of the costs of a list, and that alone. Conditions in `ruledOut` do not
 * hold. What lines join is solved once and kept in `solved`, also for children who need the same each.
 */
export function fewestLines(
  rows: ReadonlyArray<Row>,
  ruledOut: ReadonlySet<Condition | null>,
  solved: Map<string, number>,
  nodeBudget: number,
): number {
  const isDone = ({ instance }: Row): boolean => !ruledOut.has(instance.condition);
  const undone = new Set(rows.filter((row) => !isDone(row)).map(({ instance }) => instance.index));
  const left = rows.filter((row) => row.state === 'OPEN' && isDone(row) && !ruledOut.has(row.requirement.condition));
  const options = left
    .map((row) => row.options.filter(({ condition }) => !ruledOut.has(condition)))
    .filter((each) => each.length > 0);
  const { reduced } = withoutDominated(problemOf(options, undone, nodeBudget));
  const forced = forceLines(reduced);
  return split(reduced, forced)
    .map((component) => {
      const key = signatureOf(reduced, component, forced);
      const known = solved.get(key) ?? solve(reduced, component, forced);
      solved.set(key, known);
      return known;
    })
    .reduce((sum, lines) => sum + lines, forced.size);
}

function solve(problem: CoverProblem, component: Component, forced: ReadonlySet<number>): number {
  return solveComponent(problem, component, forced, [], problem.nodeBudget, false).found?.lines.size ?? 0;
}

/** Rows, and of their uses those that nothing but a line meets. */
function problemOf(
  rows: ReadonlyArray<ReadonlyArray<RowOption>>,
  undone: ReadonlySet<number>,
  nodeBudget: number,
): CoverProblem {
  const isMade = (need: Need): boolean => need.producers.some((producer) => !undone.has(producer));
  const asked: Need[] = [];
  for (const options of rows)
    for (const { needs } of options) for (const need of needs) if (!need.generated && !isMade(need)) asked.push(need);
  const bySort = new Map<string, { readonly index: number; readonly line: PossibleLine }[]>();
  for (const [index, line] of possibleLines(asked).lines.entries()) {
    const same = bySort.get(sortOf(line));
    if (same) same.push({ index, line });
    else bySort.set(sortOf(line), [{ index, line }]);
  }
  const demands = new Map<string, Demand>();
  const demandOf = (need: Need): Demand => {
    let demand = demands.get(need.key);
    if (!demand) {
      const covering = (bySort.get(sortOf(need)) ?? []).filter(({ line }) => meetsNeed(line, need));
      demand = { ...bare, lines: covering.map(({ index }) => index) };
      demands.set(need.key, demand);
    }
    return demand;
  };
  const isHard = (need: Need): boolean => !need.generated && !need.held && need.source === null && !isMade(need);
  return {
    matters: [],
    rows: rows
      .map(
        (options): Choice => ({
          instance: 0,
          options: options.map(({ needs }) => [...new Set(needs.filter(isHard).map(demandOf))]),
        }),
      )
      // With an option that needs no line, it needs none.
      .filter(({ options }) => options.every((option) => option.length > 0)),
    rarelyHeld: [],
    lineProducts: [],
    endOf: (_instance, start) => start,
    nodeBudget,
  };
}

const bare = { product: 0, showsOriginal: false, copies: 0, takes: false, looks: false };

/** Equal for components that differ only in the names of their lines. */
function signatureOf({ rows }: CoverProblem, component: Component, forced: ReadonlySet<number>): string {
  const names = new Map<number, number>();
  const nameOf = (line: number): number => {
    const name = names.get(line) ?? names.size;
    names.set(line, name);
    return name;
  };
  const unmet = (option: ReadonlyArray<Demand>): ReadonlyArray<ReadonlyArray<number>> =>
    option.filter(({ lines }) => !lines.some((line) => forced.has(line))).map(({ lines }) => lines.map(nameOf));
  return JSON.stringify(component.rows.map((row) => (rows[row] as Choice).options.map(unmet)));
}
