import type { InFile } from '../../catalogue.ts';
import type { Fault, Rule } from '../../rule.ts';
import type { Declaration } from '../../schemas.ts';
import type { SourceFile } from '../../source-file.ts';
import { areVersions } from '../../versions.ts';

/**
 * 同一编码声明了两次。
 * A code is declared twice.
 *
 * @why 一个编码只能代表一样东西；声明两次，一半的引用会指向另一处。
 * A code stands for one thing: declared twice, half of the references would mean the other.
 * @mend 删去一处，或给其中一处新的编码；以后才生效的版本另行公布（--from）。
 * Remove one of them, or give it a code of its own; a version that holds later is published for its day (`--from`).
 * @source GB/T 39554.1-2020
 */
export const rule: Rule = {
  code: 'DECLARED_TWICE',
  severity: 'error',
  *find({ declarations, repeated }) {
    for (const each of repeated) yield said(each, each.file);
    const first = new Map<string, InFile<Declaration>>();
    for (const each of declarations) {
      const place = `${each.what}\n${each.key}`;
      const earlier = first.get(place);
      if (earlier) yield said(each, earlier.file);
      else first.set(place, each);
    }
  },
};

function said({ what, key, file, path }: InFile<Declaration>, earlier: SourceFile): Fault {
  return {
    file,
    at: path,
    message: {
      zh: `“${key}”已在 ${earlier.path} 中声明（${what}）。`,
      en: `The ${what} "${key}" is already declared in ${earlier.path}.`,
    },
    mend: what === 'matter' && areVersions(file, earlier) ? asRevision : mend,
  };
}
const mend = { zh: '请删去一处，或改用不同编码。', en: 'Remove one of them, or give it a code of its own.' };
const asRevision = {
  zh: '以后才生效的版本另行公布：在原文件中修改，再运行 npm run catalogue -- publish --from 生效日期。',
  en: 'What holds later is published for its day: change the one file, then run "npm run catalogue -- publish --from DAY".',
};
