import { comparisonsOf, evaluate, questionsOf } from '../../../language/conditions.ts';
import type { Rule } from '../../rule.ts';
import { describeSituation, situationsOf, someDay } from '../../situations.ts';

/**
 * 某种情形下，受理条件所问的问题都不会提出，该条件因此不成立。
 * In some situation none of the questions of a condition of acceptance is asked, and so it does not hold.
 *
 * @why 申请人没有被问到任何事，就被告知不符合条件。
 * The citizen is refused for something that nobody asked about.
 * @mend 让该问题在这种情形下提出，或在条件中排除这种情形。
 * Let the question be asked there, or except the situation in the condition.
 * @source subgraphs/planning/PLANNING.md: Entitlement
 */
export const rule: Rule = {
  code: 'REFUSED_UNASKED',
  severity: 'error',
  *find({ lifeEvents, matterOf, questionOf }) {
    for (const { value } of lifeEvents)
      for (const member of value.members) {
        const matter = matterOf.get(member.matter);
        for (const [index, { code, condition }] of (matter?.value.acceptance ?? []).entries()) {
          const asked = new Set(comparisonsOf(condition).flatMap(questionsOf));
          const unasked = situationsOf([member.condition, condition], questionOf)?.find((answers) => {
            const facts = { answers, questions: questionOf, today: someDay };
            return (
              evaluate(member.condition, facts) === 'TRUE' &&
              evaluate(condition, facts) === 'FALSE' &&
              ![...asked].some((question) => answers.has(question))
            );
          });
          if (!matter || !unasked) continue;
          const situation = describeSituation(unasked);
          yield {
            file: matter.file,
            at: ['acceptance', index, 'condition'],
            message: {
              zh: `受理条件“${code}”在此情形下无人被问到，却不成立：${situation}。`,
              en: `Nobody is asked about the condition "${code}", and it does not hold, where ${situation}.`,
            },
            mend: {
              zh: '请让该问题在这种情形下提出，或在条件中排除这种情形。',
              en: 'Let the question be asked there, or except the situation in the condition.',
            },
          };
        }
      }
  },
};
