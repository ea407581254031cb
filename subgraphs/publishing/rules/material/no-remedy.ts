import { remediesOf } from '../../link/remedies.ts';
import type { Rule } from '../../rule.ts';

/**
 * 事项没有任何救济渠道。
 * A matter has no remedy at all.
 *
 * @why 被拒绝的人不知道可以向谁、在多长时间内提出异议。
 * Who is refused does not learn to whom, and until when, they may turn.
 * @mend 在救济渠道文件中为该类事项或该部门写明；确实没有的，在事项中写明 remedies: []。
 * State one for the kind of matter or the department in the remedies; where there is none indeed, say remedies: [] in the matter.
 * @source 中华人民共和国行政复议法；中华人民共和国行政诉讼法
 */
export const rule: Rule = {
  code: 'NO_REMEDY',
  severity: 'warning',
  whole: true,
  perFile: true,
  *find(catalogue) {
    for (const { file, value, department } of catalogue.matters) {
      if (value.remedies?.length === 0 || remediesOf(value, department, catalogue).length > 0) continue;
      yield {
        file,
        at: ['type'],
        message: {
          zh: `“${value.title.zh}”没有救济渠道。`,
          en: `"${value.title.en}" has no remedy.`,
        },
        mend: {
          zh: '请为该类事项或该部门写明救济渠道。',
          en: 'State a remedy for the kind of matter or the department.',
        },
      };
    }
  },
};
