import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const shared = {
  code: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  /** Whether everyone is told the same; what a personal one says is never kept. */
  answers: z.enum(['PUBLIC', 'PERSONAL']),
  url: z.url({ protocol: /^https?$/ }),
  name: z.strictObject({ zh: z.string().min(1).max(100), en: z.string().min(1).max(100) }),
  /** Runs a server of its own, written by someone else. */
  external: z.boolean().default(false),
};
const coreRow = z.strictObject({ ...shared, kind: z.literal('CORE') });
const departmentRow = z.strictObject({
  ...shared,
  kind: z.literal('DEPARTMENT'),
  type: z.string().regex(/^[A-Z][A-Za-z0-9]{0,40}$/),
  /** What stands behind its doors here; absent: the built-in desk. */
  system: z.enum(['HTTP_JSON', 'RELAY']).optional(),
});
const registryFile = z.strictObject({
  subgraphs: z.array(z.discriminatedUnion('kind', [coreRow, departmentRow])).max(1000),
});

export type DepartmentRow = z.infer<typeof departmentRow>;
export type SubgraphRow = z.infer<typeof coreRow> | DepartmentRow;
export interface Registry {
  /** In the order of the file, which is the order of the composed supergraph. */
  readonly subgraphs: ReadonlyArray<SubgraphRow>;
  /** Those of them that are departments. */
  readonly departments: ReadonlyArray<DepartmentRow>;
}

export const registryPath = fileURLToPath(new URL('./subgraphs.yaml', import.meta.url));

/** Reads the registry of subgraphs. Throws one sentence that names the file, the row and what is wrong with it. */
export function readRegistry(path: string = registryPath): Registry {
  return parseRegistry(readFileSync(path, 'utf8'), path);
}

/** The same of its text; `path` is how the sentence names it. */
export function parseRegistry(text: string, path: string): Registry {
  const parsed = registryFile.safeParse(parse(text));
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`${path} is not a valid registry: ${issues.join('; ')}`);
  }
  const registry = registryOf(parsed.data.subgraphs);
  const both = registry.departments.find(({ external, system }) => external && system);
  if (both)
    throw new Error(
      `${path}: "${both.code}" has a server of its own (external): it says itself what stands behind it (system).`,
    );
  for (const [what, values] of [
    ['code', registry.subgraphs.map(({ code }) => code)],
    ['type', registry.departments.map(({ type }) => type)],
  ] as const) {
    const twice = values.find((value, index) => values.indexOf(value) !== index);
    if (twice !== undefined) throw new Error(`${path}: ${what} "${twice}" stands in two rows; each must be its own.`);
  }
  return registry;
}

export function registryOf(subgraphs: ReadonlyArray<SubgraphRow>): Registry {
  return { subgraphs, departments: subgraphs.filter((row) => row.kind === 'DEPARTMENT') };
}

/** Whether a department's staff decide in a system of their own: what becomes of a filing is asked for, and its files are given along. */
export function hasOwnSystem({ external, system }: Pick<DepartmentRow, 'external' | 'system'>): boolean {
  return external || system !== undefined;
}

/** Where the code, the SDL and the migrations of a subgraph lie, from the repository's root. */
export function folderOf({ kind, code }: SubgraphRow): string {
  return kind === 'DEPARTMENT' ? 'subgraphs/departments' : `subgraphs/${code}`;
}

/** The prefix of a department's doors in the graph: `PublicSecurity` → `publicSecurity`. */
export function doorPrefix(type: string): string {
  return type.charAt(0).toLowerCase() + type.slice(1);
}
