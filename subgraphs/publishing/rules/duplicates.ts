import type { Finding } from '../finding.ts';
import type { CatalogueFiles, Entry } from '../read.ts';
import type { NodePath, SourceFile } from '../source-file.ts';

interface Declared {
  readonly key: string;
  readonly file: SourceFile;
  readonly path: NodePath;
}

/** A code stands for one thing: declared twice, half of the references would mean the other. */
export function findDuplicates(files: CatalogueFiles): ReadonlyArray<Finding> {
  const listed = <T>(
    entries: ReadonlyArray<Entry<T>>,
    member: string,
    items: (value: T) => ReadonlyArray<{ readonly code: string }>,
  ): ReadonlyArray<Declared> =>
    entries.flatMap(({ file, value }) =>
      items(value).map(({ code }, index) => ({ key: code, file, path: [member, index, 'code'] })),
    );
  return [
    ...twice(
      'region',
      listed(files.regions, 'regions', (value) => value.regions),
    ),
    ...twice(
      'role',
      listed(files.roles, 'roles', (value) => value.roles),
    ),
    ...twice(
      'source',
      listed(files.documentTypes, 'sources', (value) => value.sources ?? []),
    ),
    ...twice(
      'document type',
      listed(files.documentTypes, 'documentTypes', (value) => value.documentTypes ?? []),
    ),
    ...twice(
      'question',
      listed(files.questions, 'questions', (value) => value.questions),
    ),
    ...twice(
      'data element',
      listed(files.dataElements, 'dataElements', (value) => value.dataElements),
    ),
    ...twice(
      'matter',
      files.matters.map(({ file, value }) => ({ key: value.code, file, path: ['code'] })),
    ),
    ...twice(
      'life event',
      files.lifeEvents.map(({ file, value }) => ({ key: `${value.code} ${value.region}`, file, path: ['code'] })),
    ),
    ...files.matters.flatMap(({ file, value }) =>
      twice(
        'requirement',
        value.requirements.map((row, index) => ({ key: row.code, file, path: ['requirements', index, 'code'] })),
      ),
    ),
    ...files.matters.flatMap(({ file, value }) =>
      twice(
        'form field',
        value.formFields.map((field, index) => ({
          key: `${field.element} ${field.subject}`,
          file,
          path: ['formFields', index],
        })),
      ),
    ),
    ...files.lifeEvents.flatMap(({ file, value }) =>
      twice(
        'member',
        value.members.map((member, index) => ({ key: member.matter, file, path: ['members', index, 'matter'] })),
      ),
    ),
  ];
}

function twice(what: string, declared: ReadonlyArray<Declared>): ReadonlyArray<Finding> {
  const first = new Map<string, Declared>();
  return declared.flatMap((each) => {
    const earlier = first.get(each.key);
    if (!earlier) {
      first.set(each.key, each);
      return [];
    }
    return [
      each.file.finding(
        'DECLARED_TWICE',
        each.path,
        {
          zh: `“${each.key}”已在 ${earlier.file.path} 中声明（${what}）。`,
          en: `The ${what} "${each.key}" is already declared in ${earlier.file.path}.`,
        },
        { zh: '请删去一处，或改用不同编码。', en: 'Remove one of them, or give it a code of its own.' },
      ),
    ];
  });
}
