import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../subgraphs/publishing/read.ts';
import { UnreadableInput } from '../check/layers.ts';
import { readSettingsFile } from '../check/settings-file.ts';
import { cannotStart } from '../start-error.ts';

/** Beside the catalogue files, also where they are built. */
export const settingsFile = '.check/settings.yaml';

/** Whether the settings want everything that is published to be approved by somebody else. Throws `CHECK_INPUT`: a file that cannot be read lets nothing through. */
export function wantsFourEyes(root = repositoryRoot): boolean {
  const file = join(root, settingsFile);
  if (!existsSync(file)) return false;
  try {
    return readSettingsFile(file).settings.fourEyes ?? false;
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    throw cannotStart('CHECK_INPUT', { input: error.input, reason: error.message });
  }
}
