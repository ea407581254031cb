import colours from 'picocolors';
import type { Finding } from '../../subgraphs/publishing/finding.ts';

const paint = { ERROR: colours.red, WARNING: colours.yellow, INFO: colours.cyan };
const rank = { ERROR: 0, WARNING: 1, INFO: 2 };

/** Worst first, then by place: the same findings always print the same bytes. */
export function inOrder(findings: ReadonlyArray<Finding>): ReadonlyArray<Finding> {
  return [...findings].sort(
    (a, b) =>
      rank[a.severity] - rank[b.severity] ||
      a.file.localeCompare(b.file, 'en') ||
      a.line - b.line ||
      a.column - b.column ||
      a.rule.localeCompare(b.rule, 'en'),
  );
}

/** Findings as text for a terminal: where, what, how to mend it; in both languages. */
export function reportText(findings: ReadonlyArray<Finding>): string {
  const lines = inOrder(findings).flatMap((finding) => [
    `${finding.file}:${finding.line}:${finding.column} ${paint[finding.severity](finding.severity)} ${colours.bold(finding.rule)}`,
    `  ${finding.message.zh}  ${finding.mend.zh}`,
    `  ${finding.message.en}  ${finding.mend.en}`,
  ]);
  const count = (severity: Finding['severity']): number => findings.filter((each) => each.severity === severity).length;
  const errors = count('ERROR');
  return [...lines, `${errors} errors, ${count('WARNING')} warnings, ${count('INFO')} notes.`].join('\n');
}
