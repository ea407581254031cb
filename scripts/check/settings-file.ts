import type { SourceFile } from '../../subgraphs/publishing/source-file.ts';
import { readInput } from './inputs.ts';

type Weight = 'error' | 'warning' | 'note' | 'off';
export type Severities = Readonly<Record<string, Weight>>;

/** What codes weigh here, for the whole organisation, and otherwise for a department's own files: `schema/check/settings.schema.json`. */
export interface Settings {
  readonly severities?: Severities;
  /** Whether a publication needs the approval of another than its author. */
  readonly fourEyes?: boolean;
  readonly departments?: Readonly<Record<string, { readonly severities: Severities }>>;
}

/**
 * Settings of the form of their schema; whether their codes and departments exist is the check's to say (`readSettings`), which knows them.
 * Throws `UnreadableInput`.
 */
export function readSettingsFile(path: string): { readonly file: SourceFile; readonly settings: Settings } {
  const file = readInput(path, 'settings');
  return { file, settings: file.value as Settings };
}
