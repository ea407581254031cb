import { solveComponent } from './branch.ts';
import { split } from './components.ts';
import { type Cover, type CoverProblem, forceLines } from './cover.ts';
import { withoutDominated } from './dominance.ts';
import { edgesOf } from './edges.ts';
import { orderByEdges } from './graph.ts';

/** The cheapest cover, exact within the budget of nodes; one without a cycle before any with one. */
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
