import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Localized } from '../../../subgraphs/language/text.ts';
import { type Explained, explain, explainedCodes } from '../explain.ts';
import type { Report } from '../report.ts';
import { consequenceLines, type ToldLine } from './consequences.ts';
import { jsonValue } from './json.ts';
import { markup } from './markup.ts';
import { findingsHtml } from './page-findings.ts';
import { graphsHtml } from './page-graphs.ts';
import { headHtml } from './page-head.ts';
import { mergeDeskHtml, savingItems } from './page-merge-desk.ts';
import { both, counted, section, sentences } from './page-parts.ts';
import { pageStyle } from './page-style.ts';
import { summaryHtml } from './page-summary.ts';
import { trendHtml } from './standing.ts';

/** From so many characters on the JSON inside is compressed: a province with a fault in every matter stays a page that can be mailed. */
const mostPlain = 2 ** 20;

/**
 * One page for people: no other file and nothing from a network, so that it opens from a mail and prints. Without its script everything is there;
 * with it, one language, one department, other orders. What programs read is inside as JSON (`#report`).
 */
export function htmlOf(report: Report): string {
  const script = pageScript();
  const parts = partsOf(report);
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // Whatever a text holds, it loads nothing, and this one script alone runs.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '${hashOf(script)}'">`,
    `<title>目录检查 Catalogue check ${markup(report.date)}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    `<a class="skip" href="#summary">${both({ zh: '跳到汇总', en: 'Skip to the summary' })}</a>`,
    headHtml(report),
    `<nav aria-label="目录 Contents"><ul>${parts.map(({ id, title }) => `<li><a href="#${id}">${both(title)}</a></li>`).join('')}</ul></nav>`,
    `<main>${parts.map(({ html }) => html).join('\n')}</main>`,
    `<footer><p>${both({ zh: '本页内含机器可读的 JSON（#report）。', en: 'The same for programs is inside as JSON (#report).' })} <button type="button" id="save-json" hidden>${both({ zh: '另存为 JSON', en: 'Save as JSON' })}</button></p></footer>`,
    jsonScript(report),
    `<script>${script}</script>`,
    '</body>',
    '</html>',
  ].join('\n');
}

interface Part {
  readonly id: string;
  readonly title: Localized;
  readonly html: string;
}

function partsOf(report: Report): ReadonlyArray<Part> {
  const { trend, history = [], mergeDesk, graphs = [] } = report;
  const explained = explaining();
  const part = (id: string, title: Localized, content: string): ReadonlyArray<Part> =>
    content === '' ? [] : [{ id, title, html: section(id, title, content) }];
  return [
    ...part('summary', { zh: '汇总', en: 'Summary' }, summaryHtml(report, explained)),
    ...part('trend', { zh: '变化', en: 'Trend' }, trend ? trendHtml(trend, history) : ''),
    ...part('findings', { zh: '问题', en: 'Findings' }, findingsHtml(report, explained)),
    ...part('effect', { zh: '影响', en: 'Effect' }, effectHtml(report)),
    ...part('merge-desk', { zh: '合并台', en: 'Merge desk' }, mergeDesk ? mergeDeskHtml(mergeDesk) : ''),
    ...part('graphs', { zh: '办理顺序', en: 'Order of work' }, graphs.length > 0 ? graphsHtml(graphs) : ''),
  ];
}

/** All codes are read once: each has its words in the file of its rule. */
function explaining(): (code: string) => Explained | undefined {
  const known = new Map<string, Explained | undefined>(explainedCodes().map((each) => [each.code, each]));
  return (code) => {
    if (!known.has(code)) known.set(code, explain(code));
    return known.get(code);
  };
}

function effectHtml(report: Report): string {
  const saves = report.mergeDesk?.saves ?? [];
  const pairs = report.mergeDesk?.pairs.length ?? 0;
  const title = {
    zh: `如果合并台上的 ${pairs} 对都合并`,
    en: `If what is on the merge desk were made one (${counted(pairs, 'pair')})`,
  };
  const merged =
    saves.length === 0 ? '' : `<p class="depth-1">${both(title)}</p><ul class="saves">${savingItems(saves)}</ul>`;
  return consequenceLines(report, true).map(lineHtml).join('\n') + merged;
}

function lineHtml({ depth, text, sign }: ToldLine): string {
  if (typeof text === 'string') return `<p class="depth-${depth}">${markup(text)}</p>`;
  return `<p class="depth-${depth}">${sign ? `<b>${sign}</b> ${both(text)}` : sentences(text)}</p>`;
}

function pageScript(): string {
  return readFileSync(new URL('./page-script.js', import.meta.url), 'utf8');
}

const hashOf = (script: string): string => `sha256-${createHash('sha256').update(script).digest('base64')}`;

/** As `--format json` tells it, which draws no pictures; nothing in it may end the element, or begin a comment in it. */
function jsonScript(report: Report): string {
  const layers = report.layers.filter(({ layer, state }) => layer !== 'GRAPHS' || state === 'FAILED');
  const json = JSON.stringify(jsonValue({ ...report, layers }));
  if (json.length <= mostPlain)
    return `<script type="application/json" id="report">${json.replaceAll('<', '\\u003c')}</script>`;
  return `<script type="application/gzip" id="report">${gzipSync(json, { level: 9 }).toString('base64')}</script>`;
}
