import { operationFromDocument } from '@apollo/federation-internals';
import { type PlanNode, type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, type GraphQLError, getOperationAST, type OperationDefinitionNode } from 'graphql';
import { graphqlErrorOf } from '../errors.ts';
import { unreached } from './coverage.ts';
import { withoutConflicts } from './faults/conflicting-requires.ts';
import { requiredFirst } from './faults/early-requires.ts';
import { withInnerNames } from './faults/inner-names.ts';
import { withLongLiterals, withoutLongLiterals } from './faults/long-literals.ts';
import { byRootField } from './faults/root-order.ts';
import { fewerSelections, withTypenames } from './fetch-operations.ts';
import { withoutIntrospection } from './selections.ts';
import type { View } from './supergraph.ts';

/**
 * What carries out an operation. Of a query mostly one plan; several where fields must not be fetched together, each answering for the
 * whole but what the others answer. Of a mutation one for each of its own fields, by the field's name in the answer.
 */
export type Plans =
  | { readonly kind: 'QUERY'; readonly plans: ReadonlyArray<QueryPlan> }
  | { readonly kind: 'MUTATION'; readonly plans: ReadonlyArray<readonly [key: string, plan: QueryPlan]> };
/** Plans a validated operation. Throws a GraphQLError with a code where it cannot be planned. */
export type Plan = (
  document: DocumentNode,
  operationName: string | undefined,
  /** Labels of `@override`s that hold. */
  held?: ReadonlyArray<string>,
) => Plans;

/** `gaveUp` is told why an operation was not planned, for the log: it may hold more than its caller should see. */
export function createPlan(view: View, gaveUp: (error: unknown) => void): Plan {
  // More than these choices and paths are not looked at.
  const planner = new QueryPlanner(view.supergraph, { debug: { maxEvaluatedPlans: 1000, pathsLimit: 5000 } });
  const planOf = (
    document: DocumentNode,
    { name }: OperationDefinitionNode,
    held: ReadonlyArray<string>,
  ): QueryPlan => {
    try {
      const operation = operationFromDocument(
        view.supergraph.apiSchema(),
        withInnerNames(document, view.rules.withArguments),
        {
          ...(name ? { operationName: name.value } : {}),
        },
      );
      const { kind, node } = planner.buildQueryPlan(operation, {
        overrideConditions: new Map(held.map((label) => [label, true])),
      });
      if (node?.kind === 'Subscription') throw new Error('Subscriptions are not offered.');
      return { kind, ...(node ? { node: lighter(requiredFirst(node, view.early, view)) } : {}) };
    } catch (error) {
      // The planner gives up on what would cost it too much.
      gaveUp(error);
      throw notPlanned();
    }
  };
  const check = (document: DocumentNode, { name }: OperationDefinitionNode, plans: ReadonlyArray<QueryPlan>): void => {
    const named = withInnerNames(document, view.rules.withArguments);
    const field = unreached(named, name?.value, view.schema, plans);
    if (field === undefined) return;
    gaveUp(new Error(`No subgraph can be asked for ${field} there.`));
    throw notPlanned();
  };
  return (given, operationName, held = []) => {
    const document = withoutLongLiterals(withoutIntrospection(given), view.schema);
    const operation = getOperationAST(document, operationName) as OperationDefinitionNode;
    if (operation.operation === 'query') {
      const parts = withoutConflicts(document, view.schema, view.rules);
      const plans = parts.map((part) => planOf(part, operation, held));
      check(document, operation, plans);
      return { kind: 'QUERY', plans };
    }
    const plans = [...byRootField(document, operation)].map(([key, part]) => {
      if (withoutConflicts(part, view.schema, view.rules).length > 1) throw graphqlErrorOf('CONFLICTING_REQUIREMENTS');
      return [key, planOf(part, operation, held)] as const;
    });
    check(
      document,
      operation,
      plans.map(([, plan]) => plan),
    );
    return { kind: 'MUTATION', plans };
  };
}

export function notPlanned(): GraphQLError {
  return graphqlErrorOf('OPERATION_NOT_PLANNED');
}

/** Fetches that ask for no more than they must, and for what their answers' renaming goes by. */
function lighter<T extends PlanNode>(node: T): T {
  switch (node.kind) {
    case 'Fetch':
      return {
        ...node,
        operation: withLongLiterals(
          fewerSelections(node.outputRewrites ? withTypenames(node.operation) : node.operation),
        ),
      };
    case 'Flatten':
      return { ...node, node: lighter(node.node) };
    case 'Condition':
      return {
        ...node,
        ...(node.ifClause ? { ifClause: lighter(node.ifClause) } : {}),
        ...(node.elseClause ? { elseClause: lighter(node.elseClause) } : {}),
      };
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map(lighter) };
    default:
      throw new Error(`The plan holds a node of kind ${node.kind}, which this gateway does not offer.`);
  }
}
