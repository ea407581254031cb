import { type ConstDirectiveNode, type DocumentNode, Kind, print } from 'graphql';

/** What a directive of the supergraph says under a name. */
export function argument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((each) => each.name.value === name)?.value;
  if (value === undefined) return undefined;
  return value.kind === Kind.STRING || value.kind === Kind.ENUM ? value.value : print(value);
}

/** Names of subgraphs by the names that the supergraph's directives call them. */
export function graphNames({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  return new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph'
        ? (definition.values ?? []).flatMap(({ name, directives }) => {
            const own = directives?.map((each) => argument(each, 'name')).find((each) => each !== undefined);
            return own === undefined ? [] : [[name.value, own] as const];
          })
        : [],
    ),
  );
}
