import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const subgraphRow = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  url: z.url({ protocol: /^https?$/ }),
});
const departmentRow = subgraphRow.extend({
  type: z.string().regex(/^[A-Z][A-Za-z0-9]*$/),
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  /** Runs a server of its own, written by someone else. */
  external: z.boolean().default(false),
});
const registryFile = z.strictObject({ core: z.array(subgraphRow), departments: z.array(departmentRow) });

export type DepartmentRow = z.infer<typeof departmentRow>;
export type Registry = z.infer<typeof registryFile>;

export const registryPath = fileURLToPath(new URL('./departments.yaml', import.meta.url));

/** Reads the registry of departments. Throws one sentence that names the file, the row and what is wrong with it. */
export function readRegistry(path: string = registryPath): Registry {
  const parsed = registryFile.safeParse(parse(readFileSync(path, 'utf8')));
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`${path} is not a valid registry: ${issues.join('; ')}`);
  }
  const codes = [...parsed.data.core, ...parsed.data.departments].map((row) => row.code);
  const types = parsed.data.departments.map((row) => row.type);
  for (const [what, values] of [
    ['code', codes],
    ['type', types],
  ] as const) {
    const twice = values.find((value, index) => values.indexOf(value) !== index);
    if (twice !== undefined) throw new Error(`${path}: ${what} "${twice}" stands in two rows; each must be its own.`);
  }
  return parsed.data;
}

/** The prefix of a department's doors in the graph: `PublicSecurity` → `publicSecurity`. */
export function doorPrefix(type: string): string {
  return type.charAt(0).toLowerCase() + type.slice(1);
}
