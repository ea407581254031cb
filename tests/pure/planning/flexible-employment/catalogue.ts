import { fileURLToPath } from 'node:url';
import { readRegistry } from '../../../../schema/registry.ts';
import type { LinkedCatalogue } from '../../../../subgraphs/publishing/link/catalogue.ts';
import { readCatalogue, repositoryRoot } from '../../../../subgraphs/publishing/read.ts';

/** The catalogue with an event more, given as a folder from outside: data alone. */
export function withFlexibleEmployment(): LinkedCatalogue {
  const read = readCatalogue(readRegistry().departments, [
    repositoryRoot,
    fileURLToPath(new URL('.', import.meta.url)),
  ]);
  if (!read.ok) throw new Error(JSON.stringify(read.findings, null, 2));
  return read.catalogue;
}
