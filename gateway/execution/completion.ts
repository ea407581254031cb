import {
  executeSync,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLLeafType,
  type GraphQLNamedOutputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { type Composite, type Field, type Level, standing } from './level.ts';
import type { Data, Path, Variables } from './values.ts';

/** Fields that the caller may not have, and the error to tell in their place. */
export interface Denied {
  readonly fields: ReadonlySet<FieldNode>;
  readonly error: { readonly message: string; readonly code: string };
}
interface Asked {
  readonly schema: GraphQLSchema;
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

  constructor(asked: Asked, variables: Variables, errors: GraphQLFormattedError[], denied: Denied | undefined) {
    this.#asked = asked;
    this.#variables = variables;
    this.#errors = errors;
    this.#denied = denied;
  }

  whole(root: Composite, top: Level, data: Data): Data | null {
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
    const { type, field } = place;
    if (field.name === '__typename') return type.name;
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
    if (value === null || value === undefined) {
      // The planner plans nothing for a type that nobody is of.
      if (value === undefined && isAbstractType(type) && this.#asked.schema.getPossibleTypes(type).length === 0)
        this.#report(path, `No type implements ${type.name}, so ${nameOf(place)} cannot be answered.`);
      return null;
    }
    if (isListType(type)) return this.#list(type.ofType, value, path, place);
    if (isLeafType(type)) return this.#leaf(type, value, path, place);
    const { child } = place.field;
    const runtime = this.#runtimeOf(type, value);
    if (!runtime || typeof value !== 'object' || child === null) {
      this.#report(path, `${nameOf(place)} was answered with an object whose type cannot be told.`);
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
    if (!isEnumType(type) || type.getValue(String(value))) return value;
    this.#report(path, `A value of ${nameOf(place)} is not one of ${type.name}.`);
    return null;
  }

  /** What an object is. An interface object is known by its interface alone; the planner asks for its type where anything depends on it. */
  #runtimeOf(type: GraphQLNamedOutputType, value: unknown): Composite | undefined {
    if (isObjectType(type)) return type;
    const { schema } = this.#asked;
    const name = (value as { readonly __typename?: string }).__typename;
    const named = name === undefined ? undefined : schema.getType(name);
    if (isObjectType(named)) return isAbstractType(type) && schema.isSubType(type, named) ? named : undefined;
    return isInterfaceType(type) && (!named || named === type) ? type : undefined;
  }

  #introspect(field: Field): unknown {
    const { schema, operation, fragments } = this.#asked;
    const selected = { ...operation, selectionSet: { ...operation.selectionSet, selections: [field.node] } };
    const result = executeSync({
      schema,
      document: { kind: Kind.DOCUMENT, definitions: [selected, ...fragments.values()] },
      variableValues: this.#variables,
    });
    for (const error of result.errors ?? []) this.#errors.push(error instanceof GraphQLError ? error.toJSON() : error);
    return result.data?.[field.key] ?? null;
  }

  /** Unless an error already says it. */
  #report(path: Path, message: string): void {
    const told = this.#errors.some(
      (error) => error.path?.every((part, index) => index >= path.length || part === path[index]) ?? false,
    );
    if (!told) this.#errors.push({ message, path: [...path], extensions: { code: 'INVALID_SUBGRAPH_RESPONSE' } });
  }
}

function nameOf({ type, field }: Place): string {
  return `${type.name}.${field.name}`;
}
