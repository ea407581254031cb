import { parse } from 'yaml';
import { repositoryRoot } from '../subgraphs/publishing/read.ts';
import { readSourceTexts } from '../subgraphs/publishing/source-file.ts';

/** Codes of the units beside the departments that may have a case, as the catalogue's files name them. */
export function caseUnits(): ReadonlyArray<string> {
  return readSourceTexts(repositoryRoot, 'subgraphs/catalogue/data/case-rules').flatMap(({ text }) =>
    (parse(text) as { readonly units: ReadonlyArray<{ readonly code: string }> }).units.map(({ code }) => code),
  );
}
