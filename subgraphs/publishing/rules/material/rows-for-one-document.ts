import { documentKey } from '../../documents.ts';
import type { Rule } from '../../rule.ts';

/**
 * 同一事项的两行在同样的情形下要同一份材料。
 * Two rows of a matter ask for the same document under the same condition.
 *
 * @why 清单里重复要同一份材料，多半其中一行写错了类型。
 * The list has it twice; mostly one of the rows was meant for another type.
 * @mend 改正其中一行的类型，或删去一行。
 * Correct the type of one of them, or take it out.
 * @source GB/T 39554.2-2020
 */
export const rule: Rule = {
  code: 'ROWS_FOR_ONE_DOCUMENT',
  severity: 'warning',
  perFile: true,

  *find({ matters }) {
    for (const { file, value } of matters) {
      const seen = new Set<string>();
      for (const [index, { uses, condition }] of value.requirements.entries()) {
        if (!uses) continue;
        const key = JSON.stringify([uses.map(documentKey).sort(), condition ?? null]);
        if (seen.has(key))
          yield {
            file,
            at: ['requirements', index],
            message: { zh: '另一行已经要了同一份材料。', en: 'Another row asks for the same document.' },
            mend: { zh: '请改正类型，或删去一行。', en: 'Correct its type, or take it out.' },
          };
        seen.add(key);
      }
    }
  },
};
