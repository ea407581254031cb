import type { FieldNode, GraphQLSchema } from 'graphql';

/** What carrying out an operation needs to know of the supergraph. */
export interface Graph {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** Whether an object type is, or implements, or belongs to a type. */
  isSubtype(name: string, of: string): boolean;
  isInterface(name: unknown): boolean;
  /** The name under which plans and subgraphs answer a field of a client's operation. */
  readonly innerName: (field: FieldNode) => string;
  /** The client's name for a step of an error's path. */
  readonly outerName: (step: string | number) => string | number;
}
