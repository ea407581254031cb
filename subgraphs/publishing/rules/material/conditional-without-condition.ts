import { inBoth } from '../../../language/text.ts';
import type { Rule } from '../../rule.ts';

/**
 * 标为非必要的材料没有写明何时需要。
 * A document said to be conditional does not say when it is needed.
 *
 * @why 没有条件的材料对所有人必要，与“非必要”矛盾；申请人无法知道自己要不要交。
 * Without a condition it is asked of everyone, against its own word; the citizen cannot tell whether to bring it.
 * @mend 写明 condition，或把 necessity 改为 REQUIRED。
 * State its condition, or make its necessity REQUIRED.
 * @source GB/T 39554.2-2020
 */
export const rule: Rule = {
  code: 'CONDITIONAL_WITHOUT_CONDITION',
  severity: 'error',
  perFile: true,
  *find({ matters }) {
    for (const { file, value } of matters)
      for (const [index, { name, necessity, condition }] of value.requirements.entries()) {
        if (necessity !== 'CONDITIONAL' || condition) continue;
        yield {
          file,
          at: ['requirements', index, 'necessity'],
          message: {
            zh: `“${inBoth(name).zh}”为非必要材料，却没有情形。`,
            en: `"${inBoth(name).en}" is conditional and names no condition.`,
          },
          mend: { zh: '请写明 condition，或改为 REQUIRED。', en: 'State its condition, or make it REQUIRED.' },
        };
      }
  },
};
