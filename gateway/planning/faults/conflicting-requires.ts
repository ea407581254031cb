import {
  type ArgumentNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  parse,
  print,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { withoutFields } from '../selections.ts';
import { argument } from './join-directives.ts';

/*
 * Where two `@requires` want one field with different arguments, the planner answers both with what one of them wants. So they are not
 * planned together.
 */

/** What a supergraph's `@requires` ask of operations. */
export interface RequiresRules {
  /** Fields, as `Type.field`, that must not be fetched in one plan: their `@requires` want one field with different arguments. */
  readonly conflicts: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of fields that some `@requires` wants with arguments. */
  readonly withArguments: ReadonlySet<string>;
}

export function requiresRules({ definitions }: DocumentNode): RequiresRules {
  const conflicts = new Map<string, Set<string>>();
  const withArguments = new Set<string>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const wanted = (definition.fields ?? []).flatMap((field) => wantsOf(definition.name.value, field));
    for (const one of wanted) {
      for (const [path, given] of one.arguments)
        if (given !== '') withArguments.add(path.slice(path.lastIndexOf('.') + 1));
      const against = wanted.filter((other) => clash(one, other)).map(({ field }) => field);
      if (against.length > 0) conflicts.set(one.field, new Set([...(conflicts.get(one.field) ?? []), ...against]));
    }
  }
  return { conflicts, withArguments };
}

/** What a field's `@requires` wants, and with which arguments. */
interface Wants {
  readonly field: string;
  readonly arguments: ReadonlyMap<string, string>;
}

function clash(one: Wants, other: Wants): boolean {
  return (
    one.field !== other.field &&
    [...one.arguments].some(([path, given]) => (other.arguments.get(path) ?? given) !== given)
  );
}

function wantsOf(type: string, { name, directives }: FieldDefinitionNode): ReadonlyArray<Wants> {
  return (directives ?? []).flatMap((join) => {
    const requires = join.name.value === 'join__field' ? argument(join, 'requires') : undefined;
    if (requires === undefined) return [];
    const paths = new Map<string, string>();
    const walk = (selections: SelectionSetNode | undefined, above: string): void => {
      for (const selection of selections?.selections ?? []) {
        if (selection.kind !== Kind.FIELD) {
          if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, above);
          continue;
        }
        const path = `${above}.${selection.name.value}`;
        paths.set(path, printArguments(selection.arguments));
        walk(selection.selectionSet, path);
      }
    };
    const [operation] = parse(`{ ${requires} }`).definitions;
    if (operation?.kind === Kind.OPERATION_DEFINITION) walk(operation.selectionSet, '');
    return [{ field: `${type}.${name.value}`, arguments: paths }];
  });
}

function printArguments(given: ReadonlyArray<ArgumentNode> | undefined): string {
  return (given ?? []).map(print).sort().join(', ');
}

/**
 * The documents to plan apart so that no plan holds two fields that conflict: mostly the one given. Each holds every other field,
 * for what it answers is the same.
 */
export function withoutConflicts(
  document: DocumentNode,
  schema: GraphQLSchema,
  { conflicts }: RequiresRules,
): ReadonlyArray<DocumentNode> {
  if (conflicts.size === 0) return [document];
  const met = new Map<FieldNode, ReadonlyArray<string>>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType();
        if (!parent) return;
        const types = [parent, ...(isAbstractType(parent) ? schema.getPossibleTypes(parent) : [])];
        const coordinates = types
          .map((type) => `${type.name}.${node.name.value}`)
          .filter((coordinate) => conflicts.has(coordinate));
        if (coordinates.length > 0) met.set(node, coordinates);
      },
    }),
  );
  // Greedy: few fields ever conflict.
  const passes: Set<string>[] = [];
  const passOf = new Map<FieldNode, number>();
  for (const [node, coordinates] of met) {
    const clashes = (pass: Set<string>): boolean =>
      coordinates.some((coordinate) => [...(conflicts.get(coordinate) ?? [])].some((other) => pass.has(other)));
    let index = passes.findIndex((pass) => !clashes(pass));
    if (index < 0) index = passes.push(new Set()) - 1;
    for (const coordinate of coordinates) passes[index]?.add(coordinate);
    passOf.set(node, index);
  }
  if (passes.length < 2) return [document];
  return passes.map((_pass, index) => withoutFields(document, (node) => (passOf.get(node) ?? index) !== index));
}
