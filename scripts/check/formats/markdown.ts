import type { ToldFinding } from '../findings.ts';
import { checkRows, notJudged, type Report, shown, shownPerCode, toldIn, totalsOf } from '../report.ts';
import { consequenceLines, linesOf } from './consequences.ts';

/** By it the comment of an earlier run is found and written over. */
export const commentMark = '<!-- yijianshi-check -->';

/** A comment may hold 65 536 characters. */
const mostCharacters = 60_000;

/** One comment on a pull request: totals, a table of codes, the findings. */
export function markdownOf(report: Report): string {
  const { findings, left } = shown(toldIn(report), shownPerCode);
  const head = [
    commentMark,
    '## 目录检查 Catalogue check',
    '',
    totalsOf(report),
    ...warnings(report),
    ...checksOf(report),
    ...tableOf(report),
  ];
  const rows = [...findings.map(rowOf), ...[...left].map(([code, count]) => `| \`${code}\` | | … ${count} |`)];
  const table = rows.length === 0 ? [] : ['', '| | | |', '| --- | --- | --- |'];
  return withinMost([withinMost(head, consequencesOf(report), mostCharacters / 3), ...table], rows, mostCharacters);
}

/** Headings and nested lists: what is told is a line each, and none of a text's own marks. */
function consequencesOf(report: Report): ReadonlyArray<string> {
  return consequenceLines(report, false).map((told) => {
    const { depth } = told;
    const line = linesOf(told).map(cell).join('<br>');
    return depth === 0 ? `\n### ${line}\n` : `${'  '.repeat(depth - 1)}- ${line}`;
  });
}

function withinMost(head: ReadonlyArray<string>, rows: ReadonlyArray<string>, most: number): string {
  const lines = [...head];
  let size = lines.join('\n').length;
  for (const [index, row] of rows.entries()) {
    size += row.length + 1;
    if (size > most) return [...lines, '', `… ${rows.length - index}`].join('\n');
    lines.push(row);
  }
  return lines.join('\n');
}

function warnings(report: Report): ReadonlyArray<string> {
  return notJudged(report).flatMap((line) => ['', `> ${cell(line)}`]);
}

function checksOf(report: Report): ReadonlyArray<string> {
  if (report.layers.length === 0) return [];
  return [
    '',
    '| 检查 Check | 状态 State | 错误 Errors | 警告 Warnings | 提示 Notes |',
    '| --- | --- | ---: | ---: | ---: |',
    ...checkRows(report).map(
      ({ name, state, errors, warnings, notes }) =>
        `| ${name.zh} ${name.en} | ${state} | ${errors} | ${warnings} | ${notes} |`,
    ),
  ];
}

function tableOf(report: Report): ReadonlyArray<string> {
  const findings = toldIn(report);
  const codes = [...new Set(findings.map(({ rule }) => rule))];
  if (codes.length === 0) return [];
  const count = (code: string, holds: (finding: ToldFinding) => boolean): number =>
    findings.filter((finding) => finding.rule === code && holds(finding)).length;
  return [
    '',
    '| 编码 Code | 级别 Severity | 新增 New | 已知 Known | 已批准 Approved |',
    '| --- | --- | ---: | ---: | ---: |',
    ...codes.map((code) => {
      const severity = findings.find(({ rule }) => rule === code)?.severity;
      const of = (state: ToldFinding['state']): number => count(code, (finding) => finding.state === state);
      return `| \`${code}\` | ${severity} | ${of('NEW')} | ${of('KNOWN')} | ${of('APPROVED')} |`;
    }),
  ];
}

function rowOf({ rule, severity, state, file, line, message, mend }: ToldFinding): string {
  const told = state === 'NEW' ? severity : `${severity} ${state}`;
  return `| \`${rule}\` ${told} | ${cell(`${file}:${line}`)} | ${cell(`${message.zh} ${mend.zh}`)}<br>${cell(`${message.en} ${mend.en}`)} |`;
}

/** Nothing that a text holds may end its cell, become markup or call somebody. */
export function cell(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_{}[\]()#!|~]/g, (character) => `\\${character}`)
    .replaceAll('@', '@\u{200B}')
    .replaceAll(/\s+/g, ' ');
}
