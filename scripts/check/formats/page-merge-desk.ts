import type { Localized } from '../../../subgraphs/language/text.ts';
import { decided, type MergeDesk, type MergePair, type Saving, type Side } from '../merge-desk.ts';
import { markup } from './markup.ts';
import { both, counted, sentences } from './page-parts.ts';

/** Document types that may be one, beside each other, and the two lines of which one ends the question. */
export function mergeDeskHtml({ pairs, total, toldApart }: MergeDesk): string {
  if (total === 0)
    return `<p>${sentences({
      zh: `没有名称相近而未决定的材料类型；已区分 ${toldApart} 对。`,
      en: `No document types are named alike and undecided; ${toldApart} pairs were told apart.`,
    })}</p>`;
  const sum = `<p>${sentences({
    zh: `${total} 对名称相近，已区分 ${toldApart} 对。请决定：合并，或写明并非同一种；写在目录文件中，以后不再提示。`,
    en: `${counted(total, 'pair')} named alike and undecided; ${toldApart} told apart. Decide: make them one, or say that they are not; it stands in the catalogue file, and is not told again.`,
  })}</p>`;
  const more = total > pairs.length ? `<p>… ${total - pairs.length}</p>` : '';
  return sum + pairs.map(pairHtml).join('\n') + more;
}

function pairHtml(pair: MergePair, index: number): string {
  const { keep, give } = decided(pair);
  const { one, other, score, saves = [] } = pair;
  const lines: ReadonlyArray<readonly [Localized, string, string]> = [
    [
      { zh: '合并：保留的类型写入别名', en: 'Make them one: aliases of the one that stays' },
      `${keep.file} · ${keep.code}`,
      `aliases: [${[...keep.aliases, give.name.zh].join(', ')}]`,
    ],
    [{ zh: '并非同一种', en: 'Not the same' }, `${other.file} · ${other.code}`, `distinctFrom: [${one.code}]`],
  ];
  const decisions = lines.map(
    ([name, file, line], at) =>
      `<li>${both(name)} <small>${markup(file)}</small><span class="copied"><code id="line-${index}-${at}">${markup(line)}</code><button type="button" data-copies="line-${index}-${at}" hidden>${both({ zh: '复制', en: 'Copy' })}</button></span></li>`,
  );
  const saved = saves.length === 0 ? '' : `<ul class="saves">${savingItems(saves)}</ul>`;
  return `<article><h3>${both(one.name)} <span aria-hidden="true">≈</span> ${both(other.name)} <span class="count">${Math.round(score * 100)} %</span></h3><div class="pair">${sideHtml(one)}${sideHtml(other)}</div>${saved}<ul class="decisions">${decisions.join('')}</ul></article>`;
}

function sideHtml({ code, name, aliases, askedBy, uses }: Side): string {
  const rest = uses > askedBy.length ? ` … +${uses - askedBy.length}` : '';
  const titles = { zh: askedBy.map(({ zh }) => zh).join('、'), en: askedBy.map(({ en }) => en).join('; ') };
  const row = (title: Localized, text: string): string => `<dt>${both(title)}</dt><dd>${text}</dd>`;
  return `<dl>${[
    row({ zh: '名称', en: 'Name' }, both(name)),
    row({ zh: '编码', en: 'Code' }, `<code>${markup(code)}</code>`),
    row({ zh: '别名', en: 'Aliases' }, markup(aliases.join('、')) || '–'),
    row(
      { zh: `${uses} 个事项要求`, en: `asked for by ${counted(uses, 'matter')}` },
      uses === 0 ? '–' : both(titles) + rest,
    ),
  ].join('')}</dl>`;
}

/** Which event would ask for how much less; or for more, where the type that stays can be had from fewer sources. */
export function savingItems(saves: ReadonlyArray<Saving>): string {
  return saves
    .map(({ title, materials, workingDays }) => {
      const figure = ([before, after]: Saving['materials']): string =>
        before === after ? `${before}` : `${before} → ${after}`;
      return `<li>${both({
        zh: `合并后，“${title.zh}”：材料 ${figure(materials)}，工作日 ${figure(workingDays)}`,
        en: `As one, "${title.en}": materials ${figure(materials)}, working days ${figure(workingDays)}`,
      })}</li>`;
    })
    .join('');
}
