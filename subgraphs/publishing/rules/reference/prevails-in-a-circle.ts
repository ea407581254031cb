import type { Rule } from '../../rule.ts';

/**
 * 材料类型优先于自己，或两种材料互相优先。
 * A document type prevails over itself, or two of them over each other.
 *
 * @why 两份材料写的不一致时，无法知道以哪一份为准。
 * Where two documents tell a field differently, nobody knows which one holds.
 * @mend 删去一处 prevailsOver。
 * Remove prevailsOver at one of them.
 * @source subgraphs/planning/PLANNING.md: One form
 */
export const rule: Rule = {
  code: 'PREVAILS_IN_A_CIRCLE',
  severity: 'error',
  *find({ documentTypes }) {
    const types = documentTypes.flatMap(({ value }) => value.documentTypes ?? []);
    const over = new Map(types.map(({ code, prevailsOver = [] }) => [code, prevailsOver]));
    for (const { file, value } of documentTypes)
      for (const [index, { code, name }] of (value.documentTypes ?? []).entries()) {
        const reached = new Set(over.get(code));
        for (const each of reached) for (const further of over.get(each) ?? []) reached.add(further);
        if (!reached.has(code)) continue;
        yield {
          file,
          at: ['documentTypes', index, 'prevailsOver'],
          message: { zh: `“${name.zh}”最终优先于自己。`, en: `"${name.en}" prevails over itself in the end.` },
          mend: { zh: '请删去一处 prevailsOver。', en: 'Remove prevailsOver at one of them.' },
        };
      }
  },
};
