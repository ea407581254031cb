import type { Rule } from '../../rule.ts';

/**
 * 窗口的开放时段不是先开后关，或同一天的两个时段重叠。
 * Hours of windows end before they begin, or two on one weekday overlap.
 *
 * @why 办理能力按开放分钟计算：倒置的时段成为负数，重叠的时段重复计算。
 * What can be served is computed from open minutes: reversed hours are negative, and overlapping ones count twice.
 * @mend 改正 from 与 to；重叠的时段合并，或把窗口数写在各自的时段里。
 * Correct "from" and "to"; join hours that overlap, or divide them where the number of windows changes.
 * @source schema/catalogue/service-windows.schema.json
 */
export const rule: Rule = {
  code: 'HOURS_REVERSED',
  severity: 'error',
  *find({ serviceWindows }) {
    for (const { file, value } of serviceWindows)
      for (const [index, { opening }] of value.queues.entries())
        for (const [place, shift] of opening.shifts.entries()) {
          const at = ['queues', index, 'opening', 'shifts', place, 'from'];
          const overlapping = opening.shifts
            .slice(0, place)
            .some(
              ({ weekdays, from, to }) =>
                from < shift.to && shift.from < to && weekdays.some((day) => shift.weekdays.includes(day)),
            );
          if (shift.from >= shift.to)
            yield {
              ...{ file, at },
              message: {
                zh: `${shift.from} 不早于 ${shift.to}。`,
                en: `${shift.from} is not before ${shift.to}.`,
              },
              mend: { zh: '请改正开放时段。', en: 'Correct the hours.' },
            };
          else if (overlapping)
            yield {
              ...{ file, at },
              message: { zh: '与同一天的另一时段重叠。', en: 'It overlaps with other hours of the same weekday.' },
              mend: { zh: '请合并或分开。', en: 'Join or divide them.' },
            };
        }
  },
};
