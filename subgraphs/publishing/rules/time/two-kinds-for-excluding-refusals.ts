import type { Rule } from '../../rule.ts';

/**
 * 有两种诉求类型都标明在理由互相排斥时自动提起。
 * Two kinds of cases both say that they are opened where refusals exclude each other.
 *
 * @why 只会提起一种，另一种的时限和承办单位形同虚设。
 * Only one is opened, and the limits and the owner of the other are never used.
 * @mend 只保留其中一种的 forExcludingRefusals。
 * Leave forExcludingRefusals with one of them.
 * @source schema/catalogue/case-rules.schema.json
 */
export const rule: Rule = {
  code: 'TWO_KINDS_FOR_EXCLUDING_REFUSALS',
  severity: 'error',
  *find({ caseRules }) {
    const said = caseRules.flatMap(({ file, value }) =>
      value.caseKinds.flatMap(({ code, forExcludingRefusals }, index) =>
        forExcludingRefusals === true ? [{ file, code, index }] : [],
      ),
    );
    const [first, ...others] = said;
    for (const { file, code, index } of others)
      yield {
        file,
        at: ['caseKinds', index, 'forExcludingRefusals'],
        message: {
          zh: `“${first?.code}”与“${code}”都标明在理由互相排斥时自动提起。`,
          en: `Both "${first?.code}" and "${code}" say that they are opened where refusals exclude each other.`,
        },
        mend: { zh: '请只保留其中一种。', en: 'Leave it with one of them.' },
      };
  },
};
