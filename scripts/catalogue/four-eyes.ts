import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Registry } from '../../schema/registry.ts';
import { repositoryRoot } from '../../subgraphs/publishing/read.ts';
import { readSettings } from '../check/settings.ts';

const settingsFile = join(repositoryRoot, '.check/settings.yaml');

/** Whether the settings want everything that is published to be approved by somebody else. */
export function wantsFourEyes({ departments }: Registry): boolean {
  return existsSync(settingsFile) && (readSettings(settingsFile, departments).fourEyes ?? false);
}
