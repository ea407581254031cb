import {
  type FieldNode,
  Kind,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  stripIgnoredCharacters,
  visit,
} from 'graphql';

/**
 * A fetch's operation without fragments that ask for nothing but what is asked for beside them. For an abstract type the planner names
 * every member's keys although the type's own selection has them: of 25 departments' types that is most of the text, which the subgraph
 * reads, checks and runs.
 */
export function fewerSelections(operation: string): string {
  if (!operation.includes('...')) return operation;
  const fewer = visit(parse(operation, { noLocation: true }), {
    SelectionSet: {
      leave(set): SelectionSetNode | undefined {
        const plain = set.selections.filter((each): each is FieldNode => each.kind === Kind.FIELD);
        const kept = set.selections.filter((each) => each.kind === Kind.FIELD || !isCovered(each, plain));
        return kept.length === set.selections.length ? undefined : { ...set, selections: kept };
      },
    },
  });
  return stripIgnoredCharacters(print(fewer));
}

/**
 * A fetch's operation with the type's name in every selection: where an answer's fields are renamed by type, the planner does not always
 * ask for it.
 */
export function withTypenames(operation: string): string {
  const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
  const isTypename = (each: SelectionNode): boolean =>
    each.kind === Kind.FIELD && each.name.value === '__typename' && !each.alias && !each.directives?.length;
  const named = visit(parse(operation, { noLocation: true }), {
    SelectionSet: {
      leave(set, _key, parent): SelectionSetNode | undefined {
        const isRoot = (parent as { readonly kind?: string } | undefined)?.kind === Kind.OPERATION_DEFINITION;
        return isRoot || set.selections.some(isTypename)
          ? undefined
          : { ...set, selections: [typename, ...set.selections] };
      },
    },
  });
  return stripIgnoredCharacters(print(named));
}

/** Whether fields selected beside it ask for all it asks for, whatever the object's type. */
function isCovered(selection: SelectionNode, by: ReadonlyArray<FieldNode>): boolean {
  if (selection.directives?.length) return false;
  if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
  if (selection.kind === Kind.INLINE_FRAGMENT) {
    return selection.selectionSet.selections.every((each) => isCovered(each, by));
  }
  const key = (selection.alias ?? selection.name).value;
  // Two fields of one answer under one name have the same arguments, or the operation would not hold.
  const same = by.find((each) => (each.alias ?? each.name).value === key && each.name.value === selection.name.value);
  if (!same || same.directives?.length) return false;
  const below = (same.selectionSet?.selections ?? []).filter((each): each is FieldNode => each.kind === Kind.FIELD);
  return (selection.selectionSet?.selections ?? []).every((each) => isCovered(each, below));
}
