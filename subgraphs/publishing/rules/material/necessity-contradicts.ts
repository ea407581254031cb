import type { Rule } from '../../rule.ts';

/**
 * 写明必要的材料又有情形，或又可以容缺后补。
 * A row that is said to be required has a condition, or may follow later.
 *
 * @why 申请人无法知道到底要不要、什么时候要。
 * Citizens cannot tell whether it is needed, or when.
 * @mend 改为 CONDITIONAL 或 DEFERRABLE，或删去情形、容缺。
 * Make it CONDITIONAL or DEFERRABLE, or take the condition or the deferral out.
 * @source GB/T 39554.2-2020
 */
export const rule: Rule = {
  code: 'NECESSITY_CONTRADICTS',
  severity: 'warning',
  perFile: true,

  *find({ matters }) {
    for (const { file, value } of matters)
      for (const [index, { necessity, condition, deferral }] of value.requirements.entries()) {
        if (necessity !== 'REQUIRED' || !(condition || deferral)) continue;
        yield {
          file,
          at: ['requirements', index, 'necessity'],
          message: {
            zh: '写明必要，却有情形或容缺。',
            en: 'It is said to be required, and has a condition or a deferral.',
          },
          mend: { zh: '请改正 necessity。', en: 'Correct its necessity.' },
        };
      }
  },
};
