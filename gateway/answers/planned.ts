import type { FetchNode, PlanNode, SubscriptionNode } from '@apollo/query-planner';
import { type DocumentNode, type FieldNode, GraphQLError, type OperationDefinitionNode } from 'graphql';
import { compileInOrder, compilePlans, type Execute } from '../execution/execution.ts';
import type { Shape } from '../execution/shape.ts';
import type { Guard } from '../planning/access-rules.ts';
import type { Plans } from '../planning/planner.ts';
import type { Planning } from '../planning/planner-pool.ts';
import { asksNobody } from '../planning/selections.ts';
import type { View } from '../planning/supergraph.ts';
import type { ProblemCode } from '../problems.ts';
import { withoutDenied } from './denied.ts';
import type { PlanOperations } from './plan-operations.ts';

export interface Planned {
  readonly execute: Execute;
  /** Its answers are read with every digit: a mutation's always, a query's once numbers were met that may have lost some. */
  keepsDigits: boolean;
  /** Subgraphs that it asks. */
  readonly asks: ReadonlySet<string>;
}
/** A caller's wish for a plan. */
export interface PlanFor {
  /** Whose turn it takes where it has to be waited for. */
  readonly caller: string;
  /** What they may not have; nothing: they may have all. */
  readonly denied?: ReadonlySet<FieldNode> | undefined;
  /** Labels of `@override`s that hold. */
  readonly held?: ReadonlyArray<string>;
}
/** Known already, or a promise. Throws or rejects with a GraphQLError with a code where it cannot be planned. */
export type PlanOne = (wish: PlanFor) => Planned | Promise<Planned>;

export interface OperationToPlan {
  readonly view: View;
  readonly query: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly guards: ReadonlyArray<Guard>;
  readonly shape: Shape;
  readonly plan: PlanOperations['plan'];
  /** Bytes that it holds from now on. */
  readonly grown: (bytes: number) => void;
}

/* What a plan that is compiled holds, measured over the shipped operations. */
const bytesPerCharacter = 12;
const bytesPerFetch = 2000;
const refusedMs = 30_000;

const none: ReadonlyArray<string> = [];

const nobody: Planned = { execute: async () => ({ data: {}, errors: [] }), keepsDigits: false, asks: new Set() };

/**
 * Plans of one operation, one for each set of fields that callers are denied and of labels that hold: made when first asked for, and known
 * from then on.
 */
export function createPlanOne({
  view,
  query,
  document,
  operation,
  guards,
  shape,
  plan,
  grown,
}: OperationToPlan): PlanOne {
  if (asksNobody(document, operation)) return () => nobody;
  const operationName = operation.name?.value;
  const known = new Map<string, Planned>();
  const begun = new Map<string, { readonly planned: Promise<Planned>; readonly join: Planning['join'] }>();
  const begin = (key: string, { caller, denied, held = none }: PlanFor): Promise<Planned> => {
    const left = denied ? withoutDenied(document, denied) : document;
    const { plans, join } = plan({ document: left, text: denied ? undefined : query, operationName, held }, caller);
    const planned = plans.then((made) => {
      const ready = compiled(made, shape, view);
      known.set(key, ready);
      begun.delete(key);
      grown(weightOf(made));
      return ready;
    });
    begun.set(key, { planned, join });
    planned.catch((error) => {
      // What had no place in the queue was one caller's alone. Else it is refused at once when it comes again, but not for ever: the
      // machine may have been busy.
      if (isOverloaded(error)) begun.delete(key);
      else setTimeout(() => begun.delete(key), refusedMs).unref();
    });
    return planned;
  };
  return (wish) => {
    const { denied, caller, held = none } = wish;
    const left = denied ? guards.map(({ node }) => (denied.has(node) ? '1' : '0')).join('') : '';
    const key = held.length === 0 ? left : `${left}\n${held.join('\n')}`;
    const ready = known.get(key);
    if (ready) return ready;
    const waiting = begun.get(key);
    waiting?.join(caller);
    return waiting?.planned ?? begin(key, wish);
  };
}

/** Whether an operation was refused because too many wait. */
export function isOverloaded(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && error.extensions.code === ('OVERLOADED' satisfies ProblemCode);
}

function fetchesIn(plans: Plans): ReadonlyArray<FetchNode> {
  const list = plans.kind === 'QUERY' ? plans.plans : plans.plans.map(([, plan]) => plan);
  return list.flatMap(({ node }) => fetchesOf(node));
}

function compiled(plans: Plans, shape: Shape, view: View): Planned {
  const execute =
    plans.kind === 'QUERY' ? compilePlans(plans.plans, view) : compileInOrder(plans.plans, shape.rootFields, view);
  const asks = new Set(fetchesIn(plans).map(({ serviceName }) => serviceName));
  return { execute, keepsDigits: plans.kind === 'MUTATION', asks };
}

function weightOf(plans: Plans): number {
  return fetchesIn(plans).reduce((sum, { operation }) => sum + operation.length * bytesPerCharacter + bytesPerFetch, 0);
}

function fetchesOf(node: PlanNode | SubscriptionNode | undefined): ReadonlyArray<FetchNode> {
  switch (node?.kind) {
    case 'Fetch':
      return [node];
    case 'Flatten':
      return fetchesOf(node.node);
    case 'Condition':
      return [...fetchesOf(node.ifClause), ...fetchesOf(node.elseClause)];
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesOf);
    default:
      return [];
  }
}
