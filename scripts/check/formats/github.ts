import { blocks, notJudged, type Report, toldIn, totalsOf } from '../report.ts';

const commands = { ERROR: 'error', WARNING: 'warning', INFO: 'notice' } as const;

/** Annotations of a pull request, worst first: of each kind few are shown there, so the totals stand in one of their own at the head. */
export function githubOf(report: Report): string {
  const summary = [totalsOf(report), ...notJudged(report)].join('\n');
  const worst = report.findings.some(blocks) || report.layers.some(({ state }) => state === 'FAILED');
  return [
    `::${worst ? 'error' : 'notice'} title=${property('catalogue check')}::${text(summary)}`,
    ...toldIn(report).map(({ severity, file, line, column, rule, state, message, mend }) => {
      // What is known or approved blocks nothing, whatever it is.
      const command = state === 'NEW' ? commands[severity] : 'notice';
      const at = `file=${property(file)},line=${line},col=${column},title=${property(rule)}`;
      return `::${command} ${at}::${text(`${message.zh} ${mend.zh}\n${message.en} ${mend.en}`)}`;
    }),
    totalsOf(report),
  ].join('\n');
}

/** As the platform reads them back: a line's end would end the command. */
function text(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function property(value: string): string {
  return text(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
