import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLFormattedError,
  type GraphQLObjectType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { Completion, type Denied } from './completion.ts';
import type { Graph } from './graph.ts';
import { type Field, Level, standing } from './level.ts';
import type { Data, Variables } from './values.ts';
import { createWrite, type Write } from './writer.ts';

/** The shape of an operation's answer by the schema that clients see. */
export interface Shape {
  /** Cuts what subgraphs answered to what was asked, with nulls where the specification wants them; adds its own errors. */
  complete(
    data: Data,
    variables: Variables,
    errors: GraphQLFormattedError[],
    denied?: Denied,
    watchesDigits?: boolean,
  ): Data | null;
  /** Of the operation's own fields those that stand, in the order of the answer. */
  rootFields(variables: Variables): ReadonlyArray<Field>;
  /** The same as JSON, where nothing is wrong with it. Undefined: complete it, and what is wrong is told. */
  readonly write: Write;
}

export function createShape(graph: Graph, document: DocumentNode, operation: OperationDefinitionNode): Shape {
  const { schema } = graph;
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const root = schema.getRootType(operation.operation) as GraphQLObjectType;
  const top = new Level(graph, fragments, [{ selectionSet: operation.selectionSet, conditions: [] }]);

  // Code is generated for an operation that comes again.
  let uses = 0;
  let compiled: Write | undefined;
  return {
    rootFields: (variables) => standing(top.fieldsOf(root), variables),
    write(data, variables) {
      if (uses++ === 0) return undefined;
      compiled ??= createWrite(graph, root, top);
      return compiled(data, variables);
    },
    complete: (data, variables, errors, denied, watchesDigits = false) =>
      new Completion({ graph, operation, fragments }, variables, errors, denied, watchesDigits).whole(root, top, data),
  };
}
