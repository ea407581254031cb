import type { Catalogue } from '../../catalogue.ts';
import type { Rule } from '../../rule.ts';
import type { MatterFile } from '../../shapes.ts';

/**
 * 自动出具的号码无法生成：与之相同（sameAs）的那一份没有在前面出具、生成号码的字段可以留空，或号码不合材料的格式。
 * A number that a desk issues by its rule cannot be made: what it is the same as is not issued before it, a field that it is made of may be left
 * empty, or it is not written as its document's numbers are.
 *
 * @why 申请办到最后一步时出错，结果永远出不来。
 * The filing fails at its last step, and the result is never issued.
 * @mend 让 sameAs 写前面已出具的同一材料的 spec；所用字段设为必填；身份号码用 residentIdentityNumber。
 * Let sameAs name the spec of the same document issued above; require the fields; issue identity numbers by residentIdentityNumber.
 * @source GB 11643-1999; INTEGRATORS.md
 */
export const rule: Rule = {
  code: 'NUMBER_CANNOT_BE_ISSUED',
  severity: 'error',
  perFile: true,
  *find(catalogue) {
    for (const { file, value } of catalogue.matters)
      for (const [index, issue] of (value.automatic?.issues ?? []).entries()) {
        const fault = faultOf(issue, index, value, catalogue);
        if (!fault) continue;
        yield {
          file,
          at: ['automatic', 'issues', index, 'number'],
          message: fault,
          mend: { zh: '请改正 number 或所用的字段。', en: 'Correct the number, or the fields that it is made of.' },
        };
      }
  },
};

type Issues = NonNullable<MatterFile['automatic']>['issues'];

function faultOf(
  { type, subject, number }: Issues[number],
  index: number,
  { automatic, formFields }: MatterFile,
  { documentTypes }: Catalogue,
) {
  if ('sameAs' in number) {
    const earlier = (automatic?.issues ?? []).slice(0, index);
    const isThere = earlier.some(
      (each) => each.type === type && each.subject === subject && each.spec === number.sameAs,
    );
    if (isThere) return undefined;
    return { zh: `前面没有出具“${number.sameAs}”。`, en: `Nothing is issued as "${number.sameAs}" before it.` };
  }
  if ('residentIdentityNumber' in number) {
    const { birthDate, sex } = number.residentIdentityNumber;
    const mayBeEmpty = [birthDate, sex].find((element) =>
      formFields.some((field) => field.element === element && field.subject === subject && !field.required),
    );
    return mayBeEmpty === undefined
      ? undefined
      : { zh: `字段“${mayBeEmpty}”可以留空。`, en: `The field "${mayBeEmpty}" may be left empty.` };
  }
  const types = documentTypes.flatMap(({ value }) => value.documentTypes ?? []);
  const format = types.find(({ code }) => code === type)?.numberFormat;
  if (format === undefined) return undefined;
  return { zh: `“${type}”的号码应为 ${format}。`, en: `Numbers of "${type}" are written as ${format}.` };
}
