import type { FetchNode } from '@apollo/query-planner';
import type { GraphQLFormattedError } from 'graphql';
import type { Graph } from './graph.ts';
import { merge } from './merging.ts';
import { pathsTo } from './places.ts';
import { compileDescribe, type Described } from './representations.ts';
import { applyRewrites } from './rewrites.ts';
import { ofNode, pick } from './root-fetch.ts';
import type { Run, Step } from './step.ts';
import type { Entity, Path } from './values.ts';

/** A fetch about entities. The targets are those of the first place, then those of the next. */
export function compileEntities(node: FetchNode, places: ReadonlyArray<Path>, graph: Graph): Step {
  const fetch = ofNode(node);
  const usages = node.variableUsages ?? [];
  const describe = compileDescribe(node, graph);
  const { outputRewrites } = node;
  return async (run, targets) => {
    const described = describe(targets);
    if (!described) return;
    const { representations, placeOf } = described;
    const { response, isOwn } = await run.ask(fetch, pick(run.variables, usages), representations);
    if (response.errors) tell(run, response.errors, described, places);
    const entities = response.data?._entities;
    if (!Array.isArray(entities)) return;
    if (outputRewrites) {
      for (const entity of entities) if (entity) applyRewrites(graph, outputRewrites, entity);
    }
    fill(targets, entities, placeOf, isOwn, graph);
  };
}

/** What is missing at several places is told at each; that nothing was answered, once. */
function tell(
  run: Run,
  errors: ReadonlyArray<GraphQLFormattedError>,
  { representations, placeOf }: Described,
  places: ReadonlyArray<Path>,
): void {
  const paths = places.flatMap((place) => pathsTo(run.data, place));
  for (const error of errors) {
    const [, place, ...rest] = error.path ?? [];
    const known = typeof place === 'number' && place < representations.texts.length;
    for (let index = placeOf.indexOf(known ? place : 0); index >= 0; index = placeOf.indexOf(place, index + 1)) {
      run.errors.push({ ...error, path: [...(paths[index] ?? []), ...rest] });
      if (!known) break;
    }
  }
}

function fill(
  targets: ReadonlyArray<Entity>,
  entities: ReadonlyArray<Entity | null | undefined>,
  placeOf: ReadonlyArray<number>,
  isOwn: boolean,
  graph: Graph,
): void {
  // Given away once, it is no longer its answer's own.
  let given: Set<number> | undefined;
  for (let index = 0; index < targets.length; index++) {
    const place = placeOf[index] as number;
    const entity = place < 0 ? undefined : entities[place];
    if (!entity) continue;
    const target = targets[index] as Entity;
    const typename = target.__typename;
    merge(target, entity, isOwn && !given?.has(place));
    // A graph that knows a type as an interface object calls it by the interface's name, which must not hide what it is.
    if (typename !== undefined && target.__typename !== typename && graph.isInterface(target.__typename)) {
      target.__typename = typename;
    }
    given ??= new Set();
    given.add(place);
  }
}
