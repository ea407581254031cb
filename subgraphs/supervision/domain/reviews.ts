import { percentOf } from './percent.ts';

/** Five grades (好差评), the worst first: very bad is 1. */
export const grades = ['VERY_BAD', 'BAD', 'FAIR', 'GOOD', 'VERY_GOOD'] as const;
export type Grade = (typeof grades)[number];
export const numberOf = (grade: Grade): number => grades.indexOf(grade) + 1;
export const gradeOf = (number: number): Grade => grades[number - 1] ?? 'FAIR';

/** A bad one (不满意及以下) is followed up. */
export const worstFollowedUp = 2;
export const isBad = (grade: Grade): boolean => numberOf(grade) <= worstFollowedUp;

/** States of filings that are finished: only what was decided is reviewed. */
const finished: ReadonlySet<string> = new Set(['APPROVED', 'REFUSED']);
export const isFinished = (state: string): boolean => finished.has(state);

/** How many reviews gave each grade, the worst first, and how many bad ones were followed up to their end. */
export interface Counted {
  readonly byGrade: ReadonlyArray<number>;
  readonly followedUp: number;
}
export interface Rating {
  readonly reviewed: number;
  readonly satisfied: number;
  readonly bad: number;
  readonly followedUp: number;
  /** Percent satisfied of the reviewed, to a tenth; null of none. */
  readonly rate: number | null;
  readonly byGrade: ReadonlyArray<{ readonly grade: Grade; readonly count: number }>;
}
export function ratingOf({ byGrade, followedUp }: Counted): Rating {
  const sum = (some: ReadonlyArray<number>): number => some.reduce((all, each) => all + each, 0);
  const reviewed = sum(byGrade);
  const bad = sum(byGrade.slice(0, worstFollowedUp));
  return {
    ...{ reviewed, satisfied: reviewed - bad, bad, followedUp, rate: percentOf(reviewed - bad, reviewed) },
    byGrade: grades.map((grade, place) => ({ grade, count: byGrade[place] ?? 0 })),
  };
}

/** What is wrong with the reasons of a review; null: nothing. A bad one says why, by codes of the catalogue. */
export function reasonsRefusal(
  grade: Grade,
  reasons: ReadonlyArray<string>,
  known: ReadonlyArray<string>,
): 'REVIEW_REASON_UNKNOWN' | 'REVIEW_REASON_MISSING' | null {
  if (reasons.some((each) => !known.includes(each))) return 'REVIEW_REASON_UNKNOWN';
  return isBad(grade) && reasons.length === 0 ? 'REVIEW_REASON_MISSING' : null;
}
