import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Registry } from '../../schema/registry.ts';
import { type PlacedText, readTexts, repositoryRoot } from '../../subgraphs/publishing/read.ts';
import { cannotStart, type StartError } from '../start-error.ts';

/** The files of this repository and of a further folder; a folder that is not there, or in which nothing is read, publishes nothing. */
export function textsToPublish({ departments }: Registry, folder?: string): ReadonlyArray<PlacedText> | StartError {
  if (folder === undefined) return readTexts(departments);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return cannotStart('CATALOGUE_FOLDER', { folder });
  if (readTexts(departments, [resolve(folder)]).length === 0) return cannotStart('CATALOGUE_FOLDER_EMPTY', { folder });
  return readTexts(departments, [repositoryRoot, resolve(folder)]);
}
