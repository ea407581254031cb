import { pairsNamedAlike } from '../../near-names.ts';
import type { Rule } from '../../rule.ts';

/**
 * 两种标准材料名称相近，或一种的名称是另一种的别名。
 * Two document types are named almost alike, or the name of one is an alias of the other.
 *
 * @why 同一份材料分作两种，就会向申请人要两次。
 * One document under two types is asked for twice.
 * @mend 确为同一种的，合并为一种，另一名称写入 aliases；并非同一种的，在其中之一写明 distinctFrom。
 * Make them one and keep the other name in `aliases`; where they are not the same, say so in `distinctFrom` of either.
 * @source GB/T 39554.2-2020；Dice (1945)
 */
export const rule: Rule = {
  code: 'NEAR_DUPLICATE_TYPE',
  severity: 'warning',
  *find({ documentTypes }) {
    for (const { file, index, type, other } of pairsNamedAlike(documentTypes))
      yield {
        file: file.file,
        at: ['documentTypes', index, 'name'],
        message: {
          zh: `“${type.name.zh}”与“${other.name.zh}”（${other.code}）名称相近，可能是同一种材料。`,
          en: `"${type.name.zh}" is named almost like "${other.name.zh}" (${other.code}): they may be one.`,
        },
        mend: {
          zh: `请合并；并非同一种的，请写明 distinctFrom: [${other.code}]。`,
          en: `Make them one, or say distinctFrom: [${other.code}].`,
        },
      };
  },
};
