import { evaluate } from '../../../language/conditions.ts';
import { groupBy } from '../../../language/group-by.ts';
import type { Rule } from '../../rule.ts';
import { describeSituation, situationsOf, someDay } from '../../situations.ts';

/**
 * 互斥组在某种情形下没有成员适用，或有多个适用。
 * Of an exclusive group, none or several matters hold in some situation.
 *
 * @why 互斥组中恰有一个事项要办：没有则漏办，多个则申请人重复办理。
 * Exactly one matter of a group is done: with none something is left out, with several it is done twice.
 * @mend 修改各成员的 condition，使每种情形恰有一个成立。
 * Mend the members' conditions so that one of them holds in each situation.
 * @source subgraphs/planning/PLANNING.md: Situation
 */
export const rule: Rule = {
  code: 'NOT_EXACTLY_ONE',
  severity: 'warning',
  perFile: true,
  *find({ lifeEvents, questionOf }) {
    for (const { file, value } of lifeEvents) {
      const choiceOf = new Map((value.groups ?? []).map(({ code, choose }) => [code, choose]));
      const groups = groupBy([...value.members.entries()], ([, { exclusiveGroup }]) => exclusiveGroup);
      for (const [group, members] of groups) {
        if (group === undefined || (choiceOf.get(group) ?? 'EXACTLY_ONE') !== 'EXACTLY_ONE') continue;
        const conditions = members.map(([, { condition }]) => condition);
        const held = (answers: ReadonlyMap<string, boolean | string | number>): number =>
          conditions.filter(
            (condition) => evaluate(condition, { answers, questions: questionOf, today: someDay }) === 'TRUE',
          ).length;
        const loose = situationsOf(conditions, questionOf)?.find((answers) => held(answers) !== 1);
        if (!loose) continue;
        const situation = describeSituation(loose);
        yield {
          file,
          at: ['members', (members[0] as (typeof members)[number])[0], 'exclusiveGroup'],
          message: {
            zh: `“${group}”组应恰有一个事项适用，此情形下有 ${held(loose)} 个：${situation}。`,
            en: `Exactly one matter of the group "${group}" should hold, and ${held(loose)} do where ${situation}.`,
          },
          mend: { zh: '请修改各成员的 condition。', en: "Mend the members' conditions." },
        };
      }
    }
  },
};
