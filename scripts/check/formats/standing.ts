import type { Localized } from '../../../subgraphs/language/text.ts';
import type { Coverage, Share } from '../coverage.ts';
import type { MergeDesk, MergePair, Side } from '../merge-desk.ts';
import type { Trend } from '../trend.ts';
import { markup } from './markup.ts';

/** Parts of the page about the catalogue as a whole, not about a finding: how much of it is covered, since when, and what may be one. */

const both = ({ zh, en }: Localized): string => `${markup(zh)} <span lang="en">${markup(en)}</span>`;

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
  const badge = (name: Localized, value: string, beside: string): string =>
    `<div><dt>${both(name)}</dt><dd>${value}${beside}</dd></div>`;
  const badges = [
    ...counts.map(([key, name]) => badge(name, String(coverage[key]), '')),
    ...shares.map(([key, name]) => {
      const { of, holds } = coverage[key];
      return badge(name, percent(coverage[key]), ` <small>${holds} / ${of}</small>`);
    }),
  ];
  return `<dl class="badges">${badges.join('')}</dl>`;
}

/** What is otherwise than at the run before; nothing where nothing is. */
export function trendRows({
  since,
  now,
}: Trend): ReadonlyArray<{ readonly name: Localized; readonly from: string; readonly to: string }> {
  const found = [
    ['blocking', { zh: '阻止发布', en: 'blocking' }],
    ['errors', { zh: '错误', en: 'errors' }],
    ['warnings', { zh: '警告', en: 'warnings' }],
    ['notes', { zh: '提示', en: 'notes' }],
  ] as const;
  return [
    ...found.map(([key, name]) => ({ name, from: String(since[key]), to: String(now[key]) })),
    ...counts.map(([key, name]) => ({ name, from: String(since.coverage[key]), to: String(now.coverage[key]) })),
    ...shares.map(([key, name]) => ({
      name,
      from: `${since.coverage[key].holds} / ${since.coverage[key].of}`,
      to: `${now.coverage[key].holds} / ${now.coverage[key].of}`,
    })),
  ].filter(({ from, to }) => from !== to);
}

export function trendHtml(trend: Trend): string {
  const rows = trendRows(trend);
  const head = `<p>${both({ zh: `自 ${trend.since.date} 以来`, en: `Since ${trend.since.date}` })}</p>`;
  if (rows.length === 0) return `${head}<p>${both({ zh: '没有变化。', en: 'Nothing differs.' })}</p>`;
  const items = rows.map(({ name, from, to }) => `<li>${both(name)}: ${markup(from)} → ${markup(to)}</li>`);
  return `${head}<ul>${items.join('')}</ul>`;
}

export function mergeDeskHtml({ pairs, total, toldApart }: MergeDesk): string {
  const sum = `<p>${both({
    zh: `${total} 对名称相近，已区分 ${toldApart} 对。请决定：合并，或写明并非同一种；写在目录文件中，以后不再提示。`,
    en: `${total} pairs are named alike, and ${toldApart} were told apart. Decide: make them one, or say that they are not; it stands in the catalogue file and is not told again.`,
  })}</p>`;
  const more = total > pairs.length ? `<p>… ${total - pairs.length}</p>` : '';
  return sum + pairs.map(pairHtml).join('\n') + more;
}

function pairHtml({ one, other, score }: MergePair): string {
  const [keep, give] = one.uses >= other.uses ? [one, other] : [other, one];
  const lines: ReadonlyArray<readonly [Localized, string, string]> = [
    [
      { zh: '合并：保留的类型写入别名', en: 'Make them one: aliases of the one that stays' },
      keep.file,
      `aliases: [${[...keep.aliases, give.name.zh].join(', ')}]`,
    ],
    [{ zh: '并非同一种', en: 'Not the same' }, other.file, `distinctFrom: [${one.code}]`],
  ];
  const decisions = lines.map(
    ([name, file, line]) => `<li>${both(name)}<br><code>${markup(file)}</code><br><code>${markup(line)}</code></li>`,
  );
  return `<article><h3>${markup(one.name.zh)} · ${markup(other.name.zh)} · ${Math.round(score * 100)} %</h3><div class="pair">${sideHtml(one)}${sideHtml(other)}</div><ul>${decisions.join('')}</ul></article>`;
}

function sideHtml({ code, name, aliases, askedBy, uses }: Side): string {
  const rest = uses > askedBy.length ? ` … ${uses - askedBy.length}` : '';
  const row = (title: Localized, text: string): string => `<dt>${both(title)}</dt><dd>${text}</dd>`;
  return `<dl>${[
    row({ zh: '名称', en: 'Name' }, both(name)),
    row({ zh: '编码', en: 'Code' }, `<code>${markup(code)}</code>`),
    row({ zh: '别名', en: 'Aliases' }, markup(aliases.join('、')) || '–'),
    row({ zh: `${uses} 个事项要求`, en: `asked for by ${uses} matters` }, markup(askedBy.join('、')) + rest || '–'),
  ].join('')}</dl>`;
}
