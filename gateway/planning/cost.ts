import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

interface ListSize {
  readonly assumedSize: number | null;
  readonly slicingArguments: ReadonlyArray<string>;
  readonly sizedFields: ReadonlyArray<string>;
}
/** What `@cost` and `@listSize` say, by `Type` or `Type.field`. */
export interface CostRules {
  readonly weights: ReadonlyMap<string, number>;
  readonly lists: ReadonlyMap<string, ListSize>;
}

/** Reads the cost directives of a supergraph (IBM's specification, as federation 2.9 carries it). */
export function readCostRules({ definitions }: DocumentNode): CostRules {
  const weights = new Map<string, number>();
  const lists = new Map<string, ListSize>();
  const read = (at: string, directives: ReadonlyArray<DirectiveNode> = []): void => {
    for (const { name, arguments: given } of directives) {
      if (name.value !== 'cost' && name.value !== 'listSize') continue;
      const values = Object.fromEntries(
        (given ?? []).map((each) => [each.name.value, valueFromASTUntyped(each.value)]),
      );
      if (name.value === 'cost') {
        weights.set(at, Number(values.weight ?? 0));
        continue;
      }
      lists.set(at, {
        assumedSize: typeof values.assumedSize === 'number' ? values.assumedSize : null,
        slicingArguments: (values.slicingArguments as ReadonlyArray<string> | undefined) ?? [],
        sizedFields: (values.sizedFields as ReadonlyArray<string> | undefined) ?? [],
      });
    }
  };
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    read(definition.name.value, definition.directives);
    for (const field of definition.fields ?? []) read(`${definition.name.value}.${field.name.value}`, field.directives);
  }
  return { weights, lists };
}

const mutationCost = 10;

interface Costed {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** The cost of an operation by its variables; worked out once where none of them decides a list's size. */
export function createCost(costed: Costed, rules: CostRules, listSize: number): (variables: Variables) => number {
  const slices = [...rules.lists.values()].some(({ slicingArguments }) => slicingArguments.length > 0);
  let known: number | undefined;
  return (variables) => {
    if (slices) return costOf(costed, rules, variables, listSize);
    known ??= costOf(costed, rules, variables, listSize);
    return known;
  };
}

/** What an operation may cost at most: one for each object it can answer with, unless the schema says otherwise; lists by their size. */
function costOf(costed: Costed, rules: CostRules, variables: Variables, listSize: number): number {
  const { schema, document, operation } = costed;
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const known = new Map<string, number>();
  const typeWeight = (type: GraphQLNamedType): number =>
    rules.weights.get(type.name) ?? (isCompositeType(type) ? 1 : 0);

  const ofFragment = (name: string): number => {
    const fragment = fragments.get(name);
    if (!known.has(name) && fragment) {
      known.set(name, 0);
      known.set(name, below(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), null));
    }
    return known.get(name) ?? 0;
  };
  const ofField = (node: FieldNode, type: Parent, sized: Sized | null): number => {
    const name = node.name.value;
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    if (!type || !field) return 0;
    const at = `${type.name}.${name}`;
    const list = rules.lists.get(at) ?? null;
    const own = sizeOf(node, field, list, variables);
    const passesOn = (list?.sizedFields.length ?? 0) > 0;
    const target = getNamedType(field.type);
    const within = list && passesOn ? { fields: list.sizedFields, size: own ?? listSize } : null;
    const each =
      (rules.weights.get(at) ?? typeWeight(target)) +
      (node.selectionSet ? below(node.selectionSet, target, within) : 0);
    if (!isListType(getNullableType(field.type))) return each;
    const inherited = sized?.fields.includes(name) ? sized.size : null;
    return (inherited ?? (passesOn ? null : own) ?? listSize) * each;
  };
  const below = (set: SelectionSetNode, type: Parent, sized: Sized | null): number => {
    let sum = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) sum += ofField(selection, type, sized);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) sum += ofFragment(selection.name.value);
      else {
        const on = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type;
        sum += below(selection.selectionSet, on, sized);
      }
    }
    return sum;
  };
  const root = schema.getRootType(operation.operation);
  return (operation.operation === 'mutation' ? mutationCost : 0) + below(operation.selectionSet, root, null);
}

type Parent = GraphQLNamedType | null | undefined;
/** Lists whose size is said by the field above them. */
interface Sized {
  readonly fields: ReadonlyArray<string>;
  readonly size: number;
}

/** How long a list may be by its arguments or as its directive assumes; null: nothing says. */
function sizeOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  list: ListSize | null,
  variables: Variables,
): number | null {
  const slices = (list?.slicingArguments ?? []).flatMap((argument): ReadonlyArray<number> => {
    const given = node.arguments?.find((each) => each.name.value === argument)?.value;
    const definition = field.args.find((each) => each.name === argument);
    const value = given ? valueFromASTUntyped(given, variables) : definition?.defaultValue;
    return typeof value === 'number' ? [Math.max(0, value)] : [];
  });
  return slices.length > 0 ? Math.max(...slices) : (list?.assumedSize ?? null);
}
