import { inBoth } from '../../../language/text.ts';
import type { Rule } from '../../rule.ts';

/**
 * 标为可容缺后补的材料没有补交期限和后果。
 * A document that may follow later states neither by when nor what happens if it does not.
 *
 * @why 申请人不知道何时补交，部门也无从催办。
 * The citizen does not learn the day, and the department has nothing to remind of.
 * @mend 写明 deferral：工作日数和逾期后果。
 * State its deferral: the working days allowed and what follows on missing them.
 * @source subgraphs/planning/PLANNING.md: Commitment and deferral
 */
export const rule: Rule = {
  code: 'DEFERRABLE_WITHOUT_DEFERRAL',
  severity: 'error',
  perFile: true,
  *find({ matters }) {
    for (const { file, value } of matters)
      for (const [index, { name, necessity, deferral }] of value.requirements.entries()) {
        if (necessity !== 'DEFERRABLE' || deferral) continue;
        yield {
          file,
          at: ['requirements', index, 'necessity'],
          message: {
            zh: `“${inBoth(name).zh}”可容缺后补，却没有期限。`,
            en: `"${inBoth(name).en}" may follow later and names no day.`,
          },
          mend: { zh: '请写明 deferral。', en: 'State its deferral.' },
        };
      }
  },
};
