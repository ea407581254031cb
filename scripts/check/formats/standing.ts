import type { Localized } from '../../../subgraphs/language/text.ts';
import type { Coverage, Share } from '../coverage.ts';
import type { Trend, TrendState } from '../trend.ts';
import { both, cell, head, number, table } from './page-parts.ts';

/** Parts of the page about the catalogue as a whole, not about a finding: how much of it is covered, and what is otherwise since when. */

const shares: ReadonlyArray<readonly [keyof Coverage & ('online' | 'oneVisit' | 'legalBasis' | 'licence'), Localized]> =
  [
    ['online', { zh: '网上可办', en: 'online' }],
    ['oneVisit', { zh: '最多跑一次', en: 'one visit at most' }],
    ['legalBasis', { zh: '有法律依据', en: 'with a legal basis' }],
    ['licence', { zh: '结果为电子证照', en: 'results as e-licences' }],
  ];
const counts: ReadonlyArray<
  readonly [keyof Coverage & ('departments' | 'matters' | 'materials' | 'events'), Localized]
> = [
  ['departments', { zh: '部门', en: 'departments' }],
  ['matters', { zh: '事项', en: 'matters' }],
  ['materials', { zh: '材料', en: 'materials' }],
  ['events', { zh: '一件事', en: 'events' }],
];

/** Rounded down: 100 % is said of all alone. Of nothing there is no share. */
export const percent = ({ of, holds }: Share): string => (of === 0 ? '–' : `${Math.floor((100 * holds) / of)} %`);

export function coverageHtml(coverage: Coverage): string {
  const badges = shares.map(([key, name]) => {
    const { of, holds } = coverage[key];
    const bar = of === 0 ? '' : `<meter min="0" max="${of}" value="${holds}" aria-hidden="true"></meter>`;
    return `<div><dt>${both(name)}</dt><dd>${percent(coverage[key])} <small>${holds} / ${of}</small>${bar}</dd></div>`;
  });
  return `<dl class="badges" id="coverage">${badges.join('')}</dl>`;
}

/** `26 个部门 departments …` */
export function countsHtml(coverage: Coverage): string {
  return counts.map(([key, name]) => `<li><b>${coverage[key]}</b> ${both(name)}</li>`).join('');
}

/** What is otherwise than at the run before; nothing where nothing is. */
export function trendRows({
  since,
  now,
}: Trend): ReadonlyArray<{ readonly name: Localized; readonly from: string; readonly to: string }> {
  return figures
    .map(({ name, text }) => ({ name, from: text(since), to: text(now) }))
    .filter(({ from, to }) => from !== to);
}

/** What is kept of each run. */
const figures: ReadonlyArray<{
  readonly name: Localized;
  readonly text: (state: TrendState) => string;
  readonly value: (state: TrendState) => number;
}> = [
  ...(
    [
      ['blocking', { zh: '阻止发布', en: 'blocking' }],
      ['errors', { zh: '错误', en: 'errors' }],
      ['warnings', { zh: '警告', en: 'warnings' }],
      ['notes', { zh: '提示', en: 'notes' }],
    ] as const
  ).map(([key, name]) => ({ name, text: (of: TrendState) => String(of[key]), value: (of: TrendState) => of[key] })),
  ...counts.map(([key, name]) => ({
    name,
    text: ({ coverage }: TrendState) => String(coverage[key]),
    value: ({ coverage }: TrendState) => coverage[key],
  })),
  ...shares.map(([key, name]) => ({
    name,
    text: ({ coverage }: TrendState) => `${coverage[key].holds} / ${coverage[key].of}`,
    value: ({ coverage }: TrendState) => (coverage[key].of === 0 ? 0 : coverage[key].holds / coverage[key].of),
  })),
];

/** What is otherwise, and beside each the runs that led there. */
export function trendHtml(trend: Trend, history: ReadonlyArray<TrendState>): string {
  const since = { zh: `与 ${trend.since.date} 相比`, en: `Beside ${trend.since.date}` };
  const changed = figures.filter(({ text }) => text(trend.since) !== text(trend.now));
  if (changed.length === 0)
    return `<p>${both({ zh: `${since.zh}没有变化。`, en: `${since.en} nothing differs.` })}</p>`;
  const rows = changed.map(({ name, text, value }) => {
    const by = value(trend.now) - value(trend.since);
    const sign = by === 0 ? '' : by > 0 ? '▲' : '▼';
    return `<tr>${head(both(name))}${number(text(trend.since))}${number(text(trend.now))}${cell(sign)}${cell(runsSvg(history.map(value)))}</tr>`;
  });
  const columns = [
    { title: { zh: '项目', en: 'What' } },
    { title: { zh: '上次', en: 'Before' }, isNumber: true },
    { title: { zh: '本次', en: 'Now' }, isNumber: true },
    { title: { zh: '增减', en: 'More or less' } },
    { title: { zh: `最近 ${history.length} 次`, en: `The last ${history.length} runs` } },
  ];
  return table('changes', since, columns, rows);
}

const line = { width: 160, height: 28, margin: 4 };

/** One figure over the runs, the oldest first; what it says stands beside it as numbers. */
function runsSvg(values: ReadonlyArray<number>): string {
  if (values.length < 2) return '';
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const xOf = (index: number): number =>
    Math.round(line.margin + (index * (line.width - 2 * line.margin)) / (values.length - 1));
  const yOf = (value: number): number =>
    Math.round(line.height - line.margin - ((value - least) / (most - least || 1)) * (line.height - 2 * line.margin));
  const points = values.map((value, index) => `${xOf(index)},${yOf(value)}`);
  const last = values.length - 1;
  return `<svg class="runs" aria-hidden="true" viewBox="0 0 ${line.width} ${line.height}" width="${line.width}" height="${line.height}"><polyline points="${points.join(' ')}"/><circle cx="${xOf(last)}" cy="${yOf(values[last] ?? 0)}" r="3"/></svg>`;
}
