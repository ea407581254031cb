import type { Rule } from '../../rule.ts';

/**
 * 日历中的日期没有按先后排列。
 * The days of a calendar do not stand in their order.
 *
 * @why 排列混乱的日期难以核对，多写或漏写一天，承诺时限就算错。
 * Days in disorder are hard to check, and one too many or too few makes every promise wrong by a day.
 * @mend 运行 npm run check -- --fix，它先列出差异。
 * Run "npm run check -- --fix", which shows the difference first.
 * @source 国务院办公厅关于部分节假日安排的通知
 */
export const rule: Rule = {
  code: 'DATES_OUT_OF_ORDER',
  severity: 'warning',
  *find({ calendar }) {
    for (const { file, value } of calendar)
      for (const [index, year] of value.years.entries())
        for (const list of ['holidays', 'workdays'] as const) {
          const at = year[list].findIndex((day, place) => place > 0 && day < (year[list][place - 1] as string));
          if (at === -1) continue;
          yield {
            file,
            at: ['years', index, list, at],
            message: {
              zh: `${year[list][at]} 排在了更晚的日期之后。`,
              en: `${year[list][at]} stands after a later day.`,
            },
            mend: { zh: '请运行 npm run check -- --fix。', en: 'Run "npm run check -- --fix".' },
          };
        }
  },
};
