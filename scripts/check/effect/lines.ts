import type { Localized } from '../../../subgraphs/language/text.ts';
import { type ChangeInSituations, type EffectOnEvent, figureNames, type Ranges } from './compare.ts';

const names: Readonly<Record<(typeof figureNames)[number], Localized>> = {
  materials: { zh: '材料', en: 'materials' },
  forms: { zh: '表单', en: 'forms' },
  visits: { zh: '跑动', en: 'visits' },
  workingDays: { zh: '工作日', en: 'working days' },
};
const states: Readonly<Record<EffectOnEvent['state'], Localized>> = {
  CHANGED: { zh: '有变化', en: 'changes' },
  ADDED: { zh: '新增', en: 'is new' },
  REMOVED: { zh: '消失', en: 'vanishes' },
};
const namedRegions = 5;

/** `出生一件事 …`: which event, where, by how many situations it was judged. */
export function eventLine({ title, state, regions, planned, exhaustive }: EffectOnEvent): Localized {
  const named = (language: keyof Localized): string => {
    const first = regions.slice(0, namedRegions).map(({ name }) => name[language]);
    return [...first, ...(regions.length > namedRegions ? ['…'] : [])].join(language === 'zh' ? '、' : ', ');
  };
  return {
    zh: `${title.zh}${states[state].zh}，${regions.length} 个地区：${named('zh')}（${exhaustive ? '全部' : '抽样'} ${planned} 种情形）`,
    en: `${title.en} ${states[state].en} in ${regions.length} ${regions.length === 1 ? 'region' : 'regions'}: ${named('en')} (${planned} situations, ${exhaustive ? 'all there are' : 'a sample'})`,
  };
}

/** In which situations. */
export function whereLine({ where: { answers, exact }, situations }: ChangeInSituations, planned: number): Localized {
  if (situations === planned) return { zh: '所有情形', en: 'In every situation' };
  const zh = answers.map((each) => each.zh).join('；');
  const en = answers.map((each) => each.en).join('; ');
  if (exact) return { zh, en: `Where ${en}` };
  const among = answers.length === 0 ? { zh: '', en: '' } : { zh: `，均为：${zh}`, en: `, all of them where ${en}` };
  return {
    zh: `${planned} 种情形中的 ${situations} 种${among.zh}`,
    en: `In ${situations} of ${planned} situations${among.en}`,
  };
}

/** Each figure before and after, those that stay as they are once. */
export function figureLine({ before, after }: ChangeInSituations): Localized {
  const range = ([least, most]: Ranges['materials']): string => (least === most ? `${least}` : `${least}–${most}`);
  const told = figureNames.map((name) => {
    const [one, other] = [before && range(before[name]), after && range(after[name])];
    return { name: names[name], figure: one === other ? `${one}` : `${one ?? '–'} → ${other ?? '–'}` };
  });
  return {
    zh: told.map(({ name, figure }) => `${name.zh} ${figure}`).join('，'),
    en: told.map(({ name, figure }) => `${name.en} ${figure}`).join(', '),
  };
}

/** What comes (`+`), goes (`−`), and is wrong now (`!`). */
export interface ItemLine {
  readonly sign: '+' | '−' | '!';
  readonly text: Localized;
}

export function itemLines({ added, removed, problems }: ChangeInSituations): ReadonlyArray<ItemLine> {
  const lines = (sign: ItemLine['sign'], texts: ReadonlyArray<Localized>): ReadonlyArray<ItemLine> =>
    texts.map((text) => ({ sign, text }));
  return [...lines('+', added), ...lines('−', removed), ...lines('!', problems)];
}
