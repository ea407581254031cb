import { documentKey } from '../../documents.ts';
import type { Rule } from '../../rule.ts';

/**
 * 自动办结规则签发的证件不在该事项的结果中。
 * A matter's automatic rule issues a document that is not among the matter's results.
 *
 * @why 计划不知道会有这份证件：别的事项会向申请人索要它，而它签发后也没有人接收。
 * No plan knows of it: other matters ask the citizen for it, and nobody receives what is issued.
 * @mend 在 results 中列出，或改正规则中的类型、当事人或规格。
 * List it in results, or correct type, party or spec in the rule.
 * @source subgraphs/planning/PLANNING.md: Produced in the event
 */
export const rule: Rule = {
  code: 'ISSUES_WHAT_IT_DOES_NOT_RESULT_IN',
  severity: 'error',
  perFile: true,
  *find({ matters }) {
    for (const { file, value } of matters) {
      const results = new Set(value.results.map(documentKey));
      for (const [index, issue] of (value.automatic?.issues ?? []).entries()) {
        if (results.has(documentKey(issue))) continue;
        yield {
          file,
          at: ['automatic', 'issues', index],
          message: {
            zh: `自动办结规则签发的“${issue.type}”不在 results 中。`,
            en: `The automatic rule issues "${issue.type}", which is not among the results.`,
          },
          mend: { zh: '请在 results 中列出，或改正规则。', en: 'List it in results, or correct the rule.' },
        };
      }
    }
  },
};
