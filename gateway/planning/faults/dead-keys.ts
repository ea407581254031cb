import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { argument } from './join-directives.ts';

/* Where a key that resolves nothing stands beside one that does, the planner answers wrongly. So it is not told of the former. */

/** A supergraph without keys that resolve nothing where another key of the same type resolves in the same graph. */
export function withoutDeadKeys(document: DocumentNode): DocumentNode {
  const definitions = document.definitions.map((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION
      ? { ...definition, directives: alive(definition.directives ?? []) }
      : definition,
  );
  return { ...document, definitions };
}

function alive(directives: ReadonlyArray<ConstDirectiveNode>): ReadonlyArray<ConstDirectiveNode> {
  const joins = directives.filter(({ name }) => name.value === 'join__type');
  const resolving = new Set(
    joins.filter((join) => argument(join, 'key') && !isDead(join)).map((join) => argument(join, 'graph')),
  );
  return directives.filter(
    (directive) =>
      directive.name.value !== 'join__type' || !isDead(directive) || !resolving.has(argument(directive, 'graph')),
  );
}

function isDead(join: ConstDirectiveNode): boolean {
  return argument(join, 'resolvable') === 'false';
}
