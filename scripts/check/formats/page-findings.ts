import type { Localized } from '../../../subgraphs/language/text.ts';
import type { Explained } from '../explain.ts';
import { type ToldFinding, undecided } from '../findings.ts';
import type { Report } from '../report.ts';
import { markup } from './markup.ts';
import { both, codeHtml, sentences, severityChip, states } from './page-parts.ts';
import { rulesInOrder } from './page-summary.ts';

/**
 * Rows that are shown until more are asked for: of one code, fewer where there are many codes; a megabyte and a half of them at most. The totals are
 * exact, and the JSON within the page holds all.
 */
const most = { ofCode: 50, ofAll: 2_500, fewest: 5 };

/** Everything that is found, by code: what it is and why it matters once, then where. */
export function findingsHtml(report: Report, explained: (code: string) => Explained | undefined): string {
  const rules = rulesInOrder(report);
  const mostRows = Math.max(most.fewest, Math.min(most.ofCode, Math.floor(most.ofAll / rules.length)));
  const articles = rules.map(([code, found]) => {
    const left = found.length - mostRows;
    const [first] = found;
    return [
      `<article id="${code}" class="code" aria-labelledby="${code}-heading">`,
      `<h3 id="${code}-heading">${codeHtml(code)} ${first ? severityChip(first.severity) : ''} <span class="count">${found.length}</span></h3>`,
      explanation(code, explained(code)),
      `<ol class="findings">${found.slice(0, mostRows).map(findingHtml).join('\n')}</ol>`,
      `<p class="more"${left > 0 ? '' : ' hidden'}>${both({ zh: '还有', en: 'And' })} <b>${Math.max(0, left)}</b> ${both({ zh: '条', en: 'more' })}</p>`,
      '</article>',
    ].join('\n');
  });
  if (articles.length === 0) return '';
  return `${articles.join('\n')}\n<template id="finding">${findingHtml(blank)}</template>`;
}

/** What the script of the page fills in for a finding that is not among the first. */
const blank = undecided([
  {
    ...{ layer: 'CATALOGUE', rule: '', severity: 'INFO', file: '', line: 0, column: 0, part: '' },
    ...{ message: { zh: '', en: '' }, mend: { zh: '', en: '' } },
  },
])[0] as ToldFinding;

function findingHtml({
  fingerprint,
  file,
  line,
  column,
  part,
  severity,
  state,
  message,
  mend,
  approval,
}: ToldFinding): string {
  const who = approval ? `${approval.reason}（${approval.author}，${approval.expires}）` : '';
  return [
    `<li id="f-${fingerprint}" class="finding ${severity}">`,
    `<p class="what">${sentences(message)}</p>`,
    `<p class="mend">${sentences(mend)}</p>`,
    `<p class="place"><a href="#f-${fingerprint}"><code>${markup(`${file}:${line}:${column}`)}</code></a> <code class="part">${markup(part)}</code> <span class="state ${state}">${both(states[state])}</span> <span class="who">${markup(who)}</span></p>`,
    '</li>',
  ].join('');
}

function explanation(code: string, known: Explained | undefined): string {
  if (!known) return '';
  const row = (name: Localized, text: Localized): string =>
    `<div><dt>${both(name)}</dt><dd>${sentences(text)}</dd></div>`;
  const more = `<div><dt>${both({ zh: '来源', en: 'Source' })}</dt><dd>${markup(known.source)} · <code>npm run check -- explain ${code}</code></dd></div>`;
  return `<dl class="explained">${row({ zh: '是什么', en: 'What' }, known.what)}${row({ zh: '为什么', en: 'Why' }, known.why)}${row({ zh: '如何修改', en: 'How to mend it' }, known.mend)}${more}</dl>`;
}
