import type { FetchNode } from '@apollo/query-planner';
import { type GraphQLFormattedError, Kind, parse, type SelectionSetNode } from 'graphql';
import { type Fetch, fetchOf } from '../sources/call.ts';
import type { GraphResponse } from '../types.ts';
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
  const keys = rootKeys(node);
  return async (run, targets) => {
    const { response, isOwn } = await run.ask(fetch, pick(run.variables, usages), null);
    const { data, errors } = response;
    if (errors) {
      const told = errors.flatMap((error) => placed(error, keys, data));
      for (const path of pathsTo(run.data, at))
        run.errors.push(...told.map((error) => ({ ...error, path: [...path, ...(error.path ?? [])] })));
    }
    if (!data) return;
    applyRewrites(graph, outputRewrites, data);
    for (const [index, target] of targets.entries()) merge(target, data as Entity, isOwn && index === 0);
  };
}

/** Names of the fields that a fetch asks its root for. */
export function rootKeys({ operation }: FetchNode): ReadonlySet<string> {
  const keys = new Set<string>();
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) keys.add((selection.alias ?? selection.name).value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet);
    }
  };
  for (const definition of parse(operation, { noLocation: true }).definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) walk(definition.selectionSet);
  return keys;
}

/** An error at its place; one that names none of the fetch's is told at each field that it may have cost. */
export function placed(
  error: GraphQLFormattedError,
  keys: ReadonlySet<string>,
  data: GraphResponse['data'],
): ReadonlyArray<GraphQLFormattedError> {
  const first = error.path?.[0];
  if (typeof first === 'string' && keys.has(first)) return [error];
  const { path: _foreign, ...rest } = error;
  const missing = [...keys].filter((key) => (data?.[key] ?? null) === null);
  return missing.length === 0 ? [rest] : missing.map((key) => ({ ...rest, path: [key] }));
}

export function ofNode({ serviceName, operation, operationName, operationKind }: FetchNode): Fetch {
  return fetchOf(serviceName, operation, operationName, operationKind === 'query');
}

export const none: Variables = Object.freeze({});

/** Of an operation's variables those that a fetch uses; what its context says goes first. */
export function pick(variables: Variables, names: ReadonlyArray<string>, context: Variables = none): Variables {
  if (names.length === 0) return none;
  const picked: Record<string, unknown> = {};
  for (const name of names) {
    if (name in context) picked[name] = context[name];
    else if (name in variables) picked[name] = variables[name];
  }
  return picked;
}
