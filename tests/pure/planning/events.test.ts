import { describe, expect, it } from 'vitest';
import { newbornAnswers, newbornParties } from '../../../scripts/newborn-example.ts';
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

/** Who may be closed by the simplified procedure. */
const settled = { 'debts-settled': true, 'simple-closing-excluded': false };
const paidUp = { 'taxes-settled': true, 'bank-debts-settled': true };

describe('connecting the utilities', () => {
  const all = {
    'wants-water': true,
    'wants-power': true,
    'wants-gas': true,
    'wants-telecom': true,
    'wants-broadcasting': true,
    'outside-works': true,
    'submitted-by': 'representative',
    'building-project': true,
  };

  it('joins the names of one title deed, and keeps two drawings apart', () => {
    const plan = planOf('utility-connection', all, ['title-data']);
    expect(list(plan).filter((type) => type === 'real-estate-title')).toHaveLength(1);
    expect(list(planOf('utility-connection', all))).not.toContain('real-estate-title');
    expect(list(plan)).toEqual(
      expect.arrayContaining(['topographic-map', 'site-plan', 'gas-point-plan', 'pipe-drawing']),
    );
  });

  const fateOf = (plan: Plan, row: string) => plan.account.find(({ names }) => names.zh === row);

  it('systems 4, Test: 用电地址物业权属证明 and 用气地址权属证明 become one slot, 地形图 and 总平面图 stay two', () => {
    const plan = planOf('utility-connection', all, ['title-data']);
    const [power, gas, map, site] = [
      ...['用电地址物业权属证明', '用气地址权属证明', '区域1比500总平面地形图', '建筑总平面图和工程项目弱电图纸'],
    ].map((row) => fateOf(plan, row)?.material);
    expect(power).toMatch(/^real-estate-title/);
    expect(gas).toBe(power);
    expect([map, site]).toEqual([expect.stringMatching(/^topographic-map/), expect.stringMatching(/^site-plan/)]);
  });

  it('systems 4, Test: water and power alone drop the rows of gas and telecom', () => {
    const both = { ...all, 'wants-gas': false, 'wants-telecom': false, 'wants-broadcasting': false };
    const asks = ({ fate }: Plan['account'][number]) => fate !== 'NOT_APPLICABLE';
    const mattersOf = (plan: Plan) => new Set(plan.account.filter(asks).map(({ matter }) => matter));
    const rows = mattersOf(planOf('utility-connection', { ...both, 'outside-works': false }));
    const utilities = (digits: ReadonlyArray<string>, matters: ReadonlySet<string>) =>
      digits.map((each) => [...matters].some((matter) => matter.endsWith(each)));
    const [water, power, gas, telecom] = ['000999020000', '000999021000', '000999022000', '000999023000'];
    const four = [water, power, gas, telecom] as ReadonlyArray<string>;
    expect(utilities(four, rows)).toEqual([true, true, false, false]);
    expect(utilities(four, mattersOf(planOf('utility-connection', all)))).toEqual([true, true, true, true]);
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
    ['own', []],
    ['no-deed', ['no-title-certificate']],
    ['bought', ['completion-certificate', 'purchase-contract']],
    ['rented', ['lease']],
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
      'officers-barred': false,
      'capital-paid-within': 5,
      'wants-seal': true,
      'wants-invoices': true,
      'has-employees': true,
      'wants-bank-account': true,
      'legal-representative-is-shareholder': true,
      'tax-officer-is-legal-representative': false,
      'tax-officer-is-shareholder': false,
    });
    expect(list(plan)).not.toContain('business-licence');
    expect(list(plan)).not.toContain('company-seal');
    expect(stageOf(plan, '000131001000')).toBe(1);
    expect(stageOf(plan, '000109010000')).toBe(2);
    expect(stageOf(plan, '000999010000')).toBe(3);
  });

  it('asks nobody whether two are one whom another answer tells apart', () => {
    const answers = answersOf({
      'premises-kind': 'own',
      'needs-prior-approval': false,
      'uses-agent': false,
      'officers-barred': false,
      'capital-paid-within': 5,
      'wants-seal': false,
      'wants-invoices': true,
      'has-employees': false,
      'wants-bank-account': false,
      'tax-officer-is-legal-representative': true,
      'legal-representative-is-shareholder': false,
    });
    const open = (told: typeof answers) => {
      const parties = [{ id: 'lin', roles: ['LEGAL_REPRESENTATIVE'] }];
      const plan = buildPlan(inputFor('company-opening', '330381000000', { parties, answers: told }));
      return plan.openQuestions.map(({ question }) => question);
    };
    expect(open(answers)).toEqual([]);
    expect(open(answers.slice(0, -1))).toContain('legal-representative-is-shareholder');
  });

  const closing = { 'entity-type': 'company', 'had-employees': false, 'had-customs': false, ...paidUp };

  it('closes by one of two procedures, each with its notice in the path, the tax clearance made and not asked for', () => {
    const simple = planOf('company-closing', { ...closing, 'closing-procedure': 'simple', ...settled });
    const ordinary = planOf('company-closing', {
      ...closing,
      'closing-procedure': 'ordinary',
      'notice-channel': 'system',
      'debts-settled': true,
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

  it.each([
    [{ 'debts-settled': false }, 'debts-settled'],
    [{ 'simple-closing-excluded': true }, 'not-excluded'],
  ])('%j leaves the ordinary procedure, and nothing to submit by this one', (answer, condition) => {
    const answers = answersOf({ ...closing, 'closing-procedure': 'simple', ...settled, ...answer });
    const { refusals, problems } = buildPlan(inputFor('company-closing', '330381000000', { answers }));
    // Of the closing itself, and of the account and the seal, which rest on it.
    expect(refusals.map((refusal) => [refusal.condition, refusal.alternativeMatter])).toEqual(
      Array(3).fill([condition, '330381SJ000131031000']),
    );
    expect(problems.map(({ code }) => code)).toEqual(['NONE_OF_GROUP']);
  });

  it('surrenders licence and seal only when nothing needs them any more', () => {
    const plan = planOf('company-closing', { ...closing, 'closing-procedure': 'simple', ...settled });
    expect(stageOf(plan, '000730011000')).toBeLessThan(stageOf(plan, '000131030000'));
    expect(stageOf(plan, '000999011000')).toBeLessThan(stageOf(plan, '000109011000'));
    const taken = plan.materials.filter(({ handIn }) => handIn).map(({ documentType }) => documentType);
    expect(taken).toEqual(expect.arrayContaining(['business-licence', 'company-seal']));
  });
});

describe('closing by kind of entity', () => {
  const common = { 'had-employees': false, 'had-customs': false, ...paidUp };
  const kinds: ReadonlyArray<readonly [Record<string, unknown>, string]> = [
    [{ 'entity-type': 'company', 'closing-procedure': 'simple', ...settled }, '000131030000'],
    [
      { 'entity-type': 'company', 'closing-procedure': 'ordinary', 'notice-channel': 'system', 'debts-settled': true },
      '000131031000',
    ],
    [{ 'entity-type': 'sole-proprietorship', 'debts-settled': true }, '000131032000'],
    [{ 'entity-type': 'partnership', 'debts-settled': true }, '000131033000'],
    [{ 'entity-type': 'cooperative', 'debts-settled': true }, '000131034000'],
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
    'deceased-resident-here': true,
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
  const paid = { 'water-arrears': false, 'power-arrears': false, 'both-apply': true, 'contract-signed': true };

  it('uses the new title for the three accounts, and takes the old one away before', () => {
    const plan = planOf('home-transfer', {
      ...paid,
      'home-has-gas': true,
      'gas-arrears': false,
      'home-mortgaged': false,
    });
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
    expect(list(planOf('home-transfer', { ...paid, 'home-has-gas': false, 'home-mortgaged': true }))).toContain(
      'mortgagee-consent',
    );
  });
});

describe('opening a shop', () => {
  it('shares its drawings and rules with the restaurant’s matters, and adds the hygiene licence', () => {
    const plan = planOf('shop-opening', {
      'food-scale': 'small',
      'has-business-licence': true,
      'fire-procedure': 'commitment',
      'wants-sign': false,
      'premises-kind': 'own',
      'operator-origin': 'mainland',
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
    'has-business-licence': true,
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
    'retiree-kind': 'man',
    'retiree-born-on': '1965-01-15',
    'has-deemed-years': false,
    'special-work': false,
    'has-housing-fund': true,
    'has-fund-loan': false,
    'claims-child-award': false,
    'contributed-years': 20,
  };

  it('calculates before insurance and housing fund', () => {
    const plan = planOf('retirement', ordinary);
    expect(plan.steps.map(({ stage }) => stage)).toEqual([1, 2, 3, 3]);
    expect(list(plan)).not.toContain('pension-calculation');
  });

  it.each<readonly [Readonly<Record<string, unknown>>, boolean]>([
    [{ 'retiree-born-on': '1966-11-24' }, true],
    [{ 'retiree-born-on': '1966-11-25' }, false],
    [{ 'retiree-kind': 'woman-officer', 'retiree-born-on': '1971-11-24' }, true],
    [{ 'retiree-kind': 'woman-officer', 'retiree-born-on': '1971-11-25' }, false],
    [{ 'retiree-kind': 'woman-worker', 'retiree-born-on': '1976-11-24' }, true],
    [{ 'retiree-kind': 'woman-worker', 'retiree-born-on': '1976-11-25' }, false],
    [{ 'special-work': true, 'retiree-born-on': '1971-11-24' }, true],
    [{ 'special-work': true, 'retiree-born-on': '1971-11-25' }, false],
    [{ 'special-work': true, 'retiree-kind': 'woman-worker', 'retiree-born-on': '1981-11-24' }, true],
    [{ 'special-work': true, 'retiree-kind': 'woman-worker', 'retiree-born-on': '1981-11-25' }, false],
  ])('%j is old enough on 24 November 2026: %s', (answers, old) => {
    const plan = buildPlan(inputFor('retirement', '330381000000', { answers: answersOf({ ...ordinary, ...answers }) }));
    // What follows from it is refused with it, by its condition.
    expect([...new Set(plan.refusals.map(({ condition }) => condition))]).toEqual(old ? [] : ['old-enough']);
    expect(plan.refusals).toHaveLength(old ? 0 : 'special-work' in answers ? 5 : 4);
    expect(plan.problems.map(({ code }) => code)).toEqual(old ? [] : ['NO_MATTER']);
  });

  it.each([
    [15, []],
    // The insurance of the retired rests on the pension.
    [14, ['contributed-long-enough', 'contributed-long-enough']],
  ])('after %i years of contributions: %j', (years, told) => {
    const plan = buildPlan(
      inputFor('retirement', '330381000000', { answers: answersOf({ ...ordinary, 'contributed-years': years }) }),
    );
    expect(plan.refusals.map(({ condition }) => condition)).toEqual(told);
  });

  it('asks for one of three proofs only for the award', () => {
    expect(list(planOf('retirement', ordinary))).not.toContain('single-child-certificate');
    expect(list(planOf('retirement', { ...ordinary, 'claims-child-award': true, 'child-number': 'none' }))).toContain(
      'childless-certificate',
    );
  });
});

describe('entering school', () => {
  const four = { 'student-born-on': '2022-08-31', 'term-begins-on': '2026-09-01' };
  const six = { 'student-born-on': '2020-09-01', 'term-begins-on': '2026-09-01' };

  it.each([
    ['school-entry', '2020-09-01', true],
    ['school-entry', '2020-09-02', false],
    ['kindergarten-entry', '2023-09-01', true],
    ['kindergarten-entry', '2023-09-02', false],
  ])('%s: a child born on %s is old enough when the term begins: %s', (event, born, old) => {
    const answers = answersOf({ ...six, 'student-born-on': born, 'housing-situation': 'migrant' });
    const plan = buildPlan(inputFor(event, '330381000000', { answers }));
    expect(plan.refusals.map(({ condition, subject }) => [condition, subject])).toEqual(
      old ? [] : [['old-enough', 'STUDENT']],
    );
  });

  it('asks by situation, and for what another event issued', () => {
    expect(list(planOf('kindergarten-entry', { ...four, 'housing-situation': 'contract' }))).toEqual([
      'household-register',
      'household-register',
      'kindergarten-health-check',
      'online-purchase-contract',
      'vaccination-certificate',
    ]);
    const migrant = planOf('school-entry', { ...six, 'housing-situation': 'migrant' });
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
      homesteads: 1,
      'home-sold': false,
    });
    expect(list(plan)).toEqual(
      expect.arrayContaining(['old-house-certificate', 'old-land-certificate', 'free-design']),
    );
    expect(plan.steps.map(({ stage }) => stage)).toEqual([1, 2, 3]);
    expect(plan.criticalPath.workingDays).toBe(47);
  });

  const situation = { 'building-kind': 'new', 'design-source': 'free', 'uses-farmland': true, 'uses-forest': true };
  const refusedTo = (answers: Readonly<Record<string, unknown>>): Plan =>
    buildPlan(inputFor('rural-housing', '330381000000', { answers: answersOf({ ...situation, ...answers }) }));

  it('a household with one homestead is refused another, and one with two may not rebuild: all that rests on it is refused', () => {
    const plan = refusedTo({ homesteads: 1, 'home-sold': false });
    expect(plan.refusals.map(({ matter, condition }) => `${matter.slice(6, 8)} ${condition}`)).toEqual([
      'LY one-homestead',
      'XZ one-homestead',
      'XZ one-homestead',
      'ZG one-homestead',
    ]);
    expect(plan.refusals[0]).toMatchObject({
      subject: 'FARMER',
      reason: { zh: '一户只能拥有一处宅基地，批准后本户的宅基地将超过一处。' },
      legalBasis: { title: '中华人民共和国土地管理法', article: '第六十二条' },
      alternative: { zh: expect.stringContaining('分户') },
    });
    expect(plan.problems.map(({ code }) => code)).toEqual(['NO_MATTER']);
    expect(
      refusedTo({ 'building-kind': 'rebuilt', 'old-title-kind': 'old', homesteads: 2, 'home-sold': false }).refusals,
    ).toHaveLength(4);
    expect(refusedTo({ homesteads: 0, 'home-sold': false }).refusals).toEqual([]);
  });

  it('whoever sold a house is refused another, whatever is built', () => {
    const plan = refusedTo({ homesteads: 0, 'home-sold': true });
    expect(plan.refusals.map(({ condition }) => condition)).toEqual(Array(4).fill('not-sold'));
    expect(plan.refusals[0]?.alternative).toBeNull();
  });
});

describe('opening a clinic', () => {
  const rented = {
    'premises-kind': 'rented',
    'home-premises': false,
    'family-business': false,
    'address-differs': false,
    'needs-prior-approval': false,
    'uses-agent': false,
    'has-practice-licence': true,
    'practising-since': '2021-11-24',
  };
  const mainland = { ...rented, 'operator-origin': 'mainland' };
  const overseas = { ...rented, 'operator-origin': 'overseas' };
  const cards = (plan: Plan): ReadonlyArray<string> =>
    plan.materials
      .map(({ id }) => id)
      .filter((id) => /^(resident-identity-card|identity-document):/.test(id))
      .sort();

  it('shares the operator’s card and the premises between two departments', () => {
    const plan = planOf('clinic-opening', { ...mainland, 'doctor-is-operator': false });
    expect(list(plan).filter((type) => type === 'lease')).toHaveLength(1);
    expect(list(plan)).not.toContain('business-licence');
    expect(cards(plan)).toEqual(['resident-identity-card:DOCTOR', 'resident-identity-card:OPERATOR']);
  });

  it('asks whether the doctor is the operator, who then brings one card and is asked once for a name', () => {
    const told = buildPlan(inputFor('clinic-opening', '330381000000', { answers: answersOf(mainland) }));
    expect(told.openQuestions.map(({ question }) => question)).toEqual(['doctor-is-operator']);
    const one = planOf('clinic-opening', { ...mainland, 'doctor-is-operator': true });
    expect(cards(one)).toEqual(['resident-identity-card:OPERATOR']);
    expect(one.form.fields.filter(({ code }) => code === 'name').map(({ party }) => party)).toEqual(['OPERATOR']);
  });

  it('asks nobody from Hong Kong for an identity card of the mainland, whichever department asks', () => {
    expect(cards(planOf('clinic-opening', { ...overseas, 'doctor-is-operator': false }))).toEqual([
      'identity-document:OPERATOR',
      'resident-identity-card:DOCTOR',
    ]);
    const one = planOf('clinic-opening', { ...overseas, 'doctor-is-operator': true });
    expect(cards(one)).toEqual(['identity-document:OPERATOR']);
    const row = one.account.find(({ requirement }) => requirement === 'WJ3040-03');
    expect(row?.reason.zh).toContain('当事人没有居民身份证，以此代替。');
  });

  it('asks who the agent is only once there is one, and never whether the operator is', () => {
    const before = buildPlan(inputFor('clinic-opening', '330381000000'));
    const after = buildPlan(
      inputFor('clinic-opening', '330381000000', {
        answers: answersOf({ ...mainland, 'uses-agent': true, 'family-business': true }),
      }),
    );
    const agents = ({ openQuestions }: Plan) =>
      openQuestions.map(({ question }) => question).filter((code) => code.startsWith('agent-'));
    expect(agents(before)).toEqual([]);
    expect([...agents(after)].sort()).toEqual(['agent-is-doctor', 'agent-is-family-member']);
  });
});

describe('a clinic of a doctor without papers', () => {
  const trader = {
    'premises-kind': 'rented',
    'home-premises': false,
    'operator-origin': 'mainland',
    'family-business': false,
    'address-differs': false,
    'needs-prior-approval': false,
    'uses-agent': false,
  };
  const clinic = (answers: Readonly<Record<string, unknown>>): Plan =>
    buildPlan(inputFor('clinic-opening', '330381000000', { answers: answersOf({ ...trader, ...answers }) }));

  it('who has long practised without a licence is refused the clinic by law, and told of the assessment by experts', () => {
    const plan = clinic({ 'has-practice-licence': false });
    expect(plan.openQuestions).toEqual([]);
    expect(plan.refusals).toEqual([
      expect.objectContaining({
        matter: '330381WJ000123040000',
        condition: 'practice-licence',
        subject: 'DOCTOR',
        legalBasis: { title: '诊所备案管理暂行办法', article: '第六条', documentNumber: '国卫医政发〔2022〕33号' },
        alternative: expect.objectContaining({ zh: expect.stringContaining('专家评审') }),
      }),
    ]);
    // A trade can still be registered, and nothing of the clinic is asked for.
    expect(plan.steps.map(({ matter }) => matter)).toEqual(['330381SJ000131004000']);
    expect(plan.problems).toEqual([]);
    expect(list(plan)).not.toContain('clinic-plan');
  });

  it.each([
    ['2021-11-24', []],
    ['2021-11-25', ['five-years']],
  ])('licensed, practising since %s: %j', (since, told) => {
    const plan = clinic({ 'has-practice-licence': true, 'practising-since': since });
    expect(plan.refusals.map(({ condition }) => condition)).toEqual(told);
  });
});

describe('who is not entitled is not told that it is not needed', () => {
  it('a mother who is not insured is refused the benefit, and told what else there is', () => {
    const answers = newbornAnswers
      .filter(({ question }) => question !== 'settled-at-hospital')
      .map((each) => (each.question === 'maternity-insurance' ? { ...each, value: 'none' } : each));
    const plan = buildPlan(inputFor('newborn', '330381000000', { answers, parties: newbornParties }));
    expect(plan.openQuestions).toEqual([]);
    expect(plan.refusals.map(({ condition, parties }) => [condition, parties])).toEqual([['insured', ['lin']]]);
    expect(plan.reduction.notEntitled).toBe(8);
    expect(plan.steps).toHaveLength(6);
  });

  it('more than is small is not paid out without a certificate of inheritance', () => {
    const plan = (total: number): Plan =>
      buildPlan(
        inputFor('citizen-death', '330381000000', {
          answers: answersOf({ 'small-deposits': true, 'small-deposit-total': total }),
        }),
      );
    expect(plan(50_000).refusals).toEqual([]);
    expect(plan(50_000.01).refusals.map(({ condition }) => condition)).toEqual(['small']);
  });

  it('of a home with an unpaid bill that account alone waits', () => {
    const answers = answersOf({
      'water-arrears': true,
      'power-arrears': false,
      'home-has-gas': false,
      'home-mortgaged': false,
      'both-apply': true,
      'contract-signed': true,
    });
    const plan = buildPlan(inputFor('home-transfer', '330381000000', { answers }));
    expect(plan.refusals.map(({ matter, condition }) => [matter.slice(6, 8), condition])).toEqual([
      ['GS', 'no-arrears'],
    ]);
    expect(plan.steps).toHaveLength(3);
  });
});

describe('services of the social security card', () => {
  it('wants the card and nothing else', () => {
    const plan = planOf('social-card-services', {
      'holds-card': true,
      'wants-medical': true,
      'wants-transport': true,
      'wants-culture': false,
      'wants-jobs': true,
    });
    expect(list(plan)).toEqual(['social-security-card']);
    expect(plan.steps).toHaveLength(3);
  });

  it('gives an adult who has none a card first, for no paper but their own', () => {
    const plan = planOf('social-card-services', {
      'holds-card': false,
      'cardholder-born-on': '2010-11-24',
      'card-applied-by': 'self',
      'wants-medical': true,
      'wants-transport': false,
      'wants-culture': false,
      'wants-jobs': false,
    });
    expect(list(plan)).toEqual(['photograph', 'resident-identity-card']);
    const photograph = plan.materials.find(({ documentType }) => documentType === 'photograph');
    expect(photograph?.photo).toMatchObject({ background: 'WHITE', kib: { least: 14, most: 20 } });
    expect(photograph?.title.zh).toContain('宽358像素，高441像素，背景白色，文件大小14至20KB');
    expect([stageOf(plan, '000714002000'), stageOf(plan, '000714040000')]).toEqual([1, 2]);
  });
});

describe('a card that somebody else applies for', () => {
  it.each([
    ['self', ['photograph', 'resident-identity-card'], ['CARDHOLDER']],
    [
      'agent',
      ['photograph', 'power-of-attorney', 'resident-identity-card', 'resident-identity-card'],
      ['AGENT', 'CARDHOLDER'],
    ],
    [
      'guardian',
      ['guardianship-certificate', 'photograph', 'resident-identity-card', 'resident-identity-card'],
      ['CARDHOLDER', 'GUARDIAN'],
    ],
  ])('by %s asks for %j', (by, documents, cards) => {
    const plan = planOf('social-card-services', {
      'holds-card': false,
      'cardholder-born-on': '1990-01-01',
      'card-applied-by': by,
      ...Object.fromEntries(['medical', 'transport', 'culture', 'jobs'].map((each) => [`wants-${each}`, false])),
    });
    expect(list(plan)).toEqual(documents);
    const shown = plan.materials.filter(({ documentType }) => documentType === 'resident-identity-card');
    expect(shown.flatMap(({ parties }) => parties).sort()).toEqual(cards);
  });
});

describe('opening a road freight business', () => {
  const freight = {
    'has-business-licence': true,
    'vehicle-mass': 'over',
    'has-freight-vehicles': true,
    'uses-agent': false,
  };

  it('makes the permit and the check of the vehicle, and then the certificate that wants both', () => {
    const plan = planOf('road-freight-opening', freight);
    expect(list(plan)).not.toContain('road-transport-permit');
    expect(list(plan)).not.toContain('vehicle-record-check');
    expect(list(plan).filter((type) => type === 'vehicle-licence')).toHaveLength(1);
    expect(plan.steps.filter(({ stage }) => stage === 2)).toHaveLength(1);
    expect(plan.criticalPath.workingDays).toBe(6);
  });

  it('takes a commitment where the vehicles are still to be bought, and certifies none', () => {
    const plan = planOf('road-freight-opening', { ...freight, 'has-freight-vehicles': false });
    expect(list(plan)).toContain('vehicle-commitment');
    expect(list(plan)).not.toContain('vehicle-licence');
    expect(plan.steps).toHaveLength(2);
  });

  it('tells the owners of light vehicles by which law they need none of it', () => {
    const answers = answersOf({ ...freight, 'vehicle-mass': 'up-to' });
    const plan = buildPlan(inputFor('road-freight-opening', '330381000000', { answers }));
    expect(plan.steps).toEqual([]);
    expect(plan.refusals.map(({ condition }) => condition)).toContain('over-4500-kg');
    expect(plan.problems.map(({ code }) => code)).toEqual(['NO_MATTER']);
  });
});

describe('repairing credit', () => {
  const all = {
    'has-published-penalty': true,
    'penalty-fulfilled': true,
    'penalty-in-grave-field': false,
    'penalty-published-on': '2026-08-24',
    'in-abnormal-list': true,
    'abnormal-mended': true,
    'abnormal-reason': 'annual-report',
    'in-serious-list': true,
    'serious-listed-on': '2025-11-24',
    'tax-credit-lowered': true,
    'tax-breach-mended': true,
  };
  const refusedOf = (answers: Readonly<Record<string, unknown>>) =>
    buildPlan(inputFor('credit-repair', '330381000000', { answers: answersOf({ ...all, ...answers }) })).refusals.map(
      ({ condition }) => condition,
    );

  it('asks once for what four departments want', () => {
    const plan = planOf('credit-repair', all);
    expect(plan.steps.map(({ stage }) => stage)).toEqual([1, 1, 1, 1]);
    expect(list(plan)).toEqual([
      'annual-report',
      'business-licence',
      'credit-commitment',
      'penalty-decision',
      'penalty-fulfilment',
      'resident-identity-card',
    ]);
  });

  it.each([
    ['three months to the day', {}, []],
    ['a day less', { 'penalty-published-on': '2026-08-25' }, ['published-long-enough']],
    ['a grave field', { 'penalty-in-grave-field': true }, ['published-long-enough']],
    ['a grave field after a year', { 'penalty-in-grave-field': true, 'penalty-published-on': '2025-11-24' }, []],
    ['listed a day less than a year', { 'serious-listed-on': '2025-11-25' }, ['listed-for-a-year']],
    ['nothing done', { 'penalty-fulfilled': false }, ['penalty-fulfilled', 'penalty-fulfilled']],
  ])('is open or not: %s', (_name, answers, refused) => {
    expect(refusedOf(answers)).toEqual(refused);
  });
});
