import { evaluate } from '../../../language/conditions.ts';
import { inBoth } from '../../../language/text.ts';
import type { Rule } from '../../rule.ts';
import { describeSituation } from '../../situations.ts';
import { walkRows } from '../../walk-rows.ts';

/**
 * 某种情形下需要这一行材料，却没有一个选项适用；一件事另作规定的，按其规定。
 * In some situation a row is needed and none of its options applies, nor of those that an event has instead.
 *
 * @why 申请人被告知需要材料，却无法知道要交什么。
 * The citizen is told that something is needed, and cannot learn what.
 * @mend 为该情形补充一个选项，或在这一行的 condition 中排除该情形。
 * Add an option for that situation, or exclude it in the row's condition.
 * @source subgraphs/planning/PLANNING.md: Alternatives
 */
export const rule: Rule = {
  code: 'NO_OPTION_IN_SITUATION',
  severity: 'warning',
  whole: true,
  *find(catalogue) {
    for (const { file, at, row, met } of walkRows(catalogue)) {
      const without = met.find((facts) =>
        row.options?.every(({ condition }) => evaluate(condition, facts) === 'FALSE'),
      );
      if (!without) continue;
      const situation = describeSituation(without.answers);
      yield {
        file,
        at,
        message: {
          zh: `“${inBoth(row.name).zh}”在此情形下没有可选材料：${situation}。`,
          en: `"${inBoth(row.name).en}" leaves nothing to supply where ${situation}.`,
        },
        mend: {
          zh: '请补充一个选项，或在 condition 中排除该情形。',
          en: 'Add an option, or exclude the situation in its condition.',
        },
      };
    }
  },
};
