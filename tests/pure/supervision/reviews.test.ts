import { describe, expect, it } from 'vitest';
import {
  gradeOf,
  grades,
  isBad,
  isFinished,
  numberOf,
  ratingOf,
  reasonsRefusal,
} from '../../../subgraphs/supervision/domain/reviews.ts';

describe('a review (好差评)', () => {
  it('has one of five grades, of which 不满意 and worse are bad', () => {
    expect(grades.map(numberOf)).toEqual([1, 2, 3, 4, 5]);
    expect(grades.map((grade) => gradeOf(numberOf(grade)))).toEqual([...grades]);
    expect(grades.filter(isBad)).toEqual(['VERY_BAD', 'BAD']);
  });

  it('is of what was decided', () => {
    expect(['APPROVED', 'REFUSED'].every(isFinished)).toBe(true);
    expect(['WAITING', 'SUBMITTED', 'NEEDS_CORRECTION', 'WITHDRAWN'].some(isFinished)).toBe(false);
  });

  it.each([
    ['BAD', [], 'REVIEW_REASON_MISSING'],
    ['FAIR', [], null],
    ['BAD', ['slow'], null],
    ['GOOD', ['unheard'], 'REVIEW_REASON_UNKNOWN'],
  ] as const)('%s for %j: %s', (grade, reasons, refused) => {
    expect(reasonsRefusal(grade, reasons, ['slow'])).toBe(refused);
  });
});

describe('a rating', () => {
  it('is a share of the reviewed, and says of how many', () => {
    expect(ratingOf({ byGrade: [1, 2, 3, 4, 5], followedUp: 2 })).toMatchObject({
      ...{ reviewed: 15, satisfied: 12, bad: 3, followedUp: 2, rate: 80 },
      byGrade: [1, 2, 3, 4, 5].map((count, place) => ({ grade: grades[place], count })),
    });
  });

  it('is none of nothing', () => {
    expect(ratingOf({ byGrade: [0, 0, 0, 0, 0], followedUp: 0 })).toMatchObject({ reviewed: 0, rate: null });
  });
});
