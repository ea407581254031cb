import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { proofOf } from '../gateway/planning/proof.ts';
import type { Composition } from '../schema/compose.ts';
import type { Registry } from '../schema/registry.ts';
import { maximumFiles } from './maximum-files.ts';
import { problemFiles } from './problem-files.ts';
import { scopeFiles } from './scope-files.ts';

const root = new URL('../', import.meta.url);
export const pathOf = (file: string): string => fileURLToPath(new URL(file, root));

/** Says that the supergraph was proven: a start proves only what it does not name. */
export const proofFile = 'schema/generated/supergraph.proof';

/** Every file that "npm run compose" makes of the graph, by its path from the top of the repository; what it makes of the catalogue: `catalogueFiles`. */
export async function generatedFiles(
  registry: Registry,
  composed: Composition & { readonly ok: true },
): Promise<ReadonlyMap<string, string>> {
  // Made with packages for development, which nothing that the build runs has beside it.
  const { typeFiles } = await import('./type-files.ts');
  return new Map([
    ['schema/generated/supergraph.graphql', composed.supergraph],
    [proofFile, `${proofOf(composed.supergraph)}\n`],
    ['schema/generated/api.graphql', composed.api],
    ...(await typeFiles(registry, composed.api)),
    ...problemFiles(),
    ...maximumFiles(),
    ...scopeFiles(),
  ]);
}

/** Those that are not what they would be made to. */
export function staleFiles(files: ReadonlyMap<string, string>): ReadonlyArray<string> {
  return [...files]
    .filter(([file, text]) => !existsSync(pathOf(file)) || readFileSync(pathOf(file), 'utf8') !== text)
    .map(([file]) => file);
}
