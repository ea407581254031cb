import { own } from '../../../language/own.ts';
import type { DataElement } from '../../catalogue.ts';
import type { Fault, Rule } from '../../rule.ts';

/**
 * 数据元列出的取值没有显示的文字，或没有英文。
 * A value that a data element lists has no label, or none in English.
 *
 * @why 表单上的选项只显示取值本身：使用英文的申请人看到中文，看到的也可能是编码。
 * The form shows the bare value: in Chinese to who reads English, and perhaps a code to everybody.
 * @mend 在 labels 中为每个取值写中英文；取值来自国家标准的改用 codeList。
 * Give every value its text in both languages under labels; take a codeList where a standard lists the values.
 * @source JSON Schema 2020-12: oneOf, const, title; INTEGRATORS.md
 */
export const rule: Rule = {
  code: 'CHOICE_WITHOUT_LABEL',
  severity: 'warning',
  perFile: true,
  *find({ dataElements, matters, elementOf }) {
    for (const { file, value } of dataElements)
      for (const [index, element] of value.dataElements.entries()) {
        const bare = unlabelled(element, element.schema);
        if (bare.length > 0) yield { file, at: ['dataElements', index], ...said(element, bare) };
      }
    for (const { file, value } of matters)
      for (const [index, { element: code, schema = {} }] of value.formFields.entries()) {
        const element = elementOf.get(code);
        // What the element lists too was said of it.
        if (!element || Array.isArray(element.schema.enum)) continue;
        const bare = unlabelled(element, schema);
        if (bare.length > 0) yield { file, at: ['formFields', index], ...said(element, bare) };
      }
  },
};

function said({ title }: DataElement, bare: ReadonlyArray<string>): Pick<Fault, 'message' | 'mend'> {
  return {
    message: {
      zh: `“${title.zh}”的取值没有显示的文字：${bare.join('、')}。`,
      en: `"${title.en}" has values without a label: ${bare.join(', ')}.`,
    },
    mend: { zh: '请在 labels 中写明中英文。', en: 'Write them under labels, in both languages.' },
  };
}

/** Numbers and yes or no are read alike in every language. */
function unlabelled(
  { labels, codeList }: DataElement,
  schema: Readonly<Record<string, unknown>>,
): ReadonlyArray<string> {
  const values = codeList === undefined && Array.isArray(schema.enum) ? schema.enum : [];
  return values.filter((value): value is string => typeof value === 'string' && own(labels, value) === undefined);
}
