import { describe, expect, it } from 'vitest';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import type { Plan } from '../../../subgraphs/planning/types.ts';
import { answersOf, inputFor } from './catalogue-input.ts';

const marriage = '330381MZ000711030000';
const marrying = {
  'already-married': false,
  'spouse-elsewhere': false,
  'close-kin': false,
  'wife-born-on': '2000-01-01',
  'husband-born-on': '2000-01-01',
  'plans-child': true,
  'joins-household': 'wife',
  'receiving-resident-here': true,
  'owns-home': true,
};
const planned = (answers: Readonly<Record<string, unknown>>): Plan =>
  buildPlan(inputFor('marriage-family', '330381000000', { answers: answersOf(answers) }));
const list = (plan: Plan): ReadonlyArray<string> => plan.materials.map(({ documentType }) => documentType).sort();

describe('marrying, registering a birth and joining a household', () => {
  it('both go there once, and the certificate made there serves all that follows', () => {
    const plan = planned(marrying);
    expect(plan.problems).toEqual([]);
    expect(plan.openQuestions).toEqual([]);
    expect(list(plan)).toEqual([
      'couple-photograph',
      'household-register',
      'household-register',
      'resident-identity-card',
    ]);
    const photograph = plan.materials.find(({ documentType }) => documentType === 'couple-photograph');
    expect(photograph?.title.zh).toContain('（背景红色，冲印宽49至53毫米，冲印高35毫米）');
    expect(plan.steps.find(({ matter }) => matter === marriage)).toMatchObject({ stage: 1, inPerson: true });
    expect(plan.steps.filter(({ matter }) => matter !== marriage).map(({ stage }) => stage)).toEqual([2, 2, 2, 2]);
    const made = plan.account.filter(({ producedBy }) => producedBy === marriage);
    expect(made.map(({ fate }) => fate)).toEqual(Array(4).fill('PRODUCED'));
    expect([plan.reduction.before.visits, plan.reduction.after.visits]).toEqual([4, 1]);
  });

  it.each(['spouse-elsewhere', 'close-kin'])('by law nobody is married there: %s', (question) => {
    const plan = planned({ ...marrying, [question]: true });
    expect(plan.problems.map(({ code }) => code)).toEqual(['NO_MATTER']);
    expect(plan.refusals.find(({ matter }) => matter === marriage)?.legalBasis.title).toBe('中华人民共和国民法典');
  });

  it('who is married already shows the certificate, and is not asked for an age', () => {
    const { 'wife-born-on': _wife, 'husband-born-on': _husband, ...known } = marrying;
    const { 'spouse-elsewhere': _spouse, 'close-kin': _kin, ...rest } = known;
    const plan = planned({ ...rest, 'already-married': true });
    expect(plan.openQuestions).toEqual([]);
    expect(list(plan)).toContain('marriage-certificate');
    expect(plan.steps).toHaveLength(4);
  });

  // Today is 24 November 2026.
  it.each([
    ['wife-born-on', '2006-11-24', null],
    ['wife-born-on', '2006-11-25', 'wife-old-enough'],
    ['husband-born-on', '2004-11-24', null],
    ['husband-born-on', '2004-11-25', 'husband-old-enough'],
  ])('%s %s: refused by %s, and with the marriage all that rests on it', (question, born, condition) => {
    const plan = planned({ ...marrying, [question]: born });
    expect([...new Set(plan.refusals.map((each) => each.condition))]).toEqual(condition ? [condition] : []);
    expect(plan.problems.map(({ code }) => code)).toEqual(condition ? ['NO_MATTER'] : []);
    for (const { legalBasis } of plan.refusals) {
      expect(legalBasis).toMatchObject({ title: '中华人民共和国民法典', article: '第一千零四十七条' });
    }
  });
});
