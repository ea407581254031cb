import { expect, it } from 'vitest';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import type { Plan } from '../../../subgraphs/planning/types.ts';
import { answersOf, inputFrom } from './catalogue-input.ts';
import { withFlexibleEmployment } from './flexible-employment/catalogue.ts';

const catalogue = withFlexibleEmployment();
/** The plan's day is 24 November 2026. */
const planOf = (answers: Readonly<Record<string, unknown>>): Plan =>
  buildPlan(inputFrom(catalogue, 'flexible-employment', '330381000000', { answers: answersOf(answers) }));
const refused = (plan: Plan): ReadonlyArray<string> =>
  plan.refusals.map(({ matter, condition }) => `${matter.slice(-9)} ${condition}`);

const forty = { 'born-on': '1986-11-24', 'pension-insured': 'none' };

it('at forty both are done, the one with what the other issues', () => {
  const plan = planOf({ ...forty, 'wants-subsidy': true, 'unemployed-on': '2026-03-01' });
  expect(refused(plan)).toEqual([]);
  expect(plan.steps.map(({ matter, stage }) => [matter.slice(-9), stage])).toEqual([
    ['914001000', 1],
    ['914002000', 2],
  ]);
  expect([plan.problems, plan.openQuestions]).toEqual([[], []]);
});

it('at sixty-two it is refused, with the law and the alternative, and there is nothing to submit', () => {
  const plan = planOf({ 'born-on': '1964-05-06', 'pension-insured': 'none', 'wants-subsidy': false });
  expect(plan.refusals).toEqual([
    {
      matter: '330381RS000914001000',
      condition: 'not-retired',
      subject: 'APPLICANT',
      parties: ['APPLICANT'],
      who: { zh: '申请人', en: 'applicant' },
      reason: expect.objectContaining({ zh: '参保人已达到法定退休年龄，不能再以灵活就业人员身份参加职工养老保险。' }),
      legalBasis: { title: '中华人民共和国社会保险法', article: '第十六条', documentNumber: null },
      alternative: expect.objectContaining({ zh: '未领取职工养老金的，可以参加城乡居民基本养老保险。' }),
      alternativeMatter: '330381RS000914003000',
      dependsOn: [],
    },
  ]);
  expect(plan.problems.map(({ code }) => code)).toEqual(['NO_MATTER']);
  expect([plan.steps, plan.filings, plan.materials]).toEqual([[], [], []]);
  expect(plan.account.map(({ fate }) => fate)).toEqual(['NOT_ENTITLED', 'NOT_APPLICABLE', 'NOT_APPLICABLE']);
});

it.each([
  ['1966-11-25', []],
  ['1966-11-24', ['914001000 not-retired']],
  ['2010-11-24', []],
  ['2010-11-25', ['914001000 old-enough']],
])('born on %s: %j', (born, told) => {
  expect(refused(planOf({ ...forty, 'born-on': born, 'wants-subsidy': false }))).toEqual(told);
});

it('with work lost more than a year ago the subsidy alone is refused, and the enrolment is done', () => {
  const plan = planOf({ ...forty, 'wants-subsidy': true, 'unemployed-on': '2025-11-23' });
  expect(refused(plan)).toEqual(['914002000 recently-unemployed']);
  expect(plan.steps.map(({ matter }) => matter.slice(-9))).toEqual(['914001000']);
  expect(plan.problems).toEqual([]);
});

it('what an age has decided is not asked: whether an employer insures, and when work was lost', () => {
  const plan = planOf({ 'born-on': '1964-05-06', 'wants-subsidy': true });
  expect(plan.openQuestions).toEqual([]);
  expect(refused(plan)).toEqual(['914001000 not-retired', '914002000 not-retired']);
  expect(planOf({}).openQuestions.map(({ question }) => question)).toEqual([
    'born-on',
    'wants-subsidy',
    'pension-insured',
    'unemployed-on',
  ]);
});
