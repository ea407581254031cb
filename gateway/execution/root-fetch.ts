import type { FetchNode } from '@apollo/query-planner';
import { Kind, parse } from 'graphql';
import { type Fetch, fetchOf } from '../sources/call.ts';
import type { Graph } from './graph.ts';
import { merge } from './merging.ts';
import { pathsTo } from './places.ts';
import { applyRewrites } from './rewrites.ts';
import type { Step } from './step.ts';
import type { Entity, Path, Variables } from './values.ts';

/** A fetch of root fields, whose answer belongs to each object at a place. */
export function compileRoot(node: FetchNode, at: Path, graph: Graph): Step {
  const fetch = ofNode(node);
  const { variableUsages: usages = [], outputRewrites } = node;
  const { path: place = [] } = missingAt(node);
  return async (run, targets) => {
    const { response, isOwn } = await run.ask(fetch, pick(run.variables, usages), null);
    const { data, errors } = response;
    if (errors) {
      const paths = pathsTo(run.data, at);
      for (const path of paths) {
        for (const error of errors) run.errors.push({ ...error, path: [...path, ...(error.path ?? place)] });
      }
    }
    if (!data) return;
    applyRewrites(graph, outputRewrites, data);
    for (const [index, target] of targets.entries()) merge(target, data as Entity, isOwn && index === 0);
  };
}

/** Where something is missing when a fetch answers nothing: at its field, if it has but one. */
export function missingAt({ operation }: FetchNode): { readonly path?: ReadonlyArray<string> } {
  const keys = new Set<string>();
  for (const definition of parse(operation, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const selection of definition.selectionSet.selections) {
      keys.add(selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : '');
    }
  }
  const [key, ...more] = keys;
  return key && more.length === 0 ? { path: [key] } : {};
}

export function ofNode({ serviceName, operation, operationName, operationKind }: FetchNode): Fetch {
  return fetchOf(serviceName, operation, operationName, operationKind === 'query');
}

const none: Variables = Object.freeze({});

/** Of an operation's variables those that a fetch uses. */
export function pick(variables: Variables, names: ReadonlyArray<string>): Variables {
  if (names.length === 0) return none;
  const picked: Record<string, unknown> = {};
  for (const name of names) if (name in variables) picked[name] = variables[name];
  return picked;
}
