import type { Localized } from '../../../subgraphs/language/text.ts';
import { countsOf, notJudged, type Report } from '../report.ts';
import { markup } from './markup.ts';
import { both, counted } from './page-parts.ts';
import { countsHtml, coverageHtml } from './standing.ts';

/** What was looked at, what came of it in a sentence, and the figures that somebody asks for first. */
export function headHtml(report: Report): string {
  const { about, coverage, date } = report;
  const [zhNames, enNames] = [about?.provinces.map(({ zh }) => zh) ?? [], about?.provinces.map(({ en }) => en) ?? []];
  const facts = [
    `<li>${both({ zh: '检查日期', en: 'Judged on' })} <b><time datetime="${markup(date)}">${markup(date)}</time></b></li>`,
    ...(about
      ? [
          `<li><b>${both({ zh: zhNames.join('、'), en: enNames.join(', ') })}</b></li>`,
          `<li>${both({ zh: '目录版本', en: 'Catalogue' })} <code>${about.version}</code></li>`,
        ]
      : []),
    ...(coverage ? [countsHtml(coverage)] : []),
  ];
  return [
    '<header>',
    `<h1>${both({ zh: '目录检查', en: 'Catalogue check' })}</h1>`,
    languages,
    `<ul class="facts">${facts.join('')}</ul>`,
    verdict(report),
    ...notJudged(report).map(
      (line) => `<p class="gap">${both({ zh: '未检查', en: 'Not judged' })} ${markup(line)}</p>`,
    ),
    figures(report),
    ...(coverage ? [coverageHtml(coverage)] : []),
    '</header>',
  ].join('\n');
}

/** Shown by the script alone: without one both languages are. */
const languages = `<div class="languages" id="languages" role="radiogroup" aria-label="语言 Language" hidden>${(
  [
    ['zh', '中文', 'zh-CN'],
    ['en', 'English', 'en'],
    ['both', '双语 Both', 'zh-CN'],
  ] as const
)
  .map(
    ([value, name, lang]) =>
      `<label class="language"><input type="radio" name="language" value="${value}"><b data-lang="${lang}">${name}</b></label>`,
  )
  .join('')}</div>`;

function verdict(report: Report): string {
  const { blocking, warnings, unpublishable } = countsOf(report);
  const say = (kind: string, text: Localized): string => `<p class="verdict ${kind}"><b>${both(text)}</b></p>`;
  if (blocking > 0)
    return say('stop', {
      zh: `不能发布：${blocking} 个错误阻止发布。`,
      en: `Not to be published: ${counted(blocking, 'error')} in the way.`,
    });
  if (report.layers.some(({ state }) => state === 'FAILED'))
    return say('stop', { zh: '检查中断，尚无结论。', en: 'The check broke off: nothing is decided.' });
  if (unpublishable > 0)
    return say('stop', {
      zh: `本次检查放行，但 ${unpublishable} 个错误仍使目录无法发布。`,
      en: `Nothing blocks here, but with ${counted(unpublishable, 'error')} nothing is published.`,
    });
  if (warnings > 0)
    return say('go', {
      zh: `可以发布；有 ${warnings} 个警告。`,
      en: `Nothing blocks; ${counted(warnings, 'warning')}.`,
    });
  return say('go', { zh: '可以发布，没有错误和警告。', en: 'Nothing blocks: no errors, no warnings.' });
}

function figures(report: Report): string {
  const { errors, warnings, notes, known, approved, blocking, mended, off } = countsOf(report);
  const told: ReadonlyArray<readonly [Localized, number, string]> = [
    [{ zh: '阻止发布', en: 'block' }, blocking, 'ERROR'],
    [{ zh: '错误', en: 'errors' }, errors, 'ERROR'],
    [{ zh: '警告', en: 'warnings' }, warnings, 'WARNING'],
    [{ zh: '提示', en: 'notes' }, notes, 'INFO'],
    [{ zh: '已知', en: 'known' }, known, ''],
    [{ zh: '已批准', en: 'approved' }, approved, ''],
    [{ zh: '已修复', en: 'mended' }, mended, ''],
    ...(off > 0 ? [[{ zh: '已关闭', en: 'off' }, off, ''] as const] : []),
  ];
  const list = told.map(
    ([name, count, kind]) =>
      `<div class="${count === 0 ? 'none' : kind}"><dt>${both(name)}</dt><dd>${count}</dd></div>`,
  );
  return `<dl class="badges" id="figures">${list.join('')}</dl>`;
}
