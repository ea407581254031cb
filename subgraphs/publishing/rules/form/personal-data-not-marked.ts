import type { Rule } from '../../rule.ts';

/**
 * 身份号码、手机号码一类的数据元没有标为个人信息（sensitive）。
 * A data element that is an identity number or a mobile number is not marked as personal (sensitive).
 *
 * @why 这些值会在回执和日志中原样出现。
 * Such values would be shown as they are where others may read them.
 * @mend 写明 sensitive: true。
 * State sensitive: true.
 * @source GB/T 35273-2020; 《中华人民共和国个人信息保护法》
 */
export const rule: Rule = {
  code: 'PERSONAL_DATA_NOT_MARKED',
  severity: 'warning',
  *find({ dataElements }) {
    for (const { file, value } of dataElements)
      for (const [index, { title, schema, sensitive }] of value.dataElements.entries()) {
        if (sensitive || !isPersonal(schema)) continue;
        yield {
          file,
          at: ['dataElements', index],
          message: { zh: `“${title.zh}”没有标为个人信息。`, en: `"${title.en}" is not marked as personal.` },
          mend: { zh: '请写明 sensitive: true。', en: 'State sensitive: true.' },
        };
      }
  },
};

/** A number that nobody is meant to have but one person: known by its format, or by taking a mobile number and nothing that is too short for one. */
function isPersonal({ format, pattern }: Readonly<Record<string, unknown>>): boolean {
  if (format === 'resident-identity-number') return true;
  if (typeof pattern !== 'string') return false;
  const takes = (value: string): boolean => new RegExp(pattern, 'u').test(value);
  return takes('13812345678') && !takes('1381234') && !takes('98765432101');
}
