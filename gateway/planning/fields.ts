import { type DocumentNode, Kind, parse, type TypeNode } from 'graphql';
import { argument, graphNames } from './faults/join-directives.ts';

/** What a field answers with. */
export interface FieldType {
  /** How deep its lists are. */
  readonly lists: number;
  readonly nullable: boolean;
  /** Of what is in them: a scalar, an enum with these values, or objects. */
  readonly type: string;
  readonly kind: 'SCALAR' | 'OBJECT' | ReadonlySet<string>;
}
/** A supergraph's types as its subgraphs have them, whether clients may see them or not. */
export interface Fields {
  fieldOf(type: string, field: string): FieldType | undefined;
  isInterfaceObject(type: string): boolean;
  /** Keys by which a subgraph takes a reference to an object of a type, or to one known by its interface: names of each key's own fields. */
  keysOf(subgraph: string, type: string): ReadonlyArray<ReadonlyArray<string>>;
}

interface TypeOf {
  readonly fields: ReadonlyMap<string, TypeNode>;
  readonly interfaces: ReadonlyArray<string>;
  readonly keys: ReadonlyArray<{ readonly graph: string | undefined; readonly fields: ReadonlyArray<string> }>;
  readonly isInterfaceObject: boolean;
}

export function readFields(document: DocumentNode): Fields {
  const graphOf = graphNames(document);
  const types = new Map<string, TypeOf>();
  const enums = new Map<string, ReadonlySet<string>>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION)
      enums.set(definition.name.value, new Set(definition.values?.map(({ name }) => name.value)));
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const joins = (definition.directives ?? []).filter(({ name }) => name.value === 'join__type');
    types.set(definition.name.value, {
      fields: new Map(definition.fields?.map(({ name, type }) => [name.value, type])),
      interfaces: (definition.interfaces ?? []).map(({ name }) => name.value),
      isInterfaceObject: joins.some((join) => argument(join, 'isInterfaceObject') === 'true'),
      keys: joins.flatMap((join) => {
        const key = argument(join, 'key');
        return key === undefined || argument(join, 'resolvable') === 'false'
          ? []
          : [{ graph: graphOf.get(argument(join, 'graph') ?? ''), fields: ownNames(key) }];
      }),
    });
  }
  const composite = (type: string): boolean => !enums.has(type) && (types.has(type) || unions.has(type));
  const unions = new Set(
    document.definitions.flatMap((each) => (each.kind === Kind.UNION_TYPE_DEFINITION ? [each.name.value] : [])),
  );
  const fieldOf = (declared: TypeNode): FieldType => {
    const { lists, named } = unwrapped(declared);
    const kind = enums.get(named) ?? (composite(named) ? 'OBJECT' : 'SCALAR');
    return { lists, nullable: declared.kind !== Kind.NON_NULL_TYPE, type: named, kind };
  };
  const known = new Map(
    [...types].map(([type, { fields }]) => [
      type,
      new Map([...fields].map(([name, declared]) => [name, fieldOf(declared)])),
    ]),
  );
  return {
    fieldOf: (type, field) => known.get(type)?.get(field),
    isInterfaceObject: (type) => types.get(type)?.isInterfaceObject ?? false,
    keysOf: (subgraph, type) =>
      [type, ...(types.get(type)?.interfaces ?? [])]
        .flatMap((each) => types.get(each)?.keys ?? [])
        .filter(({ graph }) => graph === subgraph)
        .map(({ fields }) => fields),
  };
}

function ownNames(selections: string): ReadonlyArray<string> {
  const [operation] = parse(`{ ${selections} }`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  return operation.selectionSet.selections.flatMap((each) =>
    each.kind === Kind.FIELD && each.name.value !== '__typename' ? [each.name.value] : [],
  );
}

function unwrapped(type: TypeNode): { readonly lists: number; readonly named: string } {
  if (type.kind === Kind.NAMED_TYPE) return { lists: 0, named: type.name.value };
  const { lists, named } = unwrapped(type.type);
  return { lists: type.kind === Kind.LIST_TYPE ? lists + 1 : lists, named };
}
