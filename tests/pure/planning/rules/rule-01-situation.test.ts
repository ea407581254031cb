import { describe, expect, it } from 'vitest';
import { planOf, problems, use } from './catalogue-of.ts';

describe('an answer to a question for a date', () => {
  const planWith = (value: unknown) =>
    planOf({
      matters: { m: { when: { question: 'born', atLeast: '2026-01-01' }, rows: { row: [use('card', 'MOTHER')] } } },
      questions: { born: { kind: 'DATE' } },
      answers: { born: value },
    });

  it.each(['2026-02-30', '2026-04-31', '2027-02-29', '2026-2-1', '01.02.2026', 20260201, true])(
    '%j names no day that exists and is refused',
    (value) => {
      const plan = planWith(value);
      expect(problems(plan)).toEqual(['INVALID_ANSWER answers.0']);
      expect(plan.openQuestions).toEqual([{ question: 'born', mostMaterials: 1, fewestMaterials: 0 }]);
    },
  );

  it.each([
    ['2026-01-01', 1],
    ['2028-02-29', 1],
    ['2025-12-31', 0],
  ])('%s is taken: %i line', (value, lines) => {
    const plan = planWith(value);
    expect(problems(plan)).toEqual([]);
    expect(plan.openQuestions).toEqual([]);
    expect(plan.materials).toHaveLength(lines);
  });
});
