import { type DocumentNode, type FieldNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { fragmentsOf, withoutFields } from '../selections.ts';

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
