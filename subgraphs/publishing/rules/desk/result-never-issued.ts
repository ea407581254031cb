import { documentKey } from '../../documents.ts';
import type { Rule } from '../../rule.ts';

/**
 * 事项由规则自动办结，却有一个结果没有任何规则出具。
 * A matter is decided by its desk's rule, and one of its results is issued by none.
 *
 * @why 办结之后申请人等不到这个结果，需要它的事项也永远等下去。
 * The filing is done and the result never comes: whoever needs it waits for ever.
 * @mend 在 automatic 的 issues 中出具它，或从 results 中删去。
 * Issue it in automatic, or take it out of results.
 * @source INTEGRATORS.md
 */
export const rule: Rule = {
  code: 'RESULT_NEVER_ISSUED',
  severity: 'error',
  perFile: true,
  *find({ matters }) {
    for (const { file, value } of matters) {
      if (!value.automatic) continue;
      const issued = new Set(value.automatic.issues.map(documentKey));
      for (const [index, result] of value.results.entries()) {
        if (issued.has(documentKey(result))) continue;
        const { type, spec } = result;
        const called = spec === undefined ? type : `${type} (${spec})`;
        yield {
          file,
          at: ['results', index],
          message: { zh: `没有规则出具“${called}”。`, en: `No rule issues "${called}".` },
          mend: {
            zh: '请在 issues 中出具，或从 results 中删去。',
            en: 'Issue it in automatic, or take it out of results.',
          },
        };
      }
    }
  },
};
