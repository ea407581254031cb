import { type ConstDirectiveNode, parse, print, visit } from 'graphql';
import { argument } from './join-directives.ts';

/* Where a key that resolves nothing stands beside one that does, the planner answers wrongly. So it is not told of the former. */

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
