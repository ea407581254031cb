import type { Rule } from '../../rule.ts';

/**
 * 法律依据已经废止，或条款写得不像条款。
 * A legal basis is said to be repealed, or its article is none.
 *
 * @why 按废止的规定要材料于法无据；条款写错，申请人无从核对。
 * What was repealed is no basis; and of a wrong article nobody can look up what it says.
 * @mend 改为现行规定；条款写作“第十五条”。
 * Name what is in force; write the article with its number in full.
 * @source 《中华人民共和国立法法》
 */
export const rule: Rule = {
  code: 'BASIS_NOT_IN_FORCE',
  severity: 'warning',
  perFile: true,

  *find({ matters }) {
    for (const { file, value } of matters)
      for (const [index, { title, article }] of (value.legalBases ?? []).entries()) {
        const isGone = /废止|失效|repealed/i.test(title);
        if (!isGone && (article === undefined || /第.+[条章节款项]/.test(article))) continue;
        yield {
          file,
          at: ['legalBases', index],
          message: isGone
            ? { zh: `“${title}”已不再有效。`, en: `"${title}" is no longer in force.` }
            : { zh: `“${article}”不是条款。`, en: `"${article}" is no article.` },
          mend: { zh: '请改为现行规定的条款。', en: 'Name an article that is in force.' },
        };
      }
  },
};
