import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { newbornAnswers, newbornParties } from '../../../scripts/newborn-example.ts';
import { numberFormats } from '../../../subgraphs/language/formats.ts';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import type { Plan, Situation } from '../../../subgraphs/planning/types.ts';
import { answersOf, inputFor } from './catalogue-input.ts';

const ruian = '330381000000';
const ordinary = Object.fromEntries(newbornAnswers.map(({ question, value }) => [question, value]));
const family = newbornParties;
const planOf = (answers: Readonly<Record<string, unknown>>, situation: Partial<Situation> = {}): Plan =>
  buildPlan(inputFor('newborn', ruian, { parties: family, ...situation, answers: answersOf(answers) }));
const list = (plan: Plan): ReadonlyArray<string> => plan.materials.map((line) => line.documentType).sort();
const everyRowHasAFate = (plan: Plan): void => {
  const { rows, kept, merged, produced, shared, generated, committed, deferred, notApplicable } = plan.reduction;
  expect(kept + merged + produced + shared + generated + committed + deferred + notApplicable).toBe(rows);
  expect(plan.account).toHaveLength(rows);
};

describe('the newborn event, ordinary case', () => {
  const plan = planOf(ordinary);

  it('asks for four documents', () => {
    expect(list(plan)).toEqual([
      'birth-registration-form',
      'household-register',
      'marriage-certificate',
      'resident-identity-card',
    ]);
    expect(plan.openQuestions).toEqual([]);
    expect(plan.problems).toEqual([]);
    expect(plan.complete).toBe(true);
  });

  it('accounts for 24 documents and five forms', () => {
    expect(plan.reduction).toMatchObject({
      kept: 4,
      merged: 7,
      produced: 9,
      shared: 4,
      generated: 5,
      committed: 0,
      deferred: 0,
    });
    expect(plan.reduction.before).toMatchObject({ departments: 6, matters: 7, forms: 5, materials: 24 });
    expect(plan.reduction.after).toMatchObject({ departments: 1, matters: 1, forms: 1, materials: 4 });
    everyRowHasAFate(plan);
  });

  it('orders seven matters in four stages', () => {
    const stages = new Map<number, string[]>();
    for (const step of plan.steps)
      stages.set(step.stage, [...(stages.get(step.stage) ?? []), step.matter.slice(6, 17)]);
    expect([...stages.values()]).toEqual([
      ['WJ000123001'],
      ['GA000709105', 'SQ000123002', 'YB000736002'],
      ['RS000714001', 'YB000736001'],
      ['SW000730001'],
    ]);
    expect(plan.criticalPath.workingDays).toBe(1);
    expect(plan.optimal).toBe(true);
    expect(plan.lowerBound).toBe(4);
  });

  it('makes one form that a strict validator compiles', () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    ajv.addVocabulary(['x-rules', 'x-words']);
    addFormats.default(ajv);
    for (const name of Object.keys(numberFormats)) ajv.addFormat(name, true);
    const validate = ajv.compile(plan.form.schema);
    expect(validate({})).toBe(false);
    expect(plan.form.replaces).toHaveLength(5);
    const keys = plan.form.fields.map((field) => `${field.party}.${field.code}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is the same whatever the order of matters, rows and answers', () => {
    const input = inputFor('newborn', ruian, {
      parties: [...family].reverse(),
      answers: [...answersOf(ordinary)].reverse(),
    });
    const reversed = buildPlan({
      ...input,
      matterCodes: [...input.matterCodes].reverse(),
      matters: [...(input.matters ?? [])]
        .reverse()
        .map((matter) => matter && { ...matter, requirements: [...(matter.requirements ?? [])].reverse() }),
    });
    expect(reversed.id).toBe(plan.id);
    expect(list(reversed)).toEqual(list(plan));
  });
});

describe('the newborn event, other situations', () => {
  it('with no answers shows open questions, group by group, the most decisive of a group first, and what may be needed', () => {
    const plan = planOf({});
    expect(plan.openQuestions.length).toBeGreaterThan(5);
    const groupOf = new Map(
      inputFor('newborn', '330381000000').basis.questions.map(({ code, group }) => [code, group?.code]),
    );
    const asked = plan.openQuestions.map(({ question, mostMaterials, fewestMaterials }) => ({
      group: groupOf.get(question),
      span: mostMaterials - fewestMaterials,
    }));
    expect([...new Set(asked.map(({ group }) => group))]).toEqual([
      'child',
      'parents',
      'household',
      'benefits',
      'application',
    ]);
    for (const { group } of asked) {
      const ofGroup = asked.filter((each) => each.group === group).map((each) => each.span);
      expect(ofGroup[0]).toBe(Math.max(...ofGroup));
    }
    expect(plan.materials.some((line) => line.dependsOn.length > 0)).toBe(true);
    everyRowHasAFate(plan);
  });

  it('unmarried: a statement instead of the marriage certificate', () => {
    const plan = planOf({ ...ordinary, married: false, 'father-known': true });
    expect(list(plan)).toContain('extramarital-birth-statement');
    expect(list(plan)).not.toContain('marriage-certificate');
    everyRowHasAFate(plan);
  });

  it('father not known: the mother alone is asked', () => {
    const { household: _household, 'same-ethnicity': _ethnicity, applicant: _applicant, ...rest } = ordinary;
    const plan = planOf(
      { ...rest, married: false, 'father-known': false },
      { parties: family.filter((party) => party.id !== 'chen') },
    );
    expect(plan.openQuestions).toEqual([]);
    expect(list(plan)).toContain('single-parent-statement');
    const cards = plan.materials.filter((line) => line.documentType === 'resident-identity-card');
    expect(cards.map((line) => line.parties)).toEqual([['lin']]);
    expect(plan.form.fields.some((field) => field.subject === 'FATHER')).toBe(false);
    everyRowHasAFate(plan);
  });

  it('unmarried, joining the father: a paternity test', () => {
    const plan = planOf({ ...ordinary, married: false, 'father-known': true, household: 'father' });
    expect(list(plan)).toContain('paternity-test');
  });

  it('both parents in collective households: two documents more', () => {
    const documents = list(planOf({ ...ordinary, 'household-kind': 'collective' }));
    expect(documents).toContain('collective-household-consent');
    expect(documents).toContain('no-housing-certificate');
  });

  it('the father applies for her: her power of attorney, and no further identity card', () => {
    const documents = list(planOf({ ...ordinary, applicant: 'father' }));
    expect(documents).toContain('power-of-attorney');
    expect(documents.filter((type) => type === 'resident-identity-card')).toHaveLength(1);
  });

  it('settled at the hospital: the benefit asks for no bill', () => {
    const plan = planOf({ ...ordinary, 'settled-at-hospital': true });
    expect(plan.reduction.shared).toBeLessThan(4);
    everyRowHasAFate(plan);
  });

  it('a refused source turns its rows into demands', () => {
    const plan = planOf(ordinary, { refusedSources: ['hospital-records'] });
    expect(list(plan)).toContain('birth-medical-record');
    expect(plan.reduction.shared).toBeLessThan(4);
    everyRowHasAFate(plan);
  });

  it('twins: the parents show their documents once, the matters are done for each', () => {
    const twins = [...family.slice(0, 2), { id: 'an', roles: ['CHILD'] }, { id: 'ning', roles: ['CHILD'] }];
    const plan = planOf(ordinary, { parties: twins });
    expect(list(plan)).toEqual(list(planOf(ordinary)));
    expect(plan.steps).toHaveLength(13);
    expect(plan.problems).toEqual([]);
    everyRowHasAFate(plan);
  });

  it('a department that does not answer makes the plan incomplete and demands nothing new', () => {
    const whole = list(planOf(ordinary));
    const input = inputFor('newborn', ruian, { parties: family, answers: answersOf(ordinary) });
    for (const silent of input.matterCodes) {
      const plan = buildPlan({ ...input, matters: (input.matters ?? []).filter((matter) => matter?.code !== silent) });
      expect(plan.complete).toBe(false);
      expect(plan.missing).toEqual([silent]);
      expect(list(plan).filter((type) => !whole.includes(type))).toEqual([]);
    }
  });

  it('contradictory answers are refused with both named', () => {
    const plan = planOf({ ...ordinary, 'father-known': false });
    expect(plan.problems.map((problem) => problem.code)).toContain('CONTRADICTORY_ANSWERS');
  });
});
