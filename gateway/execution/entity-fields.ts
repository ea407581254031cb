import type { FetchNode } from '@apollo/query-planner';
import { Kind, parse, type SelectionSetNode } from 'graphql';
import type { Graph } from './graph.ts';
import { type Entity, own } from './values.ts';

interface Asked {
  readonly type: string | undefined;
  readonly key: string;
}

/** Makes what a fetch asks of an entity null there, where nothing else is known: there is no such entity, which is an answer. */
export function askedOfEntities({ operation, outputRewrites = [] }: FetchNode, graph: Graph): (target: Entity) => void {
  const renamed = new Map(
    outputRewrites.flatMap((each) =>
      each.kind === 'KeyRenamer' ? [[each.path.at(-1) as string, each.renameKeyTo] as const] : [],
    ),
  );
  let asked: ReadonlyArray<Asked> | undefined;
  return (target) => {
    asked ??= fieldsOf(operation).map(({ type, key }) => ({ type, key: renamed.get(key) ?? key }));
    const { __typename: typename } = target;
    for (const { type, key } of asked) {
      const applies = type === undefined || (typeof typename === 'string' && graph.isSubtype(typename, type));
      if (applies && own(target, key) === undefined) target[key] = null;
    }
  };
}

function fieldsOf(operation: string): ReadonlyArray<Asked> {
  const asked: Asked[] = [];
  const walk = ({ selections }: SelectionSetNode, type: string | undefined): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT)
        walk(selection.selectionSet, selection.typeCondition?.name.value ?? type);
      else if (selection.kind === Kind.FIELD && selection.name.value === '_entities' && selection.selectionSet)
        walk(selection.selectionSet, undefined);
      else if (selection.kind === Kind.FIELD && selection.name.value !== '__typename')
        asked.push({ type, key: (selection.alias ?? selection.name).value });
    }
  };
  for (const definition of parse(operation, { noLocation: true }).definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) walk(definition.selectionSet, undefined);
  return asked;
}
