import { inBoth } from '../../../language/text.ts';
import type { Rule } from '../../rule.ts';
import { walkRows } from '../../walk-rows.ts';

/**
 * 没有任何情形需要这一行材料；一件事另作规定的，按其规定。
 * No situation ever needs a row, as its matter states it or as an event has it instead.
 *
 * @why 条件写错的材料从不出现，窗口却会向申请人索要。
 * A document whose condition is wrong is never listed, and the counter asks for it all the same.
 * @mend 改正这一行的 condition，或删去此行。
 * Correct the row's condition, or remove the row.
 * @source subgraphs/planning/PLANNING.md: Situation
 */
export const rule: Rule = {
  code: 'UNREACHABLE_REQUIREMENT',
  severity: 'warning',
  *find(catalogue) {
    for (const { file, at, row, reached } of walkRows(catalogue)) {
      if (reached.length > 0) continue;
      yield {
        file,
        at: [...at, 'condition'],
        message: {
          zh: `没有任何情形需要“${inBoth(row.name).zh}”。`,
          en: `No situation ever needs "${inBoth(row.name).en}".`,
        },
        mend: { zh: '请改正 condition，或删去此行。', en: 'Correct its condition, or remove the row.' },
      };
    }
  },
};
