import { randomUUID } from 'node:crypto';
import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isSpecifiedScalarType,
  Kind,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Nobody can write it who does not know it. */
const mark = randomUUID();
const marked = new RegExp(`"${mark}:([^"]+)"`, 'g');
/** What a double holds without doubt. */
const certainDigits = 15;

/**
 * The planner reads every number as JavaScript does, and so writes 1983722021687013145 as 1983722021687013000. Long numbers in the operation
 * pass through it as text: an id for good, which it is; what a custom scalar is given, until `withLongLiterals` puts it back.
 */
export function withoutLongLiterals(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  const asText = ({ kind, value }: { readonly kind: Kind; readonly value: string }): ValueNode | undefined => {
    if (value.replace(/\D/g, '').length <= certainDigits) return undefined;
    const type = getNamedType(types.getInputType());
    if (type && isSpecifiedScalarType(type)) {
      return type.name === 'ID' && kind === Kind.INT ? { kind: Kind.STRING, value } : undefined;
    }
    return { kind: Kind.STRING, value: `${mark}:${value}` };
  };
  return visit(document, visitWithTypeInfo(types, { IntValue: asText, FloatValue: asText }));
}

/** The same in an operation for a subgraph. */
export function withLongLiterals(operation: string): string {
  return operation.includes(mark) ? operation.replace(marked, '$1') : operation;
}
