import {
  type ArgumentNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/*
 * The planner answers wrongly, without an error, where a client's alias or arguments meet those of a key or of `@requires`, where two
 * `@requires` want one field with different arguments, where a key that resolves nothing stands beside one that does, and where a
 * mutation's fields stand in fragments. What is given to it is changed here so that these cases cannot arise.
 */

const prefix = '_q_';

/** What a supergraph's `@requires` ask of operations. */
export interface RequiresRules {
  /** Fields, as `Type.field`, that must not be fetched in one plan: their `@requires` want one field with different arguments. */
  readonly conflicts: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of fields that some `@requires` wants with arguments. */
  readonly withArguments: ReadonlySet<string>;
}

/**
 * The name under which the planner and the subgraphs answer a field of a client's operation: its own where the client gave neither
 * alias nor arguments, else one that no subgraph's key or `@requires` can have.
 */
export function innerName(field: FieldNode, rules: RequiresRules): string {
  const own = field.name.value;
  const alias = field.alias?.value;
  const apart =
    (alias !== undefined && alias !== own) ||
    (field.arguments?.length ?? 0) > 0 ||
    own.startsWith(prefix) ||
    rules.withArguments.has(own);
  return apart ? prefix + (alias ?? own) : own;
}

/** The client's name for a step of an error's path. */
export function outerName(step: string | number): string | number {
  return typeof step === 'string' && step.startsWith(prefix) ? step.slice(prefix.length) : step;
}

/**
 * A client's document as the planner is given it: under inner names, and with a type name wherever conditions may leave a selection
 * empty, for the planner then forgets the object it stands in.
 */
export function withInnerNames(document: DocumentNode, rules: RequiresRules): DocumentNode {
  const fragments = fragmentsOf(document);
  const mayBeEmpty = ({ selections }: SelectionSetNode): boolean =>
    selections.every((selection) => {
      if (selection.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include')) return true;
      if (selection.kind === Kind.FIELD) return false;
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value);
      return inner === undefined || mayBeEmpty(inner);
    });
  return visit(document, {
    Field: (node): FieldNode | undefined => {
      if (node.name.value.startsWith('__'))
        return node.name.value === '__typename' && node.alias ? withoutAlias(node) : undefined;
      const value = innerName(node, rules);
      const plain = node.alias ? withoutAlias(node) : node;
      const named: FieldNode = value === node.name.value ? plain : { ...plain, alias: { kind: Kind.NAME, value } };
      const { selectionSet } = named;
      if (!selectionSet || !mayBeEmpty(selectionSet)) return named === node ? undefined : named;
      return {
        ...named,
        selectionSet: { ...selectionSet, selections: [...selectionSet.selections, ...onlyTypename.selections] },
      };
    },
  });
}

function withoutAlias({ alias: _alias, ...plain }: FieldNode): FieldNode {
  return plain;
}

/** A supergraph without keys that resolve nothing where another key of the same type resolves in the same graph. */
export function withoutDeadKeys(sdl: string): string {
  if (!sdl.includes('resolvable: false')) return sdl;
  const prune = <T extends { readonly directives?: ReadonlyArray<ConstDirectiveNode> }>(node: T): T | undefined => {
    const joins = (node.directives ?? []).filter((directive) => directive.name.value === 'join__type');
    const resolving = new Set(
      joins.filter((join) => argument(join, 'key') && !isDead(join)).map((join) => argument(join, 'graph')),
    );
    const directives = node.directives?.filter(
      (directive) =>
        directive.name.value !== 'join__type' || !isDead(directive) || !resolving.has(argument(directive, 'graph')),
    );
    return directives?.length === node.directives?.length ? undefined : { ...node, directives };
  };
  return print(visit(parse(sdl), { ObjectTypeDefinition: prune, InterfaceTypeDefinition: prune }));
}

function isDead(join: ConstDirectiveNode): boolean {
  return argument(join, 'resolvable') === 'false';
}

function argument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((each) => each.name.value === name)?.value;
  if (value === undefined) return undefined;
  return value.kind === Kind.STRING || value.kind === Kind.ENUM ? value.value : print(value);
}

export function requiresRules(sdl: string): RequiresRules {
  const conflicts = new Map<string, Set<string>>();
  const withArguments = new Set<string>();
  for (const definition of parse(sdl).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const wanted = (definition.fields ?? []).flatMap((field) => wantsOf(definition.name.value, field));
    for (const a of wanted) {
      for (const [path, given] of a.arguments)
        if (given !== '') withArguments.add(path.slice(path.lastIndexOf('.') + 1));
      for (const b of wanted) {
        if (a.field === b.field) continue;
        const clash = [...a.arguments].some(([path, given]) => (b.arguments.get(path) ?? given) !== given);
        if (!clash) continue;
        const known = conflicts.get(a.field);
        if (known) known.add(b.field);
        else conflicts.set(a.field, new Set([b.field]));
      }
    }
  }
  return { conflicts, withArguments };
}

function wantsOf(type: string, { name, directives }: FieldDefinitionNode) {
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

/** A document without some fields; where that leaves nothing, the object's type name stands in. */
export function withoutFields(document: DocumentNode, isLeftOut: (node: FieldNode) => boolean): DocumentNode {
  const filled = <T extends { readonly selectionSet?: SelectionSetNode | undefined }>(node: T): T | undefined =>
    node.selectionSet?.selections.length === 0 ? { ...node, selectionSet: onlyTypename } : undefined;
  return visit(document, {
    Field: { enter: (node) => (isLeftOut(node) ? null : undefined), leave: filled },
    InlineFragment: { leave: filled },
    FragmentDefinition: { leave: filled },
    OperationDefinition: { leave: filled },
  });
}

/**
 * A mutation's document for each of its own fields, by the field's name in the answer: the planner puts what stands in fragments first,
 * and mutations run in the order asked.
 */
export function byRootField(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ReadonlyMap<string, DocumentNode> {
  const fragments = fragmentsOf(document);
  const roots = new Map<FieldNode, string>();
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        roots.set(selection, (selection.alias ?? selection.name).value);
        continue;
      }
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value);
      if (inner) walk(inner);
    }
  };
  walk(operation.selectionSet);
  const keys = [...new Set(roots.values())];
  return new Map(
    keys.map((key) => [
      key,
      keys.length === 1 ? document : withoutFields(document, (node) => (roots.get(node) ?? key) !== key),
    ]),
  );
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, SelectionSetNode> {
  return new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition.selectionSet] as const] : [],
    ),
  );
}

const onlyTypename: SelectionSetNode = {
  kind: Kind.SELECTION_SET,
  selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
};
