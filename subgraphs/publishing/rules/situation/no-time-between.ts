import { addPeriod } from '../../../language/civil-date.ts';
import type { Rule } from '../../rule.ts';
import { someDay } from '../../situations.ts';

/**
 * 经过的时间至少要满的期间比至多的期间还长。
 * The time gone by must be at least longer than it may be at most.
 *
 * @why 没有哪一天能满足，事项或材料会悄悄消失。
 * No day meets it, and what hangs on it vanishes without a word.
 * @mend 调整 atLeast 或 atMost。
 * Correct atLeast or atMost.
 * @source subgraphs/planning/PLANNING.md: Situation
 */
export const rule: Rule = {
  code: 'NO_TIME_BETWEEN',
  severity: 'error',
  perFile: true,
  *find({ comparisons }) {
    for (const { comparison, file, path } of comparisons) {
      const { atLeast, atMost } = 'elapsed' in comparison ? comparison.elapsed : {};
      if (!atLeast || !atMost || addPeriod(someDay, atLeast) <= addPeriod(someDay, atMost)) continue;
      yield {
        file,
        at: path,
        message: {
          zh: `问题“${comparison.question}”的 atLeast 比 atMost 长，没有哪一天能满足。`,
          en: `No day lies between atLeast and atMost of "${comparison.question}".`,
        },
        mend: { zh: '请调整 atLeast 或 atMost。', en: 'Correct atLeast or atMost.' },
      };
    }
  },
};
