import { isCivilDate } from '../../../language/civil-date.ts';
import { type Question, questionsOf } from '../../../language/conditions.ts';
import type { Rule } from '../../rule.ts';

/**
 * 情形条件与问题的类型不配：日期问题比较的不是存在的日期，数字问题比较的不是数字，或对选项比较大小。
 * A condition compares as its question's kind cannot be: a date with what is no date that exists, a number with a text, or options by size.
 *
 * @why 这样的比较永远不成立，材料或事项会悄悄消失。
 * Such a comparison never holds, and what hangs on it vanishes without a word.
 * @mend 日期写作 2026-02-28，数字不加引号；选项用 equals 或 in。
 * Write a date as 2026-02-28 and a number without quotes; for options use equals or in.
 * @source subgraphs/planning/PLANNING.md: Situation; ISO 8601
 */
export const rule: Rule = {
  code: 'COMPARED_AS_ANOTHER_KIND',
  severity: 'error',
  perFile: true,
  *find({ comparisons, questionOf }) {
    for (const { comparison, file, path } of comparisons) {
      if ('elapsed' in comparison) {
        for (const code of questionsOf(comparison)) {
          const kind = questionOf.get(code)?.kind;
          if (kind === 'DATE' || kind === undefined) continue;
          yield {
            file,
            at: path,
            message: {
              zh: `问题“${code}”的答案不是日期，无法计算经过的时间。`,
              en: `The question "${code}" is not answered with a date: no time has elapsed since.`,
            },
            mend: {
              zh: '请改用日期问题，或改用 atLeast、atMost。',
              en: 'Name a question of a date, or use atLeast or atMost.',
            },
          };
        }
        continue;
      }
      const { question: code, ...compared } = comparison;
      const wanted = wantedOf(questionOf.get(code)?.kind);
      for (const [by, value] of Object.entries(compared).flatMap(([by, values]) =>
        [values].flat().map((each: unknown) => [by, each] as const),
      )) {
        if (wanted.holds(by, value)) continue;
        yield {
          file,
          at: path,
          message: {
            zh: `问题“${code}”不能与 ${by} ${JSON.stringify(value)} 比较。`,
            en: `The question "${code}" cannot be compared with ${by} ${JSON.stringify(value)}.`,
          },
          mend: wanted.mend,
        };
      }
    }
  },
};

function wantedOf(kind: Question['kind'] | undefined) {
  switch (kind) {
    case 'NUMBER':
      return {
        holds: (_by: string, value: unknown) => typeof value === 'number',
        mend: { zh: '请写数字，不加引号。', en: 'Write a number, without quotes.' },
      };
    case 'DATE':
      return {
        holds: (_by: string, value: unknown) => isCivilDate(value),
        mend: { zh: '请写存在的日期，如 2026-02-28。', en: 'Write a date that exists, such as 2026-02-28.' },
      };
    case 'BOOLEAN':
    case 'CHOICE':
    case undefined:
      // Which answers there are is another rule's.
      return {
        holds: (by: string) => by === 'equals' || by === 'in',
        mend: { zh: '请改用 equals 或 in。', en: 'Use equals or in.' },
      };
  }
}
