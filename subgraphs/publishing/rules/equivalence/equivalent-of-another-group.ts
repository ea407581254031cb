import type { Rule } from '../../rule.ts';

/**
 * 等效关系的两端不属于同一类别。
 * Something stands in for what is of another class.
 *
 * @why 替代目录只以同类相代：照着换另一类的药会伤人。
 * Only what is of one class stands in for another: a drug of another class does harm.
 * @mend 改正编码，或改正其中之一的 group。
 * Correct the code, or the group of one of both.
 * @source schema/catalogue/equivalences.schema.json
 */
export const rule: Rule = {
  code: 'EQUIVALENT_OF_ANOTHER_GROUP',
  severity: 'error',
  *find({ equivalences }) {
    const terms = equivalences.flatMap(({ value }) => value.terms ?? []);
    const groupOf = new Map(terms.map(({ code, group }) => [code, group]));
    for (const { file, value } of equivalences)
      for (const [index, { from, to }] of value.equivalences.entries()) {
        const [one, other] = [groupOf.get(from), groupOf.get(to)];
        if (one === other) continue;
        yield {
          file,
          at: ['equivalences', index, 'to'],
          message: {
            zh: `“${from}”属于“${one}”，“${to}”属于“${other}”。`,
            en: `"${from}" is of "${one}", "${to}" of "${other}".`,
          },
          mend: { zh: '请写同类的一样。', en: 'Name one of the same class.' },
        };
      }
  },
};
