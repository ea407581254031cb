import {
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isSpecifiedScalarType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { Digits } from '../sources/digits.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Variables whose long numbers are what their types take: an id is text, other built-in scalars are numbers; custom ones keep their digits. */
export function withTypedDigits(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Variables,
): Variables {
  const typed: Record<string, unknown> = { ...given };
  for (const { variable, type } of variableDefinitions) {
    const declared = typeFromAST(schema, type as never);
    const name = variable.name.value;
    if (name in typed && isInputType(declared)) typed[name] = typedValue(declared, typed[name]);
  }
  return typed;
}

function typedValue(type: GraphQLInputType, value: unknown): unknown {
  if (isNonNullType(type)) return typedValue(type.ofType, value);
  if (isListType(type))
    return Array.isArray(value) ? value.map((each) => typedValue(type.ofType, each)) : typedValue(type.ofType, value);
  if (value instanceof Digits) return isSpecifiedScalarType(type) ? builtIn(type.name, value.text) : value;
  if (!isInputObjectType(type) || value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const fields = type.getFields();
  return Object.fromEntries(
    Object.entries(value).map(([name, own]) => [name, fields[name] ? typedValue(fields[name].type, own) : own]),
  );
}

function builtIn(type: string, digits: string): unknown {
  return type === 'ID' && /^-?\d+$/.test(digits) ? digits : Number(digits);
}
