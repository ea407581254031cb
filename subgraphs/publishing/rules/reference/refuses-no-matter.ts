import type { Rule } from '../../rule.ts';

/**
 * 不予办理理由所列的基本编码，没有任何事项使用。
 * A reason for refusal names a code of the basic directory that no matter has.
 *
 * @why 工作人员选不到这项理由，与它互相排斥的理由也就无法被发现。
 * Staff cannot choose the reason, so nobody sees which other reason excludes it.
 * @mend 改正基本编码，或删去这一项。
 * Correct the code, or take it away.
 * @source schema/catalogue/refusal-reasons.schema.json
 */
export const rule: Rule = {
  code: 'REFUSES_NO_MATTER',
  severity: 'error',
  // A matter that could not be read may have the code.
  whole: true,
  *find({ refusalReasons, matters }) {
    const known = new Set(matters.map(({ value }) => value.catalogCode));
    for (const { file, value } of refusalReasons)
      for (const [index, { catalogCodes }] of value.refusalReasons.entries())
        for (const [place, code] of catalogCodes.entries()) {
          if (known.has(code)) continue;
          yield {
            file,
            at: ['refusalReasons', index, 'catalogCodes', place],
            message: {
              zh: `没有基本编码为“${code}”的事项。`,
              en: `No matter has the code "${code}" in the basic directory.`,
            },
            mend: { zh: '请改正基本编码，或删去这一项。', en: 'Correct the code, or take it away.' },
          };
        }
  },
};
