import { type GraphQLLeafType, isEnumType } from 'graphql';
import { Digits, holdsLostDigits, json, mayHaveLostDigits } from '../sources/digits.ts';

/** What the values of a scalar or an enum may be: those of a built-in scalar, anything, or one of these names. */
export type Leaf = 'Int' | 'Float' | 'Boolean' | 'String' | 'ID' | 'CUSTOM' | ReadonlySet<string>;

const builtIn: ReadonlySet<string> = new Set(['Int', 'Float', 'Boolean', 'String', 'ID']);

export function leafOf(type: GraphQLLeafType): Leaf {
  return isEnumType(type) ? new Set(type.getValues().map(({ name }) => name)) : leafNamed(type.name);
}

export function leafNamed(scalar: string): Leaf {
  return builtIn.has(scalar) ? (scalar as Leaf) : 'CUSTOM';
}

/**
 * A value as its type has it, by the specification's result coercion; undefined: it is none. Text is never taken for a number or a
 * boolean, for clients made from the schema could not read what was meant.
 */
export function coerced(leaf: Leaf, value: unknown): unknown {
  if (typeof leaf !== 'string') return typeof value === 'string' && leaf.has(value) ? value : undefined;
  switch (leaf) {
    case 'Int':
      return typeof value === 'number' && (value | 0) === value ? value : undefined;
    case 'Float':
      return finite(value instanceof Digits ? Number(value.text) : value);
    case 'Boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'String':
      return value instanceof Digits ? value.text : textOf(value);
    case 'ID':
      return value instanceof Digits ? whole(value.text) : idOf(value);
    case 'CUSTOM':
      return typeof value === 'string' || typeof value === 'object' ? value : (finite(value) ?? flag(value));
  }
}

function finite(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : (finite(value) ?? flag(value))?.toString();
}

function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isInteger(value) ? BigInt(value).toString() : undefined;
}

function whole(digits: string): string | undefined {
  return /^-?\d+$/.test(digits) ? digits : undefined;
}

/** Whether a value of such a leaf may have lost digits when it was read. */
export function mayHaveLost(leaf: Leaf, value: unknown): boolean {
  if (typeof value === 'number') return leaf !== 'Int' && leaf !== 'Float' && mayHaveLostDigits(value);
  if (leaf !== 'CUSTOM' || typeof value !== 'object' || value === null || value instanceof Digits) return false;
  return holdsLostDigits(json(value));
}
