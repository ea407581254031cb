import type { Rule } from '../../rule.ts';

/**
 * 事项编码的前六位不是它所属地区的。
 * The first six digits of a matter's code are another region's.
 *
 * @why 按编码归属的系统会把它当作别的地区的事项。
 * Systems that read the region from the code take it for another region's matter.
 * @mend 改正编码或 region。
 * Correct the code or the region.
 * @source GB/T 39554.1-2020
 */
export const rule: Rule = {
  code: 'CODE_OF_ANOTHER_REGION',
  severity: 'warning',
  perFile: true,

  *find({ matters }) {
    for (const { file, value } of matters) {
      if (!/^[0-9]{6}/.test(value.code) || value.code.startsWith(value.region.slice(0, 6))) continue;
      yield {
        file,
        at: ['code'],
        message: {
          zh: `“${value.code}”不是 ${value.region} 的编码。`,
          en: `"${value.code}" is no code of ${value.region}.`,
        },
        mend: { zh: '请改正编码或 region。', en: 'Correct the code or the region.' },
      };
    }
  },
};
