import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import type { GraphQLFormattedError } from 'graphql';
import { outerName } from './planner-faults.ts';
import { applyRewrites } from './rewrites.ts';
import type { Ask } from './sources.ts';
import type { View } from './supergraph.ts';

type Entity = Record<string, unknown>;
type Variables = Readonly<Record<string, unknown>>;
/** A place in the answer that a fetch fills: the object, and the response path that leads to it. */
interface Target {
  readonly value: Entity;
  readonly path: ReadonlyArray<string | number>;
}
/** What a selection of a representation looks like in a query plan. */
type Wanted = NonNullable<FetchNode['requires']>;

export interface Executed {
  readonly data: Entity;
  readonly errors: GraphQLFormattedError[];
}

/** Carries out query plans: asks subgraphs in each plan's order, several at once where it may, and merges what they answer. */
export async function executePlans(
  plans: ReadonlyArray<QueryPlan>,
  variables: Variables,
  view: View,
  ask: Ask,
): Promise<Executed> {
  const [first, ...others] = await Promise.all(plans.map((plan) => executePlan(plan, variables, view, ask)));
  const whole = first ?? { data: {}, errors: [] };
  for (const other of others) {
    merge(whole.data, other.data);
    whole.errors.push(...other.errors);
  }
  return whole;
}

async function executePlan(plan: QueryPlan, variables: Variables, view: View, ask: Ask): Promise<Executed> {
  const data: Entity = {};
  const errors: GraphQLFormattedError[] = [];

  const perform = async (node: PlanNode, targets: ReadonlyArray<Target>): Promise<void> => {
    switch (node.kind) {
      case 'Sequence':
        for (const each of node.nodes) await perform(each, targets);
        return;
      case 'Parallel':
        await Promise.all(node.nodes.map((each) => perform(each, targets)));
        return;
      case 'Flatten':
        return perform(node.node, node.path.reduce(below, targets));
      case 'Condition': {
        const chosen = variables[node.condition] ? node.ifClause : node.elseClause;
        if (chosen) await perform(chosen, targets);
        return;
      }
      case 'Fetch':
        return node.requires ? fetchEntities(node, node.requires, targets) : fetchRoot(node, targets);
      default:
        throw new Error(`The plan holds a node of kind ${node.kind}, which this gateway does not offer.`);
    }
  };

  const variablesOf = (node: FetchNode): Record<string, unknown> =>
    Object.fromEntries(
      (node.variableUsages ?? []).filter((name) => name in variables).map((name) => [name, variables[name]]),
    );

  const fetchRoot = async (node: FetchNode, targets: ReadonlyArray<Target>): Promise<void> => {
    const answer = await ask(node.serviceName, node.operation, node.operationName, variablesOf(node));
    for (const { value, path } of targets) {
      errors.push(...(answer.errors ?? []).map((error) => ({ ...error, path: [...path, ...(error.path ?? [])] })));
      if (answer.data) {
        applyRewrites(view, node.outputRewrites, answer.data);
        merge(value, answer.data as Entity);
      }
    }
  };

  const fetchEntities = async (node: FetchNode, wanted: Wanted, targets: ReadonlyArray<Target>): Promise<void> => {
    // Equal representations are asked for once.
    const asked = new Map<string, { readonly representation: Entity; readonly targets: Target[] }>();
    for (const target of targets) {
      const representation = represent(wanted, target.value, view);
      if (!representation?.__typename) continue;
      applyRewrites(view, node.inputRewrites, representation);
      const key = JSON.stringify(representation);
      const same = asked.get(key);
      if (same) same.targets.push(target);
      else asked.set(key, { representation, targets: [target] });
    }
    if (asked.size === 0) return;
    const groups = [...asked.values()];
    const answer = await ask(node.serviceName, node.operation, node.operationName, {
      ...variablesOf(node),
      representations: groups.map((group) => group.representation),
    });
    for (const error of answer.errors ?? []) {
      const [, index, ...rest] = error.path ?? [];
      const group = typeof index === 'number' ? groups[index] : groups[0];
      errors.push({ ...error, path: [...(group?.targets[0]?.path ?? []), ...rest] });
    }
    const entities = answer.data?._entities;
    if (!Array.isArray(entities)) return;
    for (const [index, group] of groups.entries()) {
      const entity = entities[index] as Entity | null | undefined;
      if (!entity) continue;
      applyRewrites(view, node.outputRewrites, entity);
      for (const { value } of group.targets) merge(value, entity);
    }
  };

  if (plan.node) {
    if (plan.node.kind === 'Subscription') throw new Error('Subscriptions are not offered.');
    await perform(plan.node, [{ value: data, path: [] }]);
  }
  for (const [index, error] of errors.entries()) {
    if (error.path?.some((step) => outerName(step) !== step))
      errors[index] = { ...error, path: error.path.map(outerName) };
  }
  return { data, errors };
}

/** The targets one step further down a path; `@` steps into a list, however deep its lists are nested. */
function below(targets: ReadonlyArray<Target>, step: string | number): ReadonlyArray<Target> {
  const into = (value: unknown, path: Target['path']): ReadonlyArray<Target> => {
    if (Array.isArray(value)) return value.flatMap((item, index) => into(item, [...path, index]));
    return value !== null && typeof value === 'object' ? [{ value: value as Entity, path }] : [];
  };
  if (step === '@') return targets;
  return targets.flatMap(({ value, path }) => into(value[step], [...path, step]));
}

/** What a subgraph is told of an entity: its type, its keys and what `@requires` names. Null where the object is of another type. */
function represent(wanted: Wanted, source: Entity, view: View): Entity | null {
  let result: Entity | null = null;
  for (const selection of wanted) {
    if (selection.kind === 'Field') {
      const key = (selection as { alias?: string }).alias ?? selection.name;
      result ??= {};
      result[selection.name] = selection.selections
        ? nested(selection.selections, source[key], view)
        : (source[key] ?? null);
      continue;
    }
    const typename = source.__typename;
    if (selection.typeCondition && (typeof typename !== 'string' || !view.isSubtype(typename, selection.typeCondition)))
      continue;
    const part = represent(selection.selections, source, view);
    if (part) {
      result ??= {};
      merge(result, part);
    }
  }
  return result;
}

function nested(wanted: Wanted, value: unknown, view: View): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((item) => nested(wanted, item, view));
  return represent(wanted, value as Entity, view);
}

/** Adds what another fetch answered about the same object; lists meet by position. */
function merge(target: Entity, source: Readonly<Entity>): void {
  for (const key of Object.keys(source)) {
    if (key === '__proto__') continue;
    const value = source[key];
    const present = target[key];
    if (Array.isArray(present) && Array.isArray(value)) mergeLists(present, value);
    else if (isObject(present) && isObject(value)) merge(present, value);
    else if (value !== undefined && !(value === null && present !== undefined)) target[key] = isolated(value);
  }
}

function mergeLists(target: unknown[], source: ReadonlyArray<unknown>): void {
  for (const [index, value] of source.entries()) {
    const present = target[index];
    if (Array.isArray(present) && Array.isArray(value)) mergeLists(present, value);
    else if (isObject(present) && isObject(value)) merge(present, value);
    else target[index] = isolated(value);
  }
}

/** One entity may stand at several places: each gets objects of its own, or what is merged into one would show in all. */
function isolated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(isolated);
  if (!isObject(value)) return value;
  const copy: Entity = {};
  for (const key of Object.keys(value)) copy[key] = isolated(value[key]);
  return copy;
}

function isObject(value: unknown): value is Entity {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
