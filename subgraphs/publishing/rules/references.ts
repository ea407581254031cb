import type { Finding } from '../finding.ts';
import type { CatalogueFiles } from '../read.ts';
import type { RequirementInFile, UseInFile } from '../shapes.ts';
import type { NodePath, SourceFile } from '../source-file.ts';

/** A code that is used and declared nowhere. */
export function findUnknownReferences(files: CatalogueFiles): ReadonlyArray<Finding> {
  const codes = <T>(
    list: ReadonlyArray<T>,
    items: (value: T) => ReadonlyArray<{ readonly code: string }>,
  ): ReadonlySet<string> => new Set(list.flatMap((each) => items(each).map(({ code }) => code)));
  const regions = codes(files.regions, (entry) => entry.value.regions);
  const roles = codes(files.roles, (entry) => entry.value.roles);
  const sources = codes(files.documentTypes, (entry) => entry.value.sources ?? []);
  const types = codes(files.documentTypes, (entry) => entry.value.documentTypes ?? []);
  const elements = codes(files.dataElements, (entry) => entry.value.dataElements);
  const matters = new Set(files.matters.map((entry) => entry.value.code));

  const known = {
    region: { codes: regions, file: 'subgraphs/catalogue/data/regions' },
    role: { codes: roles, file: 'subgraphs/catalogue/data/roles' },
    source: { codes: sources, file: 'subgraphs/catalogue/data/document-types' },
    'document type': { codes: types, file: 'subgraphs/catalogue/data/document-types' },
    'data element': { codes: elements, file: 'subgraphs/catalogue/data/data-elements' },
    matter: { codes: matters, file: 'subgraphs/departments/<code>/matters' },
  };
  const check = (what: keyof typeof known, code: string, file: SourceFile, path: NodePath): ReadonlyArray<Finding> =>
    known[what].codes.has(code)
      ? []
      : [
          file.finding(
            'UNKNOWN_REFERENCE',
            path,
            { zh: `“${code}”没有声明（${what}）。`, en: `There is no ${what} "${code}".` },
            {
              zh: `请改正编码，或在 ${known[what].file} 中声明。`,
              en: `Correct the code, or declare it in ${known[what].file}.`,
            },
          ),
        ];
  const use = (value: UseInFile, file: SourceFile, path: NodePath): ReadonlyArray<Finding> => [
    ...check('document type', value.type, file, [...path, 'type']),
    ...check('role', value.subject, file, [...path, 'subject']),
  ];
  const row = (value: RequirementInFile, file: SourceFile, path: NodePath): ReadonlyArray<Finding> => [
    ...(value.uses ?? []).flatMap((each, index) => use(each, file, [...path, 'uses', index])),
    ...(value.options ?? []).flatMap((option, at) =>
      option.uses.flatMap((each, index) => use(each, file, [...path, 'options', at, 'uses', index])),
    ),
  ];
  return [
    ...files.regions.flatMap(({ file, value }) =>
      value.regions.flatMap(({ parent }, index) =>
        parent === null ? [] : check('region', parent, file, ['regions', index, 'parent']),
      ),
    ),
    ...files.roles.flatMap(({ file, value }) =>
      value.roles.flatMap(({ members }, index) =>
        (members ?? []).flatMap((role) => check('role', role, file, ['roles', index, 'members'])),
      ),
    ),
    ...files.questions.flatMap(({ file, value }) =>
      value.questions.flatMap(({ options }, index) =>
        (options ?? []).flatMap((option, at) =>
          Object.entries(option.binds ?? {})
            .flatMap(([role, bound]) => [role, ...bound])
            .flatMap((role) => check('role', role, file, ['questions', index, 'options', at, 'binds'])),
        ),
      ),
    ),
    ...files.documentTypes.flatMap(({ file, value }) =>
      (value.documentTypes ?? []).flatMap((type, index) => [
        ...(type.sources ?? []).flatMap((code) => check('source', code, file, ['documentTypes', index, 'sources'])),
        ...(type.tells ?? []).flatMap((code) => check('data element', code, file, ['documentTypes', index, 'tells'])),
        ...(type.prevailsOver ?? []).flatMap((code) =>
          check('document type', code, file, ['documentTypes', index, 'prevailsOver']),
        ),
      ]),
    ),
    ...files.lifeEvents.flatMap(({ file, value }) => [
      ...check('region', value.region, file, ['region']),
      ...Object.entries(value.bindings ?? {})
        .flatMap(([role, bound]) => [role, ...bound])
        .flatMap((role) => check('role', role, file, ['bindings'])),
      ...value.members.flatMap((member, index) => [
        ...check('matter', member.matter, file, ['members', index, 'matter']),
        ...(member.repeatedFor === undefined
          ? []
          : check('role', member.repeatedFor, file, ['members', index, 'repeatedFor'])),
      ]),
    ]),
    ...files.matters.flatMap(({ file, value }) => [
      ...check('region', value.region, file, ['region']),
      ...value.requirements.flatMap((each, index) => row(each, file, ['requirements', index])),
      ...value.results.flatMap((result, index) => [
        ...check('document type', result.type, file, ['results', index, 'type']),
        ...check('role', result.subject, file, ['results', index, 'subject']),
      ]),
      ...value.formFields.flatMap((field, index) => [
        ...check('data element', field.element, file, ['formFields', index, 'element']),
        ...check('role', field.subject, file, ['formFields', index, 'subject']),
      ]),
      ...(value.automatic?.issues ?? []).flatMap((issue, index) =>
        value.results.some(
          (result) =>
            result.type === issue.type &&
            result.subject === issue.subject &&
            (result.spec ?? null) === (issue.spec ?? null),
        )
          ? []
          : [
              file.finding(
                'ISSUES_WHAT_IT_DOES_NOT_RESULT_IN',
                ['automatic', 'issues', index],
                {
                  zh: `自动办结规则签发的“${issue.type}”不在 results 中。`,
                  en: `The automatic rule issues "${issue.type}", which is not among the results.`,
                },
                { zh: '请在 results 中列出，或改正规则。', en: 'List it in results, or correct the rule.' },
              ),
            ],
      ),
    ]),
  ];
}
