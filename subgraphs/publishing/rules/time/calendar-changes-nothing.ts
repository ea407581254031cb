import type { Rule } from '../../rule.ts';

/**
 * 日历把本来就休息的周末写作放假，把本来就上班的日子写作调休上班，或同一天写了两次。
 * A calendar says of a weekend that it is off, of another day that it is worked, or of a day the same twice.
 *
 * @why 这一天不会改变任何时限：多半写错了日期，真正放假或上班的那一天没有写。
 * It changes no time limit: mostly the date is wrong, and the day that was meant is missing.
 * @mend 核对日期：holidays 只写工作日放假，workdays 只写周末上班。
 * Look at the date: holidays are working days that are off, workdays are weekends that are worked.
 * @source 国务院办公厅节假日安排的通知
 */
export const rule: Rule = {
  code: 'CALENDAR_CHANGES_NOTHING',
  severity: 'warning',
  *find({ calendar }) {
    for (const { file, value } of calendar)
      for (const [index, { holidays, workdays }] of value.years.entries())
        for (const [list, days] of Object.entries({ holidays, workdays }))
          for (const [at, day] of days.entries()) {
            const isOff = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
            if (isOff === (list === 'workdays') && days.indexOf(day) === at) continue;
            yield {
              file,
              at: ['years', index, list, at],
              message: { zh: `${day} 不改变任何时限。`, en: `${day} changes no time limit.` },
              mend: { zh: '请核对日期。', en: 'Look at the date.' },
            };
          }
  },
};
