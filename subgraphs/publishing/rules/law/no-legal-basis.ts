import type { Rule } from '../../rule.ts';

/**
 * 事项没有法律依据。
 * A matter names no legal basis.
 *
 * @why 没有依据的事项不得办理，申请人也无从核对所要的材料。
 * What has no basis may not be asked of anybody, and citizens cannot look up why a document is wanted.
 * @mend 在 legalBases 中写明法律、法规及条款。
 * Name the law and its article in legalBases.
 * @source 国务院《关于加快推进政务服务标准化规范化便利化的指导意见》
 */
export const rule: Rule = {
  code: 'NO_LEGAL_BASIS',
  severity: 'warning',
  perFile: true,

  *find({ matters }) {
    for (const { file, value } of matters) {
      if (value.legalBases?.length) continue;
      yield {
        file,
        at: value.legalBases ? ['legalBases'] : ['code'],
        message: { zh: `“${value.title.zh}”没有法律依据。`, en: `"${value.title.en}" names no legal basis.` },
        mend: { zh: '请在 legalBases 中写明。', en: 'Name it in legalBases.' },
      };
    }
  },
};
