import type { QuestionFact } from '../../../language/facts.ts';
import type { DataElement } from '../../catalogue.ts';
import type { Rule } from '../../rule.ts';
import { answersOffered } from '../../situations.ts';

/**
 * 问题所述的事实用了该问题没有的选项，或该字段没有的值。
 * What a question says of a field names an option that the question does not have, or a value that the field cannot have.
 *
 * @why 这样的回答从不与表单核对，或者使表单无法填写。
 * Such an answer is never held against the form, or leaves no value to fill in.
 * @mend 改用该问题的选项编码、该字段的取值。
 * Use the codes of the question's options and values of the field.
 * @source subgraphs/planning/PLANNING.md: One form
 */
export const rule: Rule = {
  code: 'FACT_OF_OTHER_VALUES',
  severity: 'error',
  *find({ questions, questionOf, elementOf }) {
    for (const { file, value } of questions)
      for (const [index, { code, facts = [] }] of value.questions.entries())
        for (const [place, fact] of facts.entries()) {
          const offered = answersOffered(questionOf.get(code))?.map(String) ?? [];
          const wrong = [...optionsOf(fact).filter((each) => !offered.includes(each)), ...foreign(fact, elementOf)];
          if (wrong.length === 0) continue;
          const named = wrong.join(', ');
          yield {
            file,
            at: ['questions', index, 'facts', place],
            message: {
              zh: `问题“${code}”或字段“${fact.element}”没有：${named}。`,
              en: `Neither the question "${code}" nor the field "${fact.element}" has: ${named}.`,
            },
            mend: {
              zh: '请改用该问题的选项编码、该字段的取值。',
              en: "Use codes of the question's options and values of the field.",
            },
          };
        }
  },
};

const optionsOf = ({ values, alike, elapsed, between, answers = {} }: QuestionFact): ReadonlyArray<string> => [
  ...Object.keys({ ...values, ...alike, ...elapsed, ...between }),
  ...Object.values(answers).map(String),
];

/** Values that a field which lists its own does not list. */
function foreign(
  { element, values = {}, answers = {} }: QuestionFact,
  elementOf: ReadonlyMap<string, DataElement>,
): string[] {
  const listed = elementOf.get(element)?.schema.enum;
  if (!Array.isArray(listed)) return [];
  return [...Object.values(values).flat(), ...Object.keys(answers)]
    .filter((each) => !listed.includes(each))
    .map(String);
}
