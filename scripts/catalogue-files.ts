import type { Catalogue } from '../subgraphs/publishing/catalogue.ts';
import type { LinkedCatalogue } from '../subgraphs/publishing/link/catalogue.ts';
import { codeListFile, codeListSchema } from './code-lists.ts';
import { readmeFiles } from './readme-counts.ts';

/** Every file that "npm run compose" makes of the catalogue of this repository, by its path from the top. None where that does not hold (undefined). */
export function catalogueFiles(catalogue: Catalogue, linked: LinkedCatalogue | undefined): ReadonlyMap<string, string> {
  return new Map(linked ? [...readmeFiles(linked), [codeListFile, codeListSchema(catalogue)]] : []);
}
