import type { Finding, Severity } from '../../subgraphs/publishing/finding.ts';
import { explain } from './explain.ts';
import { atLine } from './inputs.ts';
import { reading } from './layers.ts';
import { readSettingsFile, type Settings, type Severities } from './settings-file.ts';

const severityOf = { error: 'ERROR', warning: 'WARNING', note: 'INFO', off: 'OFF' } as const;

/** A department's word holds for what stands in its folder, before the organisation's; where neither says anything, the rule's own. */
export function severityIn({ severities, departments }: Settings, { rule, file, severity }: Finding): Severity | 'OFF' {
  const [, department = ''] = file.match(/(?:^|\/)subgraphs\/departments\/([^/]+)\//) ?? [];
  const weight = departments?.[department]?.severities[rule] ?? severities?.[rule];
  return weight === undefined ? severity : severityOf[weight];
}

/** Reads settings; a code or a department that does not exist is an error of theirs, and not a setting without effect. */
export function readSettings(path: string, departments: ReadonlyArray<{ readonly code: string }>): Settings {
  const { file, settings } = readSettingsFile(path);
  const codes = (at: ReadonlyArray<string>, severities: Severities = {}) =>
    Object.keys(severities).flatMap((code) =>
      explain(code) ? [] : [atLine(file, [...at, code], `no check has the code "${code}"`)],
    );
  const known = departments.map(({ code }) => code);
  const wrong = [
    ...codes(['severities'], settings.severities),
    ...Object.entries(settings.departments ?? {}).flatMap(([code, each]) => [
      ...(known.includes(code) ? [] : [atLine(file, ['departments', code], `there is no department "${code}"`)]),
      ...codes(['departments', code, 'severities'], each.severities),
    ]),
  ];
  reading(path, () => {
    if (wrong.length > 0) throw new Error(wrong.join('; '));
  });
  return settings;
}
