import { comparisonsOf, questionsOf } from '../../../language/conditions.ts';
import type { Rule } from '../../rule.ts';

/**
 * 政策的条件问到一个没有人知道的情形。
 * The condition of a policy asks about something that nobody is said to know.
 *
 * @why 情形只取自知道的一方，从不问申请人：条件永远不确定，政策不会提供给任何人。
 * Facts are told by who knows them, never by the citizen: the condition is never decided, and nobody is ever offered it.
 * @mend 在 facts 中写明谁知道，或从条件中去掉。
 * Say in facts who knows it, or take it out of the condition.
 * @source schema/catalogue/policies.schema.json
 */
export const rule: Rule = {
  code: 'POLICY_FACT_UNTOLD',
  severity: 'error',
  *find({ policies }) {
    for (const { file, value } of policies)
      for (const [index, { condition, facts }] of value.policies.entries()) {
        const told = new Set(facts.map(({ question }) => question));
        const asked = new Set(comparisonsOf(condition).flatMap(questionsOf));
        for (const question of asked) {
          if (told.has(question)) continue;
          yield {
            file,
            at: ['policies', index, 'condition'],
            message: { zh: `没有写明谁知道“${question}”。`, en: `Nobody is said to know "${question}".` },
            mend: { zh: '请在 facts 中写明。', en: 'Say it in facts.' },
          };
        }
      }
  },
};
