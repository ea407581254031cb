import type { Rule } from '../../rule.ts';

/**
 * 事项或一件事的 validTo 不晚于 validFrom。
 * A matter or an event holds until a day that is not after the one on which it begins.
 *
 * @why 它一天也不生效：申请人查不到，也办不了。
 * It holds on no day at all: nobody finds it and nobody can do it.
 * @mend 改正两个日期；validTo 是失效的第一天。
 * Correct the two days; validTo is the first day on which it no longer holds.
 * @source ISO 8601; MAINTAINERS.md
 */
export const rule: Rule = {
  code: 'ENDS_BEFORE_IT_BEGINS',
  severity: 'error',
  perFile: true,
  *find({ matters, eventFiles }) {
    for (const { file, value } of [...matters, ...eventFiles]) {
      const { validFrom, validTo } = value;
      if (validFrom === undefined || validTo === undefined || validFrom < validTo) continue;
      yield {
        file,
        at: ['validTo'],
        message: {
          zh: `自 ${validFrom} 起，至 ${validTo} 止，没有一天生效。`,
          en: `From ${validFrom} until ${validTo} there is no day.`,
        },
        mend: { zh: '请改正两个日期。', en: 'Correct the two days.' },
      };
    }
  },
};
