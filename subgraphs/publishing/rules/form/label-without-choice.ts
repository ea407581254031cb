import type { Fault, Rule } from '../../rule.ts';

/**
 * 数据元给它没有的取值写了显示文字，或同一字段写在表单的两组中。
 * A data element has words for a value that it does not offer, or stands in two groups of the form.
 *
 * @why 多半是选项漏写了或改了名：申请人选不到它；或者同一格在表单中不知排在哪里。
 * Mostly the value was left out or renamed, and citizens cannot choose it; or nobody knows where in the form the field stands.
 * @mend 在 enum 中补上该取值，或删去 labels、groups 中多余的一处。
 * Offer the value in enum, or take the surplus entry out of labels or groups.
 * @source subgraphs/catalogue/data/data-elements
 */
export const rule: Rule = {
  code: 'LABEL_WITHOUT_CHOICE',
  severity: 'warning',
  *find({ dataElements }) {
    const placed = new Set<string>();
    for (const { file, value } of dataElements) {
      for (const [index, { labels = {}, schema }] of value.dataElements.entries()) {
        const offered: ReadonlyArray<unknown> = Array.isArray(schema.enum) ? schema.enum : [];
        const surplus = Object.keys(labels).find(
          (label) => Array.isArray(schema.enum) && !offered.map(String).includes(label),
        );
        if (surplus !== undefined) yield said(file, ['dataElements', index, 'labels'], surplus);
      }
      for (const [index, { elements }] of (value.groups ?? []).entries())
        for (const [at, element] of elements.entries()) {
          if (placed.has(element)) yield said(file, ['groups', index, 'elements', at], element);
          placed.add(element);
        }
    }
  },
};

function said(file: Fault['file'], at: Fault['at'], surplus: string): Fault {
  return {
    file,
    at,
    message: {
      zh: `“${surplus}”多余，或取值中漏写了它。`,
      en: `"${surplus}" is one too many, or is missing among the values.`,
    },
    mend: { zh: '请补上取值，或删去此处。', en: 'Offer the value, or take this out.' },
  };
}
