import type { FetchNode } from '@apollo/query-planner';
import type { Graph } from './graph.ts';
import { type Entity, own, type Path, type Variables } from './values.ts';

/** What objects above an entity say of it (`@fromContext`): values for variables of its fetch. Null: the fetch wants none. */
export type ContextOf = (root: Entity, at: Path) => Variables;

const up = '..';
const typeStep = '... on ';

export function compileContext({ contextRewrites = [] }: FetchNode, graph: Graph): ContextOf | null {
  if (contextRewrites.length === 0) return null;
  return (root, at) => {
    const variables: Record<string, unknown> = {};
    for (const { path, renameKeyTo } of contextRewrites) {
      const levels = path.findIndex((step) => step !== up);
      const above = objectAbove(root, at, levels < 0 ? path.length : levels);
      const value = levels < 0 ? undefined : below(above, path.slice(levels), graph);
      // Each type that may stand there has a rewrite of its own.
      variables[renameKeyTo] = value ?? variables[renameKeyTo] ?? null;
    }
    return variables;
  };
}

/** The object that stands so many fields above a place; lists between are no level. */
function objectAbove(root: Entity, at: Path, levels: number): unknown {
  let left = levels;
  let end = at.length;
  while (left > 0 && end > 0) {
    end -= 1;
    if (typeof at[end] === 'string') left -= 1;
  }
  // What is above a list's items stands before the list.
  let value: unknown = root;
  for (const step of at.slice(0, end)) value = own(value as Entity, String(step));
  return value;
}

function below(value: unknown, path: ReadonlyArray<string>, graph: Graph): unknown {
  const [step, ...rest] = path;
  if (step === undefined || value === null || typeof value !== 'object') return value ?? undefined;
  if (!step.startsWith(typeStep)) return below(own(value as Entity, step), rest, graph);
  const { __typename: typename } = value as Entity;
  const fits = typeof typename === 'string' && graph.isSubtype(typename, step.slice(typeStep.length));
  return fits ? below(value, rest, graph) : undefined;
}
