import type { Rule } from '../../rule.ts';

/**
 * 承诺上线日早于应上线之日。
 * The day by which something is promised online is before the day since which it should have been.
 *
 * @why 逾期与否由两个日期相比得出；颠倒的日期使每一项都显示为逾期或从未逾期。
 * Whether it is overdue is told from these days: the wrong way round, everything is or nothing ever was.
 * @mend 改正 since 或 promised。
 * Correct since or promised.
 * @source schema/catalogue/availability.schema.json
 */
export const rule: Rule = {
  code: 'PROMISED_BEFORE_IT_WAS_DUE',
  severity: 'error',
  *find({ availability }) {
    for (const { file, value } of availability) {
      for (const [index, { offline }] of value.items.entries()) {
        if (!offline?.promised || offline.promised >= offline.since) continue;
        yield {
          file,
          at: ['items', index, 'offline', 'promised'],
          message: {
            zh: `承诺上线日 ${offline.promised} 早于应上线之日 ${offline.since}。`,
            en: `It is promised by ${offline.promised}, before ${offline.since}, since when it should have been online.`,
          },
          mend: { zh: '请改正其中之一。', en: 'Correct one of them.' },
        };
      }
    }
  },
};
