import type { Rule } from '../../rule.ts';

/**
 * 问题没有问号。
 * A question has no question mark.
 *
 * @why 读起来像一句陈述：申请人不知道要回答什么。
 * It reads as a statement, and citizens do not know what to answer.
 * @mend 写成问句。
 * Word it as a question.
 * @source GB/T 15834-2011
 */
export const rule: Rule = {
  code: 'QUESTION_WITHOUT_MARK',
  severity: 'warning',

  *find({ questions }) {
    for (const { file, value } of questions)
      for (const [index, { text }] of value.questions.entries()) {
        if (/[？?]/.test(text.zh) && text.en.includes('?')) continue;
        yield {
          file,
          at: ['questions', index, 'text'],
          message: { zh: `“${text.zh}”没有问号。`, en: `"${text.en}" has no question mark.` },
          mend: { zh: '请写成问句。', en: 'Word it as a question.' },
        };
      }
  },
};
