import { describe, expect, it } from 'vitest';
import type { Condition, Question, QuestionKind } from '../../../subgraphs/language/conditions.ts';
import { situationsOf } from '../../../subgraphs/publishing/situations.ts';

const text = { zh: '？', en: '?' };
const ask = (code: string, kind: QuestionKind, condition: Condition | null = null): Question => ({
  code,
  kind,
  text,
  condition,
  options: kind === 'CHOICE' ? ['a', 'b', 'c'].map((option) => ({ code: option, text })) : [],
});
const questionsOf = (...questions: ReadonlyArray<Question>) => new Map(questions.map((each) => [each.code, each]));
const situations = (conditions: ReadonlyArray<Condition | undefined>, questions: ReadonlyMap<string, Question>) =>
  situationsOf(conditions, questions)?.map((answers) => Object.fromEntries(answers)) ?? null;

describe('the situations of conditions', () => {
  it('are one, in which nothing is asked, where no question is named', () => {
    expect(situations([undefined], new Map())).toEqual([{}]);
  });

  it('are every combination of answers', () => {
    const questions = questionsOf(ask('yes', 'BOOLEAN'), ask('which', 'CHOICE'));
    const named: Condition = {
      any: [
        { question: 'yes', equals: true },
        { question: 'which', equals: 'a' },
      ],
    };
    expect(situations([named], questions)).toHaveLength(6);
  });

  it('hold no answer to a question that is not asked there, nor to one that waits for it', () => {
    const questions = questionsOf(
      ask('last', 'BOOLEAN', { question: 'next', equals: true }),
      ask('next', 'BOOLEAN', { question: 'first', equals: true }),
      ask('first', 'BOOLEAN'),
    );
    const found = situations([{ question: 'last', equals: true }], questions) ?? [];
    expect(found.filter(({ first }) => first === false)).toEqual(Array(4).fill({ first: false }));
    expect(found.filter(({ next }) => next === false)).toEqual(Array(2).fill({ next: false, first: true }));
    expect(found.filter(({ last }) => last !== undefined)).toHaveLength(2);
  });

  it('hold one answer in every interval between what a number or a date is compared with', () => {
    const three: Condition = { question: 'age', atLeast: 3 };
    expect(situations([three], questionsOf(ask('age', 'NUMBER')))).toEqual([{ age: 2 }, { age: 3 }, { age: 4 }]);
    const year: Condition = { question: 'day', elapsed: { atLeast: { years: 1 } } };
    const days = (situations([year], questionsOf(ask('day', 'DATE'))) ?? []).map(({ day }) => day);
    expect(days).toEqual(expect.arrayContaining(['2024-06-15', '2024-06-16', '2025-06-15', '2025-06-16']));
  });

  it('are not listed where two dates hang on each other, or one on the day and the calendar both', () => {
    const questions = questionsOf(ask('day', 'DATE'), ask('end', 'DATE'));
    const year = { question: 'day', elapsed: { atLeast: { years: 1 } } };
    expect(situations([{ ...year, until: 'end' }], questions)).toBeNull();
    expect(situations([year, { question: 'day', atLeast: '2026-01-01' }], questions)).toBeNull();
    expect(situations([year, { question: 'end', atLeast: '2026-01-01' }], questions)).not.toBeNull();
  });

  it('are not listed where they are more than 4096', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => ask(`q${index}`, 'BOOLEAN'));
    const all = (count: number): Condition => ({
      all: many(count).map(({ code }) => ({ question: code, equals: true })),
    });
    expect(situations([all(12)], questionsOf(...many(12)))).toHaveLength(4096);
    expect(situations([all(13)], questionsOf(...many(13)))).toBeNull();
  });
});
