import type { Rule } from '../../rule.ts';
import type { DocumentTypesFile } from '../../shapes.ts';

/**
 * 一种材料的名称或别名是另一种材料的名称或别名。
 * A document type has the name of another, or another name that is the other's.
 *
 * @why 按名称归并时，一份材料会被当作另一份。
 * What is found by its name is taken for the other document.
 * @mend 删去其中一处，或把两种合并为一种。
 * Take it out at one of them, or make them one type.
 * @source GB/T 39554.2-2020
 */
export const rule: Rule = {
  code: 'NAME_OF_ANOTHER_TYPE',
  severity: 'error',

  *find({ documentTypes }) {
    const types = documentTypes.flatMap(({ value }) => value.documentTypes ?? []);
    const owners = new Map<string, DocumentType>();
    for (const type of types) if (!owners.has(type.name.zh)) owners.set(type.name.zh, type);
    for (const { file, value } of documentTypes)
      for (const [index, type] of (value.documentTypes ?? []).entries())
        for (const each of [type.name.zh, ...type.aliases]) {
          const owner = owners.get(each) ?? type;
          owners.set(each, owner);
          // A short name, such as the last word of both, is nobody's own.
          if (owner === type || isShortFor(each, owner) || isShortFor(each, type)) continue;
          yield {
            file,
            at: ['documentTypes', index],
            message: {
              zh: `“${each}”已是 ${owner.code} 的名称。`,
              en: `"${each}" is a name of ${owner.code} already.`,
            },
            mend: { zh: '请删去一处，或合并。', en: 'Take it out at one of them, or make them one.' },
          };
        }
  },
};

type DocumentType = NonNullable<DocumentTypesFile['documentTypes']>[number];

const isShortFor = (text: string, { name }: DocumentType): boolean => name.zh !== text && name.zh.includes(text);
