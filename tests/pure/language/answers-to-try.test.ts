import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersToTry } from '../../../subgraphs/language/answers-to-try.ts';
import { addDays, type Period } from '../../../subgraphs/language/civil-date.ts';
import {
  type AnswerValue,
  type Comparison,
  comparisonsOf,
  evaluate,
  type Question,
} from '../../../subgraphs/language/conditions.ts';

const today = '2026-02-28';
const asked = (code: string): Question => ({ code, text: { zh: '？', en: '?' }, kind: 'DATE', options: [] });
const period: fc.Arbitrary<Period> = fc.record(
  { years: fc.nat(3), months: fc.nat(14), days: fc.nat(40) },
  { requiredKeys: [] },
);
const elapsed = fc.oneof(
  fc.record({ atLeast: period }),
  fc.record({ atMost: period }),
  fc.record({ atLeast: period, atMost: period }),
);
const day = fc.integer({ min: -1600, max: 100 }).map((days) => addDays(today, days));
const comparison: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({ question: fc.constantFrom('q', 'r'), elapsed }),
  fc.record({ question: fc.constant('q'), elapsed, until: fc.constant('r') }),
  fc.record({ question: fc.constant('r'), elapsed, until: fc.constant('q') }),
  fc.record({ question: fc.constant('q'), atLeast: day }),
  fc.record({ question: fc.constant('q'), atMost: day }),
  fc.record({ question: fc.constant('q'), equals: day }),
);

describe('the dates that are tried', () => {
  it('are one for each way in which comparisons can come out together', () => {
    fc.assert(
      fc.property(fc.array(comparison, { minLength: 1, maxLength: 3 }), day, day, (comparisons, other, any) => {
        const questions = new Map(['q', 'r'].map((code) => [code, asked(code)]));
        const known: ReadonlyMap<string, AnswerValue> = new Map([['r', other]]);
        const outcome = (value: AnswerValue): string =>
          comparisons
            .map((each) => evaluate(each, { questions, today, answers: new Map([...known, ['q', value]]) }))
            .join();
        const tried = answersToTry(asked('q'), comparisons.flatMap(comparisonsOf), { answers: known, today });
        expect(tried.map(outcome)).toContain(outcome(any));
      }),
      { numRuns: 1000, seed: 2026 },
    );
  });

  it('are the day itself where nothing is compared, and where it is compared with a date not answered yet', () => {
    const until: Comparison = { question: 'q', elapsed: { atLeast: { years: 1 } }, until: 'r' };
    expect(answersToTry(asked('q'), [], { answers: new Map(), today })).toEqual([today]);
    expect(answersToTry(asked('q'), [until], { answers: new Map(), today })).toEqual([today]);
    expect(answersToTry(asked('r'), [until], { answers: new Map(), today })).toEqual([today]);
    expect(answersToTry(asked('r'), [until], { answers: new Map([['q', '2026-01-01']]), today })).toContain(
      '2027-01-01',
    );
  });

  it('are few', () => {
    const age: Comparison = { question: 'q', elapsed: { atLeast: { years: 60 } } };
    expect(answersToTry(asked('q'), [age], { answers: new Map(), today })).toEqual([
      ...['2026-02-27', '2026-02-28', '2026-03-01'],
      ...['1966-02-27', '1966-02-28', '1966-03-01'],
    ]);
  });
});
