import { usesOf } from '../../documents.ts';
import type { Rule } from '../../rule.ts';

/**
 * 只查验不留存的材料写了份数。
 * A document that is only looked at has a number of copies.
 *
 * @why 申请人会白白复印；或者本来要收复印件，用法写错了。
 * Citizens copy it for nothing; or a copy was meant to be kept, and its use is wrong.
 * @mend 删去 copies，或把 use 改为 COPY、INSPECT_AND_COPY。
 * Take copies out, or make its use COPY or INSPECT_AND_COPY.
 * @source GB/T 39554.2-2020
 */
export const rule: Rule = {
  code: 'COPIES_OF_WHAT_IS_LOOKED_AT',
  severity: 'warning',
  perFile: true,
  *find({ matters }) {
    for (const { file, value } of matters)
      for (const [index, row] of value.requirements.entries()) {
        if (!usesOf(row).some(({ use, copies }) => copies !== undefined && use === 'INSPECT')) continue;
        yield {
          file,
          at: ['requirements', index],
          message: { zh: '只查验的材料写了份数。', en: 'What is only looked at has a number of copies.' },
          mend: { zh: '请改正 copies 或 use。', en: 'Correct copies or use.' },
        };
      }
  },
};
