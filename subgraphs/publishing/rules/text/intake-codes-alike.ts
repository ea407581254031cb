import type { Rule } from '../../rule.ts';

/** What people take for one another when they type: the letter O and 0, I and L and 1; and hyphens are left out. */
const asTyped = (code: string): string => code.replaceAll('-', '').replaceAll('O', '0').replace(/[IL]/g, '1');

/**
 * 两个码只差连字符，或只差容易看错的字符（O 与 0，I、L 与 1）。
 * Two intake points have codes that differ in hyphens or in characters that are read as one another (O and 0; I, L and 1) alone.
 *
 * @why 手工输入的人会进入另一处的码，诉求被记到别的地点或部门。
 * Whoever types one comes in by the other, and what they say is taken to be about another place or department.
 * @mend 改动其中一个码，再行张贴。
 * Change one of the codes before it is put up.
 * @source schema/catalogue/intake-points.schema.json
 */
export const rule: Rule = {
  code: 'INTAKE_CODES_ALIKE',
  severity: 'error',
  *find({ intakePoints }) {
    const seen = new Map<string, string>();
    for (const { file, value } of intakePoints) {
      for (const [index, { code }] of value.points.entries()) {
        const before = seen.get(asTyped(code));
        // The same code twice is another finding.
        if (before !== undefined && before !== code) {
          yield {
            file,
            at: ['points', index, 'code'],
            message: { zh: `“${code}”与“${before}”容易混淆。`, en: `"${code}" is read as "${before}".` },
            mend: { zh: '请改动其中一个。', en: 'Change one of them.' },
          };
        }
        if (before === undefined) seen.set(asTyped(code), code);
      }
    }
  },
};
