import { evaluate } from '../../../language/conditions.ts';
import type { Rule } from '../../rule.ts';
import { situationsOf, someDay } from '../../situations.ts';

/**
 * 没有任何情形需要一件事中的某个事项：其 condition 从不成立。
 * No situation needs a member of an event: its condition never holds.
 *
 * @why 这一事项永远不会出现在办理清单中，需要它的人办不到。
 * The matter never comes up in anybody's plan, and who needs it does not get it.
 * @mend 改正成员的 condition，或删去该成员。
 * Correct the member's condition, or take the member out.
 * @source subgraphs/planning/PLANNING.md: Members
 */
export const rule: Rule = {
  code: 'MEMBER_NEVER_NEEDED',
  severity: 'warning',
  perFile: true,
  *find({ lifeEvents, questionOf }) {
    for (const { file, value } of lifeEvents)
      for (const [index, { matter, condition }] of value.members.entries()) {
        if (!condition) continue;
        const situations = situationsOf([condition], questionOf);
        const holds = situations?.some(
          (answers) => evaluate(condition, { answers, questions: questionOf, today: someDay }) === 'TRUE',
        );
        if (holds !== false) continue;
        yield {
          file,
          at: ['members', index, 'condition'],
          message: { zh: `没有任何情形需要“${matter}”。`, en: `No situation needs "${matter}".` },
          mend: { zh: '请改正 condition。', en: 'Correct its condition.' },
        };
      }
  },
};
