import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { type GraphQLFormattedError, isNonNullType, Kind, parse } from 'graphql';
import { outerName } from '../planning/planner-faults.ts';
import type { View } from '../planning/supergraph.ts';
import type { GraphResponse, SubgraphAnswer } from '../types.ts';
import type { Field } from './completion.ts';
import { type Entity, merge } from './merging.ts';
import { compileDescribe, type Representations } from './representations.ts';
import { applyRewrites } from './rewrites.ts';

type Variables = Readonly<Record<string, unknown>>;
type Path = ReadonlyArray<string | number>;

/** What a fetch of a plan asks of its subgraph, but for variables. */
export interface Fetch {
  readonly subgraph: string;
  readonly operation: string;
  readonly operationName: string | undefined;
  readonly isQuery: boolean;
  /** A request's body up to its variables. */
  readonly head: string;
}
export interface Asking {
  /** The answer's objects belong to nobody else: it was read from bytes. */
  readonly isOwn: boolean;
  readonly response: GraphResponse;
  readonly headers?: SubgraphAnswer['headers'];
}
/** Asks one subgraph; an outage is an error in the answer, never a rejection. */
export type Ask = (fetch: Fetch, variables: Variables, representations: Representations | null) => Promise<Asking>;

export interface Executed {
  readonly data: Entity;
  readonly errors: GraphQLFormattedError[];
}
/** Query plans made ready to be carried out. */
export type Execute = (variables: Variables, ask: Ask) => Promise<Executed>;

/** One execution of one plan. */
interface Run {
  readonly variables: Variables;
  readonly ask: Ask;
  readonly data: Entity;
  readonly errors: GraphQLFormattedError[];
}
/** Fills the targets: the objects at its place in the answer. */
type Step = (run: Run, targets: ReadonlyArray<Entity>) => Promise<void>;

export function fetchOf(
  subgraph: string,
  operation: string,
  operationName: string | undefined,
  isQuery = !operation.startsWith('mutation'),
): Fetch {
  const name = operationName === undefined ? '' : `"operationName":${JSON.stringify(operationName)},`;
  return {
    subgraph,
    operation,
    operationName,
    isQuery,
    head: `{"query":${JSON.stringify(operation)},${name}"variables":`,
  };
}

/** Compiles plans that each answer for the whole operation but what the others answer; they run side by side. */
export function compilePlans(plans: ReadonlyArray<QueryPlan>, view: View): Execute {
  const runs = plans.map((plan) => compilePlan(plan, view));
  const [only] = runs;
  if (only && runs.length === 1) return only;
  return async (variables, ask) => {
    const [first, ...others] = await Promise.all(runs.map((run) => run(variables, ask)));
    const whole = first ?? { data: {}, errors: [] };
    for (const other of others) {
      merge(whole.data, other.data);
      whole.errors.push(...other.errors);
    }
    return whole;
  };
}

/**
 * Compiles one plan for each of a mutation's own fields, by its name in the answer; they run one after another in the answer's order, up
 * to the first that leaves null where none may stand: the answer is null then, and says why.
 */
export function compileInOrder(
  plans: ReadonlyArray<readonly [key: string, plan: QueryPlan]>,
  fields: (variables: Variables) => ReadonlyArray<Field>,
  view: View,
): Execute {
  const runs = new Map(plans.map(([key, plan]) => [key, compilePlan(plan, view)]));
  return async (variables, ask) => {
    const whole: Executed = { data: {}, errors: [] };
    for (const { key, inner, name, type } of fields(variables)) {
      const part = name.startsWith('__') ? undefined : await runs.get(key)?.(variables, ask);
      if (!part) continue;
      merge(whole.data, part.data);
      whole.errors.push(...part.errors);
      if (isNonNullType(type) && (part.data[inner] ?? null) === null) break;
    }
    return whole;
  };
}

function compilePlan({ node }: QueryPlan, view: View): Execute {
  if (node?.kind === 'Subscription') throw new Error('Subscriptions are not offered.');
  if (node?.kind === 'Fetch' && !node.requires && !node.outputRewrites) return compileOnly(node);
  const step = node ? compile(node, [], view) : null;
  return async (variables, ask) => {
    const run: Run = { variables, ask, data: {}, errors: [] };
    await step?.(run, [run.data]);
    return { data: run.data, errors: run.errors.map(outward) };
  };
}

/** The whole plan is one fetch: its answer is the data. */
function compileOnly(node: FetchNode): Execute {
  const fetch = ofNode(node);
  const usages = node.variableUsages ?? [];
  const place = missingAt(node);
  return async (variables, ask) => {
    const { response } = await ask(fetch, pick(variables, usages), null);
    const errors = (response.errors ?? []).map((error) => outward(error.path ? error : { ...error, ...place }));
    return { data: (response.data ?? {}) as Entity, errors };
  };
}

/** Where something is missing when a fetch answers nothing: at its field, if it has but one. */
function missingAt({ operation }: FetchNode): { readonly path?: ReadonlyArray<string> } {
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

function ofNode({ serviceName, operation, operationName, operationKind }: FetchNode): Fetch {
  return fetchOf(serviceName, operation, operationName, operationKind === 'query');
}

/**
 * `at` is the path from the answer's root; `@` in it steps into a list, however deep its lists are nested. No step holds on to its node,
 * for plans are large and steps are remembered.
 */
function compile(node: PlanNode, at: ReadonlyArray<string | number>, view: View): Step {
  switch (node.kind) {
    case 'Sequence': {
      const steps = node.nodes.map((each) => compile(each, at, view));
      return async (run, targets) => {
        for (const step of steps) await step(run, targets);
      };
    }
    case 'Parallel': {
      const steps = alike(node.nodes).map((each) =>
        each.length > 1 ? compileAlike(each, at, view) : compile(each[0] as PlanNode, at, view),
      );
      return async (run, targets) => {
        await Promise.all(steps.map((step) => step(run, targets)));
      };
    }
    case 'Flatten': {
      const path = node.path.filter((step) => step !== '@');
      const step = compile(node.node, [...at, ...path], view);
      return (run, targets) => step(run, below(targets, path));
    }
    case 'Condition': {
      const { condition } = node;
      const yes = node.ifClause ? compile(node.ifClause, at, view) : null;
      const no = node.elseClause ? compile(node.elseClause, at, view) : null;
      return async (run, targets) => (run.variables[condition] ? yes : no)?.(run, targets);
    }
    case 'Fetch':
      return node.requires ? compileEntities(node, [at], view) : compileRoot(node, at, view);
    default:
      throw new Error(`The plan holds a node of kind ${node.kind}, which this gateway does not offer.`);
  }
}

function compileRoot(node: FetchNode, at: ReadonlyArray<string | number>, view: View): Step {
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
    applyRewrites(view, outputRewrites, data);
    for (const [index, target] of targets.entries()) merge(target, data as Entity, isOwn && index === 0);
  };
}

/** Nodes that ask one subgraph the same of different places, together; all others by themselves. */
function alike(nodes: ReadonlyArray<PlanNode>): ReadonlyArray<ReadonlyArray<PlanNode>> {
  const groups = new Map<string, PlanNode[]>();
  for (const [index, node] of nodes.entries()) {
    const fetch = node.kind === 'Flatten' && node.node.kind === 'Fetch' && node.node.requires ? node.node : null;
    const { serviceName, operation = '', requires, inputRewrites, outputRewrites } = fetch ?? {};
    const key = fetch
      ? JSON.stringify([serviceName, operation.replace(ownName, ''), requires, inputRewrites, outputRewrites])
      : String(index);
    const known = groups.get(key);
    if (known) known.push(node);
    else groups.set(key, [node]);
  }
  return [...groups.values()];
}

const ownName = /^query \w+/;

/** One fetch for all of them: an entity that stands at several places is asked for once. */
function compileAlike(nodes: ReadonlyArray<PlanNode>, at: ReadonlyArray<string | number>, view: View): Step {
  const flattened = nodes.filter((node) => node.kind === 'Flatten');
  const paths = flattened.map(({ path }) => path.filter((step) => step !== '@'));
  const fetch = flattened[0]?.node as FetchNode;
  const step = compileEntities(
    fetch,
    paths.map((path) => [...at, ...path]),
    view,
  );
  return (run, targets) =>
    step(
      run,
      paths.flatMap((path) => below(targets, path)),
    );
}

/** The targets are those of the first place, then those of the next. */
function compileEntities(node: FetchNode, places: ReadonlyArray<ReadonlyArray<string | number>>, view: View): Step {
  const fetch = ofNode(node);
  const usages = node.variableUsages ?? [];
  const describe = compileDescribe(node, view);
  const { outputRewrites } = node;
  return async (run, targets) => {
    const described = describe(targets);
    if (!described) return;
    const { representations, placeOf } = described;
    const { response, isOwn } = await run.ask(fetch, pick(run.variables, usages), representations);
    if (response.errors) {
      const paths = places.flatMap((place) => pathsTo(run.data, place));
      for (const error of response.errors) {
        const [, place, ...rest] = error.path ?? [];
        const known = typeof place === 'number' && place < representations.texts.length;
        // What is missing at several places is told at each; that nothing was answered, once.
        for (let index = placeOf.indexOf(known ? place : 0); index >= 0; index = placeOf.indexOf(place, index + 1)) {
          run.errors.push({ ...error, path: [...(paths[index] ?? []), ...rest] });
          if (!known) break;
        }
      }
    }
    const entities = response.data?._entities;
    if (!Array.isArray(entities)) return;
    if (outputRewrites) {
      for (const entity of entities) if (entity) applyRewrites(view, outputRewrites, entity);
    }
    // Given away once, it is no longer its answer's own.
    let given: Set<number> | undefined;
    for (let index = 0; index < targets.length; index++) {
      const place = placeOf[index] as number;
      const entity = place < 0 ? undefined : (entities[place] as Entity | null | undefined);
      if (!entity) continue;
      const target = targets[index] as Entity;
      const typename = target.__typename;
      merge(target, entity, isOwn && !given?.has(place));
      // A graph that knows a type as an interface object calls it by the interface's name, which must not hide what it is.
      if (typename !== undefined && target.__typename !== typename && view.isInterface(target.__typename)) {
        target.__typename = typename;
      }
      given ??= new Set();
      given.add(place);
    }
  };
}

const none: Variables = Object.freeze({});

function pick(variables: Variables, names: ReadonlyArray<string>): Variables {
  if (names.length === 0) return none;
  const picked: Record<string, unknown> = {};
  for (const name of names) if (name in variables) picked[name] = variables[name];
  return picked;
}

function outward(error: GraphQLFormattedError): GraphQLFormattedError {
  return error.path?.some((step) => outerName(step) !== step) ? { ...error, path: error.path.map(outerName) } : error;
}

/** The objects at the end of a path. */
function below(targets: ReadonlyArray<Entity>, path: ReadonlyArray<string | number>): ReadonlyArray<Entity> {
  const found: Entity[] = [];
  for (const target of targets) collect(target, path, 0, found);
  return found;
}

function collect(value: unknown, path: ReadonlyArray<string | number>, index: number, found: Entity[]): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, path, index, found);
  } else if (index === path.length) {
    found.push(value as Entity);
  } else {
    collect((value as Entity)[path[index] as string], path, index + 1, found);
  }
}

/** Where the objects at the end of a path stand in the answer, in the order of `below`. Only errors ask. */
function pathsTo(root: Entity, path: ReadonlyArray<string | number>): ReadonlyArray<Path> {
  const found: Path[] = [];
  const walk = (value: unknown, index: number, here: Path): void => {
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      for (const [position, item] of value.entries()) walk(item, index, [...here, position]);
    } else if (index === path.length) {
      found.push(here);
    } else {
      const step = path[index] as string;
      walk((value as Entity)[step], index + 1, [...here, step]);
    }
  };
  walk(root, 0, []);
  return found;
}
