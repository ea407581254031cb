import type { Rule } from '../../rule.ts';
import { textPairsIn } from '../../text-pairs.ts';

/**
 * 括号或书名号没有成对。
 * Brackets or title marks do not come in pairs.
 *
 * @why 多半漏了字：名称与其他部门的对不上。
 * Mostly something was left out, and the name no longer matches that of other departments.
 * @mend 请补上或删去一半。
 * Add the other half, or take this one away.
 * @source GB/T 15834-2011
 */
export const rule: Rule = {
  code: 'BRACKETS_UNBALANCED',
  severity: 'warning',
  perFile: true,

  *find({ files }) {
    for (const { file } of files)
      for (const [at, text] of textPairsIn(file.value)) {
        if (!isUnbalanced(text.zh)) continue;
        yield {
          file,
          at,
          message: {
            zh: `“${text.zh}”的括号没有成对。`,
            en: `"${text.en}" (${text.zh}) has brackets that do not come in pairs.`,
          },
          mend: { zh: '请补上或删去一半。', en: 'Add the other half, or take this one away.' },
        };
      }
  },
};

const pairs = ['（）', '《》', '“”', '【】'];
const isUnbalanced = (text: string): boolean =>
  pairs.some(([open = '', close = '']) => text.split(open).length !== text.split(close).length);
