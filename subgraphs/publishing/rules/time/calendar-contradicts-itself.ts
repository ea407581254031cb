import type { Catalogue } from '../../catalogue.ts';
import type { Rule } from '../../rule.ts';
import type { NodePath, SourceFile } from '../../source-file.ts';

/**
 * 日历自相矛盾：日期不属于该年，同一天既放假又上班，或同一年写了两次。
 * A calendar contradicts itself: a day is of another year, is off and worked at once, or a year stands twice.
 *
 * @why 办理时限按它计算：申请人得到的办结日期会是错的。
 * Time limits are counted by it: citizens are told wrong days.
 * @mend 按国务院办公厅的放假安排改正。
 * Correct it by the holidays that the State Council announced.
 * @source 国务院办公厅节假日安排的通知
 */
export const rule: Rule = {
  code: 'CALENDAR_CONTRADICTS_ITSELF',
  severity: 'error',
  *find(catalogue) {
    for (const { file, at, day } of contradictions(catalogue))
      yield {
        file,
        at,
        message: { zh: `${day} 与日历的其他内容矛盾。`, en: `${day} contradicts the rest of the calendar.` },
        mend: { zh: '请按放假安排改正。', en: 'Correct it by the holidays announced.' },
      };
  },
};

interface Contradiction {
  readonly file: SourceFile;
  readonly at: NodePath;
  readonly day: string;
}

function* contradictions({ calendar }: Catalogue): Iterable<Contradiction> {
  const years = new Set<number>();
  for (const { file, value } of calendar)
    for (const [index, { year, holidays, workdays }] of value.years.entries()) {
      if (years.has(year)) yield { file, at: ['years', index, 'year'], day: `${year}` };
      years.add(year);
      for (const [list, days] of Object.entries({ holidays, workdays }))
        for (const [at, day] of days.entries())
          if (!day.startsWith(`${year}-`) || (list === 'workdays' && holidays.includes(day)))
            yield { file, at: ['years', index, list, at], day };
    }
}
