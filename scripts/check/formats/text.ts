import { createColors } from 'picocolors';
import type { Finding } from '../../../subgraphs/publishing/finding.ts';
import { undecided } from '../findings.ts';
import { checkRows, notJudged, type Report, shown, shownPerCode, tallyOf, toldIn, totalsOf } from '../report.ts';
import { consequenceLines, linesOf } from './consequences.ts';
import { trendRows } from './standing.ts';

export interface TextOptions {
  readonly colour: boolean;
  /** Every finding, however many of one code. */
  readonly all: boolean;
}

/** For a terminal: where, code, what, how to mend it; in both languages, the totals last. */
export function textOf(report: Report, { colour, all }: TextOptions): string {
  const { red, yellow, cyan, bold, dim } = createColors(colour);
  const paint = { ERROR: red, WARNING: yellow, INFO: cyan };
  const states = { NEW: '', KNOWN: dim(' KNOWN'), APPROVED: dim(' APPROVED'), OFF: '' };
  const { findings, left } = shown(toldIn(report), all ? Number.POSITIVE_INFINITY : shownPerCode);
  return [
    ...findings.flatMap(({ file, line, column, severity, rule, state, message, mend }) => [
      `${file}:${line}:${column} ${paint[severity](severity)} ${bold(rule)}${states[state]}`,
      `  ${message.zh}  ${mend.zh}`,
      `  ${message.en}  ${mend.en}`,
    ]),
    ...[...left].map(([code, count]) => `${code}: ${count} more (--all)`),
    ...consequenceLines(report, all).flatMap((told) =>
      linesOf(told).map((line) => `${'  '.repeat(told.depth)}${line}`),
    ),
    ...(report.trend
      ? trendRows(report.trend).map(
          ({ name, from, to }) => `${report.trend?.since.date}: ${name.zh} ${name.en} ${from} → ${to}`,
        )
      : []),
    ...checkRows(report).map(
      ({ layer, name, state, ...found }) => `${layer} ${name.zh} ${name.en}: ${state}, ${tallyOf(found)}`,
    ),
    ...notJudged(report),
    totalsOf(report),
  ].join('\n');
}

/** Findings alone, as a command tells them that does something else. */
export function textOfFindings(findings: ReadonlyArray<Finding>, options: TextOptions): string {
  const found = findings.map((finding) => ({ ...finding, layer: 'CATALOGUE' as const }));
  return textOf({ date: '', layers: [], findings: undecided(found), mended: 0 }, options);
}
