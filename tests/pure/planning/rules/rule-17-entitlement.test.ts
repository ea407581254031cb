import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../../subgraphs/language/conditions.ts';
import { buildPlan } from '../../../../subgraphs/planning/index.ts';
import type { MatterAnswer, Plan } from '../../../../subgraphs/planning/types.ts';
import {
  type CatalogueOf,
  fates,
  field,
  inputOf,
  is,
  line,
  list,
  made,
  open,
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
    expect(plan.openQuestions).toEqual([{ question: 'resident', mostMaterials: 2, fewestMaterials: 1 }]);
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
        who: { zh: '名CHILD（xh）、名CHILD（xm）', en: 'name CHILD (xh), name CHILD (xm)' },
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
