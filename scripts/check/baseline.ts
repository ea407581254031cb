import type { ToldFinding } from './findings.ts';
import { readInput } from './inputs.ts';

/** Findings that were there when it was written, and block no more: `schema/check/baseline.schema.json`. */
export interface Baseline {
  readonly findings: ReadonlyArray<{ readonly fingerprint: string; readonly rule: string; readonly file: string }>;
}

export function readBaseline(path: string): Baseline {
  return readInput(path, 'baseline').value as Baseline;
}

/** Rule and file stand beside each fingerprint for whoever reads a change of it. */
export function baselineText(findings: ReadonlyArray<ToldFinding>): string {
  const rows = findings
    .filter(({ layer }) => layer !== 'APPROVALS')
    .map(({ fingerprint, rule, file }) => ({ fingerprint, rule, file }));
  return `${JSON.stringify({ baseline_version: 1, findings: rows }, null, 2)}\n`;
}
