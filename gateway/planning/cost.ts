import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
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
export function readCostRules(sdl: string): CostRules {
  const weights = new Map<string, number>();
  const lists = new Map<string, ListSize>();
  const read = (at: string, directives: ReadonlyArray<DirectiveNode> = []): void => {
    for (const { name, arguments: given } of directives) {
      const values = Object.fromEntries(
        (given ?? []).map((each) => [each.name.value, valueFromASTUntyped(each.value)]),
      );
      if (name.value === 'cost') weights.set(at, Number(values.weight ?? 0));
      if (name.value !== 'listSize') continue;
      lists.set(at, {
        assumedSize: typeof values.assumedSize === 'number' ? values.assumedSize : null,
        slicingArguments: (values.slicingArguments as ReadonlyArray<string> | undefined) ?? [],
        sizedFields: (values.sizedFields as ReadonlyArray<string> | undefined) ?? [],
      });
    }
  };
  if (/@(cost|listSize)\b/.test(sdl)) {
    for (const definition of parse(sdl).definitions) {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
        continue;
      read(definition.name.value, definition.directives);
      for (const field of definition.fields ?? [])
        read(`${definition.name.value}.${field.name.value}`, field.directives);
    }
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
function costOf(
  { schema, document, operation }: Costed,
  rules: CostRules,
  variables: Variables,
  listSize: number,
): number {
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const known = new Map<string, number>();
  const typeWeight = (type: GraphQLNamedType): number =>
    rules.weights.get(type.name) ?? (isCompositeType(type) ? 1 : 0);

  const below = (
    set: SelectionSetNode,
    type: GraphQLNamedType | null | undefined,
    sized: ListSize | null,
    size: number,
  ): number => {
    let sum = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const name = selection.name.value;
        const fragment = fragments.get(name);
        if (!known.has(name) && fragment) {
          known.set(name, 0);
          known.set(name, below(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), null, 1));
        }
        sum += known.get(name) ?? 0;
        continue;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type;
        sum += below(selection.selectionSet, on, sized, size);
        continue;
      }
      const name = selection.name.value;
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
      if (!type || !field) continue;
      const at = `${type.name}.${name}`;
      const list = rules.lists.get(at) ?? null;
      const slices = (list?.slicingArguments ?? []).flatMap((argument): ReadonlyArray<number> => {
        const given = selection.arguments?.find((each) => each.name.value === argument)?.value;
        const definition = field.args.find((each) => each.name === argument);
        const value = given ? valueFromASTUntyped(given, variables) : definition?.defaultValue;
        return typeof value === 'number' ? [Math.max(0, value)] : [];
      });
      const own = slices.length > 0 ? Math.max(...slices) : (list?.assumedSize ?? null);
      const nullable = isNonNullType(field.type) ? field.type.ofType : field.type;
      const inherited = sized?.sizedFields.includes(name) ? size : null;
      const passesOn = (list?.sizedFields.length ?? 0) > 0;
      const times = isListType(nullable) ? (inherited ?? (passesOn ? null : own) ?? listSize) : 1;
      const target = getNamedType(field.type);
      const each =
        (rules.weights.get(at) ?? typeWeight(target)) +
        (selection.selectionSet ? below(selection.selectionSet, target, passesOn ? list : null, own ?? listSize) : 0);
      sum += times * each;
    }
    return sum;
  };
  const root = schema.getRootType(operation.operation);
  return (operation.operation === 'mutation' ? mutationCost : 0) + below(operation.selectionSet, root, null, 1);
}
