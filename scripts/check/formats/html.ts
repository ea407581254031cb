import { byCode } from '../../../subgraphs/language/canonical.ts';
import type { Localized } from '../../../subgraphs/language/text.ts';
import { explain } from '../explain.ts';
import type { ToldFinding } from '../findings.ts';
import type { EventGraph } from '../graphs.ts';
import { checkRows, countsOf, notJudged, type Report, shown, toldIn, totalsOf } from '../report.ts';
import { consequenceLines, type ToldLine } from './consequences.ts';
import { jsonValue } from './json.ts';
import { markup } from './markup.ts';
import { pageStyle } from './page-style.ts';
import { coverageHtml, mergeDeskHtml, trendHtml } from './standing.ts';
import { graphSvg, limitText } from './svg.ts';

/** Rows of one code that are shown; the totals are exact, and JSON holds all. */
const mostRows = 50;

/**
 * One page for people: no other file, no script and nothing from a network, so that it opens from a mail and prints. What programs read is inside
 * as JSON (`#report`).
 */
export function htmlOf(report: Report): string {
  const parts = [
    summary(report),
    ...standing(report),
    findings(report),
    told('effect', consequenceLines(report, true)),
    graphs(report.graphs ?? []),
  ].filter((part) => part !== '');
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // Whatever a text holds, it loads and runs nothing.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>目录检查 Catalogue check ${markup(report.date)}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#summary">跳到汇总 <span lang="en">Skip to the summary</span></a>',
    '<header>',
    `<h1>目录检查 <span lang="en">Catalogue check</span></h1>`,
    `<p>${markup(report.date)} · <span lang="en">${markup(totalsOf(report))}</span></p>`,
    ...notJudged(report).map((line) => `<p class="gap">未检查 <span lang="en">${markup(line)}</span></p>`),
    '</header>',
    `<main>${parts.join('\n')}</main>`,
    `<script type="application/json" id="report">${inScript(jsonValue(report))}</script>`,
    '</body>',
    '</html>',
  ].join('\n');
}

const both = ({ zh, en }: Localized): string => `${markup(zh)} <span lang="en">${markup(en)}</span>`;

/** Nothing in it may end the element, or begin a comment in it. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

const section = (id: string, title: Localized, content: string): string =>
  `<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${both(title)}</h2>\n${content}\n</section>`;

const wide = (label: Localized, table: string): string =>
  `<div class="wide" role="region" tabindex="0" aria-label="${markup(label.zh)} ${markup(label.en)}">${table}</div>`;

function byRule(list: ReadonlyArray<ToldFinding>): ReadonlyMap<string, ReadonlyArray<ToldFinding>> {
  const found = new Map<string, ToldFinding[]>();
  for (const finding of list) found.set(finding.rule, [...(found.get(finding.rule) ?? []), finding]);
  return found;
}

function summary(report: Report): string {
  const { errors, warnings, notes, known, approved, blocking } = countsOf(report);
  const badges = [
    [{ zh: '阻止发布', en: 'block' }, blocking],
    [{ zh: '错误', en: 'errors' }, errors],
    [{ zh: '警告', en: 'warnings' }, warnings],
    [{ zh: '提示', en: 'notes' }, notes],
    [{ zh: '已知', en: 'known' }, known],
    [{ zh: '已批准', en: 'approved' }, approved],
  ] as const;
  const rows = [...byRule(toldIn(report))].map(([code, found]) => {
    const count = (state: ToldFinding['state']): string =>
      `<td>${found.filter((each) => each.state === state).length}</td>`;
    return `<tr><th scope="row"><a href="#${code}">${code}</a></th><td>${severityText(found[0])}</td>${count('NEW')}${count('KNOWN')}${count('APPROVED')}<td>${found.length}</td></tr>`;
  });
  const heads = [
    { zh: '编码', en: 'Code' },
    { zh: '级别', en: 'Severity' },
    { zh: '新增', en: 'New' },
    { zh: '已知', en: 'Known' },
    { zh: '已批准', en: 'Approved' },
    { zh: '合计', en: 'Total' },
  ];
  const title = { zh: '汇总', en: 'Summary' };
  const table =
    rows.length === 0
      ? `<p>${both({ zh: '没有发现问题。', en: 'Nothing is found.' })}</p>`
      : wide(
          { zh: '汇总表', en: 'Summary table' },
          `<table class="counts" id="codes"><thead><tr>${heads.map((head) => `<th scope="col">${both(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
        );
  const list = badges.map(([name, count]) => `<div><dt>${both(name)}</dt><dd>${count}</dd></div>`).join('');
  return section('summary', title, `<dl class="badges">${list}</dl>\n${checksTable(report)}\n${table}`);
}

function checksTable(report: Report): string {
  if (report.layers.length === 0) return '';
  const heads = [
    { zh: '检查', en: 'Check' },
    { zh: '状态', en: 'State' },
    { zh: '错误', en: 'Errors' },
    { zh: '警告', en: 'Warnings' },
    { zh: '提示', en: 'Notes' },
  ];
  const rows = checkRows(report).map(
    ({ name, state, errors, warnings, notes }) =>
      `<tr><th scope="row">${both(name)}</th><td><span lang="en">${state}</span></td><td>${errors}</td><td>${warnings}</td><td>${notes}</td></tr>`,
  );
  return wide(
    { zh: '各项检查', en: 'Checks' },
    `<table class="counts" id="checks"><thead><tr>${heads.map((head) => `<th scope="col">${both(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
  );
}

function standing({ coverage, trend, mergeDesk }: Report): ReadonlyArray<string> {
  const parts = [
    coverage && section('coverage', { zh: '覆盖情况', en: 'Coverage' }, coverageHtml(coverage)),
    trend && section('trend', { zh: '变化', en: 'Trend' }, trendHtml(trend)),
    mergeDesk && section('merge-desk', { zh: '合并台', en: 'Merge desk' }, mergeDeskHtml(mergeDesk)),
  ];
  return parts.flatMap((part) => (part === undefined ? [] : [part]));
}

const severities: Readonly<Record<ToldFinding['severity'], Localized>> = {
  ERROR: { zh: '错误', en: 'Error' },
  WARNING: { zh: '警告', en: 'Warning' },
  INFO: { zh: '提示', en: 'Note' },
};
const severityText = (finding: ToldFinding | undefined): string => (finding ? both(severities[finding.severity]) : '');
const states: Readonly<Record<ToldFinding['state'], Localized>> = {
  NEW: { zh: '新增', en: 'New' },
  KNOWN: { zh: '已知', en: 'Known' },
  APPROVED: { zh: '已批准', en: 'Approved' },
  OFF: { zh: '关闭', en: 'Off' },
};

function findings(report: Report): string {
  const { findings: kept, left } = shown(toldIn(report), mostRows);
  if (kept.length === 0) return '';
  const articles = [...byRule(kept)].map(([code, found]) => {
    const more = left.get(code);
    return [
      `<article id="${code}" aria-labelledby="${code}-heading"><h3 id="${code}-heading">${code}</h3>`,
      explained(code),
      wide({ zh: code, en: 'findings' }, tableOf(found)),
      ...(more ? [`<p>… ${more}</p>`] : []),
      '</article>',
    ].join('\n');
  });
  return section('findings', { zh: '问题', en: 'Findings' }, articles.join('\n'));
}

function explained(code: string): string {
  const known = explain(code);
  if (!known) return '';
  const row = (name: Localized, text: Localized): string =>
    `<dt>${both(name)}</dt><dd>${markup(text.zh)}<br><span lang="en">${markup(text.en)}</span></dd>`;
  return `<dl class="explained">${row({ zh: '是什么', en: 'What' }, known.what)}${row({ zh: '为什么', en: 'Why' }, known.why)}${row({ zh: '如何修改', en: 'How to mend it' }, known.mend)}</dl>`;
}

function tableOf(found: ReadonlyArray<ToldFinding>): string {
  const heads = [
    { zh: '位置', en: 'Where' },
    { zh: '级别', en: 'Severity' },
    { zh: '问题与修改', en: 'What, and how to mend it' },
  ];
  const rows = found.map((finding) => {
    const { file, line, column, state, message, mend, approval } = finding;
    const who = approval ? `<br>${markup(`${approval.reason}（${approval.author}，${approval.expires}）`)}` : '';
    return `<tr><th scope="row"><code>${markup(`${file}:${line}:${column}`)}</code></th><td>${severityText(finding)}<br>${both(states[state])}${who}</td><td>${markup(message.zh)} ${markup(mend.zh)}<br><span lang="en">${markup(message.en)} ${markup(mend.en)}</span></td></tr>`;
  });
  return `<table><thead><tr>${heads.map((head) => `<th scope="col">${both(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

function told(id: string, lines: ReadonlyArray<ToldLine>): string {
  if (lines.length === 0) return '';
  const rows = lines.map(({ depth, text }) => {
    const words =
      typeof text === 'string' ? markup(text) : `${markup(text.zh)}<br><span lang="en">${markup(text.en)}</span>`;
    return `<p class="depth-${depth}">${words}</p>`;
  });
  return section(id, { zh: '影响', en: 'Effect' }, rows.join('\n'));
}

function graphs(all: ReadonlyArray<EventGraph>): string {
  if (all.length === 0) return '';
  const legend = {
    zh: '粗线为最长路径，红色虚线为循环。',
    en: 'Bold: the chain that ends last. Red and dashed: a circle.',
  };
  const pictures = [...all]
    .sort((a, b) => byCode(a.event, b.event) || byCode(a.region, b.region))
    .map((graph, index) => {
      const name = { zh: `${graph.title.zh}（${graph.region}）`, en: graph.title.en };
      const steps = graph.nodes.map(({ title, stage, promised }) => {
        const limit = limitText(promised);
        return `<li>${stage}. ${both(title)}${limit ? ` · ${both(limit)}` : ''}</li>`;
      });
      return `<article><h3>${both(name)}</h3>\n${wide(name, graphSvg(graph, `graph-${index}`))}\n<ul class="steps">${steps.join('')}</ul></article>`;
    });
  return section('graphs', { zh: '办理顺序', en: 'Order of work' }, `<p>${both(legend)}</p>\n${pictures.join('\n')}`);
}
