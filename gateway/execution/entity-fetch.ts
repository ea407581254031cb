import type { FetchNode } from '@apollo/query-planner';
import type { GraphQLFormattedError } from 'graphql';
import { errorOf } from '../errors.ts';
import { json } from '../sources/digits.ts';
import { compileContext } from './context.ts';
import { askedOfEntities } from './entity-fields.ts';
import type { Graph } from './graph.ts';
import { merge } from './merging.ts';
import { pathsTo } from './places.ts';
import { compileDescribe, type Described } from './representations.ts';
import { applyRewrites } from './rewrites.ts';
import { none, ofNode, pick } from './root-fetch.ts';
import type { Run, Step } from './step.ts';
import type { Entity, Path, Variables } from './values.ts';

/** A fetch about entities. The targets are those of the first place, then those of the next. */
export function compileEntities(node: FetchNode, places: ReadonlyArray<Path>, graph: Graph): Step {
  const fetch = ofNode(node);
  const usages = node.variableUsages ?? [];
  const describe = compileDescribe(node, graph);
  const leaveEmpty = askedOfEntities(node, graph);
  const { outputRewrites } = node;
  const contextOf = compileContext(node, graph);
  const ask = async (
    run: Run,
    targets: ReadonlyArray<Entity>,
    paths: () => ReadonlyArray<Path>,
    context: Variables,
  ): Promise<void> => {
    const described = describe(targets, run, paths);
    if (!described) return;
    const { representations, placeOf, unknown, wrong } = described;
    // Who is nobody to one subgraph has nothing that is found by what that subgraph alone tells; all others are missed.
    for (const index of unknown) if (run.nobody.has(targets[index] as Entity)) leaveEmpty(targets[index] as Entity);
    for (const { index, field, message } of wrong) tellAt(run, invalid(message), paths()[index], [field]);
    if (!representations) return;
    const { response, isOwn } = await run.ask(fetch, pick(run.variables, usages, context), representations);
    const { data, errors = [] } = response;
    for (const error of errors) tell(run, error, described, paths());
    // Errors that each name one entity say nothing of the others, which are lost with them.
    if (!data && errors.every((error) => namesEntity(error, representations)))
      tell(run, invalid(`${fetch.subgraph} gave errors and no objects.`, fetch.subgraph), described, paths());
    if (!data) return;
    const entities = data._entities as ReadonlyArray<unknown>;
    if (outputRewrites) for (const entity of entities) applyRewrites(graph, outputRewrites, entity);
    const given = new Given(entities, isOwn, graph);
    const onNobody = (target: Entity): void => {
      run.nobody.add(target);
      leaveEmpty(target);
    };
    for (const index of given.toAll(targets, placeOf, onNobody)) {
      const message = `${fetch.subgraph} was asked about one object and answered with another.`;
      tellAt(run, invalid(message, fetch.subgraph), paths()[index], []);
    }
  };
  return async (run, targets) => {
    const paths = lazily(() => places.flatMap((place) => pathsTo(run.data, place)));
    if (!contextOf) return ask(run, targets, paths, none);
    const groups = new Map<string, { readonly context: Variables; readonly indexes: number[] }>();
    for (const [index, path] of paths().entries()) {
      const context = contextOf(run.data, path);
      const key = json(context);
      const known = groups.get(key);
      if (known) known.indexes.push(index);
      else groups.set(key, { context, indexes: [index] });
    }
    // One fetch takes one value for all its entities.
    await Promise.all(
      [...groups.values()].map(({ context, indexes }) =>
        ask(
          run,
          indexes.map((index) => targets[index] as Entity),
          () => indexes.map((index) => paths()[index] as Path),
          context,
        ),
      ),
    );
  };
}

function invalid(reason: string, subgraph?: string): GraphQLFormattedError {
  const { message, extensions } = errorOf('INVALID_SUBGRAPH_RESPONSE', { reason });
  return { message, extensions: { ...extensions, ...(subgraph === undefined ? {} : { subgraph }) } };
}

/** What is missing at several places is told at each; what names no entity, wherever one was asked for. */
function tell(
  run: Run,
  error: GraphQLFormattedError,
  { representations, placeOf }: Described,
  paths: ReadonlyArray<Path>,
): void {
  const [, place, ...rest] = error.path ?? [];
  const isKnown = namesEntity(error, representations);
  for (const [index, own] of placeOf.entries())
    if (isKnown ? own === place : own >= 0) tellAt(run, error, paths[index], isKnown ? rest : []);
}

function namesEntity({ path = [] }: GraphQLFormattedError, asked: Described['representations']): boolean {
  const [first, place] = path;
  return first === '_entities' && typeof place === 'number' && place < (asked?.texts.length ?? 0);
}

function tellAt(run: Run, error: GraphQLFormattedError, at: Path | undefined, below: Path): void {
  run.errors.push({ ...error, path: [...(at ?? []), ...below] });
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Gives the entities of one answer to whom they were asked for. */
class Given {
  readonly #entities: ReadonlyArray<unknown>;
  readonly #isOwn: boolean;
  readonly #graph: Graph;
  /** Given away once, it is no longer its answer's own. */
  #given: Set<number> | undefined;

  constructor(entities: ReadonlyArray<unknown>, isOwn: boolean, graph: Graph) {
    this.#entities = entities;
    this.#isOwn = isOwn;
    this.#graph = graph;
  }

  /** The indexes of targets that were answered with something else. */
  toAll(
    targets: ReadonlyArray<Entity>,
    placeOf: ReadonlyArray<number>,
    onNobody: (target: Entity) => void,
  ): ReadonlyArray<number> {
    const wrong: number[] = [];
    for (let index = 0; index < targets.length; index++) {
      const target = targets[index] as Entity;
      const place = placeOf[index] as number;
      if (place < 0) continue;
      const outcome = this.#to(target, place);
      if (outcome === 'NOBODY') onNobody(target);
      else if (outcome === 'WRONG') wrong.push(index);
    }
    return wrong;
  }

  #to(target: Entity, place: number): 'GIVEN' | 'NOBODY' | 'WRONG' {
    const entity = this.#entities[place];
    if (entity === null) return 'NOBODY';
    if (typeof entity !== 'object' || Array.isArray(entity)) return 'WRONG';
    const typename = target.__typename;
    const told = (entity as Entity).__typename;
    if (told !== undefined && typename !== undefined && !this.#mayBe(told, typename)) return 'WRONG';
    merge(target, entity as Entity, this.#isOwn && !this.#given?.has(place));
    // A graph that knows a type as an interface object calls it by the interface's name, which must not hide what it is.
    if (typename !== undefined && target.__typename !== typename && this.#graph.isInterface(target.__typename)) {
      target.__typename = typename;
    }
    this.#given ??= new Set();
    this.#given.add(place);
    return 'GIVEN';
  }

  /** The same, or what an object is called that one of the two knows by its interface alone. */
  #mayBe(told: unknown, typename: unknown): boolean {
    if (typeof told !== 'string' || typeof typename !== 'string') return false;
    return this.#graph.isSubtype(typename, told) || this.#graph.isSubtype(told, typename);
  }
}
