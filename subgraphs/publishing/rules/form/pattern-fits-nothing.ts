import { type FieldSchema, schemaFaults } from '../../form-fields.ts';
import { patternShape } from '../../pattern-shape.ts';
import type { Rule } from '../../rule.ts';

/**
 * 字段的正则表达式与其长度、格式或选项不能同时满足：如要求九位而最长八位，或没有一个有效的身份号码能通过。
 * A field's pattern and its lengths, format or choices exclude each other: nine digits where eight is the most, or no valid identity number meets it.
 *
 * @why 申请人怎么填都不对，含有该字段的申请表无法提交。
 * Whatever the citizen fills in is wrong, and a form that holds the field cannot be submitted.
 * @mend 用一个真实的值试一试，改正 pattern、长度或 format。
 * Try it with a real value, and correct the pattern, the lengths or the format.
 * @source JSON Schema 2020-12; ECMA-262; GB 11643-1999
 */
export const rule: Rule = {
  code: 'PATTERN_FITS_NOTHING',
  severity: 'error',
  perFile: true,
  *find(catalogue) {
    for (const { file, at, fault } of schemaFaults(catalogue, complaintOf))
      yield {
        file,
        at: [...at, 'pattern'],
        message: { zh: `没有值能满足此正则表达式：${fault.zh}。`, en: `No value meets this pattern: ${fault.en}.` },
        mend: { zh: '请用一个真实的值试一试再改正。', en: 'Try it with a real value, and correct it.' },
      };
  },
};

/** Values of each format, as valid as any. */
const examples: Readonly<Record<string, ReadonlyArray<string>>> = {
  date: ['2026-02-28', '1999-12-31'],
  time: ['08:30:00Z', '08:30:00+08:00'],
  'resident-identity-number': ['11010519491231002X', '440524188001010014'],
  'unified-credit-code': ['91350100M000100Y43', '11100000000013338W'],
};

function complaintOf({ pattern, format, minLength, maxLength, enum: choices }: FieldSchema) {
  if (typeof pattern !== 'string') return undefined;
  const matches = (value: unknown): boolean => typeof value === 'string' && new RegExp(pattern, 'u').test(value);
  const valid = typeof format === 'string' ? examples[format] : undefined;
  if (valid && !valid.some(matches)) return { zh: `如 ${valid[0]}`, en: `not even ${valid[0]}` };
  if (Array.isArray(choices) && choices.length > 0 && !choices.some(matches))
    return { zh: '选项都不符合', en: 'none of its choices does' };
  const { least, most, isWhole } = patternShape(pattern);
  const isLonger = isWhole && typeof minLength === 'number' && minLength > most;
  if (isLonger || (typeof maxLength === 'number' && maxLength < least))
    return { zh: `它要 ${least} 至 ${most} 个字符`, en: `it takes ${least} to ${most} characters` };
  return undefined;
}
