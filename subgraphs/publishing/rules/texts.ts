import type { Finding } from '../finding.ts';
import type { CatalogueFiles, Entry } from '../read.ts';
import type { NodePath } from '../source-file.ts';

const han = /\p{Script=Han}/u;

/** Values that stand in each other's place: the English text under `zh`, a name where a code belongs. */
export function findSwappedFields(files: CatalogueFiles): ReadonlyArray<Finding> {
  const entries: ReadonlyArray<Entry<unknown>> = [
    ...files.regions,
    ...files.roles,
    ...files.documentTypes,
    ...files.questions,
    ...files.dataElements,
    ...files.lifeEvents,
    ...files.matters,
  ];
  return [
    ...entries.flatMap(({ file, value }) =>
      swappedTexts(value, []).map((path) =>
        file.finding(
          'SWAPPED_FIELDS',
          path,
          { zh: 'zh 与 en 的文字互换了。', en: 'The texts of zh and en stand in each other’s place.' },
          { zh: '请对调。', en: 'Exchange them.' },
        ),
      ),
    ),
    ...files.matters.flatMap(({ file, value }) =>
      value.requirements.flatMap((row, index) =>
        notName.test(row.name)
          ? [
              file.finding(
                'SWAPPED_FIELDS',
                ['requirements', index, 'name'],
                {
                  zh: `材料名称“${row.name}”是纸张规格、来源渠道或编码，不是名称。`,
                  en: `The name "${row.name}" is a paper size, a source or a code, not a name.`,
                },
                { zh: '请填写材料名称。', en: 'State the name of the document.' },
              ),
            ]
          : [],
      ),
    ),
  ];
}

/** What portals were seen to print as a document's name when two columns were exchanged. */
const notName = /^(A[345]|申请人自备|政府部门核发|其他|原件|复印件|电子|纸质|必要|非必要|[A-Z0-9-]+)$/;

function swappedTexts(value: unknown, path: NodePath): ReadonlyArray<NodePath> {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => swappedTexts(item, [...path, index]));
  const { zh, en } = value as { readonly zh?: unknown; readonly en?: unknown };
  if (typeof zh === 'string' && typeof en === 'string') return !han.test(zh) && han.test(en) ? [path] : [];
  return Object.entries(value).flatMap(([key, member]) => swappedTexts(member, [...path, key]));
}
