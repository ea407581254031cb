import { addDays, addPeriod, daysBetween, isCivilDate } from './civil-date.ts';
import type { AnswerValue, Comparison, ElapsedSince, Facts, Question } from './conditions.ts';

/**
 * Answers among which comparisons tell any two apart: each option, and of a number or a date one in every interval between what it is compared
 * with. A period's end that hangs on a date not answered yet is none.
 */
export function answersToTry(
  { code, kind, options }: Question,
  comparisons: ReadonlyArray<Comparison>,
  facts: Pick<Facts, 'answers' | 'today'>,
): ReadonlyArray<AnswerValue> {
  switch (kind) {
    case 'BOOLEAN':
      return [true, false];
    case 'CHOICE':
      return options.map((option) => option.code);
    case 'NUMBER': {
      const thresholds = comparedWith(code, comparisons).filter((value) => typeof value === 'number');
      return thresholds.length === 0 ? [0] : [...new Set(thresholds.flatMap((value) => [value - 1, value, value + 1]))];
    }
    case 'DATE': {
      const thresholds = [...comparedWith(code, comparisons), ...periodEnds(code, comparisons, facts)].filter(
        isCivilDate,
      );
      return thresholds.length === 0
        ? [facts.today]
        : [...new Set(thresholds.flatMap((value) => [addDays(value, -1), value, addDays(value, 1)]))];
    }
  }
}

function comparedWith(code: string, comparisons: ReadonlyArray<Comparison>): ReadonlyArray<AnswerValue> {
  return comparisons.flatMap((comparison): ReadonlyArray<AnswerValue> => {
    if (comparison.question !== code || 'elapsed' in comparison) return [];
    if ('equals' in comparison) return [comparison.equals];
    if ('in' in comparison) return comparison.in;
    return ['atLeast' in comparison ? comparison.atLeast : comparison.atMost];
  });
}

/** Days about which it changes whether a period has gone by: of the question as its beginning, and as its end. */
function periodEnds(
  code: string,
  comparisons: ReadonlyArray<Comparison>,
  { answers, today }: Pick<Facts, 'answers' | 'today'>,
): ReadonlyArray<string> {
  const dateOf = (question: string | undefined): string | null => {
    const date = question === undefined ? today : answers.get(question);
    return isCivilDate(date) ? date : null;
  };
  return comparisons
    .filter((comparison): comparison is ElapsedSince => 'elapsed' in comparison)
    .flatMap(({ question, elapsed, until }): ReadonlyArray<string> => {
      const periods = [elapsed.atLeast, elapsed.atMost].filter((period) => period !== undefined);
      const end = question === code ? dateOf(until) : null;
      const since = until === code ? dateOf(question) : null;
      return [
        ...(end === null
          ? []
          : [end, ...periods.flatMap((period) => beginnings(end, (day) => addPeriod(day, period)))]),
        ...(since === null ? [] : [since, ...periods.map((period) => addPeriod(since, period))]),
      ];
    });
}

/** The first and the last of the days from which a period ends on a day; of none such, the last from which it ends before. */
function beginnings(end: string, endOf: (day: string) => string): ReadonlyArray<string> {
  let [before, after] = [earliestDay, end];
  // Halving: the later a period begins, the later it ends.
  while (addDays(before, 1) < after) {
    const between = addDays(before, Math.floor(daysBetween(before, after) / 2));
    if (endOf(between) <= end) before = between;
    else after = between;
  }
  const last = endOf(after) <= end ? after : before;
  let first = last;
  while (endOf(addDays(first, -1)) === end) first = addDays(first, -1);
  return first === last ? [last] : [first, last];
}

const earliestDay = '1000-01-01';
