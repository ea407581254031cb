import { inBoth } from '../../../language/text.ts';
import type { Rule } from '../../rule.ts';

/**
 * 免提交的来源不提供本行的任何材料。
 * A row is exempt by a source that serves none of its documents.
 *
 * @why 写明了来源，其他来源就不再代替这行材料；写错的来源又拿不到它，申请人反而要自己提交。
 * Once a source is named no other meets the row, and this one cannot: the citizen is asked for what used to be shared.
 * @mend 改为证照类型 sources 中的来源；收原件的材料没有来源可以代替。
 * Name a source of the document's type. What is taken away no source can meet.
 * @source subgraphs/planning/PLANNING.md: Exemption
 */
export const rule: Rule = {
  code: 'EXEMPT_BY_WHAT_SERVES_NOTHING',
  severity: 'error',
  perFile: true,
  *find({ matters, documentTypes }) {
    const sourcesOf = new Map(
      documentTypes.flatMap(({ value }) =>
        (value.documentTypes ?? []).map(({ code, sources = [] }) => [code, sources] as const),
      ),
    );
    for (const { file, value } of matters)
      for (const [index, { name, exemptions = [], uses, options }] of value.requirements.entries()) {
        const all = uses ?? (options ?? []).flatMap((option) => option.uses);
        const serving = new Set(
          all.filter(({ use }) => use !== 'HAND_IN').flatMap(({ type }) => sourcesOf.get(type) ?? []),
        );
        for (const [at, { sources = [] }] of exemptions.entries())
          for (const [position, source] of sources.entries()) {
            if (serving.has(source)) continue;
            yield {
              file,
              at: ['requirements', index, 'exemptions', at, 'sources', position],
              message: {
                zh: `来源“${source}”不提供“${inBoth(name).zh}”的任何材料。`,
                en: `The source "${source}" serves no document of "${inBoth(name).en}".`,
              },
              mend: { zh: '请改为该证照类型的来源。', en: 'Name a source of the document type.' },
            };
          }
      }
  },
};
