import type { Localized } from '../../subgraphs/language/text.ts';

/** How to mend an error of composition, where there is more to say than the composer does. */
export function mendOfComposition(code: string): Localized {
  return mends[code] ?? anyMend;
}

const anyMend: Localized = {
  zh: '请按该组合错误码的说明修改所指子图。',
  en: 'Mend the subgraph named, as the composition rule of this code says.',
};
const mends: Readonly<Record<string, Localized>> = {
  INTERFACE_FIELD_NO_IMPLEM: {
    zh: '登记表有此部门而图中没有它的子图：请加入其子图，或删去登记行。',
    en: 'The registry has a row whose department has no subgraph: add the department, or remove the row.',
  },
  INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE: {
    zh: '该部门不在登记表中：请在 schema/subgraphs.yaml 增加一行。',
    en: 'The department has no row in the registry: add one to schema/subgraphs.yaml.',
  },
  INVALID_FIELD_SHARING: {
    zh: '同一字段由两个子图回答：一个字段只能有一个所有者。',
    en: 'Two subgraphs answer one field: give it one owner.',
  },
};
