import type { Localized } from '../../../language/text.ts';
import type { Catalogue } from '../../catalogue.ts';
import type { Rule } from '../../rule.ts';
import type { NodePath } from '../../source-file.ts';
import { textPairsIn } from '../../text-pairs.ts';

const han = /\p{Script=Han}/u;

/**
 * 申请人看到的文字只有中文：材料名称、行使主体、受理条件、收费项目写成一个字符串，或 en 下仍是中文。
 * A text that citizens read is in Chinese alone: the name of a row, an authority, a condition or a fee is one string, or there is Chinese under en.
 *
 * @why 使用英文的申请人看到半句中文，读屏软件也读错语言。
 * Who reads English is shown half a sentence in Chinese, and a screen reader reads it in the wrong language.
 * @mend 写成 { zh: …, en: … }，en 下写英文译文，用词与字段、材料类型一致。
 * Write { zh: …, en: … } with the English text under en, in the words of the fields and document types.
 * @source GB/T 39554.2-2020; subgraphs/planning/PLANNING.md: Account
 */
export const rule: Rule = {
  code: 'MISSING_TRANSLATION',
  severity: 'warning',
  perFile: true,
  *find({ worded, matters }) {
    for (const { file, value } of worded) {
      for (const [at, text] of textPairsIn(value))
        if (isChineseUnderEnglish(text)) yield { file, at: [...at, 'en'], ...said };
    }
    for (const { file, value } of matters) for (const at of inOneLanguage(value)) yield { file, at, ...said };
  },
};

const said = {
  message: { zh: '这段文字没有英文。', en: 'This text has no English.' },
  mend: { zh: '请写成 { zh: …, en: … }。', en: 'Write { zh: …, en: … }.' },
};

// Where both are exchanged, that is another rule's.
const isChineseUnderEnglish = ({ zh, en }: Localized): boolean => han.test(zh) && han.test(en);

function inOneLanguage({
  authority,
  conditions = [],
  costs = [],
  requirements,
}: Catalogue['matters'][number]['value']): ReadonlyArray<NodePath> {
  const texts: ReadonlyArray<readonly [NodePath, unknown]> = [
    [['authority'], authority],
    ...conditions.map((text, index) => [['conditions', index], text] as const),
    ...costs.map(({ item }, index) => [['costs', index, 'item'], item] as const),
    ...requirements.map(({ name }, index) => [['requirements', index, 'name'], name] as const),
  ];
  return texts.filter(([, text]) => typeof text === 'string').map(([path]) => path);
}
