import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isInterfaceType,
  isUnionType,
  Kind,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { Graph } from './graph.ts';
import type { Variables } from './values.ts';

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
  /** Of an interface: what is asked depends on which type an object is. */
  readonly dependsOnType: boolean;
  readonly list: ReadonlyArray<Field>;
  /** The answer's order is that of the first occurrences that stand, and variables decide which those are. */
  readonly reorders: boolean;
}

/** An object type; or an interface, where nothing asked depends on which object it is. */
export type Composite = GraphQLObjectType | GraphQLInterfaceType;

/** One level of selections; its fields are worked out once for each object type met. */
export class Level {
  readonly #byType = new Map<string, Fields>();
  readonly #graph: Graph;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #selected: ReadonlyArray<Selected>;

  constructor(graph: Graph, fragments: ReadonlyMap<string, FragmentDefinitionNode>, selected: ReadonlyArray<Selected>) {
    this.#graph = graph;
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
    let dependsOnType = false;
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
        if (!fragment) continue;
        if (on === undefined || this.#applies(type, on))
          visit({ selectionSet: fragment.selectionSet, conditions: all });
        else dependsOnType ||= isInterfaceType(type);
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
          inner: this.#graph.innerName(node),
          name,
          type: (definition?.type ?? TypeNameMetaFieldDef.type) as GraphQLOutputType,
          node,
          always: nodes.some((each) => each.conditions.length === 0),
          occurrences: nodes,
          child: children.length > 0 ? new Level(this.#graph, this.#fragments, children) : null,
        },
      ];
    });
    const reorders = list.some(
      ({ occurrences }) => occurrences.length > 1 && (occurrences[0]?.conditions.length ?? 0) > 0,
    );
    dependsOnType ||= isInterfaceType(type) && list.some(({ name }) => name === '__typename');
    return { list, reorders, dependsOnType };
  }

  #applies(type: Composite, on: string): boolean {
    if (type.name === on) return true;
    const condition = this.#graph.schema.getType(on);
    return (isInterfaceType(condition) || isUnionType(condition)) && this.#graph.schema.isSubType(condition, type);
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

/** Of these fields those that stand, in the order of the answer. */
export function standing({ list, reorders }: Fields, variables: Variables): ReadonlyArray<Field> {
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
