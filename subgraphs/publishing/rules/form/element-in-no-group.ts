import type { Rule } from '../../rule.ts';

/**
 * 数据元没有归入任何一组，在表单中没有位置。
 * A data element stands in no group: it has no place in the form's order.
 *
 * @why 它排在每个人的最后，没有分组标题，与其余内容脱节。
 * It comes last for everybody, under no heading, away from what it belongs to.
 * @mend 在 groups 中把它写入一组，放在申请人会找它的地方。
 * Name it in one of the groups, where a citizen would look for it.
 * @source subgraphs/catalogue/data/data-elements/groups.yaml
 */
export const rule: Rule = {
  code: 'ELEMENT_IN_NO_GROUP',
  severity: 'warning',
  whole: true,
  *find({ dataElements }) {
    const groups = dataElements.flatMap(({ value }) => value.groups ?? []);
    // A catalogue without groups orders its forms by code.
    if (groups.length === 0) return;
    const placed = new Set(groups.flatMap(({ elements }) => elements));
    for (const { file, value } of dataElements)
      for (const [index, { code, title }] of value.dataElements.entries()) {
        if (placed.has(code)) continue;
        yield {
          file,
          at: ['dataElements', index],
          message: {
            zh: `“${title.zh}”（${code}）没有归入任何一组。`,
            en: `"${title.en}" (${code}) stands in no group.`,
          },
          mend: { zh: '请写入 groups 中的一组。', en: 'Name it in one of the groups.' },
        };
      }
  },
};
