import type { Rule } from '../../rule.ts';

/**
 * 事项自己的要求比数据元宽：更长、更大，或更多的选项。
 * A matter's own constraint is laxer than the data element's: longer, larger, or with more choices.
 *
 * @why 数据元处处含义相同；放宽之后，别的部门收不下这个值，申请人会被退回。
 * A data element is the same everywhere: another department does not take the value, and sends the citizen back.
 * @mend 只写更严的要求；确有需要的，改数据元本身。
 * State stricter constraints alone; where it is needed, change the data element.
 * @source schema/catalogue/matter.schema.json: formFields
 */
export const rule: Rule = {
  code: 'FIELD_LAXER_THAN_ELEMENT',
  severity: 'warning',
  perFile: true,
  *find({ matters, elementOf }) {
    for (const { file, value } of matters)
      for (const [index, { element, schema = {} }] of value.formFields.entries()) {
        const whole = elementOf.get(element)?.schema ?? {};
        const laxer = Object.keys(schema).find((keyword) => isLaxer(keyword, schema[keyword], whole[keyword]));
        if (laxer === undefined) continue;
        yield {
          file,
          at: ['formFields', index, 'schema', laxer],
          message: { zh: `${laxer} 比数据元宽。`, en: `${laxer} is laxer than the data element's.` },
          mend: { zh: '请写更严的要求，或改数据元。', en: 'State a stricter one, or change the data element.' },
        };
      }
  },
};

function isLaxer(keyword: string, own: unknown, whole: unknown): boolean {
  if (Array.isArray(own) && Array.isArray(whole)) return own.some((each) => !whole.includes(each));
  if (typeof own !== 'number' || typeof whole !== 'number') return false;
  return keyword.startsWith('max') ? own > whole : keyword.startsWith('min') && own < whole;
}
