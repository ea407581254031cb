import type { Rule } from '../../rule.ts';

/**
 * 一行等效关系的两端是同一样东西。
 * Something is said to stand in for itself.
 *
 * @why 查到的“替代品”就是正在问的那一样，查的人得不到任何东西。
 * Whoever asks what stands in is told of what they asked about, and has nothing.
 * @mend 把 to 改为真正的替代品，或删除这一行。
 * Let "to" be what stands in, or take the row away.
 * @source schema/catalogue/equivalences.schema.json
 */
export const rule: Rule = {
  code: 'EQUIVALENT_TO_ITSELF',
  severity: 'error',
  *find({ equivalences }) {
    for (const { file, value } of equivalences)
      for (const [index, { from, to }] of value.equivalences.entries())
        if (from === to)
          yield {
            file,
            at: ['equivalences', index, 'to'],
            message: { zh: `“${from}”以自身替代。`, en: `"${from}" stands in for itself.` },
            mend: { zh: '请写另一样，或删除这一行。', en: 'Name another, or take the row away.' },
          };
  },
};
