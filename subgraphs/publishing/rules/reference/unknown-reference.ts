import type { Catalogue } from '../../catalogue.ts';
import { closest, mendWith, type Nameable } from '../../did-you-mean.ts';
import type { Rule } from '../../rule.ts';
import type { NodePath } from '../../source-file.ts';

/** Where each kind of thing is declared. */
const declaredIn: Readonly<Record<string, string>> = {
  region: 'subgraphs/catalogue/data/regions',
  role: 'subgraphs/catalogue/data/roles',
  'kind of person': 'subgraphs/catalogue/data/roles',
  feature: 'subgraphs/catalogue/data/refusal-reasons',
  remedy: 'subgraphs/catalogue/data/remedies',
  source: 'subgraphs/catalogue/data/document-types',
  'document type': 'subgraphs/catalogue/data/document-types',
  'code list': 'subgraphs/catalogue/data/data-elements',
  question: 'subgraphs/catalogue/data/questions',
  'question group': 'subgraphs/catalogue/data/questions',
  'data element': 'subgraphs/catalogue/data/data-elements',
  'equivalence group': 'subgraphs/catalogue/data/equivalences',
  'equivalence term': 'subgraphs/catalogue/data/equivalences',
  matter: 'subgraphs/departments/<code>/matters',
  'case unit': 'subgraphs/catalogue/data/case-rules',
  'case kind': 'subgraphs/catalogue/data/case-rules',
  'intake place': 'subgraphs/catalogue/data/intake-points',
};

/**
 * 引用的编码在任何地方都没有声明。
 * A code is used and declared nowhere.
 *
 * @why 指向不存在的材料、角色、数据元或事项，计划会让申请人去办一件没有人办的事。
 * A plan that names a document, role, field or matter nobody declared sends the citizen after something that does not exist.
 * @mend 改正编码，或先在所说的文件夹中声明。
 * Correct the code, or declare it in the folder named.
 * @source schema/catalogue: x-references
 */
export const rule: Rule = {
  code: 'UNKNOWN_REFERENCE',
  severity: 'error',
  perFile: true,
  *find(catalogue) {
    const { references, declared } = catalogue;
    for (const { what, code, file, path } of references) {
      if (declared.has(`${what}\n${code}`)) continue;
      yield {
        file,
        at: path,
        message: { zh: `“${code}”没有声明（${what}）。`, en: `There is no ${what} "${code}".` },
        mend: mendWith(meantBy(what, code, catalogue), {
          zh: `请改正编码，或在 ${declaredIn[what]} 中声明。`,
          en: `Correct the code, or declare it in ${declaredIn[what]}.`,
        }),
      };
    }
  },
};

/** What a code that is declared nowhere probably stands for: another of its kind, by code or by name. */
function meantBy(what: string, code: string, { declarations }: Catalogue): string | undefined {
  const alike = declarations.filter((each) => each.what === what);
  return closest(
    code,
    alike.map(({ key, file, path }) => nameable(key, file.value, path)),
  );
}

/** Where it is declared its name stands beside it. */
function nameable(code: string, value: unknown, path: NodePath): Nameable {
  const entry = path.slice(0, -1).reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>>)[key], value);
  const { name, title } = entry as { readonly name?: Nameable['name']; readonly title?: Nameable['name'] };
  const called = name ?? title;
  return { code, ...(called ? { name: called } : {}) };
}
