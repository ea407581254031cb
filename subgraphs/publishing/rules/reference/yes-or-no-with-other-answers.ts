import type { Rule } from '../../rule.ts';

/**
 * 是非题写了“是”“否”以外的选项，或只写了其中之一。
 * A question of yes or no has other options than these two, or one of them alone.
 *
 * @why 申请人无法作答，或作答后没有一个条件成立。
 * Citizens cannot answer it, or no condition holds of what they answer.
 * @mend 是非题的选项编码为 "true" 和 "false"；其他选项改用 CHOICE。
 * The options of a yes or no are "true" and "false"; with others its kind is CHOICE.
 * @source schema/catalogue/questions.schema.json
 */
export const rule: Rule = {
  code: 'YES_OR_NO_WITH_OTHER_ANSWERS',
  severity: 'error',
  *find({ questions }) {
    for (const { file, value } of questions)
      for (const [index, { kind, options, text }] of value.questions.entries()) {
        const codes = (options ?? []).map(({ code }) => code);
        if (kind !== 'BOOLEAN' || !options || [...codes].sort().join() === 'false,true') continue;
        yield {
          file,
          at: ['questions', index, 'options'],
          message: {
            zh: `“${text.zh}”的选项与其类型不符。`,
            en: `"${text.en}" has options that do not go with its kind.`,
          },
          mend: { zh: '请改正选项，或改为 CHOICE。', en: 'Correct the options, or make it a CHOICE.' },
        };
      }
  },
};
