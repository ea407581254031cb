import type { FieldNode, GraphQLSchema } from 'graphql';

/** What a field answers with: lists how deep, and in them a scalar, an enum with these values, or objects. */
export interface FieldType {
  readonly lists: number;
  readonly nullable: boolean;
  readonly type: string;
  readonly kind: 'SCALAR' | 'OBJECT' | ReadonlySet<string>;
}

/** What carrying out an operation needs to know of the supergraph. */
export interface Graph {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** Whether an object type is, or implements, or belongs to a type. */
  isSubtype(name: string, of: string): boolean;
  isInterface(name: unknown): boolean;
  /** Whether a subgraph knows objects of an interface by the interface alone. */
  isInterfaceObject(name: string): boolean;
  /** A field of an object or an interface, whether clients may see it or not. */
  fieldOf(type: string, field: string): FieldType | undefined;
  /** Keys by which a subgraph takes a reference to an object of a type: names of each key's own fields. */
  keysOf(subgraph: string, type: string): ReadonlyArray<ReadonlyArray<string>>;
  /** The name under which plans and subgraphs answer a field of a client's operation. */
  readonly innerName: (field: FieldNode) => string;
  /** The client's name for a step of an error's path. */
  readonly outerName: (step: string | number) => string | number;
}
