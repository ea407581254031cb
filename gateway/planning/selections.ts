import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

export const onlyTypename: SelectionSetNode = {
  kind: Kind.SELECTION_SET,
  selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
};

/** What each fragment of a document selects, by its name. */
export function fragmentsOf(document: DocumentNode): ReadonlyMap<string, SelectionSetNode> {
  return new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition.selectionSet] as const] : [],
    ),
  );
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

/** A document without what the schema says of itself: no subgraph is asked for that. Fragments that only this used go too. */
export function withoutIntrospection(document: DocumentNode): DocumentNode {
  let found = false;
  const rest = withoutFields(document, ({ name }) => {
    const isIntrospection = name.value === '__schema' || name.value === '__type';
    found ||= isIntrospection;
    return isIntrospection;
  });
  return found ? withUsedFragments(rest) : document;
}

function withUsedFragments(document: DocumentNode): DocumentNode {
  const fragments = fragmentsOf(document);
  const used = new Set<string>();
  const use = (within: SelectionSetNode): void => {
    visit(within, {
      FragmentSpread({ name }) {
        const inner = fragments.get(name.value);
        if (!inner || used.has(name.value)) return;
        used.add(name.value);
        use(inner);
      },
    });
  };
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) use(definition.selectionSet);
  const definitions = document.definitions.filter(
    (each) => each.kind !== Kind.FRAGMENT_DEFINITION || used.has(each.name.value),
  );
  return { ...document, definitions };
}

/** Whether an operation asks for nothing but what the schema says of itself. */
export function asksNobody(document: DocumentNode, { selectionSet }: OperationDefinitionNode): boolean {
  const fragments = fragmentsOf(document);
  const only = ({ selections }: SelectionSetNode): boolean =>
    selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value.startsWith('__');
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value);
      return inner === undefined || only(inner);
    });
  return only(selectionSet);
}
