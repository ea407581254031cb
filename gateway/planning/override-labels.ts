import { parse, visit } from 'graphql';
import { argument } from './faults/join-directives.ts';

/** How a field's move to another subgraph is decided: for so many of a hundred requests, or by whoever knows the label. */
export interface OverrideLabel {
  readonly label: string;
  readonly percent: number | null;
}

/** Labels of a supergraph's progressive `@override`s. */
export function readOverrideLabels(sdl: string): ReadonlyArray<OverrideLabel> {
  if (!sdl.includes('overrideLabel')) return [];
  const labels = new Set<string>();
  visit(parse(sdl, { noLocation: true }), {
    FieldDefinition({ directives }) {
      for (const join of directives ?? []) {
        const label = argument(join, 'overrideLabel');
        if (label !== undefined) labels.add(label);
      }
    },
  });
  return [...labels].sort().map((label) => {
    const percent = /^percent\((\d+(?:\.\d+)?)\)$/.exec(label)?.[1];
    return { label, percent: percent === undefined ? null : Number(percent) };
  });
}
