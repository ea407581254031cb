import {
  type GraphQLFormattedError,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isUnionType,
} from 'graphql';
import type { Composite, Field, Level } from './level.ts';
import type { Data, Path } from './values.ts';

/** Where a step of a path leads: a value of a type, with what was selected of it. */
interface Here {
  readonly type: GraphQLOutputType;
  readonly level: Level | null;
  readonly value: unknown;
}

/**
 * Cuts each error's path where it leads out of what was asked or answered: a subgraph may name a place of its own, of its input, or of a
 * field that only another subgraph wanted. What is left is where the client misses something; nothing left is no place.
 */
export function placeErrors(
  errors: GraphQLFormattedError[],
  schema: GraphQLSchema,
  root: Composite,
  top: Level,
  data: Data,
): void {
  for (const [index, error] of errors.entries()) {
    const { path, ...rest } = error;
    if (!path) continue;
    const known = knownPart(path, schema, { type: root, level: top, value: data });
    if (known.length === 0) errors[index] = rest;
    else if (known.length < path.length) errors[index] = { ...error, path: known };
  }
}

function knownPart(path: Path, schema: GraphQLSchema, from: Here): Path {
  let here: Here | undefined = from;
  for (const [depth, step] of path.entries()) {
    here = typeof step === 'number' ? inList(here, step) : inObject(here, step, schema);
    if (!here) return path.slice(0, depth);
  }
  return path;
}

function inList({ type, level, value }: Here, index: number): Here | undefined {
  const list = getNullableType(type);
  if (!isListType(list) || (Array.isArray(value) && index >= value.length)) return undefined;
  return { type: list.ofType, level, value: Array.isArray(value) ? value[index] : undefined };
}

function inObject({ type, level, value }: Here, key: string, schema: GraphQLSchema): Here | undefined {
  const field = level && fieldNamed(getNullableType(type), level, key, schema);
  if (!field) return undefined;
  const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, field.inner);
  return { type: field.type, level: field.child, value: isObject ? (value as Data)[field.inner] : undefined };
}

/** Of an abstract type, a field of any member: which one it is need not be known. */
function fieldNamed(type: GraphQLOutputType, level: Level, key: string, schema: GraphQLSchema): Field | undefined {
  if (!isCompositeType(type)) return undefined;
  const own: ReadonlyArray<Composite> = isUnionType(type) ? [] : [type];
  const types = isAbstractType(type) ? [...own, ...schema.getPossibleTypes(type)] : own;
  for (const each of types) {
    const found = level.fieldsOf(each).list.find((field) => field.key === key);
    if (found) return found;
  }
  return undefined;
}
