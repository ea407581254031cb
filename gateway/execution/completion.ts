import {
  type DirectiveNode,
  type DocumentNode,
  executeSync,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import { innerName, type RequiresRules } from '../planning/planner-faults.ts';
import { createWrite, type Write } from './writer.ts';

export type Variables = Readonly<Record<string, unknown>>;
type Path = ReadonlyArray<string | number>;
export type Data = Readonly<Record<string, unknown>>;

/** A selection that stands where all of its conditions (`@skip`, `@include`) hold. */
interface Selected {
  readonly selectionSet: SelectionSetNode;
  readonly conditions: ReadonlyArray<Condition>;
}
interface Condition {
  readonly variable: string;
  readonly wanted: boolean;
}
export interface Field {
  readonly key: string;
  /** Its name in what subgraphs answered. */
  readonly inner: string;
  readonly name: string;
  readonly type: GraphQLOutputType;
  readonly node: FieldNode;
  /** Always there; else where one of the occurrences stands. */
  readonly always: boolean;
  readonly occurrences: ReadonlyArray<Occurrence>;
  readonly child: Level | null;
}

interface Occurrence {
  readonly node: FieldNode;
  readonly conditions: ReadonlyArray<Condition>;
  readonly position: number;
}
interface Fields {
  readonly list: ReadonlyArray<Field>;
  /** The answer's order is that of the first occurrences that stand, and variables decide which those are. */
  readonly reorders: boolean;
}

/** Fields that the caller may not have, and the error to tell in their place. */
export interface Denied {
  readonly fields: ReadonlySet<FieldNode>;
  readonly error: { readonly message: string; readonly code: string };
}

/** The shape of an operation's answer by the schema that clients see. */
export interface Shape {
  /** Cuts what subgraphs answered to what was asked, with nulls where the specification wants them; adds its own errors. */
  complete(data: Data, variables: Variables, errors: GraphQLFormattedError[], denied?: Denied): Data | null;
  /** Of the operation's own fields those that stand, in the order of the answer. */
  rootFields(variables: Variables): ReadonlyArray<Field>;
  /** The same as JSON, where nothing is wrong with it. Undefined: complete it, and what is wrong is told. */
  readonly write: Write;
}

/** An object type; or an interface, where nothing asked depends on which object it is. */
export type Composite = GraphQLObjectType | GraphQLInterfaceType;

/** One level of selections; its fields are worked out once for each object type met. */
export class Level {
  readonly #byType = new Map<string, Fields>();
  readonly #view: ShapeOf;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #selected: ReadonlyArray<Selected>;

  constructor(
    view: ShapeOf,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    selected: ReadonlyArray<Selected>,
  ) {
    this.#view = view;
    this.#fragments = fragments;
    this.#selected = selected;
  }

  fieldsOf(type: Composite): Fields {
    let fields = this.#byType.get(type.name);
    if (!fields) {
      fields = this.#collect(type);
      this.#byType.set(type.name, fields);
    }
    return fields;
  }

  #collect(type: Composite): Fields {
    const found = new Map<string, Occurrence[]>();
    let position = 0;
    const visit = ({ selectionSet, conditions }: Selected): void => {
      for (const selection of selectionSet.selections) {
        const own = conditionsOf(selection.directives);
        if (own === null) continue;
        const all = [...conditions, ...own];
        if (selection.kind === Kind.FIELD) {
          const key = selection.alias?.value ?? selection.name.value;
          found.set(key, [...(found.get(key) ?? []), { node: selection, conditions: all, position: position++ }]);
          continue;
        }
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(selection.name.value) : selection;
        const on = fragment?.typeCondition?.name.value;
        if (fragment && (on === undefined || this.#applies(type, on))) {
          visit({ selectionSet: fragment.selectionSet, conditions: all });
        }
      }
    };
    for (const selected of this.#selected) visit(selected);
    const list = [...found].flatMap(([key, nodes]): ReadonlyArray<Field> => {
      const node = (nodes[0] as { node: FieldNode }).node;
      const name = node.name.value;
      const definition =
        name === '__typename'
          ? TypeNameMetaFieldDef
          : name === '__schema' || name === '__type'
            ? undefined
            : type.getFields()[name];
      const introspection = name === '__schema' || name === '__type';
      if (!definition && !introspection) return [];
      const children = nodes.flatMap((each) =>
        each.node.selectionSet ? [{ selectionSet: each.node.selectionSet, conditions: each.conditions }] : [],
      );
      return [
        {
          key,
          inner: innerName(node, this.#view.rules),
          name,
          type: (definition?.type ?? TypeNameMetaFieldDef.type) as GraphQLOutputType,
          node,
          always: nodes.some((each) => each.conditions.length === 0),
          occurrences: nodes,
          child: children.length > 0 ? new Level(this.#view, this.#fragments, children) : null,
        },
      ];
    });
    const reorders = list.some(
      ({ occurrences }) => occurrences.length > 1 && (occurrences[0]?.conditions.length ?? 0) > 0,
    );
    return { list, reorders };
  }

  #applies(type: Composite, on: string): boolean {
    if (type.name === on) return true;
    const condition = this.#view.schema.getType(on);
    return (isInterfaceType(condition) || isUnionType(condition)) && this.#view.schema.isSubType(condition, type);
  }
}

/** Null: never there. A literal is judged now, a variable when it is known. */
function conditionsOf(directives: ReadonlyArray<DirectiveNode> | undefined): ReadonlyArray<Condition> | null {
  const conditions: Condition[] = [];
  for (const directive of directives ?? []) {
    const wanted = directive.name.value === 'include';
    if (!wanted && directive.name.value !== 'skip') continue;
    const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
    if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return null;
    if (value?.kind === Kind.VARIABLE) conditions.push({ variable: value.name.value, wanted });
  }
  return conditions;
}

/** A null that must not stand where it is, on its way up. */
const UP = Symbol('null on its way up');

/** The schema that clients see, and how it names their fields inside. */
interface ShapeOf {
  readonly schema: GraphQLSchema;
  readonly rules: RequiresRules;
}

export function createShape(view: ShapeOf, document: DocumentNode, operation: OperationDefinitionNode): Shape {
  const { schema } = view;
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const root = schema.getRootType(operation.operation) as GraphQLObjectType;
  const top = new Level(view, fragments, [{ selectionSet: operation.selectionSet, conditions: [] }]);

  // Code is generated for an operation that comes again.
  let uses = 0;
  let compiled: Write | undefined;
  return {
    rootFields: (variables) => standing(top.fieldsOf(root), variables),
    write(data, variables) {
      if (uses++ === 0) return undefined;
      compiled ??= createWrite(schema, root, top);
      return compiled(data, variables);
    },
    complete(data, variables, errors, denied) {
      const told = (path: Path): boolean =>
        errors.some(
          (error) => error.path?.every((part, index) => index >= path.length || part === path[index]) ?? false,
        );
      const report = (path: Path, message: string): void => {
        if (!told(path)) errors.push({ message, path: [...path], extensions: { code: 'INVALID_SUBGRAPH_RESPONSE' } });
      };

      const object = (type: Composite, level: Level, value: Data, path: Path): Data | typeof UP => {
        const result: Record<string, unknown> = {};
        for (const field of standing(level.fieldsOf(type), variables)) {
          if (field.name === '__typename') {
            result[field.key] = type.name;
            continue;
          }
          if (field.name === '__schema' || field.name === '__type') {
            result[field.key] = introspect(field, variables);
            continue;
          }
          const at = [...path, field.key];
          if (denied && field.occurrences.some(({ node }) => denied.fields.has(node))) {
            const { message, code } = denied.error;
            errors.push({ message, path: at, extensions: { code } });
            if (isNonNullType(field.type)) return UP;
            result[field.key] = null;
            continue;
          }
          const completed = complete(
            field.type,
            field.child,
            Object.hasOwn(value, field.inner) ? value[field.inner] : undefined,
            at,
            () => `${type.name}.${field.name}`,
          );
          if (completed === UP) return UP;
          result[field.key] = completed;
        }
        return result;
      };
      const complete = (
        type: GraphQLOutputType,
        level: Level | null,
        value: unknown,
        path: Path,
        place: () => string,
      ): unknown => {
        if (isNonNullType(type)) {
          const completed = complete(type.ofType, level, value, path, place);
          if (completed !== null && completed !== UP) return completed;
          if (completed === null) report(path, `Cannot return null for non-nullable field ${place()}.`);
          return UP;
        }
        if (value === null || value === undefined) {
          // The planner plans nothing for a type that nobody is of.
          if (value === undefined && isAbstractType(type) && schema.getPossibleTypes(type).length === 0)
            report(path, `No type implements ${type.name}, so ${place()} cannot be answered.`);
          return null;
        }
        if (isListType(type)) {
          if (!Array.isArray(value)) {
            report(path, `Expected a list for ${place()}.`);
            return null;
          }
          const items: unknown[] = [];
          for (let index = 0; index < value.length; index++) {
            const item = complete(type.ofType, level, value[index], [...path, index], place);
            if (item === UP) return null;
            items.push(item);
          }
          return items;
        }
        if (isLeafType(type)) {
          if (!isEnumType(type) || type.getValue(String(value))) return value;
          report(path, `A value of ${place()} is not one of ${type.name}.`);
          return null;
        }
        // An interface object is known by its interface alone; the planner asks for its type where anything depends on it.
        const name = isObjectType(type) ? type.name : (value as { __typename?: string }).__typename;
        const named = name === undefined ? undefined : schema.getType(name);
        const runtime = isObjectType(named)
          ? isAbstractType(type) && !schema.isSubType(type, named)
            ? undefined
            : named
          : isInterfaceType(type) && (!named || named === type)
            ? type
            : undefined;
        if (!runtime || typeof value !== 'object' || level === null) {
          report(path, `${place()} was answered with an object whose type cannot be told.`);
          return null;
        }
        const completed = object(runtime, level, value as Data, path);
        return completed === UP ? null : completed;
      };
      const introspect = (field: Field, given: Variables): unknown => {
        const selected = { ...operation, selectionSet: { ...operation.selectionSet, selections: [field.node] } };
        const result = executeSync({
          schema,
          document: { kind: Kind.DOCUMENT, definitions: [selected, ...fragments.values()] },
          variableValues: given,
        });
        for (const error of result.errors ?? []) errors.push(error instanceof GraphQLError ? error.toJSON() : error);
        return result.data?.[field.key] ?? null;
      };

      const completed = object(root, top, data, []);
      return completed === UP ? null : completed;
    },
  };
}

function standing({ list, reorders }: Fields, variables: Variables): ReadonlyArray<Field> {
  const holds = ({ conditions }: Occurrence): boolean =>
    conditions.every(({ variable, wanted }) => variables[variable] === wanted);
  if (!reorders) return list.filter((field) => field.always || field.occurrences.some(holds));
  return list
    .flatMap((field) => {
      const first = field.occurrences.find(holds);
      return first ? [{ field, position: first.position }] : [];
    })
    .sort((a, b) => a.position - b.position)
    .map(({ field }) => field);
}
