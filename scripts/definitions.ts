import { folderOf, type Registry, type SubgraphRow } from '../schema/registry.ts';
import type { SubgraphDefinition } from '../subgraphs/runtime/definition.ts';

/** A subgraph of this repository: its row, and what its folder says of it. */
export interface Part {
  readonly row: SubgraphRow;
  readonly definition: SubgraphDefinition;
}

/** The subgraphs that this repository can run: every row but those of somebody else's servers, in the registry's order. */
export function loadParts(registry: Registry): Promise<ReadonlyArray<Part>> {
  const own = registry.subgraphs.filter((row) => !row.external);
  return Promise.all(own.map(async (row) => ({ row, definition: await load(row) })));
}

async function load(row: SubgraphRow): Promise<SubgraphDefinition> {
  const path = `${folderOf(row)}/index.ts`;
  const { default: definition } = (await import(new URL(`../${path}`, import.meta.url).href)) as {
    default?: SubgraphDefinition;
  };
  if (definition) return definition;
  throw new Error(`${path} exports no definition by default: see subgraphs/runtime/definition.ts.`);
}

/** Name of the PostgreSQL schema of a subgraph. */
export function schemaOf({ kind, code }: Pick<SubgraphRow, 'kind' | 'code'>): string {
  const name = code.replaceAll('-', '_');
  return kind === 'DEPARTMENT' ? `department_${name}` : name;
}
