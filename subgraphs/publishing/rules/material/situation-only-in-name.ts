import { inBoth } from '../../../language/text.ts';
import type { Rule } from '../../rule.ts';

/** “（未成年人提供）”“如有”“……的情形”. */
const saysSituation = /如有|若有|如为|若为|[（(][^（）()]*(提供|提交|情形|适用)[）)]|需提供的|的情形/;

/**
 * 情形只写在材料名称里，条件没有写，因而对所有人必要。
 * A situation stands in a document's name alone, so the document is asked of everyone.
 *
 * @why 不在此情形的申请人也会被要求提交。
 * Citizens who are not in that situation are asked for it too.
 * @mend 把情形写入 condition（或某个选项的 condition），名称只写材料。
 * State the situation as the condition of the row or of an option; let the name be the document's.
 * @source 国办发〔2022〕32号
 */
export const rule: Rule = {
  code: 'SITUATION_ONLY_IN_NAME',
  severity: 'warning',
  perFile: true,
  *find({ matters }) {
    for (const { file, value } of matters)
      for (const [index, { name, condition, options }] of value.requirements.entries()) {
        if (!saysSituation.test(inBoth(name).zh) || condition || options?.some((option) => option.condition)) continue;
        yield {
          file,
          at: ['requirements', index, 'name'],
          message: {
            zh: `“${inBoth(name).zh}”只在名称中写了情形，却对所有人必要。`,
            en: `"${inBoth(name).en}" names a situation only in its name, and is asked of everyone.`,
          },
          mend: { zh: '请把情形写入 condition。', en: 'State the situation as its condition.' },
        };
      }
  },
};
