import { describe, expect, it } from 'vitest';
import {
  type AnswerValue,
  type Condition,
  comparisonsOf,
  type Elapsed,
  evaluate,
  type Facts,
  mayBeAsked,
  openIn,
  type Question,
  questionsOf,
  type Truth,
} from '../../../subgraphs/language/conditions.ts';

const yes: Condition = { question: 'yes', equals: true };
const no: Condition = { question: 'no', equals: true };
const open: Condition = { question: 'open', equals: true };
const other: Condition = { question: 'other', equals: true };
/** Of two children: asked where `open` holds, and where `yes` does not. */
const asked: Condition = { question: 'asked', equals: true };
const idle: Condition = { question: 'idle', equals: true };

const question = (code: string, condition: Condition | null = null): Question => ({
  code,
  text: { zh: code, en: code },
  kind: 'BOOLEAN',
  options: [],
  condition,
});
const factsOf = (answers: Readonly<Record<string, AnswerValue>>): Facts => ({
  today: '2026-11-24',
  answers: new Map(Object.entries(answers)),
  questions: new Map(
    [
      question('yes'),
      question('no'),
      question('open'),
      question('other'),
      question('asked', open),
      question('idle', { not: yes }),
    ].map((each) => [each.code, each]),
  ),
});
const facts = factsOf({ yes: true, no: false });

describe('three values', () => {
  it.each<readonly [Condition | null | undefined, string]>([
    [null, 'TRUE'],
    [undefined, 'TRUE'],
    [yes, 'TRUE'],
    [no, 'FALSE'],
    [open, 'UNKNOWN'],
    [{ not: yes }, 'FALSE'],
    [{ not: no }, 'TRUE'],
    [{ not: open }, 'UNKNOWN'],
    [{ all: [] }, 'TRUE'],
    [{ all: [yes, yes] }, 'TRUE'],
    [{ all: [yes, no] }, 'FALSE'],
    [{ all: [yes, open] }, 'UNKNOWN'],
    // One false decides, whatever is open.
    [{ all: [open, no] }, 'FALSE'],
    [{ any: [] }, 'FALSE'],
    [{ any: [no, no] }, 'FALSE'],
    [{ any: [no, yes] }, 'TRUE'],
    [{ any: [no, open] }, 'UNKNOWN'],
    // One true decides.
    [{ any: [open, yes] }, 'TRUE'],
    [{ all: [{ any: [no, open] }, yes] }, 'UNKNOWN'],
    [{ not: { any: [no, no] } }, 'TRUE'],
    // May be asked only if the open one turns out true.
    [asked, 'UNKNOWN'],
    // Nobody will ever be asked.
    [idle, 'FALSE'],
    [{ not: idle }, 'TRUE'],
    [{ question: 'nobody knows it', equals: true }, 'UNKNOWN'],
  ])('%j is %s', (condition, truth) => expect(evaluate(condition, facts)).toBe(truth));
});

describe('a comparison', () => {
  it.each<readonly [Condition, AnswerValue, boolean]>([
    [{ question: 'q', equals: 'a' }, 'a', true],
    [{ question: 'q', equals: 'a' }, 'b', false],
    [{ question: 'q', equals: true }, 'true', false],
    [{ question: 'q', in: ['a', 'b'] }, 'b', true],
    [{ question: 'q', in: ['a', 'b'] }, 'c', false],
    [{ question: 'q', in: [1, 2] }, 2, true],
    [{ question: 'q', in: [1, 2] }, '2', false],
    [{ question: 'q', atLeast: 10 }, 10, true],
    [{ question: 'q', atLeast: 10 }, 9.99, false],
    [{ question: 'q', atLeast: 10 }, 11, true],
    // Ten is not "10", and as text "9" would be more than "10".
    [{ question: 'q', atLeast: 10 }, '11', false],
    [{ question: 'q', atMost: 10 }, 10, true],
    [{ question: 'q', atMost: 10 }, 10.01, false],
    [{ question: 'q', atMost: 10 }, 9, true],
    [{ question: 'q', atMost: 10 }, '9', false],
    [{ question: 'q', atLeast: '2026-01-31' }, '2026-01-31', true],
    [{ question: 'q', atLeast: '2026-01-31' }, '2026-01-30', false],
    [{ question: 'q', atLeast: '2026-01-31' }, '2026-10-01', true],
    [{ question: 'q', atMost: '2026-01-31' }, '2026-01-31', true],
    [{ question: 'q', atMost: '2026-01-31' }, '2026-02-01', false],
  ])('%j of %j: %s', (condition, answer, holds) => {
    expect(evaluate(condition, factsOf({ q: answer }))).toBe(holds ? 'TRUE' : 'FALSE');
  });
});

describe('time gone by', () => {
  const born = (elapsed: Elapsed): Condition => ({ question: 'q', elapsed });
  // The day is 24 November 2026.
  it.each<readonly [Elapsed, AnswerValue, boolean]>([
    [{ atLeast: { years: 60 } }, '1966-11-24', true],
    [{ atLeast: { years: 60 } }, '1966-11-25', false],
    [{ atLeast: { years: 60 } }, '1900-01-01', true],
    [{ atLeast: { years: 60, months: 3 } }, '1966-08-24', true],
    [{ atLeast: { years: 60, months: 3 } }, '1966-08-25', false],
    [{ atMost: { months: 12 } }, '2025-11-24', true],
    [{ atMost: { months: 12 } }, '2025-11-23', false],
    [{ atMost: { months: 12 } }, '2026-11-24', true],
    // What lies ahead has not gone by.
    [{ atMost: { months: 12 } }, '2026-11-25', false],
    [{ atLeast: { days: 0 } }, '2026-11-24', true],
    [{ atLeast: { days: 0 } }, '2026-11-25', false],
    [{ atLeast: { years: 18 }, atMost: { years: 60 } }, '2008-11-24', true],
    [{ atLeast: { years: 18 }, atMost: { years: 60 } }, '2008-11-25', false],
    [{ atLeast: { years: 18 }, atMost: { years: 60 } }, '1966-11-24', true],
    [{ atLeast: { years: 18 }, atMost: { years: 60 } }, '1966-11-23', false],
    // What is no date has no age.
    [{ atMost: { years: 60 } }, 1966, false],
    [{ atMost: { years: 60 } }, true, false],
  ])('%j since %j: %s', (elapsed, answer, holds) => {
    expect(evaluate(born(elapsed), factsOf({ q: answer }))).toBe(holds ? 'TRUE' : 'FALSE');
  });

  const stayed: Condition = { question: 'open', elapsed: { atLeast: { months: 6 } }, until: 'other' };
  it.each<readonly [Condition, Readonly<Record<string, AnswerValue>>, Truth, ReadonlyArray<string>]>([
    [born({ atLeast: { years: 1 } }), {}, 'UNKNOWN', ['q']],
    [{ not: born({ atLeast: { years: 1 } }) }, {}, 'UNKNOWN', ['q']],
    [stayed, {}, 'UNKNOWN', ['open', 'other']],
    [stayed, { open: '2026-01-15' }, 'UNKNOWN', ['other']],
    [stayed, { other: '2026-07-15' }, 'UNKNOWN', ['open']],
    [stayed, { open: '2026-01-15', other: '2026-07-15' }, 'TRUE', []],
    [stayed, { open: '2026-01-15', other: '2026-07-14' }, 'FALSE', []],
    [stayed, { open: '2026-07-15', other: '2026-01-15' }, 'FALSE', []],
    // Neither is asked of whom it does not concern.
    [{ ...stayed, question: 'idle' }, { yes: true }, 'FALSE', []],
    [{ ...stayed, until: 'idle' }, { yes: true }, 'FALSE', []],
    [{ ...stayed, until: 'idle' }, { yes: true, open: '2026-01-15' }, 'FALSE', []],
    [{ ...stayed, until: 'asked' }, { other: '2026-07-15' }, 'UNKNOWN', ['open', 'asked', 'open']],
    // The plan's day is not the other date.
    [{ ...stayed, until: 'q' }, { open: '2026-01-15', q: 7 }, 'FALSE', []],
  ])('%j with %j is %s; open: %j', (condition, answers, truth, codes) => {
    expect(evaluate(condition, factsOf(answers))).toBe(truth);
    expect(openIn(condition, factsOf(answers))).toEqual(codes);
  });

  it('names both of its questions', () => {
    expect(comparisonsOf({ not: stayed }).map(questionsOf)).toEqual([['open', 'other']]);
    expect(comparisonsOf(born({ atMost: { days: 1 } })).map(questionsOf)).toEqual([['q']]);
  });
});

describe('a question', () => {
  it.each([
    ['open', 'TRUE'],
    ['asked', 'UNKNOWN'],
    ['idle', 'FALSE'],
    ['nobody knows it', 'TRUE'],
  ])('%s may be asked: %s', (code, truth) => expect(mayBeAsked(code, facts)).toBe(truth));
});

describe('what is open', () => {
  it.each<readonly [Condition | null | undefined, ReadonlyArray<string>]>([
    [null, []],
    [undefined, []],
    [yes, []],
    [no, []],
    [open, ['open']],
    [{ not: open }, ['open']],
    [{ all: [yes, open, other] }, ['open', 'other']],
    // Decided already: nobody needs to ask.
    [{ all: [no, open] }, []],
    [{ any: [yes, open] }, []],
    [{ any: [no, open, { all: [other, yes] }] }, ['open', 'other']],
    [{ all: [open, { any: [no, no, other] }, { all: [yes] }] }, ['open', 'other']],
    // With the question that decides whether it is asked at all.
    [asked, ['asked', 'open']],
    [idle, []],
    [{ question: 'nobody knows it', equals: true }, ['nobody knows it']],
  ])('in %j: %j', (condition, codes) => expect(openIn(condition, facts)).toEqual(codes));
});

describe('the comparisons', () => {
  it.each<readonly [Condition | null | undefined, ReadonlyArray<string>]>([
    [null, []],
    [undefined, []],
    [yes, ['yes']],
    [{ all: [yes, { any: [no, { not: open }] }] }, ['yes', 'no', 'open']],
    [{ not: { all: [yes, yes] } }, ['yes', 'yes']],
  ])('of %j: %j', (condition, codes) => {
    expect(comparisonsOf(condition).map((comparison) => comparison.question)).toEqual(codes);
  });
});
