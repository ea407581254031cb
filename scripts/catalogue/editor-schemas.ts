import { cpSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Registry } from '../../schema/registry.ts';
import { examineFiles, repositoryRoot } from '../../subgraphs/publishing/read.ts';
import { codeListFile, codeListSchema } from '../code-lists.ts';
import { messages } from '../messages.ts';
import { cannotStart } from '../start-error.ts';

const schemaFolder = 'schema/catalogue';

/**
 * Puts the JSON Schemas into a further folder of catalogue files, where the first line of its files names them, with the codes of the catalogue here
 * and of that folder. Throws where there is no such folder, or it cannot be written.
 */
export function writeEditorSchemas(folder: string, { departments }: Registry): string {
  const root = resolve(folder);
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) throw cannotStart('CATALOGUE_FOLDER', { folder });
  const { catalogue } = examineFiles(departments, [...new Set([resolve(repositoryRoot), root])]);
  cpSync(join(repositoryRoot, schemaFolder), join(root, schemaFolder), { recursive: true });
  const file = join(root, codeListFile);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, codeListSchema(catalogue));
  return messages.editorSchemasWritten(file);
}
