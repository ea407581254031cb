import type { Localized } from '../../../subgraphs/language/text.ts';
import type { Explained } from '../explain.ts';
import type { ToldFinding } from '../findings.ts';
import { checkRows, type Report, toldIn } from '../report.ts';
import { markup } from './markup.ts';
import {
  both,
  cell,
  codeHtml,
  counted,
  head,
  number,
  ownerOf,
  sentences,
  severities,
  severityChip,
  table,
} from './page-parts.ts';

/** What is found, by code and by whose file it is: each leads to the findings themselves. */
export function summaryHtml(report: Report, explained: (code: string) => Explained | undefined): string {
  const tables = `<div class="tables">${codes(report, explained)}${owners(report)}</div>`;
  return [filters(report), tables, checks(report)].join('\n');
}

export function byRule(list: ReadonlyArray<ToldFinding>): ReadonlyMap<string, ReadonlyArray<ToldFinding>> {
  const found = new Map<string, ToldFinding[]>();
  for (const finding of list) {
    const known = found.get(finding.rule);
    if (known) known.push(finding);
    else found.set(finding.rule, [finding]);
  }
  return found;
}

/** Worst first, then where most is found. */
export function rulesInOrder(report: Report): ReadonlyArray<readonly [string, ReadonlyArray<ToldFinding>]> {
  const rank = { ERROR: 0, WARNING: 1, INFO: 2 };
  return [...byRule(toldIn(report))].sort(
    ([one, [a, ...as]], [other, [b, ...bs]]) =>
      rank[a?.severity ?? 'INFO'] - rank[b?.severity ?? 'INFO'] || bs.length - as.length || (one < other ? -1 : 1),
  );
}

const otherOwners: ReadonlyArray<{ readonly code: string; readonly name: Localized }> = [
  { code: 'shared', name: { zh: '公共目录', en: 'Shared catalogue' } },
  { code: 'graph', name: { zh: '接口与图', en: 'Schema and graph' } },
];

function ownersIn(report: Report): ReadonlyArray<{ readonly code: string; readonly name: Localized }> {
  const named = [...(report.about?.departments ?? []), ...otherOwners];
  const codes = new Set(named.map(({ code }) => code));
  const unnamed = [...toldIn(report), ...(report.gone ?? [])].map(({ file }) => ownerOf(file));
  const others = [...new Set(unnamed)].filter((code) => !codes.has(code)).sort();
  return [...named, ...others.map((code) => ({ code, name: { zh: code, en: code } }))];
}

/** Only a script can filter: without one they are not shown. */
function filters(report: Report): string {
  const found = new Set(toldIn(report).map(({ file }) => ownerOf(file)));
  const option = (value: string, { zh, en }: Localized): string =>
    `<option value="${markup(value)}">${markup(zh)} ${markup(en)}</option>`;
  const select = (name: string, label: Localized, options: ReadonlyArray<string>): string =>
    `<label>${both(label)} <select id="filter-${name}">${option('', { zh: '全部', en: 'All' })}${options.join('')}</select></label>`;
  const ofOwners = ownersIn(report).filter(({ code }) => found.has(code));
  const ofSeverities = (['ERROR', 'WARNING', 'INFO'] as const).map((each) => option(each, severities[each]));
  return [
    '<div class="filters" id="filters" role="search" hidden>',
    select(
      'department',
      { zh: '部门', en: 'Department' },
      ofOwners.map(({ code, name }) => option(code, name)),
    ),
    select('severity', { zh: '级别', en: 'Severity' }, ofSeverities),
    `<button type="button" id="copy-link">${both({ zh: '复制此筛选的链接', en: 'Copy a link to this' })}</button>`,
    `<p id="filtered" role="status"></p>`,
    '</div>',
  ].join('');
}

function codes(report: Report, explained: (code: string) => Explained | undefined): string {
  const gone = report.gone ?? [];
  const rules = rulesInOrder(report);
  const found = new Set(rules.map(([code]) => code));
  const onlyGone = [...new Set(gone.map(({ rule }) => rule))].filter((code) => !found.has(code)).sort();
  const row = (code: string, name: string, all: ReadonlyArray<ToldFinding>): string => {
    const known = explained(code);
    const [first] = all;
    const count = (state: ToldFinding['state']): string =>
      number(all.filter((each) => each.state === state).length, state);
    return [
      `<tr data-code="${code}">`,
      head(`${name}${known ? `<small>${sentences(known.what)}</small>` : ''}`),
      cell(first ? severityChip(first.severity) : '–'),
      count('NEW'),
      count('KNOWN'),
      count('APPROVED'),
      number(gone.filter(({ rule }) => rule === code).length, 'GONE'),
      number(all.length, 'TOTAL'),
      '</tr>',
    ].join('');
  };
  const rows = [
    ...rules.map(([code, all]) => row(code, `<a href="#${code}">${codeHtml(code)}</a>`, all)),
    ...onlyGone.map((code) => row(code, codeHtml(code), [])),
  ];
  if (rows.length === 0) return `<p>${both({ zh: '没有发现问题。', en: 'Nothing is found.' })}</p>`;
  const columns = [
    { title: { zh: '编码', en: 'Code' } },
    { title: { zh: '级别', en: 'Severity' } },
    { title: { zh: '新增', en: 'New' }, isNumber: true },
    { title: { zh: '已知', en: 'Known' }, isNumber: true },
    { title: { zh: '已批准', en: 'Approved' }, isNumber: true },
    { title: { zh: '已修复', en: 'Mended' }, isNumber: true },
    { title: { zh: '合计', en: 'Total' }, isNumber: true },
  ];
  return table('codes', { zh: '按编码', en: 'By code' }, columns, rows);
}

/** Each row is a link that can be forwarded: the page opens with what is that department's. */
function owners(report: Report): string {
  const told = toldIn(report);
  const matters = new Map(report.about?.departments.map(({ code, matters: own }) => [code, own]));
  const tallies = ownersIn(report).map(({ code, name }) => {
    const own = told.filter(({ file }) => ownerOf(file) === code);
    return {
      code,
      name,
      total: own.length,
      of: (each: string) => own.filter(({ severity }) => severity === each).length,
    };
  });
  const rows = tallies
    .filter(({ total }) => total > 0)
    .map(({ code, name, of }) =>
      [
        `<tr id="department=${markup(code)}">`,
        head(`<a href="#department=${markup(code)}">${both(name)}</a>`),
        number(matters.get(code) ?? '–'),
        number(of('ERROR')),
        number(of('WARNING')),
        number(of('INFO')),
        '</tr>',
      ].join(''),
    );
  if (rows.length === 0) return '';
  const clean = tallies.filter(({ code, total }) => total === 0 && matters.has(code)).length;
  const columns = [
    { title: { zh: '部门', en: 'Department' } },
    { title: { zh: '事项', en: 'Matters' }, isNumber: true },
    { title: severities.ERROR, isNumber: true },
    { title: severities.WARNING, isNumber: true },
    { title: severities.INFO, isNumber: true },
  ];
  const rest =
    clean === 0
      ? ''
      : `<p class="faint">${both({ zh: `另有 ${clean} 个部门没有问题。`, en: `Nothing is found in ${counted(clean, 'other department')}.` })}</p>`;
  return `<div>${table('departments', { zh: '按部门', en: 'By department' }, columns, rows)}${rest}</div>`;
}

const layerStates: Readonly<Record<Report['layers'][number]['state'], Localized>> = {
  JUDGED: { zh: '已检查', en: 'judged' },
  PARTLY: { zh: '部分检查', en: 'partly judged' },
  NOT_JUDGED: { zh: '未检查', en: 'not judged' },
  FAILED: { zh: '中断', en: 'broke off' },
};

function checks(report: Report): string {
  if (report.layers.length === 0) return '';
  const whole = report.layers.filter(({ state }) => state === 'JUDGED').length;
  const rows = checkRows(report).map(({ name, errors, warnings, notes }, index) => {
    const { state } = report.layers[index] as Report['layers'][number];
    return `<tr>${head(both(name))}${cell(both(layerStates[state]))}${number(errors)}${number(warnings)}${number(notes)}</tr>`;
  });
  const columns = [
    { title: { zh: '检查', en: 'Check' } },
    { title: { zh: '状态', en: 'State' } },
    { title: severities.ERROR, isNumber: true },
    { title: severities.WARNING, isNumber: true },
    { title: severities.INFO, isNumber: true },
  ];
  const said = { zh: `${rows.length} 项检查，${whole} 项完整`, en: `${rows.length} checks, ${whole} of them whole` };
  return `<details${whole < rows.length ? ' open' : ''}><summary>${both(said)}</summary>${table('checks', { zh: '各项检查', en: 'Checks' }, columns, rows)}</details>`;
}
