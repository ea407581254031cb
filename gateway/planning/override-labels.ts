import { type DocumentNode, Kind } from 'graphql';
import { argument } from './faults/join-directives.ts';

/** How a field's move to another subgraph is decided: for so many of a hundred requests, or by whoever knows the label. */
export interface OverrideLabel {
  readonly label: string;
  readonly percent: number | null;
}

/** Labels of a supergraph's progressive `@override`s. */
export function readOverrideLabels({ definitions }: DocumentNode): ReadonlyArray<OverrideLabel> {
  const labels = new Set<string>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const join of (definition.fields ?? []).flatMap(({ directives }) => directives ?? [])) {
      const label = argument(join, 'overrideLabel');
      if (label !== undefined) labels.add(label);
    }
  }
  return [...labels].sort().map((label) => {
    const percent = /^percent\((\d+(?:\.\d+)?)\)$/.exec(label)?.[1];
    return { label, percent: percent === undefined ? null : Number(percent) };
  });
}
