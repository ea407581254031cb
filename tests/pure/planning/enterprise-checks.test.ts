import { describe, expect, it } from 'vitest';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import type { Plan } from '../../../subgraphs/planning/types.ts';
import { answersOf, inputFor } from './catalogue-input.ts';

const planned = (event: string, answers: Readonly<Record<string, unknown>>): Plan => {
  const plan = buildPlan(inputFor(event, '330381000000', { answers: answersOf(answers) }));
  expect(plan.openQuestions).toEqual([]);
  return plan;
};
const list = (plan: Plan): ReadonlyArray<string> => plan.materials.map(({ documentType }) => documentType).sort();
const refused = (plan: Plan): ReadonlyArray<string> => [...new Set(plan.refusals.map(({ condition }) => condition))];

describe('changing a company', () => {
  const nothing = {
    'changes-name': false,
    'changes-representative': false,
    'changes-address': false,
    'changes-scope': false,
    'has-fund-account': false,
  };

  it('the old licence is given back first, and the new one serves seal, tax, insurance and bank', () => {
    const plan = planned('company-change', { ...nothing, 'changes-name': true, 'uses-agent': false });
    expect(plan.problems).toEqual([]);
    expect(plan.steps.map(({ stage }) => stage)).toEqual([1, 2, 2, 2, 3]);
    expect(list(plan)).toEqual([
      'articles-of-association',
      'business-licence',
      'change-resolution',
      'resident-identity-card',
    ]);
    expect(plan.materials.find(({ documentType }) => documentType === 'business-licence')?.spec).toBe('变更前');
  });

  it('who is barred by law represents no company', () => {
    const representative = { ...nothing, 'changes-representative': true };
    const barred = (value: boolean): Plan =>
      planned('company-change', { ...representative, 'representative-barred': value });
    expect(refused(barred(true))).toEqual(['representative-not-barred']);
    expect(refused(barred(false))).toEqual([]);
  });
});

describe('checks that departments answer at once', () => {
  it('an administrator shows ruling and appointment once, for every department', () => {
    const plan = planned('bankruptcy-check', { 'bankruptcy-accepted': true, 'had-vehicles': true });
    expect(list(plan)).toEqual(['administrator-appointment', 'bankruptcy-ruling', 'resident-identity-card']);
    expect(new Set(plan.steps.map(({ stage }) => stage))).toEqual(new Set([1]));
    expect(plan.reduction).toMatchObject({ kept: 3, merged: 15, generated: 6 });
    const before = planned('bankruptcy-check', { 'bankruptcy-accepted': false, 'had-vehicles': false });
    expect(refused(before)).toEqual(['court-accepted']);
  });

  it('a compliance check serves a listing, and nothing else', () => {
    const answers = { 'has-fund-account': true, 'trades-abroad': false };
    const plan = planned('listing-compliance', { ...answers, 'listing-purpose': 'listing' });
    expect(plan.steps).toHaveLength(6);
    expect(list(plan)).toEqual(['business-licence', 'resident-identity-card']);
    const other = planned('listing-compliance', { ...answers, 'listing-purpose': 'other' });
    expect(refused(other)).toEqual(['for-listing']);
    expect(other.refusals[0]?.alternative?.zh).toContain('信用信息报告');
  });
});
