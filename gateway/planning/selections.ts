import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode, visit } from 'graphql';

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
