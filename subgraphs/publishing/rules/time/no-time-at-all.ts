import type { Rule } from '../../rule.ts';

/**
 * 期间为零：没有一天的等待、没有一天有效的结果。
 * A period of no length: a wait of no days, or a result that holds for none.
 *
 * @why 结果一出具就失效，或等待期形同虚设，申请人的办理顺序和日期都会算错。
 * The result is void as it is issued, or nobody waits: order and dates of the plan are wrong.
 * @mend 写明期间，或删去整项。
 * State the period, or take the entry out.
 * @source ISO 8601
 */
export const rule: Rule = {
  code: 'NO_TIME_AT_ALL',
  severity: 'error',
  perFile: true,
  *find({ matters }) {
    for (const { file, value } of matters) {
      const waits = (value.waits ?? []).map(({ limit }, index) => ({
        at: ['waits', index, 'limit'],
        isNone: limit.amount === 0,
      }));
      const results = value.results.map(({ validity }, index) => ({
        at: ['results', index, 'validity'],
        isNone: typeof validity === 'string' && !/[1-9]/.test(validity),
      }));
      for (const { at, isNone } of [...waits, ...results])
        if (isNone)
          yield {
            file,
            at,
            message: { zh: '此期间没有长度。', en: 'This period has no length.' },
            mend: { zh: '请写明期间，或删去。', en: 'State the period, or take it out.' },
          };
    }
  },
};
