import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { compileEntities } from './entity-fetch.ts';
import type { Graph } from './graph.ts';
import { below } from './places.ts';
import { compileRoot } from './root-fetch.ts';
import type { Step } from './step.ts';
import type { Path } from './values.ts';

/**
 * `at` is the path from the answer's root; `@` in it steps into a list, however deep its lists are nested. No step holds on to its node,
 * for plans are large and steps are remembered.
 */
export function compile(node: PlanNode, at: Path, graph: Graph): Step {
  switch (node.kind) {
    case 'Sequence': {
      const steps = node.nodes.map((each) => compile(each, at, graph));
      return async (run, targets) => {
        for (const step of steps) await step(run, targets);
      };
    }
    case 'Parallel': {
      const steps = alike(node.nodes).map((each) =>
        each.length > 1 ? compileAlike(each, at, graph) : compile(each[0] as PlanNode, at, graph),
      );
      return async (run, targets) => {
        await Promise.all(steps.map((step) => step(run, targets)));
      };
    }
    case 'Flatten': {
      const path = node.path.filter((step) => step !== '@');
      const step = compile(node.node, [...at, ...path], graph);
      return (run, targets) => step(run, below(targets, path));
    }
    case 'Condition': {
      const { condition } = node;
      const yes = node.ifClause ? compile(node.ifClause, at, graph) : null;
      const no = node.elseClause ? compile(node.elseClause, at, graph) : null;
      return async (run, targets) => (run.variables[condition] ? yes : no)?.(run, targets);
    }
    case 'Fetch':
      return node.requires ? compileEntities(node, [at], graph) : compileRoot(node, at, graph);
    default:
      throw new Error(`The plan holds a node of kind ${node.kind}, which this gateway does not offer.`);
  }
}

/** Nodes that ask one subgraph the same of different places, together; all others by themselves. */
function alike(nodes: ReadonlyArray<PlanNode>): ReadonlyArray<ReadonlyArray<PlanNode>> {
  const groups = new Map<string, PlanNode[]>();
  for (const [index, node] of nodes.entries()) {
    const fetch = node.kind === 'Flatten' && node.node.kind === 'Fetch' && node.node.requires ? node.node : null;
    const { serviceName, operation = '', requires, inputRewrites, outputRewrites, contextRewrites } = fetch ?? {};
    const key = fetch
      ? JSON.stringify([
          serviceName,
          operation.replace(ownName, ''),
          requires,
          inputRewrites,
          outputRewrites,
          contextRewrites,
        ])
      : String(index);
    const known = groups.get(key);
    if (known) known.push(node);
    else groups.set(key, [node]);
  }
  return [...groups.values()];
}

const ownName = /^query \w+/;

/** One fetch for all of them: an entity that stands at several places is asked for once. */
function compileAlike(nodes: ReadonlyArray<PlanNode>, at: Path, graph: Graph): Step {
  const flattened = nodes.filter((node) => node.kind === 'Flatten');
  const paths = flattened.map(({ path }) => path.filter((step) => step !== '@'));
  const fetch = flattened[0]?.node as FetchNode;
  const step = compileEntities(
    fetch,
    paths.map((path) => [...at, ...path]),
    graph,
  );
  return (run, targets) =>
    step(
      run,
      paths.flatMap((path) => below(targets, path)),
    );
}
