import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../../subgraphs/language/conditions.ts';
import { buildPlan } from '../../../../subgraphs/planning/index.ts';
import type { GroupChoice, MatterAnswer, Plan } from '../../../../subgraphs/planning/types.ts';
import {
  type CatalogueOf,
  fates,
  field,
  inputOf,
  is,
  line,
  list,
  type MatterOf,
  made,
  open,
  pays,
  planOf,
  problems,
  stages,
  use,
} from './catalogue-of.ts';

const refused = (plan: Plan): ReadonlyArray<string> =>
  plan.refusals.map(({ matter, condition }) => `${matter} ${condition}`);

describe('rule 17: who is not entitled', () => {
  const catalogue = (answers: Readonly<Record<string, unknown>>): CatalogueOf => ({
    questions: { wanted: {}, resident: {}, insured: {} },
    answers,
    matters: {
      grant: {
        when: is('wanted'),
        accepts: { resident: is('resident'), insured: is('insured') },
        rows: { form: [use('a', 'MOTHER')] },
        fields: [field('account', 'MOTHER')],
      },
      other: { rows: { proof: [use('b', 'MOTHER')] } },
    },
  });

  it('entitled: the matter is done', () => {
    const plan = planOf(catalogue({ wanted: true, resident: true, insured: true }));
    expect(list(plan)).toEqual(['a:MOTHER', 'b:MOTHER']);
    expect(stages(plan)).toEqual({ grant: 1, other: 1 });
    expect(refused(plan)).toEqual([]);
    expect(plan.reduction.notEntitled).toBe(0);
    // Its department learns what it is decided by.
    expect(plan.filings.map(({ questions }) => questions)).toEqual([['insured', 'resident', 'wanted'], []]);
  });

  it('not entitled is not done, is told, and is not the same as not needed', () => {
    const plan = planOf(catalogue({ wanted: true, resident: false, insured: true }));
    expect(list(plan)).toEqual(['b:MOTHER']);
    expect(stages(plan)).toEqual({ other: 1 });
    expect(plan.form.fields).toEqual([]);
    expect(refused(plan)).toEqual(['grant resident']);
    expect(fates(plan)).toEqual({ form: 'NOT_ENTITLED', proof: 'KEPT b:MOTHER' });
    expect(plan.account.find(({ requirement }) => requirement === 'form')?.reason).toEqual({
      zh: '“名grant”不予受理：名reason resident依据：law resident。',
      en: 'No entitlement to "name grant": name reason resident Basis: law resident.',
    });
    const { rows, kept, notApplicable, notEntitled, before } = plan.reduction;
    expect({ rows, kept, notApplicable, notEntitled }).toEqual({ rows: 2, kept: 1, notApplicable: 0, notEntitled: 1 });
    expect([before.materials, before.matters, before.departments]).toEqual([1, 1, 1]);
    expect(plan.problems).toEqual([]);
  });

  it('not needed is not refused, whatever of its conditions fails', () => {
    const plan = planOf(catalogue({ wanted: false, resident: false }));
    expect(refused(plan)).toEqual([]);
    expect(fates(plan)).toEqual({ form: 'NOT_APPLICABLE', proof: 'KEPT b:MOTHER' });
    expect(open(plan)).toEqual([]);
  });

  it('every condition that fails is told at once, in order of code', () => {
    expect(refused(planOf(catalogue({ wanted: true, resident: false, insured: false })))).toEqual([
      'grant insured',
      'grant resident',
    ]);
  });

  it('what is not answered stays open: planned as if it held, and the list says what it depends on', () => {
    const plan = planOf(catalogue({ wanted: true, insured: true }));
    expect(refused(plan)).toEqual([]);
    expect(line(plan, 'a:MOTHER').dependsOn).toEqual(['resident']);
    expect(plan.account.map(({ dependsOn }) => dependsOn)).toEqual([['resident'], []]);
    expect(plan.openQuestions).toMatchObject([{ question: 'resident', mostMaterials: 2, fewestMaterials: 1 }]);
    expect(plan.form.fields[0]?.required).toBe(false);
    expect(plan.form.schema.allOf).toEqual([
      expect.objectContaining({
        if: expect.objectContaining({
          properties: { $answers: expect.objectContaining({ properties: { resident: { const: true } } }) },
        }),
      }),
    ]);
  });

  it('is asked of nobody where it changes nothing: the matter is refused anyway, or not needed', () => {
    expect(open(planOf(catalogue({ wanted: true, resident: false })))).toEqual([]);
    expect(open(planOf(catalogue({ wanted: false })))).toEqual([]);
    const unsure = planOf(catalogue({ resident: false }));
    expect(open(unsure)).toEqual([]);
    expect(unsure.refusals.map(({ dependsOn }) => dependsOn)).toEqual([['wanted']]);
    expect(planOf(catalogue({ wanted: true, resident: false })).refusals[0]?.dependsOn).toEqual([]);
  });

  it('another id for another refusal', () => {
    const ids = ['resident', 'insured'].map((code) => {
      const input = inputOf({ matters: { m: {}, grant: { accepts: { [code]: { any: [] } } } } });
      return buildPlan(input).id;
    });
    expect(new Set(ids).size).toBe(2);
  });
});

describe('rule 17: what a refusal tells', () => {
  const never: Condition = { any: [] };
  const catalogue: CatalogueOf = {
    parties: { xm: ['CHILD'], xh: ['CHILD'] },
    matters: {
      card: {
        repeatedFor: 'CHILD',
        accepts: {
          age: {
            condition: never,
            subject: 'CHILD',
            alternatives: { zh: '可由监护人代为申领。', en: 'The guardian may apply.' },
            alternativeMatter: 'proxy',
          },
        },
        rows: { photo: [use('a', 'CHILD')] },
      },
      other: {},
    },
  };

  it('about whom, why, by which law, and what else is possible', () => {
    expect(planOf(catalogue).refusals).toEqual([
      {
        matter: 'card',
        condition: 'age',
        subject: 'CHILD',
        parties: ['xh', 'xm'],
        who: { zh: '名CHILD（一）、名CHILD（二）', en: 'name CHILD 1, name CHILD 2' },
        reason: { zh: '名reason age', en: 'name reason age' },
        legalBasis: { title: 'law age', article: null, documentNumber: null },
        alternative: { zh: '可由监护人代为申领。', en: 'The guardian may apply.' },
        alternativeMatter: 'proxy',
        dependsOn: [],
      },
    ]);
  });

  it('the matter that is possible instead is the one of this region', () => {
    const input = inputOf(catalogue);
    const here = { ...input, basis: { ...input.basis, alternatives: { proxy: 'proxy-here' } } };
    expect(buildPlan(here).refusals[0]?.alternativeMatter).toBe('proxy-here');
  });

  it('of a condition about no party, nobody', () => {
    const plan = planOf({ matters: { m: { accepts: { c: never } }, other: {} } });
    expect(plan.refusals[0]).toMatchObject({ subject: null, parties: [], who: null, alternative: null });
  });
});

describe('rule 17: whose word it is', () => {
  const silent: CatalogueOf = {
    questions: { resident: {} },
    answers: { resident: false },
    matters: {
      grant: { accepts: { resident: is('resident') }, makes: [made('a', 'MOTHER')], silent: true },
      next: { rows: { r: [use('a', 'MOTHER')] } },
    },
  };

  it('of a department that is out, the catalogue’s', () => {
    const plan = planOf(silent);
    expect(refused(plan)).toEqual(['grant resident']);
    expect(plan.complete).toBe(true);
    // Nobody makes it: it is asked for.
    expect(list(plan)).toEqual(['a:MOTHER']);
    expect(
      refused(
        planOf({ ...silent, matters: { ...silent.matters, grant: { ...silent.matters.grant, silent: 'acceptance' } } }),
      ),
    ).toEqual(['grant resident']);
  });

  it('else the department’s, also where it asks for nothing', () => {
    const input = inputOf(silent);
    const answer = { ...(input.matters?.[1] as MatterAnswer), code: 'grant', requirements: [], acceptance: [] };
    const plan = buildPlan({ ...input, matters: [answer, input.matters?.[1] ?? null] });
    expect(refused(plan)).toEqual([]);
    expect(stages(plan)).toEqual({ grant: 1, next: 1 });
  });
});

describe('rule 17: an application for nothing', () => {
  const services = (answers: Readonly<Record<string, unknown>>): CatalogueOf => ({
    questions: { water: {}, power: {}, owner: {} },
    answers,
    matters: {
      water: { when: is('water'), rows: { w: [use('a', 'MOTHER')] } },
      power: { when: is('power'), accepts: { owner: is('owner') }, rows: { p: [use('a', 'MOTHER')] } },
    },
  });

  it('is told, and what to do', () => {
    const plan = planOf(services({ water: false, power: false }));
    expect(problems(plan)).toEqual(['NO_MATTER answers']);
    expect(plan.problems[0]?.message.en).toContain('Choose at least one');
    expect([plan.steps, plan.filings, plan.materials]).toEqual([[], [], []]);
  });

  it('for want of entitlement names what is refused', () => {
    const plan = planOf(services({ water: false, power: true, owner: false }));
    expect(problems(plan)).toEqual(['NO_MATTER answers']);
    expect(plan.problems[0]?.message.en).toContain('name power');
  });

  it.each([{}, { water: false }, { water: true, power: false }, { water: true, power: true, owner: false }])(
    '%j is one for something',
    (answers) => expect(problems(planOf(services(answers)))).toEqual([]),
  );
});

describe('rule 17: at most one and exactly one of a group', () => {
  const group = (choose: GroupChoice | null, more: Partial<CatalogueOf> = {}): CatalogueOf => ({
    questions: { a: {}, b: {} },
    ...(choose ? { groups: { g: choose } } : {}),
    matters: {
      one: { when: is('a'), exclusiveGroup: 'g', rows: { r: [use('x', 'MOTHER')] } },
      two: { when: is('b'), exclusiveGroup: 'g', rows: { s: [use('x', 'MOTHER')] } },
      rest: {},
    },
    ...more,
  });

  it.each<readonly [GroupChoice | null, Readonly<Record<string, unknown>>, ReadonlyArray<string>]>([
    ['AT_MOST_ONE', { a: false, b: false }, []],
    ['AT_MOST_ONE', { a: true, b: false }, []],
    ['AT_MOST_ONE', { a: true, b: true }, ['EXCLUSIVE_MATTERS_TOGETHER one.two']],
    ['EXACTLY_ONE', { a: false, b: false }, ['NONE_OF_GROUP one.two']],
    ['EXACTLY_ONE', { a: true, b: false }, []],
    ['EXACTLY_ONE', { a: true, b: true }, ['EXCLUSIVE_MATTERS_TOGETHER one.two']],
    // A group that says nothing knows exactly one.
    [null, { a: false, b: false }, ['NONE_OF_GROUP one.two']],
    [null, { a: true, b: true }, ['EXCLUSIVE_MATTERS_TOGETHER one.two']],
    // Perhaps one of them will be.
    ['EXACTLY_ONE', {}, []],
    ['EXACTLY_ONE', { a: true }, []],
    ['AT_MOST_ONE', { a: true }, []],
  ])('%s with %j: %j', (choose, answers, told) => {
    expect(problems(planOf(group(choose, { answers })))).toEqual(told);
  });

  it('says what to do: of at most one why it is one, and that the citizen chooses', () => {
    const both = { answers: { a: true, b: true } };
    expect(planOf(group('AT_MOST_ONE', both)).problems[0]?.message.en).toBe(
      'Only one of these can be applied for: name one, name two. name group g Basis: law g. Choose one, and change the answers about the others.',
    );
    expect(planOf(group('EXACTLY_ONE', both)).problems[0]?.message.zh).toContain('名one、名two');
  });

  it('who is refused one of exactly one can do the other alone; who is refused both can do none', () => {
    const never: Condition = { any: [] };
    const refusing = (...codes: ReadonlyArray<string>): CatalogueOf => {
      const { matters, ...rest } = group('EXACTLY_ONE', { answers: { a: true, b: true } });
      const refused = Object.entries(matters).map(([code, matter]) => [
        code,
        codes.includes(code) ? { ...matter, accepts: { c: never } } : matter,
      ]);
      return { ...rest, matters: Object.fromEntries(refused) };
    };
    expect(problems(planOf(refusing('one')))).toEqual([]);
    const plan = planOf(refusing('one', 'two'));
    expect(problems(plan)).toEqual(['NONE_OF_GROUP one.two']);
    expect(refused(plan)).toEqual(['one c', 'two c']);
  });

  it('a matter done for each of two children is one; members of another group, or of none, do not count', () => {
    const children = { an: ['CHILD'], ning: ['CHILD'] };
    expect(
      problems(planOf({ parties: children, matters: { m: { repeatedFor: 'CHILD', exclusiveGroup: 'g' }, n: {} } })),
    ).toEqual([]);
    expect(problems(planOf({ matters: { m: { exclusiveGroup: 'g' }, n: { exclusiveGroup: 'h' }, o: {} } }))).toEqual(
      [],
    );
  });
});

describe('rule 17: of benefits the highest', () => {
  const benefits = (
    answers: Readonly<Record<string, unknown>>,
    more: Readonly<Record<string, Partial<MatterOf>>> = {},
  ): CatalogueOf => ({
    questions: { wants: {}, poor: {}, old: {} },
    groups: { g: 'HIGHEST_BENEFIT' },
    answers,
    matters: {
      low: { exclusiveGroup: 'g', pays: [pays(100)], rows: { l: [use('l', 'MOTHER')] }, ...more.low },
      mid: {
        exclusiveGroup: 'g',
        pays: [pays(300, is('old')), pays(200)],
        accepts: { poor: is('poor') },
        rows: { m: [use('m', 'MOTHER')] },
        ...more.mid,
      },
      top: {
        when: is('wants'),
        exclusiveGroup: 'g',
        pays: [pays(250)],
        rows: { t: [use('t', 'MOTHER')] },
        ...more.top,
      },
    },
  });

  it.each<readonly [Readonly<Record<string, unknown>>, string, ReadonlyArray<string>]>([
    [{ wants: true, poor: true, old: false }, 'top', ['low g', 'mid g']],
    [{ wants: true, poor: true, old: true }, 'mid', ['low g', 'top g']],
    [{ wants: false, poor: true, old: false }, 'mid', ['low g']],
    // Who is not entitled to the higher gets the lower.
    [{ wants: false, poor: false }, 'low', ['mid poor']],
    [{ wants: true, poor: false, old: true }, 'top', ['low g', 'mid poor']],
  ])('%j: %s', (answers, done, told) => {
    const plan = planOf(benefits(answers));
    expect(Object.keys(stages(plan))).toEqual([done]);
    expect(list(plan)).toEqual([`${done[0]}:MOTHER`]);
    expect(refused(plan)).toEqual(told);
    expect(open(plan)).toEqual([]);
    expect(plan.problems).toEqual([]);
    for (const { condition, alternativeMatter, reason, legalBasis } of plan.refusals) {
      if (condition !== 'g') continue;
      expect(alternativeMatter).toBe(done);
      expect([reason.en, legalBasis.title]).toEqual(['name group g', 'law g']);
    }
  });

  it('which is higher stays open while an amount or an entitlement is, and is asked only of what decides', () => {
    // Whatever it pays, somebody else gets more than the lowest.
    const unsure = planOf(benefits({ wants: true, poor: true }));
    expect(refused(unsure)).toEqual(['low g']);
    expect(unsure.refusals[0]?.alternativeMatter).toBeNull();
    expect(unsure.openQuestions).toMatchObject([{ question: 'old', mostMaterials: 1, fewestMaterials: 1 }]);
    expect(list(unsure)).toEqual(['m:MOTHER', 't:MOTHER']);
    expect(line(unsure, 'm:MOTHER').dependsOn).toEqual(['old']);
    // Not entitled to it: its amount decides nothing.
    expect(open(planOf(benefits({ wants: true, poor: false })))).toEqual([]);
    expect(open(planOf(benefits({})))).toEqual(['poor', 'old', 'wants']);
  });

  it('of equal ones the first by code, whichever comes first', () => {
    const equal: Readonly<Record<string, MatterOf>> = {
      b: { exclusiveGroup: 'g', pays: [pays(100)] },
      a: { exclusiveGroup: 'g', pays: [pays(100)] },
    };
    const plan = planOf({ groups: { g: 'HIGHEST_BENEFIT' }, matters: equal });
    expect([Object.keys(stages(plan)), refused(plan)]).toEqual([['a'], ['b g']]);
  });

  it('what pays nothing that is known gives way to what does', () => {
    const plan = planOf({
      questions: { q: {} },
      answers: { q: false },
      groups: { g: 'HIGHEST_BENEFIT' },
      matters: {
        a: { exclusiveGroup: 'g' },
        b: { exclusiveGroup: 'g', pays: [pays(1)] },
        c: { exclusiveGroup: 'g', pays: [pays(9, is('q'))] },
      },
    });
    expect(Object.keys(stages(plan))).toEqual(['b']);
  });

  it('a department that is out makes no lower benefit due: the catalogue’s amounts stand, else the department’s', () => {
    const answers = { wants: true, poor: true, old: false };
    const without = planOf(benefits(answers, { top: { silent: true } }));
    expect(refused(without)).toEqual(['low g', 'mid g']);
    expect([without.complete, list(without)]).toEqual([false, []]);
    expect(refused(planOf(benefits(answers, { top: { silent: 'benefits' } })))).toEqual(['low g', 'mid g']);
    const input = inputOf(benefits(answers));
    const matters = (input.matters ?? []).map((matter) =>
      matter?.code === 'low' ? { ...matter, benefits: [pays(1000)] } : matter,
    );
    expect(refused(buildPlan({ ...input, matters }))).toEqual(['mid g', 'top g']);
  });

  it('its department learns what its own amount hangs on, and nothing of the others', () => {
    const plan = planOf(benefits({ wants: true, poor: true, old: true }));
    expect(plan.filings.map(({ matter, questions }) => [matter, questions])).toEqual([['mid', ['old', 'poor']]]);
  });

  it('a condition of acceptance of the group’s name is another', () => {
    const plan = planOf({
      groups: { g: 'HIGHEST_BENEFIT' },
      matters: {
        a: { exclusiveGroup: 'g', pays: [pays(1)], accepts: { g: { condition: { any: [] }, alternativeMatter: 'z' } } },
        b: { exclusiveGroup: 'g', pays: [pays(2)] },
      },
    });
    expect(plan.refusals.map(({ legalBasis, alternativeMatter }) => [legalBasis.title, alternativeMatter])).toEqual([
      ['law g', 'z'],
    ]);
  });
});

describe('rule 17: what rests on another matter', () => {
  const chain = (answers: Readonly<Record<string, unknown>>): CatalogueOf => ({
    questions: { ok: {}, wants: {} },
    answers,
    matters: {
      first: { accepts: { ok: is('ok') } },
      second: { restsOn: ['first'], rows: { s: [use('s', 'MOTHER')] } },
      // In a circle, and on what is no member: neither is more than it says.
      third: { when: is('wants'), restsOn: ['second', 'third', 'elsewhere'] },
      free: {},
    },
  });

  it('is refused where that is, by its condition, however far back', () => {
    const plan = planOf(chain({ ok: false, wants: true }));
    expect(refused(plan)).toEqual(['first ok', 'second ok', 'third ok']);
    expect(Object.keys(stages(plan))).toEqual(['free']);
    expect(refused(planOf(chain({ ok: false, wants: false })))).toEqual(['first ok', 'second ok']);
  });

  it('depends on its questions, and tells its own department nothing of them', () => {
    expect(line(planOf(chain({ wants: false })), 's:MOTHER').dependsOn).toEqual(['ok']);
    const plan = planOf(chain({ ok: true, wants: true }));
    expect(plan.filings.map(({ matter, questions }) => [matter, questions])).toEqual([
      ['first', ['ok']],
      ['free', []],
      ['second', []],
      ['third', ['wants']],
    ]);
  });

  it('is refused only where the other is needed, or may be: on what nobody needs it does not hang', () => {
    const house = (answers: Readonly<Record<string, unknown>>): CatalogueOf => ({
      questions: { moves: {}, entitled: {} },
      answers,
      matters: {
        grant: { when: is('moves'), accepts: { entitled: is('entitled') } },
        survey: { restsOn: ['grant'] },
        plan: { restsOn: ['grant', 'survey'] },
      },
    });
    expect(refused(planOf(house({ moves: true, entitled: false })))).toEqual([
      'grant entitled',
      'plan entitled',
      'survey entitled',
    ]);
    const stays = planOf(house({ moves: false, entitled: false }));
    expect(refused(stays)).toEqual([]);
    expect(stages(stays)).toEqual({ plan: 1, survey: 1 });
    expect(open(planOf(house({ moves: false })))).toEqual([]);
    expect(open(planOf(house({ entitled: false })))).toEqual(['moves']);
  });
});
