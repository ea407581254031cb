import type { FactRule } from '../../../language/facts.ts';
import type { DataElement } from '../../catalogue.ts';
import type { Rule } from '../../rule.ts';

/**
 * 字段之间的规则用了字段没有的值，或把不是日期、身份号码的字段当作日期、身份号码。
 * A rule between fields names a value that its field does not offer, or takes for a date or an identity number what is none.
 *
 * @why 规则从不成立，或把每个申请人的填写都判为矛盾。
 * It never holds, or finds a contradiction in what every citizen fills in.
 * @mend 改用字段列出的值，或改用日期、身份号码字段。
 * Use values that the field lists, or a field that is a date or an identity number.
 * @source subgraphs/planning/PLANNING.md: One form
 */
export const rule: Rule = {
  code: 'RULE_OF_ANOTHER_KIND',
  severity: 'error',
  *find({ dataElements, elementOf }) {
    for (const { file, value } of dataElements)
      for (const [index, each] of (value.rules ?? []).entries()) {
        const fault = faultOf(each, elementOf);
        if (!fault) continue;
        const [element, key] = fault;
        yield {
          file,
          at: ['rules', index, key],
          message: { zh: `字段“${element}”不适用于此规则。`, en: `The field "${element}" does not fit this rule.` },
          mend: {
            zh: '请改用字段列出的值，或改用合适的字段。',
            en: 'Use values that the field lists, or a field that fits.',
          },
        };
      }
  },
};

/** The element that does not fit, and where it is named. */
function faultOf(
  { element, where, in: allowed, notBefore, notAfterToday, part, sameAs }: FactRule,
  elementOf: ReadonlyMap<string, DataElement>,
): readonly [string, string] | undefined {
  const schemaOf = (code: string) => elementOf.get(code)?.schema ?? {};
  const offers = (code: string, values: ReadonlyArray<unknown>): boolean => {
    const listed = schemaOf(code).enum;
    return !Array.isArray(listed) || values.every((each) => listed.includes(each));
  };
  const isDate = (code: string): boolean => schemaOf(code).format === 'date';
  if (part !== undefined && schemaOf(element).format !== 'resident-identity-number') return [element, 'element'];
  if (part === 'birth-date' && sameAs !== undefined && !isDate(sameAs)) return [sameAs, 'sameAs'];
  if ((notAfterToday || notBefore !== undefined) && !isDate(element)) return [element, 'element'];
  if (notBefore !== undefined && !isDate(notBefore)) return [notBefore, 'notBefore'];
  if (where && !offers(where.element, where.in)) return [where.element, 'where'];
  if (allowed && part === undefined && !offers(element, allowed)) return [element, 'in'];
  return undefined;
}
