import { questionsOf } from '../../../language/conditions.ts';
import { closest, mendWith } from '../../did-you-mean.ts';
import type { Rule } from '../../rule.ts';

/**
 * 情形条件引用了没有声明的问题。
 * A condition names a question that is declared nowhere.
 *
 * @why 没有人会被问到，所以条件永远不能确定，材料或事项永远不出现。
 * Nobody is ever asked it, so the condition is never decided and what hangs on it never appears.
 * @mend 改正编码，或在 subgraphs/catalogue/data/questions 中声明该问题。
 * Correct the code, or declare the question in subgraphs/catalogue/data/questions.
 * @source subgraphs/planning/PLANNING.md: Situation
 */
export const rule: Rule = {
  code: 'UNKNOWN_QUESTION',
  severity: 'error',
  perFile: true,
  *find({ comparisons, questionOf }) {
    const known = [...questionOf.values()].map(({ code, text }) => ({ code, name: text }));
    for (const { comparison, file, path } of comparisons)
      for (const code of questionsOf(comparison)) {
        if (questionOf.has(code)) continue;
        yield {
          file,
          at: path,
          message: { zh: `没有问题“${code}”。`, en: `There is no question "${code}".` },
          mend: mendWith(closest(code, known), {
            zh: '请改正编码，或在 data/questions 中声明。',
            en: 'Correct the code, or declare it in data/questions.',
          }),
        };
      }
  },
};
