import { questionsOf } from '../../../language/conditions.ts';
import { type Catalogue, isSound } from '../../catalogue.ts';
import { keptOf } from '../../kept.ts';
import type { Rule } from '../../rule.ts';
import type { Marks } from '../../schemas.ts';

/**
 * 声明了而没有任何地方用到的材料类型、来源、问题或数据元。
 * A document type, a source, a question or a data element is declared and used nowhere.
 *
 * @why 多半是引用处写错了编码，或漏了整行；留着会让人误以为已经在用。
 * Mostly the code is misspelt where it was to be used, or a row is missing; left there, people believe that it is in use.
 * @mend 在应当用到的地方引用它，或删去。
 * Refer to it where it was meant, or take it out.
 * @source MAINTAINERS.md
 */
export const rule: Rule = {
  code: 'USED_BY_NOBODY',
  severity: 'warning',
  whole: true,
  *find(catalogue) {
    const used = usedIn(catalogue);
    for (const { what, key, file, path } of catalogue.declarations) {
      if (!looked.has(what) || used.has(`${what}\n${key}`)) continue;
      yield {
        file,
        at: path.slice(0, -1),
        message: { zh: `没有任何地方用到“${key}”。`, en: `Nothing uses the ${what} "${key}".` },
        mend: { zh: '请引用它，或删去。', en: 'Refer to it, or take it out.' },
      };
    }
  },
};

const looked: ReadonlySet<string> = new Set(['document type', 'source', 'question', 'data element']);
/** Where a thing is named without being used: that it is something else, or where it stands in a form. */
const namedOnly = /distinctFrom|elements/;

function usedIn({ files, questions }: Catalogue): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { marks } of files.filter(isSound)) for (const each of usedBy(marks)) used.add(each);
  // A question that says who somebody is decides without being named.
  for (const { code, options = [] } of questions.flatMap(({ value }) => value.questions))
    if (options.some(({ binds, makes }) => binds ?? makes)) used.add(`question\n${code}`);
  return used;
}

/** By one file, each once. */
const usedBy = keptOf(({ references, comparisons }: Marks): ReadonlySet<string> => {
  const named = references.filter(
    ({ what, path }) => looked.has(what) && !path.some((key) => typeof key === 'string' && namedOnly.test(key)),
  );
  return new Set([
    ...named.map(({ what, code }) => `${what}\n${code}`),
    ...comparisons.flatMap(({ comparison }) => questionsOf(comparison)).map((code) => `question\n${code}`),
  ]);
});
