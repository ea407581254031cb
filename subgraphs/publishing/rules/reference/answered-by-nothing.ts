import type { Rule } from '../../rule.ts';
import { answersOffered } from '../../situations.ts';

/**
 * 问题说可由某份来源材料回答，而没有部门提供该材料，或对应到该问题没有的答案。
 * A question is said to be answered by a document that no department provides, or with an answer that it does not have.
 *
 * @why 申请人被告知可以代为查询，却什么也查不到，仍要自己回答。
 * The citizen is told that somebody can be asked in their place, and has to answer all the same.
 * @mend 改用有提供部门的材料、该问题的答案。
 * Use a document that has a source with a provider, and answers of the question.
 * @source subgraphs/planning/PLANNING.md: Situation
 */
export const rule: Rule = {
  code: 'ANSWERED_BY_NOTHING',
  severity: 'error',
  *find({ questions, questionOf, documentTypes }) {
    const all = documentTypes.map(({ value }) => value);
    const provided = new Set(
      all.flatMap(({ sources = [] }) => sources.filter(({ provider }) => provider).map(({ code }) => code)),
    );
    const known = new Set(
      all.flatMap(({ documentTypes: types = [] }) =>
        types.filter(({ sources = [] }) => sources.some((each) => provided.has(each))).map(({ code }) => code),
      ),
    );
    for (const { file, value } of questions)
      for (const [index, { code, knownBy = [] }] of value.questions.entries()) {
        const offered = answersOffered(questionOf.get(code));
        for (const [place, { documentType, answers = {} }] of knownBy.entries()) {
          const wrong = Object.values(answers).filter((each) => offered && !offered.includes(each));
          const named = known.has(documentType) ? wrong.join(', ') : documentType;
          if (named === '') continue;
          yield {
            file,
            at: ['questions', index, 'knownBy', place],
            message: {
              zh: `问题“${code}”无法这样得到答案：${named}。`,
              en: `The question "${code}" gets no answer by ${named}.`,
            },
            mend: {
              zh: '请改用有提供部门的材料、该问题的答案。',
              en: 'Use a document that has a source with a provider, and answers of the question.',
            },
          };
        }
      }
  },
};
