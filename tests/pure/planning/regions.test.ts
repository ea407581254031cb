import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../subgraphs/language/canonical.ts';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import { answersOf, catalogue, inputFor } from './catalogue-input.ts';

const parties = [
  { id: 'li', roles: ['MOTHER'] },
  { id: 'zhang', roles: ['FATHER'] },
  { id: 'baby', roles: ['CHILD'] },
];
const answers = answersOf({ 'born-abroad': false, 'maternity-insurance': 'employee', 'settled-at-hospital': true });

describe('one event, two regions', () => {
  it('Chuxiong enrols on the certificate number at the hospital, with no household registration before it', () => {
    const plan = buildPlan(inputFor('newborn', '532300000000', { parties, answers }));
    expect(plan.problems).toEqual([]);
    expect(plan.openQuestions).toEqual([]);
    expect(plan.materials.map(({ documentType }) => documentType)).toEqual(['resident-identity-card']);
    const stages = plan.steps.map(({ matter, stage }) => [matter.slice(6, 17), stage]);
    expect(stages).toEqual([
      ['WJ000123001', 1],
      ['YB000736001', 2],
      ['YB000736002', 2],
      ['SW000730001', 3],
    ]);
    const enrolment = plan.account.find(({ requirement }) => requirement === 'CX3601-01');
    expect(enrolment).toMatchObject({ fate: 'PRODUCED', producedBy: '532300WJ000123001000' });
  });

  it('a county inherits the prefecture’s version under codes of its own, and nobody else does', () => {
    const inherited = buildPlan(inputFor('newborn', '532331000000', { parties, answers }));
    expect(inherited.steps).toHaveLength(4);
    expect(inherited.steps.every(({ matter }) => matter.startsWith('532331'))).toBe(true);
    const offered = catalogue.publication.lifeEvents
      .filter(({ code }) => code === 'newborn')
      .map(({ region }) => region);
    expect(offered.filter((region) => region.startsWith('53')).sort()).toEqual([
      '532300000000',
      '532301000000',
      '532328000000',
      '532331000000',
    ]);
  });

  it('what counties inherit unchanged is stored once', () => {
    const matters = [...catalogue.departments.values()].flat().filter(({ code }) => /^5323/.test(code));
    expect(matters).toHaveLength(36);
    expect(new Set(matters.map(({ content }) => fingerprint(content))).size).toBe(9);
  });
});

describe('an event of the whole province', () => {
  const said = {
    applicant: 'mother',
    married: true,
    household: 'mother',
    'household-kind': 'family',
    'same-ethnicity': true,
    'service-member': false,
    'born-abroad': false,
    'time-since-birth': 'within-month',
    'maternity-insurance': 'employee',
    'settled-at-hospital': false,
  };
  const planIn = (region: string) => buildPlan(inputFor('newborn', region, { parties, answers: answersOf(said) }));
  const ruian = planIn('330381000000');
  const listed = ({ materials }: typeof ruian) => materials.map(({ documentType }) => documentType).sort();

  it.each(['330000000000', '330100000000', '330110000000', '330300000000', '330324000000'])(
    'Zhejiang’s is carried out in %s under codes of its own, with the same list as Ruian’s, within the limits of the law',
    (region) => {
      const plan = planIn(region);
      expect([plan.problems, plan.openQuestions]).toEqual([[], []]);
      expect(plan.reduction).toMatchObject({ before: { materials: 24 }, after: { materials: 4 } });
      expect(listed(plan)).toEqual(listed(ruian));
      expect(plan.steps.map(({ matter }) => matter.slice(0, 6))).toEqual(Array(7).fill(region.slice(0, 6)));
      expect(plan.criticalPath.workingDays).toBe(45);
    },
  );

  it('Ruian keeps its own: the same 24 and 4, within the day', () => {
    expect([ruian.problems, ruian.openQuestions]).toEqual([[], []]);
    expect(ruian.reduction).toMatchObject({ before: { materials: 24 }, after: { materials: 4 } });
    expect(ruian.steps.map(({ matter }) => matter)).toContain('330381GA000709105001');
    expect(ruian.criticalPath.workingDays).toBe(1);
  });

  it('what a county has itself stands for the province’s, row for row', () => {
    const contents = new Map(
      [...catalogue.departments.values()].flat().map(({ code, content }) => [code, content] as const),
    );
    const asked = (code: string) =>
      contents.get(code)?.requirements.map(({ options, condition }) => ({ options, condition }));
    for (const { matter } of ruian.steps) expect(asked(matter.replace('330381', '330000'))).toEqual(asked(matter));
  });
});

describe('another event, two regions', () => {
  it('Ruian tells small food businesses apart and verifies the licence first; Chuxiong does neither', () => {
    const shared = { 'premises-kind': 'own' };
    const ruian = buildPlan(
      inputFor('restaurant-opening', '330381000000', {
        answers: answersOf({
          ...shared,
          'food-scale': 'small',
          'has-business-licence': true,
          'fire-procedure': 'commitment',
          'wants-sign': false,
        }),
      }),
    );
    const chuxiong = buildPlan(inputFor('restaurant-opening', '532300000000', { answers: answersOf(shared) }));
    for (const plan of [ruian, chuxiong]) {
      expect(plan.problems).toEqual([]);
      expect(plan.openQuestions).toEqual([]);
    }
    expect(ruian.steps.map(({ matter }) => matter)).toContain('330381SJ000131040000');
    expect(chuxiong.steps.map(({ matter, stage }) => [matter, stage])).toEqual([
      ['532300SJ000131041000', 1],
      ['532300XF000125010000', 1],
    ]);
    expect(chuxiong.materials.map(({ documentType }) => documentType)).toContain('business-licence');
    expect(chuxiong.criticalPath.workingDays).toBe(7);
    expect(ruian.criticalPath.workingDays).toBeGreaterThan(7);
  });
});
