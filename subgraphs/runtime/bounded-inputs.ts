import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { type InputMaximum, inputMaxima } from '../language/maxima.ts';
import { refusal } from './errors.ts';

/** Throws INPUT_TOO_LARGE or INPUT_NOT_TEXT, once, at the first place that is. */
type Check = (value: unknown, place: string) => void;
/** Of what can be of no other size. */
const nothing: Check = () => {};
/** What no text holds and no database takes: NUL, and half of a character. */
const noCharacter = /\0|\p{Surrogate}/u;

/**
 * Refuses what is larger than `schema/maxima.yaml` lets it be, before any resolver runs. Every argument of a schema is bounded, by its own
 * row or by that of its type: one that is added later too.
 */
export function boundInputs(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) if (!field.name.startsWith('_')) boundField(type.name, field);
  }
}

function boundField(type: string, field: GraphQLField<unknown, unknown>): void {
  const checks = field.args.flatMap((argument) => {
    const check = checkOf(argument, `${type}.${field.name}(${argument.name}:)`, new Map());
    return check === nothing ? [] : [{ name: argument.name, check }];
  });
  const { resolve } = field;
  if (!resolve || checks.length === 0) return;
  field.resolve = (source, given, context, info) => {
    for (const { name, check } of checks) check(given[name], name);
    return resolve(source, given, context, info);
  };
}

/** `known`: input types that are being looked at, for they may hold themselves. */
function checkOf(
  { name, type }: Pick<GraphQLArgument | GraphQLInputField, 'name' | 'type'>,
  coordinate: string,
  known: Map<string, Check>,
): Check {
  return checkOfType(type, inputMaxima[coordinate] ?? inputMaxima[name] ?? {}, known);
}

function checkOfType(type: GraphQLInputType, own: InputMaximum, known: Map<string, Check>): Check {
  if (isNonNullType(type)) return checkOfType(type.ofType, own, known);
  if (isListType(type)) return listCheck(checkOfType(type.ofType, own, known), own);
  if (isInputObjectType(type)) {
    const found = known.get(type.name);
    if (found) return found;
    const check: Check = (value, place) => {
      if (typeof value !== 'object' || value === null) return;
      for (const { name, each } of fields) each((value as Record<string, unknown>)[name], `${place}.${name}`);
    };
    known.set(type.name, check);
    const fields = Object.values(type.getFields()).flatMap((field) => {
      const each = checkOf(field, `${type.name}.${field.name}`, known);
      return each === nothing ? [] : [{ name: field.name, each }];
    });
    return fields.length === 0 ? nothing : check;
  }
  if (isEnumType(type)) return nothing;
  // A scalar that has no row of its own may hold whatever JSON does.
  const ofType = inputMaxima[type.name] ?? (isSpecifiedScalarType(type) ? undefined : inputMaxima.JSON);
  if (!ofType) return nothing;
  const check = scalarCheck({ ...ofType, ...own });
  return isSpecifiedScalarType(type) || ofType.values !== undefined ? check : textCheck(check);
}

/** Of a scalar of our own that is bounded as texts are: graphql-js takes anything in its place. */
function textCheck(check: Check): Check {
  return (value, place) => {
    if (typeof (value ?? '') !== 'string') throw refusal('INPUT_NOT_TEXT.TYPE', { place });
    check(value, place);
  };
}

function listCheck(each: Check, own: InputMaximum): Check {
  const most = own.items ?? inputMaxima['[]']?.items ?? 0;
  return (value, place) => {
    if (!Array.isArray(value)) return;
    if (value.length > most) throw refusal('INPUT_TOO_LARGE.ITEMS', { place, given: value.length, most });
    if (each !== nothing) for (const [index, entry] of value.entries()) each(entry, `${place}.${index}`);
  };
}

function scalarCheck({ characters = Infinity, values = Infinity, depth = Infinity }: InputMaximum): Check {
  return (value, place) => {
    if (typeof value === 'string') {
      if (value.length > characters)
        throw refusal('INPUT_TOO_LARGE.CHARACTERS', { place, given: value.length, most: characters });
      if (noCharacter.test(value)) throw refusal('INPUT_NOT_TEXT.CHARACTERS', { place });
    } else if (typeof value === 'object' && value !== null) {
      const wrong = wrongIn(value, { values, depth, characters });
      if (wrong === 'TOO_LARGE') throw refusal('INPUT_TOO_LARGE.JSON', { place, most: values, depth, characters });
      if (wrong === 'NOT_TEXT') throw refusal('INPUT_NOT_TEXT.CHARACTERS', { place });
    }
  };
}

/** Walks without recursion: what is nested deeply must not end the process that asks how deeply. */
function wrongIn(
  value: object,
  { values, depth, characters }: Required<Omit<InputMaximum, 'items'>>,
): 'TOO_LARGE' | 'NOT_TEXT' | null {
  let level: ReadonlyArray<unknown> = [value];
  let seen = 0;
  let written = 0;
  let isText = true;
  for (let at = 0; level.length > 0; at++) {
    const next: unknown[] = [];
    for (const each of level) {
      seen += 1;
      for (const text of textsOf(each)) {
        written += text.length;
        isText &&= !noCharacter.test(text);
      }
      for (const entry of entriesOf(each)) next.push(entry);
      if (at >= depth || seen + next.length > values || written > characters) return 'TOO_LARGE';
    }
    level = next;
  }
  return isText ? null : 'NOT_TEXT';
}

/** What is written in a value itself: a text, or the names of its members. */
function textsOf(value: unknown): ReadonlyArray<string> {
  if (typeof value === 'string') return [value];
  return typeof value !== 'object' || value === null || Array.isArray(value) ? [] : Object.keys(value);
}

function entriesOf(value: unknown): ReadonlyArray<unknown> {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}
