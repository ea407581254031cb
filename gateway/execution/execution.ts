import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import { type GraphQLFormattedError, isNonNullType } from 'graphql';
import { compile } from './compile.ts';
import type { Graph } from './graph.ts';
import type { Field } from './level.ts';
import { merge } from './merging.ts';
import { ofNode, pick, placed, rootKeys } from './root-fetch.ts';
import type { Ask, Run } from './step.ts';
import type { Entity, Variables } from './values.ts';

export interface Executed {
  readonly data: Entity;
  readonly errors: GraphQLFormattedError[];
}
/** Query plans made ready to be carried out. */
export type Execute = (variables: Variables, ask: Ask, watchesDigits?: boolean) => Promise<Executed>;

/** Compiles plans that each answer for the whole operation but what the others answer; they run side by side. */
export function compilePlans(plans: ReadonlyArray<QueryPlan>, graph: Graph): Execute {
  const runs = plans.map((plan) => compilePlan(plan, graph));
  const [only] = runs;
  if (only && runs.length === 1) return only;
  return async (variables, ask, watchesDigits) => {
    const [first, ...others] = await Promise.all(runs.map((run) => run(variables, ask, watchesDigits)));
    const whole = first ?? { data: {}, errors: [] };
    for (const other of others) {
      merge(whole.data, other.data);
      addUntold(whole.errors, other.errors);
    }
    return whole;
  };
}

/** What plans share is asked in each, so that the same may be told of it again. */
function addUntold(told: Executed['errors'], errors: Executed['errors']): void {
  if (errors.length === 0) return;
  const known = new Set(told.map((error) => JSON.stringify(error)));
  told.push(...errors.filter((error) => !known.has(JSON.stringify(error))));
}

/**
 * Compiles one plan for each of a mutation's own fields, by its name in the answer; they run one after another in the answer's order, up
 * to the first that leaves null where none may stand: the answer is null then, and says why.
 */
export function compileInOrder(
  plans: ReadonlyArray<readonly [key: string, plan: QueryPlan]>,
  fields: (variables: Variables) => ReadonlyArray<Field>,
  graph: Graph,
): Execute {
  const runs = new Map(plans.map(([key, plan]) => [key, compilePlan(plan, graph)]));
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

function compilePlan({ node }: QueryPlan, graph: Graph): Execute {
  if (node?.kind === 'Subscription') throw new Error('Subscriptions are not offered.');
  if (node?.kind === 'Fetch' && !node.requires && !node.outputRewrites) return compileOnly(node, graph);
  const step = node ? compile(node, [], graph) : null;
  const outward = outwardBy(graph);
  const mayLeaveOut = leavesOut(node);
  return async (variables, ask, watchesDigits = false) => {
    const run: Run = { variables, ask, watchesDigits, mayLeaveOut, data: {}, errors: [], nobody: new Set() };
    await step?.(run, [run.data]);
    return { data: run.data, errors: run.errors.map(outward) };
  };
}

/** Whether anything is asked for on a condition of the client's. */
function leavesOut(node: QueryPlan['node']): boolean {
  return /@(skip|include)\b|"kind":"Condition"/.test(JSON.stringify(node) ?? '');
}

/** The whole plan is one fetch: its answer is the data. */
function compileOnly(node: FetchNode, graph: Graph): Execute {
  const fetch = ofNode(node);
  const usages = node.variableUsages ?? [];
  const keys = rootKeys(node);
  const outward = outwardBy(graph);
  return async (variables, ask) => {
    const { response } = await ask(fetch, pick(variables, usages), null);
    const { data, errors = [] } = response;
    const told = errors.flatMap((error) => placed(error, keys, data));
    return { data: (data ?? {}) as Entity, errors: told.map(outward) };
  };
}

/** Errors as the client is told them: their paths by the client's names. */
function outwardBy({ outerName }: Graph): (error: GraphQLFormattedError) => GraphQLFormattedError {
  return (error) =>
    error.path?.some((step) => outerName(step) !== step) ? { ...error, path: error.path.map(outerName) } : error;
}
