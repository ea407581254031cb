import { existsSync, readFileSync } from 'node:fs';
import { folderOf, type Registry, type SubgraphRow } from '../schema/registry.ts';
import type { SubgraphDefinition } from '../subgraphs/runtime/definition.ts';

/** A subgraph of this repository: its row, and what its folder says of it. */
export interface Part {
  readonly row: SubgraphRow;
  readonly definition: SubgraphDefinition;
}

/** The subgraphs that this repository can run: every row but those of somebody else's servers, in the registry's order; or some of them. */
export function loadParts(
  registry: Registry,
  isWanted: (row: SubgraphRow) => boolean = () => true,
): Promise<ReadonlyArray<Part>> {
  const own = registry.subgraphs.filter((row) => !row.external && isWanted(row));
  return Promise.all(own.map(async (row) => ({ row, definition: await load(row) })));
}

async function load(row: SubgraphRow): Promise<SubgraphDefinition> {
  const path = `${folderOf(row)}/index.ts`;
  // Written so that the build gives it the ending of what it makes.
  const { default: definition } = (await import(/* @vite-ignore */ `../${folderOf(row)}/index.ts`)) as {
    default?: SubgraphDefinition;
  };
  if (definition) return definition;
  throw new Error(`${path} exports no definition by default: see subgraphs/runtime/definition.ts.`);
}

type Revisions = NonNullable<SubgraphDefinition['revisions']>;
/** What a gateway and a worker have to know of subgraphs that stand elsewhere. */
export interface Entrance {
  readonly pin: Revisions['pin'] | null;
  readonly live: NonNullable<SubgraphDefinition['live']>;
  readonly forward: ReadonlyArray<NonNullable<SubgraphDefinition['forward']>[number] & { readonly subgraph: string }>;
  /** Codes of those that work in the background. */
  readonly works: ReadonlyArray<string>;
}

/** Of the definitions themselves. */
export async function entranceOf(registry: Registry): Promise<Entrance> {
  const parts = await loadParts(registry);
  return {
    pin: parts.find(({ definition }) => definition.revisions)?.definition.revisions?.pin ?? null,
    live: parts.flatMap(({ definition }) => definition.live ?? []),
    forward: parts.flatMap(({ row, definition }) =>
      (definition.forward ?? []).map((route) => ({ ...route, subgraph: row.code })),
    ),
    works: parts.filter(({ definition }) => definition.work).map(({ row }) => row.code),
  };
}

/** Where the build writes them down, so that no process loads every subgraph to know. */
export const entranceFile = 'entrance.json';
const builtEntrance = new URL(`../${entranceFile}`, import.meta.url);

/** As the build wrote it; run from source, of the definitions. */
export async function readEntrance(registry: Registry): Promise<Entrance> {
  if (!existsSync(builtEntrance)) return entranceOf(registry);
  return JSON.parse(readFileSync(builtEntrance, 'utf8')) as Entrance;
}

/** Name of the PostgreSQL schema of a subgraph. */
export function schemaOf({ kind, code }: Pick<SubgraphRow, 'kind' | 'code'>): string {
  const name = code.replaceAll('-', '_');
  return kind === 'DEPARTMENT' ? `department_${name}` : name;
}
