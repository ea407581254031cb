import type { Rule } from '../../rule.ts';
import { answersOffered } from '../../situations.ts';

/**
 * 情形条件要求的答案，该问题并不提供。
 * A condition asks for an answer that its question does not offer.
 *
 * @why 没有申请人能给出这个答案，条件永远不成立。
 * No citizen can give that answer, so the condition never holds.
 * @mend 改用该问题的选项编码；是非题用 true 或 false。
 * Use the code of one of the question's options; true or false where it is answered with yes or no.
 * @source subgraphs/planning/PLANNING.md: Situation
 */
export const rule: Rule = {
  code: 'UNKNOWN_OPTION',
  severity: 'error',
  perFile: true,
  *find({ comparisons, questionOf }) {
    for (const { comparison, file, path } of comparisons) {
      const offered = answersOffered(questionOf.get(comparison.question));
      if (!offered) continue;
      const wanted = 'equals' in comparison ? [comparison.equals] : 'in' in comparison ? comparison.in : [];
      for (const value of wanted.filter((each) => !offered.includes(each)))
        yield {
          file,
          at: path,
          message: {
            zh: `问题“${comparison.question}”没有选项“${String(value)}”。`,
            en: `The question "${comparison.question}" has no option "${String(value)}".`,
          },
          mend: { zh: `请改用 ${offered.join('、')}。`, en: `Use one of ${offered.join(', ')}.` },
        };
    }
  },
};
