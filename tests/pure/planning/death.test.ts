import { describe, expect, it } from 'vitest';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import type { Plan, Situation } from '../../../subgraphs/planning/types.ts';
import { answersOf, inputFor } from './catalogue-input.ts';

const ordinary = {
  'death-kind': 'natural',
  'deceased-card-lost': false,
  cremated: true,
  'drew-pension': true,
  'has-survivors': false,
  'had-medical-account': true,
  'had-housing-fund': true,
  'housing-fund-balance': 8000,
  'heir-is-minor': false,
  'had-driving-licence': false,
  'asks-shareholdings': false,
  'asks-wills': false,
  'small-deposits': false,
  'deceased-resident-here': true,
};
const parties: Situation['parties'] = [
  { id: 'grandfather', roles: ['DECEASED'] },
  { id: 'son', roles: ['APPLICANT', 'HEIR'] },
];
const planOf = (answers: Readonly<Record<string, unknown>>): Plan =>
  buildPlan(inputFor('citizen-death', '330381000000', { parties, answers: answersOf(answers) }));
const lines = (plan: Plan): ReadonlyArray<string> =>
  plan.materials.map(({ documentType, parties: of }) => `${documentType} ${of.join('+')}`).sort();
const stageOf = (plan: Plan, catalogCode: string): number =>
  plan.steps.find(({ matter }) => matter.endsWith(catalogCode))?.stage ?? 0;

describe('after a death', () => {
  it('asks for what only the family has, of an ordinary death', () => {
    const plan = planOf(ordinary);
    expect(plan.problems).toEqual([]);
    expect(plan.openQuestions).toEqual([]);
    expect(lines(plan)).toEqual([
      'bank-card son',
      'household-register grandfather',
      'kinship-certificate son',
      'resident-identity-card grandfather',
      'resident-identity-card son',
      'responsibility-statement son',
    ]);
    expect(plan.optimal).toBe(true);
  });

  it('keeps the identity cards of the deceased and of the applicant apart', () => {
    expect(lines(planOf(ordinary)).filter((line) => line.startsWith('resident-identity-card'))).toHaveLength(2);
  });

  it('looks at the card of the deceased before the police take it away', () => {
    const plan = planOf(ordinary);
    expect(stageOf(plan, '000711010000')).toBeLessThan(stageOf(plan, '000709106001'));
    expect(
      plan.materials.find(
        ({ parties: of, documentType }) => documentType === 'resident-identity-card' && of[0] === 'grandfather',
      )?.handIn,
    ).toBe(true);
  });

  it('asks for a statement where the card is lost', () => {
    const plan = planOf({ ...ordinary, 'deceased-card-lost': true });
    expect(lines(plan)).toContain('lost-document-statement son');
    expect(lines(plan)).not.toContain('resident-identity-card grandfather');
  });

  it('wants a notary or a court above ten thousand yuan, not at it', () => {
    expect(lines(planOf({ ...ordinary, 'housing-fund-balance': 10_000 }))).toContain('kinship-certificate son');
    const above = planOf({ ...ordinary, 'housing-fund-balance': 10_000.01 });
    expect(above.materials.some(({ documentType }) => /^inheritance-/.test(documentType))).toBe(true);
    expect(lines(above)).not.toContain('kinship-certificate son');
  });

  it('makes the proof of death inside the event, whichever kind it is', () => {
    for (const kind of ['natural', 'unnatural']) {
      const plan = planOf({ ...ordinary, 'death-kind': kind });
      expect(
        plan.materials.some(({ documentType }) => /death-certificate|cremation|cancellation/.test(documentType)),
      ).toBe(false);
      expect(plan.reduction.produced).toBeGreaterThan(4);
    }
  });

  it('takes thirty working days where survivors apply, no longer than the event promises', () => {
    const plan = planOf({ ...ordinary, 'has-survivors': true });
    expect(plan.criticalPath.workingDays).toBeGreaterThan(30);
    expect(plan.warnings.map(({ code }) => code)).toContain('PROMISE_SHORTER_THAN_PATH');
  });

  it('shows of a minor heir the household register instead of the card', () => {
    expect(lines(planOf({ ...ordinary, 'heir-is-minor': true }))).toContain('household-register son');
  });
});
