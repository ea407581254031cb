import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode, visit } from 'graphql';
import { fragmentsOf, onlyTypename } from '../selections.ts';

/*
 * Where a client's alias or arguments meet those of a key or of `@requires`, the planner answers wrongly, without an error. So it is
 * given names that cannot meet.
 */

const prefix = '_q_';

/** Names of fields that some `@requires` wants with arguments. */
export type WithArguments = ReadonlySet<string>;

/**
 * The name under which the planner and the subgraphs answer a field of a client's operation: its own where the client gave neither
 * alias nor arguments, else one that no subgraph's key or `@requires` can have.
 */
export function innerName(field: FieldNode, withArguments: WithArguments): string {
  const own = field.name.value;
  const alias = field.alias?.value;
  const apart =
    (alias !== undefined && alias !== own) ||
    (field.arguments?.length ?? 0) > 0 ||
    own.startsWith(prefix) ||
    withArguments.has(own);
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
export function withInnerNames(document: DocumentNode, withArguments: WithArguments): DocumentNode {
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
      const value = innerName(node, withArguments);
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
