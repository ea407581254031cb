import type { Finding } from '../finding.ts';
import type { CatalogueFiles } from '../read.ts';

type Matter = CatalogueFiles['matters'][number];

/**
 * 四级四同: a matter that province, city and county offer under one catalogue code has one name, one type and one legal basis (国务院
 * 办公厅, 政务服务事项基本目录). Codes that a region splits into several matters are left alone: their names differ by design.
 */
export function findLevelsThatDiffer(files: CatalogueFiles): ReadonlyArray<Finding> {
  const byCatalogCode = new Map<string, Matter[]>();
  for (const matter of files.matters) {
    const same = byCatalogCode.get(matter.value.catalogCode);
    if (same) same.push(matter);
    else byCatalogCode.set(matter.value.catalogCode, [matter]);
  }
  return [...byCatalogCode.values()].flatMap((matters) => {
    const regions = new Set(matters.map(({ value }) => value.region));
    const [first, ...others] = matters;
    if (!first || others.length === 0 || regions.size !== matters.length) return [];
    return others.flatMap((other) =>
      differences(first, other).map(([what, path]) =>
        other.file.finding(
          'LEVELS_DIFFER',
          [path],
          {
            zh: `目录编码 ${other.value.catalogCode} 的${what.zh}与 ${first.file.path} 不同（四级四同）。`,
            en: `The ${what.en} under catalogue code ${other.value.catalogCode} differs from that in ${first.file.path}.`,
          },
          {
            zh: '请统一名称、类型和设定依据，或改用另一编码。',
            en: 'Make name, type and legal basis one, or use a code of its own.',
          },
          'WARNING',
        ),
      ),
    );
  });
}

function differences(a: Matter, b: Matter): ReadonlyArray<readonly [{ zh: string; en: string }, string]> {
  const laws = ({ value }: Matter): string =>
    (value.legalBases ?? [])
      .map(({ title }) => title)
      .sort()
      .join('、');
  return [
    ...(a.value.title.zh === b.value.title.zh ? [] : [[{ zh: '名称', en: 'name' }, 'title'] as const]),
    ...(a.value.type === b.value.type ? [] : [[{ zh: '类型', en: 'type' }, 'type'] as const]),
    ...(laws(a) === laws(b) ? [] : [[{ zh: '设定依据', en: 'legal basis' }, 'legalBases'] as const]),
  ];
}
