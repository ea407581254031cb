import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  visit,
} from 'graphql';
import { errorOf } from '../errors.ts';
import { maxima } from '../maxima.ts';
import type { OperationLimits } from '../types.ts';

/** Twice and more of what the shipped operations and GraphiQL's introspection need. */
const { depth, aliases, directives, rootFields } = maxima;
const defaults = { depth, aliases, directives, rootFields };

/** What of a document is too much; null: nothing. */
export function excessOf(document: DocumentNode, own: OperationLimits = {}): GraphQLError | null {
  const counts = { depth: depthOf(document), aliases: 0, directives: 0, rootFields: 0 };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) counts.rootFields += definition.selectionSet.selections.length;
  }
  visit(document, {
    Field(node) {
      if (node.alias) counts.aliases += 1;
    },
    Directive() {
      counts.directives += 1;
    },
  });
  for (const [what, usual] of Object.entries(defaults) as ReadonlyArray<[keyof typeof defaults, number]>) {
    const most = own[what] ?? usual;
    if (counts[what] <= most) continue;
    const { message, extensions } = errorOf('OPERATION_TOO_LARGE', { limit: what, most });
    return new GraphQLError(message, { extensions: { ...extensions, limit: what } });
  }
  return null;
}

/** Deepest nesting of fields, through fragments; a fragment that contains itself counts as it stands, validation refuses it. */
function depthOf(document: DocumentNode): number {
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const known = new Map<string, number>();
  type Selections = OperationDefinitionNode['selectionSet'] | undefined;
  const below = (selections: Selections): number => Math.max(0, ...(selections?.selections ?? []).map(through));
  const through = (selection: SelectionNode): number => {
    if (selection.kind === Kind.FIELD) return 1 + below(selection.selectionSet);
    if (selection.kind === Kind.INLINE_FRAGMENT) return below(selection.selectionSet);
    const name = selection.name.value;
    if (!known.has(name)) {
      known.set(name, 0);
      known.set(name, below(fragments.get(name)?.selectionSet));
    }
    return known.get(name) ?? 0;
  };
  return Math.max(
    0,
    ...document.definitions.map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? below(definition.selectionSet) : 0,
    ),
  );
}
