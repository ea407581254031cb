import type { Rule } from '../../rule.ts';

/**
 * 各时刻放号的百分比之和不是一百，或时刻没有按先后排列。
 * The shares that are released at the times of a day do not make a hundred, or the times do not stand in their order.
 *
 * @why 不足一百的部分永远没有人能约到；超过一百的部分并不存在。
 * What is missing from a hundred nobody can ever book; what is beyond it does not exist.
 * @mend 把 percent 改为合计一百，把时刻从早到晚排列。
 * Let the shares make a hundred, and the times follow each other.
 * @source schema/catalogue/service-windows.schema.json
 */
export const rule: Rule = {
  code: 'RELEASE_NOT_WHOLE',
  severity: 'error',
  *find({ serviceWindows }) {
    for (const { file, value } of serviceWindows)
      for (const [index, { release }] of value.queues.entries()) {
        const { waves } = release;
        const sum = waves.reduce((total, { percent }) => total + percent, 0);
        const late = waves.findIndex(({ at }, place) => place > 0 && at <= (waves[place - 1]?.at ?? ''));
        if (sum !== 100)
          yield {
            ...{ file, at: ['queues', index, 'release', 'waves'] },
            message: { zh: `合计为百分之 ${sum}。`, en: `The shares make ${sum} per cent.` },
            mend: { zh: '请使其合计一百。', en: 'Let them make a hundred.' },
          };
        if (late !== -1)
          yield {
            ...{ file, at: ['queues', index, 'release', 'waves', late, 'at'] },
            message: { zh: '这一时刻不晚于前一时刻。', en: 'This time is not later than the one before.' },
            mend: { zh: '请从早到晚排列。', en: 'Let the times follow each other.' },
          };
      }
  },
};
