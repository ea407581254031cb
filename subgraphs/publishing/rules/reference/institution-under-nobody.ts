import type { Rule } from '../../rule.ts';

/**
 * 机构的主管部门不在部门名录中，或者机构颁发的不是一次性证照、核销的也不是。
 * An institution is under a department that there is not, or takes in what is never used up.
 *
 * @why 没有主管部门的机构无人督促；不会用掉的证照核销后仍可再用，等于没有核销。
 * Nobody looks after an institution that is under nobody; what is never used up can be used again after it was taken in.
 * @mend 改正部门编码；在材料中写明 consumable，或从 redeems 中去掉。
 * Correct the code of the department; say consumable of the document type, or take it out of redeems.
 * @source schema/catalogue/institutions.schema.json
 */
export const rule: Rule = {
  code: 'INSTITUTION_UNDER_NOBODY',
  severity: 'error',
  *find({ institutions, departments, documentTypes }) {
    const known = new Set(departments.map(({ code }) => code));
    const types = documentTypes.flatMap(({ value }) => value.documentTypes ?? []);
    for (const { file, value } of institutions)
      for (const [index, { department, redeems = [] }] of value.institutions.entries()) {
        if (!known.has(department))
          yield {
            file,
            at: ['institutions', index, 'department'],
            message: { zh: `没有部门“${department}”。`, en: `There is no department "${department}".` },
            mend: { zh: '请改正编码。', en: 'Correct the code.' },
          };
        for (const [place, code] of redeems.entries()) {
          const type = types.find((each) => each.code === code);
          if (!type || type.consumable) continue;
          yield {
            file,
            at: ['institutions', index, 'redeems', place],
            message: { zh: `“${code}”不是一次性证照。`, en: `"${code}" is never used up.` },
            mend: {
              zh: '请在材料中写明 consumable，或去掉。',
              en: 'Say consumable of the document type, or take it out.',
            },
          };
        }
      }
  },
};
