import { solveComponent } from './branch.ts';
import { split } from './components.ts';
import { type Cover, type CoverProblem, forceLines } from './cover.ts';
import { withoutDominated } from './dominance.ts';
import { edgesOf } from './edges.ts';
import { orderByEdges } from './graph.ts';

/** The cheapest cover, exact within the budget of nodes; one without a cycle before any with one. */
export function solveCover(problem: CoverProblem): Cover {
  const { reduced, kept } = withoutDominated(problem);
  const acyclic = search(reduced, true);
  const cover = acyclic.cover ?? (search(reduced, false).cover as Cover);
  return {
    ...cover,
    options: cover.options.map((option, row) => kept[row]?.[option] ?? option),
    // That there is none without a cycle is known only where all were looked at.
    optimal: cover.optimal && (acyclic.cover !== null || acyclic.complete),
  };
}

function search(
  problem: CoverProblem,
  mustBeAcyclic: boolean,
): { readonly cover: Cover | null; readonly complete: boolean } {
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
    if (!result.found) return { cover: null, complete: result.complete };
    for (const [position, row] of component.rows.entries()) options[row] = result.found.options[position] as number;
    for (const line of result.found.lines) lines.add(line);
    optimal &&= result.complete;
    bound += result.complete ? result.found.lines.size : result.bound;
  }
  const edges = edgesOf(problem, options, lines);
  const acyclic = edges !== null && orderByEdges(problem.matters.length, edges).cycle === null;
  if (mustBeAcyclic && !acyclic) return { cover: null, complete: optimal };
  const orderedBy = edges ?? edgesOf(problem, options, lines, true) ?? [];
  return { cover: { options, lines, optimal, lowerBound: bound, edges: orderedBy, acyclic }, complete: optimal };
}
