import { comparisonsOf, type Question, questionsOf } from '../../../language/conditions.ts';
import type { Rule } from '../../rule.ts';

/**
 * 一个问题是否提出，最终取决于它自己的答案。
 * Whether a question is asked depends, in the end, on its own answer.
 *
 * @why 循环中的问题没有一个能先问，依赖它们的事项永远不能确定。
 * None of the questions in the circle can be asked first, and what hangs on them is never decided.
 * @mend 删去循环中的一个前提。
 * Remove one of the conditions in the circle.
 * @source subgraphs/planning/PLANNING.md: Situation
 */
export const rule: Rule = {
  code: 'QUESTIONS_WAIT_FOR_EACH_OTHER',
  severity: 'error',
  *find({ questions, questionOf }) {
    for (const { file, value } of questions)
      for (const [index, { code }] of value.questions.entries()) {
        if (!waitsForItself(code, questionOf)) continue;
        yield {
          file,
          at: ['questions', index, 'condition'],
          message: {
            zh: `问题“${code}”的前提最终取决于它自己。`,
            en: `Whether "${code}" is asked depends, in the end, on itself.`,
          },
          mend: { zh: '请删去循环中的一个前提。', en: 'Remove one of the conditions in the circle.' },
        };
      }
  },
};

function waitsForItself(code: string, questionOf: ReadonlyMap<string, Question>): boolean {
  const before = (each: string): ReadonlyArray<string> =>
    comparisonsOf(questionOf.get(each)?.condition).flatMap(questionsOf);
  const reached = new Set(before(code));
  // A set goes on to what is added while it is walked.
  for (const each of reached) for (const earlier of before(each)) reached.add(earlier);
  return reached.has(code);
}
