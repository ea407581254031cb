import { resolve } from 'node:path';
import { readRegistry } from '../../schema/registry.ts';
import type { Finding } from '../../subgraphs/publishing/finding.ts';
import { readCatalogue, repositoryRoot } from '../../subgraphs/publishing/read.ts';

/** Everything that is wrong with the catalogue's files: those of this repository, and of a further folder laid out alike. */
export function findCatalogueFindings(folder?: string): ReadonlyArray<Finding> {
  const roots = folder === undefined ? [repositoryRoot] : [repositoryRoot, resolve(folder)];
  return readCatalogue(readRegistry().departments, roots).findings;
}
