import {
  executeSync,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLLeafType,
  type GraphQLOutputType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { errorOf } from '../errors.ts';
import { DigitsLost } from '../sources/digits.ts';
import { placeErrors } from './error-places.ts';
import type { Graph } from './graph.ts';
import { coerced, leafOf, mayHaveLost } from './leaf.ts';
import { type Composite, type Field, type Level, standing } from './level.ts';
import { runtimeOf } from './runtime-type.ts';
import { Told } from './told.ts';
import type { Data, Path, Variables } from './values.ts';

/** Fields that the caller may not have, and the error to tell in their place. */
export interface Denied {
  readonly fields: ReadonlySet<FieldNode>;
  readonly error: { readonly message: string; readonly code: string };
}
interface Asked {
  readonly graph: Graph;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}
/** The field that a value answers, and whose it is. */
interface Place {
  readonly type: Composite;
  readonly field: Field;
}

/** A null that must not stand where it is, on its way up. */
const UP = Symbol('null on its way up');

/** One answer made complete by the schema; what is wrong with it is added to its errors. */
export class Completion {
  readonly #asked: Asked;
  readonly #variables: Variables;
  readonly #errors: GraphQLFormattedError[];
  readonly #denied: Denied | undefined;
  readonly #watchesDigits: boolean;
  #told: Told | undefined;

  constructor(
    asked: Asked,
    variables: Variables,
    errors: GraphQLFormattedError[],
    denied: Denied | undefined,
    watchesDigits: boolean,
  ) {
    this.#asked = asked;
    this.#variables = variables;
    this.#errors = errors;
    this.#denied = denied;
    this.#watchesDigits = watchesDigits;
  }

  whole(root: Composite, top: Level, data: Data): Data | null {
    placeErrors(this.#errors, this.#asked.graph.schema, root, top, data);
    const completed = this.#object(root, top, data, []);
    return completed === UP ? null : completed;
  }

  #object(type: Composite, level: Level, value: Data, path: Path): Data | typeof UP {
    const result: Record<string, unknown> = {};
    for (const field of standing(level.fieldsOf(type), this.#variables)) {
      const completed = this.#field({ type, field }, value, path);
      if (completed === UP) return UP;
      result[field.key] = completed;
    }
    return result;
  }

  #field(place: Place, value: Data, above: Path): unknown {
    const { field } = place;
    if (field.name === '__typename') return this.#typename(place, [...above, field.key]);
    if (field.name === '__schema' || field.name === '__type') return this.#introspect(field);
    const path = [...above, field.key];
    const denied = this.#denied;
    if (denied && field.occurrences.some(({ node }) => denied.fields.has(node))) {
      const { message, code } = denied.error;
      this.#errors.push({ message, path, extensions: { code } });
      return isNonNullType(field.type) ? UP : null;
    }
    const own = Object.hasOwn(value, field.inner) ? value[field.inner] : undefined;
    return this.#complete(field.type, own, path, place);
  }

  #complete(type: GraphQLOutputType, value: unknown, path: Path, place: Place): unknown {
    if (isNonNullType(type)) {
      const completed = this.#complete(type.ofType, value, path, place);
      if (completed === null) this.#report(path, `Cannot return null for non-nullable field ${nameOf(place)}.`);
      return completed ?? UP;
    }
    if (value === undefined) this.#report(path, `${nameOf(place)} was not answered.`);
    if (value === null || value === undefined) return null;
    if (isListType(type)) return this.#list(type.ofType, value, path, place);
    if (isLeafType(type)) return this.#leaf(type, value, path, place);
    const { child } = place.field;
    const isObject = typeof value === 'object' && !Array.isArray(value);
    const runtime =
      isObject && child ? runtimeOf(this.#asked.graph, type, child, (value as Data).__typename) : undefined;
    if (!runtime || child === null) {
      const what = isObject ? 'an object whose type cannot be told' : 'something that is no object';
      this.#report(path, `${nameOf(place)} was answered with ${what}.`);
      return null;
    }
    const completed = this.#object(runtime, child, value as Data, path);
    return completed === UP ? null : completed;
  }

  #list(type: GraphQLOutputType, value: unknown, path: Path, place: Place): unknown {
    if (!Array.isArray(value)) {
      this.#report(path, `Expected a list for ${nameOf(place)}.`);
      return null;
    }
    const items: unknown[] = [];
    for (let index = 0; index < value.length; index++) {
      const item = this.#complete(type, value[index], [...path, index], place);
      if (item === UP) return null;
      items.push(item);
    }
    return items;
  }

  #leaf(type: GraphQLLeafType, value: unknown, path: Path, place: Place): unknown {
    const leaf = leafOf(type);
    if (this.#watchesDigits && mayHaveLost(leaf, value)) throw new DigitsLost();
    const known = coerced(leaf, value);
    if (known !== undefined) return known;
    this.#report(path, `A value of ${nameOf(place)} is none of ${type.name}.`);
    return null;
  }

  /** An interface is nobody's type: what is known by it alone cannot be named. */
  #typename(place: Place, path: Path): unknown {
    if (!isInterfaceType(place.type)) return place.type.name;
    this.#report(path, `The type of an object of ${place.type.name} cannot be told.`);
    return UP;
  }

  #introspect(field: Field): unknown {
    const { graph, operation, fragments } = this.#asked;
    const selected = {
      ...operation,
      selectionSet: { ...operation.selectionSet, selections: field.occurrences.map(({ node }) => node) },
    };
    const result = executeSync({
      schema: graph.schema,
      document: { kind: Kind.DOCUMENT, definitions: [selected, ...fragments.values()] },
      variableValues: this.#variables,
    });
    for (const error of result.errors ?? []) this.#errors.push(error instanceof GraphQLError ? error.toJSON() : error);
    return result.data?.[field.key] ?? null;
  }

  /** Unless an error already says it. */
  #report(path: Path, reason: string): void {
    this.#told ??= new Told(this.#errors);
    if (this.#told.covers(path)) return;
    this.#told.add(path);
    this.#errors.push({ ...errorOf('INVALID_SUBGRAPH_RESPONSE', { reason }), path: [...path] });
  }
}

function nameOf({ type, field }: Place): string {
  return `${type.name}.${field.name}`;
}
