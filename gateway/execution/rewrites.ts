import type { FetchNode } from '@apollo/query-planner';
import type { Graph } from './graph.ts';

type Rewrites = FetchNode['inputRewrites'];
const typeStep = '... on ';

/** Changes the planner asks for: an interface object is named by its interface, a field renamed for a fetch gets its name back. */
export function applyRewrites(graph: Graph, rewrites: Rewrites, value: unknown): void {
  for (const rewrite of rewrites ?? []) {
    const path = rewrite.path;
    const last = path.at(-1) as string;
    for (const object of reach(graph, value, path.slice(0, -1))) {
      if (rewrite.kind === 'ValueSetter') {
        object[last] = rewrite.setValueTo;
      } else if (last in object) {
        object[rewrite.renameKeyTo] = object[last];
        delete object[last];
      }
    }
  }
}

function reach(graph: Graph, value: unknown, path: ReadonlyArray<string>): ReadonlyArray<Record<string, unknown>> {
  if (Array.isArray(value)) return value.flatMap((item) => reach(graph, item, path));
  if (value === null || typeof value !== 'object') return [];
  const object = value as Record<string, unknown>;
  const [step, ...rest] = path;
  if (step === undefined) return [object];
  if (!step.startsWith(typeStep)) return reach(graph, object[step], rest);
  const typename = object.__typename;
  return typeof typename === 'string' && graph.isSubtype(typename, step.slice(typeStep.length))
    ? reach(graph, object, rest)
    : [];
}
