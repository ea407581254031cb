import { type Condition, evaluate } from '../../../language/conditions.ts';
import type { Rule } from '../../rule.ts';
import { situationsOf, someDay } from '../../situations.ts';

/**
 * 一件事中的事项，没有任何情形符合其受理条件。
 * Of a matter of an event, no situation that needs it meets its conditions of acceptance.
 *
 * @why 受理条件互相矛盾，或与该事项的情形矛盾时，所有申请人都被拒绝。
 * Conditions that contradict each other, or the situation in which the matter is needed, refuse everybody.
 * @mend 修改 acceptance 中的 condition，或该成员的 condition。
 * Mend the conditions in acceptance, or the member's own.
 * @source subgraphs/planning/PLANNING.md: Entitlement
 */
export const rule: Rule = {
  code: 'NOBODY_ENTITLED',
  severity: 'error',
  perFile: true,
  *find({ lifeEvents, matterOf, questionOf }) {
    for (const { file, value } of lifeEvents)
      for (const [index, { matter, condition }] of value.members.entries()) {
        const accepted = (matterOf.get(matter)?.value.acceptance ?? []).map((each) => each.condition);
        if (accepted.length === 0) continue;
        const all = [condition, ...accepted];
        const situations = situationsOf(all, questionOf);
        const meets = (wanted: ReadonlyArray<Condition | undefined>): boolean =>
          situations?.some((answers) =>
            wanted.every((each) => evaluate(each, { answers, questions: questionOf, today: someDay }) === 'TRUE'),
          ) ?? true;
        if (meets(all) || !meets([condition])) continue;
        yield {
          file,
          at: ['members', index, 'matter'],
          message: {
            zh: `没有任何情形符合“${matter}”的受理条件。`,
            en: `No situation meets the conditions of acceptance of "${matter}".`,
          },
          mend: {
            zh: '请修改该事项 acceptance 中的 condition，或此成员的 condition。',
            en: "Mend the conditions in the matter's acceptance, or this member's own.",
          },
        };
      }
  },
};
