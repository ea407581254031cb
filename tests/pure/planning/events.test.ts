import { describe, expect, it } from 'vitest';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import type { Plan } from '../../../subgraphs/planning/types.ts';
import { answersOf, inputFor } from './catalogue-input.ts';

const planOf = (
  event: string,
  answers: Readonly<Record<string, unknown>>,
  refusedSources: ReadonlyArray<string> = [],
): Plan => {
  const plan = buildPlan(inputFor(event, '330381000000', { answers: answersOf(answers), refusedSources }));
  expect(plan.problems).toEqual([]);
  expect(plan.openQuestions).toEqual([]);
  return plan;
};
const list = (plan: Plan): ReadonlyArray<string> => plan.materials.map(({ documentType }) => documentType).sort();
const stageOf = (plan: Plan, digits: string): number =>
  plan.steps.find(({ matter }) => matter.endsWith(digits))?.stage ?? 0;

describe('connecting the utilities', () => {
  const all = {
    'wants-water': true,
    'wants-power': true,
    'wants-gas': true,
    'wants-telecom': true,
    'wants-broadcasting': true,
    'outside-works': true,
    'submitted-by': 'representative',
  };

  it('joins the names of one title deed, and keeps two drawings apart', () => {
    const plan = planOf('utility-connection', all, ['title-data']);
    expect(list(plan).filter((type) => type === 'real-estate-title')).toHaveLength(1);
    expect(list(planOf('utility-connection', all))).not.toContain('real-estate-title');
    expect(list(plan)).toEqual(
      expect.arrayContaining(['topographic-map', 'site-plan', 'gas-point-plan', 'pipe-drawing']),
    );
  });

  it('approves outside works when every route is there', () => {
    const plan = planOf('utility-connection', all);
    expect(stageOf(plan, '000117020000')).toBe(2);
    expect(plan.criticalPath.workingDays).toBe(6);
    expect(plan.warnings.map(({ code }) => code)).toContain('PROMISE_SHORTER_THAN_PATH');
  });

  it('does any subset', () => {
    const plan = planOf('utility-connection', {
      ...all,
      'wants-gas': false,
      'wants-broadcasting': false,
      'outside-works': false,
    });
    expect(plan.steps).toHaveLength(3);
    expect(list(plan)).not.toContain('topographic-map');
  });
});

describe('becoming a sole trader', () => {
  const ordinary = {
    'premises-kind': 'own',
    'home-premises': false,
    'operator-origin': 'mainland',
    'family-business': false,
    'address-differs': false,
    'needs-prior-approval': false,
    'uses-agent': false,
  };

  it.each([
    ['own', ['premises-title']],
    ['no-deed', ['no-title-certificate']],
    ['bought', ['completion-certificate', 'purchase-contract']],
    ['rented', ['lease', 'premises-title']],
    ['hotel', ['hotel-licence', 'lease']],
    ['market', ['lease', 'market-licence']],
  ])('of %s premises asks for %j', (kind, documents) => {
    const wanted = ['name-commitment', 'resident-identity-card', ...documents].sort();
    expect(list(planOf('sole-trader-opening', { ...ordinary, 'premises-kind': kind }))).toEqual(wanted);
  });

  it('asks for the neighbours’ consent where a home is used, beside the title', () => {
    expect(list(planOf('sole-trader-opening', { ...ordinary, 'home-premises': true }))).toContain('neighbours-consent');
  });

  it('counts the identity card once for the operator and where the operator lives', () => {
    const plan = planOf('sole-trader-opening', ordinary);
    const card = plan.materials.find(({ documentType }) => documentType === 'resident-identity-card');
    expect(card).toMatchObject({ copies: 2, showOriginal: true });
  });
});

describe('opening and closing a company', () => {
  it('makes licence and seal inside the event, in order', () => {
    const plan = planOf('company-opening', {
      'premises-kind': 'rented',
      'needs-prior-approval': false,
      'uses-agent': false,
      'wants-seal': true,
      'wants-invoices': true,
      'has-employees': true,
      'wants-bank-account': true,
    });
    expect(list(plan)).not.toContain('business-licence');
    expect(list(plan)).not.toContain('company-seal');
    expect(stageOf(plan, '000131001000')).toBe(1);
    expect(stageOf(plan, '000109010000')).toBe(2);
    expect(stageOf(plan, '000999010000')).toBe(3);
  });

  const closing = { 'entity-type': 'company', 'had-employees': false, 'had-customs': false };

  it('closes by one of two procedures, each with its notice in the path, the tax clearance made and not asked for', () => {
    const simple = planOf('company-closing', { ...closing, 'closing-procedure': 'simple' });
    const ordinary = planOf('company-closing', {
      ...closing,
      'closing-procedure': 'ordinary',
      'notice-channel': 'system',
    });
    expect(list(simple)).toContain('investors-commitment');
    expect(list(simple)).not.toContain('liquidation-report');
    expect(list(ordinary)).toContain('liquidation-report');
    for (const plan of [simple, ordinary]) {
      expect(list(plan)).not.toContain('tax-clearance');
      expect(plan.warnings.map(({ code }) => code)).toContain('PROMISE_SHORTER_THAN_PATH');
    }
    expect(ordinary.criticalPath.workingDays - simple.criticalPath.workingDays).toBeGreaterThanOrEqual(15);
  });

  it('surrenders licence and seal only when nothing needs them any more', () => {
    const plan = planOf('company-closing', { ...closing, 'closing-procedure': 'simple' });
    expect(stageOf(plan, '000730011000')).toBeLessThan(stageOf(plan, '000131030000'));
    expect(stageOf(plan, '000999011000')).toBeLessThan(stageOf(plan, '000109011000'));
    const taken = plan.materials.filter(({ handIn }) => handIn).map(({ documentType }) => documentType);
    expect(taken).toEqual(expect.arrayContaining(['business-licence', 'company-seal']));
  });
});

describe('closing by kind of entity', () => {
  const common = { 'had-employees': false, 'had-customs': false };
  const kinds: ReadonlyArray<readonly [Record<string, unknown>, string]> = [
    [{ 'entity-type': 'company', 'closing-procedure': 'simple' }, '000131030000'],
    [{ 'entity-type': 'company', 'closing-procedure': 'ordinary', 'notice-channel': 'system' }, '000131031000'],
    [{ 'entity-type': 'sole-proprietorship' }, '000131032000'],
    [{ 'entity-type': 'partnership' }, '000131033000'],
    [{ 'entity-type': 'cooperative' }, '000131034000'],
    [{ 'entity-type': 'branch' }, '000131035000'],
  ];

  it.each(kinds)('%j: exactly one of six', (answers, matter) => {
    const plan = planOf('company-closing', { ...common, ...answers });
    expect(plan.openQuestions).toEqual([]);
    const done = plan.steps.map((step) => step.matter.slice(8)).filter((code) => code.startsWith('00013103'));
    expect(done).toEqual([matter]);
  });
});

describe('a minor heir', () => {
  const death = {
    'death-kind': 'natural',
    'deceased-card-lost': false,
    cremated: false,
    'drew-pension': false,
    'had-medical-account': false,
    'had-housing-fund': true,
    'housing-fund-balance': 5000,
    'had-driving-licence': false,
    'asks-shareholdings': false,
    'asks-wills': false,
    'small-deposits': false,
  };

  it('is another person than the applicant, who acts as guardian', () => {
    const grown = planOf('citizen-death', { ...death, 'heir-is-minor': false });
    const minor = planOf('citizen-death', { ...death, 'heir-is-minor': true });
    expect(list(grown)).not.toContain('guardianship-certificate');
    expect(list(minor)).toContain('guardianship-certificate');
    const parties = (documentType: string) =>
      minor.materials.filter((line) => line.documentType === documentType).flatMap((line) => line.parties);
    expect(parties('household-register')).toContain('HEIR');
    expect(parties('guardianship-certificate')).toEqual(['HEIR']);
    expect(parties('resident-identity-card')).toContain('APPLICANT');
    expect(parties('resident-identity-card')).not.toContain('HEIR');
    const guardian = minor.form.fields.filter(({ party }) => party === 'APPLICANT').map(({ code }) => code);
    expect(guardian).toEqual(expect.arrayContaining(['name', 'identity-number']));
  });
});

describe('two heirs', () => {
  const parties = [
    { id: 'wife', roles: ['HEIR', 'APPLICANT'] },
    { id: 'son', roles: ['HEIR'] },
    { id: 'father', roles: ['DECEASED'] },
  ];
  const answers = answersOf({
    'death-kind': 'natural',
    'deceased-card-lost': false,
    cremated: false,
    'drew-pension': false,
    'had-medical-account': false,
    'had-housing-fund': true,
    'housing-fund-balance': 50_000,
    'heir-is-minor': false,
    'had-driving-licence': false,
    'asks-shareholdings': false,
    'asks-wills': false,
    'small-deposits': false,
  });
  const plan = buildPlan(inputFor('citizen-death', '330381000000', { parties, answers }));

  it('each bring what is theirs, and what is about the deceased is asked for once', () => {
    expect(plan.problems).toEqual([]);
    const of = (documentType: string) =>
      plan.materials.filter((line) => line.documentType === documentType).map(({ parties: those }) => those);
    expect(of('bank-card')).toEqual([['son'], ['wife']]);
    expect(of('resident-identity-card').flat().sort()).toEqual(['father', 'son', 'wife']);
    expect(of('household-register')).toEqual([['father']]);
  });

  it('each state their share and account in the one form', () => {
    const shares = plan.form.fields.filter(({ code }) => code === 'inheritance-share').map(({ party }) => party);
    expect(shares.sort()).toEqual(['son', 'wife']);
    const accounts = plan.form.fields.filter(({ code }) => code === 'payee-account').map(({ party }) => party);
    expect(accounts.sort()).toEqual(['son', 'wife']);
  });
});

describe('selling a home', () => {
  it('uses the new title for the three accounts, and takes the old one away before', () => {
    const plan = planOf('home-transfer', { 'home-has-gas': true, 'home-mortgaged': false });
    expect(list(plan)).toEqual([
      'online-purchase-contract',
      'real-estate-title',
      'resident-identity-card',
      'resident-identity-card',
    ]);
    const title = plan.materials.find(({ documentType }) => documentType === 'real-estate-title');
    expect(title).toMatchObject({ spec: '原证', handIn: true });
    expect(plan.reduction.produced).toBe(4);
    expect(plan.steps.map(({ stage }) => stage)).toEqual([1, 2, 3, 3, 3]);
    expect(plan.criticalPath.workingDays).toBe(3);
    expect(list(planOf('home-transfer', { 'home-has-gas': false, 'home-mortgaged': true }))).toContain(
      'mortgagee-consent',
    );
  });
});

describe('opening a shop', () => {
  it('shares its drawings and rules with the restaurant’s matters, and adds the hygiene licence', () => {
    const plan = planOf('shop-opening', {
      'food-scale': 'small',
      'fire-procedure': 'commitment',
      'wants-sign': false,
      'premises-kind': 'own',
    });
    expect(plan.steps.map((step) => step.matter.slice(6, 8))).toContain('WJ');
    expect(list(plan).filter((type) => type === 'floor-plan')).toHaveLength(1);
    expect(list(plan).filter((type) => type === 'rules-catalogue')).toHaveLength(1);
    expect(plan.criticalPath.workingDays).toBeLessThanOrEqual(13);
  });
});

describe('opening a restaurant', () => {
  const small = {
    'food-scale': 'small',
    'fire-procedure': 'commitment',
    'wants-sign': false,
    'premises-kind': 'rented',
  };

  it('does one of two licences and one of two fire checks, with three drawings apart', () => {
    const plan = planOf('restaurant-opening', small);
    expect(plan.steps).toHaveLength(3);
    expect(list(plan)).toEqual(expect.arrayContaining(['equipment-layout', 'fire-plan', 'floor-plan']));
  });

  it('generates the fire check form where it is inspected', () => {
    const plan = planOf('restaurant-opening', { ...small, 'fire-procedure': 'inspection' });
    expect(plan.reduction.generated).toBe(2);
    expect(list(plan)).not.toContain('fire-commitment');
  });
});

describe('retirement', () => {
  const ordinary = {
    'has-deemed-years': false,
    'special-work': false,
    'has-housing-fund': true,
    'has-fund-loan': false,
    'claims-child-award': false,
  };

  it('calculates before insurance and housing fund', () => {
    const plan = planOf('retirement', ordinary);
    expect(plan.steps.map(({ stage }) => stage)).toEqual([1, 2, 3, 3]);
    expect(list(plan)).not.toContain('pension-calculation');
  });

  it('asks for one of three proofs only for the award', () => {
    expect(list(planOf('retirement', ordinary))).not.toContain('single-child-certificate');
    expect(list(planOf('retirement', { ...ordinary, 'claims-child-award': true, 'child-number': 'none' }))).toContain(
      'childless-certificate',
    );
  });
});

describe('entering school', () => {
  it('asks by situation, and for what another event issued', () => {
    expect(list(planOf('kindergarten-entry', { 'housing-situation': 'contract' }))).toEqual([
      'household-register',
      'household-register',
      'kindergarten-health-check',
      'online-purchase-contract',
      'vaccination-certificate',
    ]);
    const migrant = planOf('school-entry', { 'housing-situation': 'migrant' });
    expect(list(migrant)).toEqual([]);
    expect(migrant.reduction.shared).toBe(1);
  });
});

describe('registering a vehicle', () => {
  it('takes tax and insurance from their makers', () => {
    const plan = planOf('vehicle-registration', {
      'owner-kind': 'nonlocal',
      'vehicle-origin': 'domestic',
      'inspection-exempt': true,
    });
    expect(list(plan)).toEqual(['conformity-certificate', 'purchase-invoice', 'resident-identity-card']);
    expect(plan.reduction.produced).toBe(3);
    expect(stageOf(plan, '000109030000')).toBe(2);
  });
});

describe('building a rural house', () => {
  it('asks for the old titles where rebuilt, and orders land before homestead before planning', () => {
    const plan = planOf('rural-housing', {
      'building-kind': 'rebuilt',
      'old-title-kind': 'old',
      'design-source': 'free',
      'uses-farmland': true,
      'uses-forest': false,
    });
    expect(list(plan)).toEqual(
      expect.arrayContaining(['old-house-certificate', 'old-land-certificate', 'free-design']),
    );
    expect(plan.steps.map(({ stage }) => stage)).toEqual([1, 2, 3]);
    expect(plan.criticalPath.workingDays).toBe(47);
  });
});

describe('opening a clinic', () => {
  it('shares the operator’s card and the premises between two departments', () => {
    const plan = planOf('clinic-opening', {
      'premises-kind': 'rented',
      'home-premises': false,
      'operator-origin': 'mainland',
      'family-business': false,
      'address-differs': false,
      'needs-prior-approval': false,
      'uses-agent': false,
    });
    expect(list(plan).filter((type) => type === 'lease')).toHaveLength(1);
    expect(list(plan)).not.toContain('business-licence');
    expect(list(plan).filter((type) => type === 'resident-identity-card')).toHaveLength(2);
  });
});

describe('services of the social security card', () => {
  it('wants the card and nothing else', () => {
    const plan = planOf('social-card-services', {
      'wants-medical': true,
      'wants-transport': true,
      'wants-culture': false,
      'wants-jobs': true,
    });
    expect(list(plan)).toEqual(['social-security-card']);
    expect(plan.steps).toHaveLength(3);
  });
});
