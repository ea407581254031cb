import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type NamedTypeNode,
  parse,
  type SelectionSetNode,
  TypeInfo,
  type TypeNode,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** All of it must hold; of scopes and policies one inner list of each outer one. */
export interface Demand {
  readonly authenticated: boolean;
  readonly scopes: ReadonlyArray<ReadonlyArray<ReadonlyArray<string>>>;
  readonly policies: ReadonlyArray<ReadonlyArray<ReadonlyArray<string>>>;
}
/** What a supergraph's `@authenticated`, `@requiresScopes` and `@policy` demand of each `Type.field`. */
export type AccessRules = ReadonlyMap<string, Demand>;
/** A field of an operation that not everyone may ask for. */
export interface Guard {
  readonly node: FieldNode;
  readonly demand: Demand;
}
const nothing: Demand = { authenticated: false, scopes: [], policies: [] };
const isNothing = (demand: Demand): boolean =>
  !demand.authenticated && demand.scopes.length === 0 && demand.policies.length === 0;
const both = (...demands: ReadonlyArray<Demand>): Demand => ({
  authenticated: demands.some((demand) => demand.authenticated),
  scopes: demands.flatMap((demand) => demand.scopes),
  policies: demands.flatMap((demand) => demand.policies),
});

const demands = new Set(['authenticated', 'requiresScopes', 'policy']);

/**
 * Reads the rules of a supergraph: a field asks what it, its type and the type it answers with ask, and what the fields its `@requires`
 * names ask; a field of an interface what any implementation asks, so that nothing is had through an interface that is not had directly.
 */
export function readAccessRules({ definitions }: DocumentNode): AccessRules {
  const rules = new Map<string, Demand>();
  const isDeclared = definitions.some(
    (each) => each.kind === Kind.DIRECTIVE_DEFINITION && demands.has(each.name.value),
  );
  if (!isDeclared) return rules;
  const types = new Map<
    string,
    { demand: Demand; fields: ReadonlyArray<FieldDefinitionNode>; interfaces: ReadonlyArray<NamedTypeNode> }
  >();
  for (const definition of definitions) {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        types.set(definition.name.value, {
          demand: demandOf(definition.directives),
          fields: definition.fields ?? [],
          interfaces: definition.interfaces ?? [],
        });
        break;
      case Kind.SCALAR_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_DEFINITION:
        types.set(definition.name.value, { demand: demandOf(definition.directives), fields: [], interfaces: [] });
    }
  }
  const effective = (type: string, field: FieldDefinitionNode, seen: ReadonlySet<string>): Demand => {
    const at = `${type}.${field.name.value}`;
    if (seen.has(at)) return nothing;
    const within = new Set([...seen, at]);
    const implementations = [...types].flatMap(([name, { fields, interfaces }]) => {
      if (!interfaces.some((each) => each.name.value === type)) return [];
      const same = fields.find((each) => each.name.value === field.name.value);
      return same ? [effective(name, same, within)] : [];
    });
    return both(
      types.get(type)?.demand ?? nothing,
      demandOf(field.directives),
      types.get(nameOf(field.type))?.demand ?? nothing,
      ...requiredBy(type, field, within),
      ...implementations,
    );
  };
  const requiredBy = (type: string, field: FieldDefinitionNode, seen: ReadonlySet<string>): ReadonlyArray<Demand> => {
    const walk = (on: string, set: SelectionSetNode | undefined): ReadonlyArray<Demand> =>
      (set?.selections ?? []).flatMap((selection): ReadonlyArray<Demand> => {
        if (selection.kind === Kind.INLINE_FRAGMENT)
          return walk(selection.typeCondition?.name.value ?? on, selection.selectionSet);
        if (selection.kind !== Kind.FIELD) return [];
        const wanted = types.get(on)?.fields.find((each) => each.name.value === selection.name.value);
        return wanted ? [effective(on, wanted, seen), ...walk(nameOf(wanted.type), selection.selectionSet)] : [];
      });
    return (field.directives ?? []).flatMap((join) => {
      const requires = join.arguments?.find((each) => each.name.value === 'requires')?.value;
      if (join.name.value !== 'join__field' || requires?.kind !== Kind.STRING) return [];
      const [operation] = parse(`{ ${requires.value} }`).definitions;
      return operation?.kind === Kind.OPERATION_DEFINITION ? walk(type, operation.selectionSet) : [];
    });
  };
  for (const [type, { fields }] of types) {
    for (const field of fields) {
      const demand = effective(type, field, new Set());
      if (!isNothing(demand)) rules.set(`${type}.${field.name.value}`, demand);
    }
  }
  return rules;
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

function demandOf(directives: ReadonlyArray<ConstDirectiveNode> = []): Demand {
  const lists = (name: string, argument: string) =>
    directives
      .filter((directive) => directive.name.value === name)
      .map((directive) => {
        const value = directive.arguments?.find((each) => each.name.value === argument)?.value;
        return (value ? valueFromASTUntyped(value) : []) as ReadonlyArray<ReadonlyArray<string>>;
      });
  return {
    authenticated: directives.some((directive) => directive.name.value === 'authenticated'),
    scopes: lists('requiresScopes', 'scopes'),
    policies: lists('policy', 'policies'),
  };
}

/** The fields of an operation that ask something of the caller. */
export function guardsOf(document: DocumentNode, schema: GraphQLSchema, rules: AccessRules): ReadonlyArray<Guard> {
  if (rules.size === 0) return [];
  const guards: Guard[] = [];
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType();
        if (!parent) return;
        const types = [parent, ...(isAbstractType(parent) ? schema.getPossibleTypes(parent) : [])];
        const demands = types.flatMap((type) => rules.get(`${type.name}.${node.name.value}`) ?? []);
        if (demands.length > 0) guards.push({ node, demand: both(...demands) });
      },
    }),
  );
  return guards;
}
