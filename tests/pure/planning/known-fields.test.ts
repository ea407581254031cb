import { describe, expect, it } from 'vitest';
import { newbornAnswers, newbornParties } from '../../../scripts/newborn-example.ts';
import type { Question } from '../../../subgraphs/language/conditions.ts';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import type { Answer, OneFormField, Plan, PlanInput, ToldFact } from '../../../subgraphs/planning/types.ts';
import { distinctEvents, inputFor } from './catalogue-input.ts';
import { type CatalogueOf, field, inputOf, is, use, when } from './rules/catalogue-of.ts';

const newborn = (facts: ReadonlyArray<ToldFact>, answers: ReadonlyArray<Answer> = [], today = '2026-11-24') =>
  buildPlan({
    ...inputFor('newborn', '330381000000', { parties: newbornParties, answers, facts }),
    today,
  });
const born = (value: unknown): ToldFact => ({ party: 'baby', field: 'birth-date', value });
const of = (party: string, field: string, value: unknown): ToldFact => ({ party, field, value });
const without = (...codes: ReadonlyArray<string>) => newbornAnswers.filter(({ question }) => !codes.includes(question));
const derived = ({ derivedAnswers }: Plan) =>
  Object.fromEntries(derivedAnswers.map(({ question, value }) => [question, value]));
const open = ({ openQuestions }: Plan) => openQuestions.map(({ question }) => question);
const told = ({ problems }: Plan) => problems.map(({ code, path }) => `${code} ${path.join('.')}`);

describe('a field that is told answers its question', () => {
  it.each([
    ['2026-11-24', 'within-month'],
    ['2026-10-24', 'within-month'],
    ['2026-10-23', 'within-year'],
    ['2025-11-24', 'within-year'],
    ['2025-11-23', 'over-year'],
  ])('born on %s: %s', (date, option) => {
    const plan = newborn([born(date)]);
    expect(derived(plan)).toEqual({ 'time-since-birth': option });
    expect(open(plan)).not.toContain('time-since-birth');
    expect(told(plan)).toEqual([]);
  });

  it('two fields that are equal, or not, and not while one is missing', () => {
    const parents = (lin: string, chen: string) => [of('lin', 'ethnicity', lin), of('chen', 'ethnicity', chen)];
    expect(derived(newborn(parents('汉族', '汉族')))).toEqual({ 'same-ethnicity': true });
    expect(derived(newborn(parents('汉族', '回族')))).toEqual({ 'same-ethnicity': false });
    expect(derived(newborn([of('lin', 'ethnicity', '汉族')]))).toEqual({});
  });

  it('a value that settles it by itself, and not one that leaves it open', () => {
    expect(derived(newborn([of('chen', 'marital-status', '未婚')]))).toEqual({ married: false });
    expect(derived(newborn([of('chen', 'marital-status', '已婚')]))).toEqual({});
  });

  it('an identity number tells the date of birth in it', () => {
    const input = inputFor('retirement', '330381000000', {
      facts: [of('RETIREE', 'identity-number', '330381196611240010')],
    });
    const plan = buildPlan(input);
    expect(derived(plan)).toEqual({ 'retiree-born-on': '1966-11-24', 'retiree-kind': 'man' });
    const date = plan.form.fields.find(({ code }) => code === 'birth-date');
    expect(date?.fixed).toEqual({ question: 'retiree-born-on', value: '1966-11-24' });
  });

  it('a number by where it lies', () => {
    const mass = (value: number) =>
      derived(
        buildPlan(
          inputFor('road-freight-opening', '330381000000', { facts: [of('VEHICLE', 'vehicle-total-mass', value)] }),
        ),
      )['vehicle-mass'];
    expect([mass(4500), mass(4501)]).toEqual(['up-to', 'over']);
  });

  it('makes the plan that the answer makes, with the same id, whichever day of the month it is', () => {
    const answered = newborn([], newbornAnswers);
    const facts = [born('2026-11-01'), of('lin', 'ethnicity', '汉族'), of('chen', 'ethnicity', '汉族')];
    const plan = newborn(facts, without('time-since-birth', 'same-ethnicity'));
    expect(open(plan)).toEqual([]);
    expect(plan.id).toBe(answered.id);
    expect(newborn([...facts].reverse(), without('time-since-birth', 'same-ethnicity')).id).toBe(answered.id);
    expect(newborn([born('2026-11-02')], without('time-since-birth')).id).toBe(answered.id);
    expect(newborn([born('2026-10-01')], without('time-since-birth')).id).not.toBe(answered.id);
    expect(plan.questionnaire).toEqual({ open: 0, asked: newbornAnswers.length - 2, told: 0, derived: 2 });
  });

  it('stands in the form, and its question names no answer of the citizen', () => {
    const plan = newborn([born('2026-11-01')]);
    const field = (code: string) => plan.form.fields.find((each) => each.party === 'baby' && each.code === code);
    expect(field('birth-date')?.fixed).toEqual({ question: null, value: '2026-11-01' });
    expect(field('name')?.fixed).toBeNull();
  });
});

describe('what does not agree is told at once', () => {
  it('answers and fields, fields and fields, values that cannot be', () => {
    const facts = [
      born('2026-10-01'),
      of('lin', 'marital-status', '未婚'),
      of('lin', 'ethnicity', '汉族'),
      of('chen', 'ethnicity', '回族'),
      of('baby', 'sex', '女'),
      of('baby', 'relation-to-head', '子'),
      of('lin', 'nationality', 7),
      of('lin', 'admission-date', '2026-02-30'),
      of('lin', 'marital-status', '二婚'),
      of('chen', 'identity-number', '330381196611240019'),
    ];
    expect(told(newborn(facts, newbornAnswers)).sort()).toEqual([
      'FACT_INVALID facts.6.value',
      'FACT_INVALID facts.7.value',
      'FACT_INVALID facts.8.value',
      'FACT_INVALID facts.9.value',
      'FIELD_CONTRADICTED facts.0.value',
      'FIELD_CONTRADICTED facts.1.value',
      'FIELD_CONTRADICTED facts.2.value',
      'FIELD_CONTRADICTED facts.5.value',
    ]);
  });

  it('one field twice, and a birth that is yet to come answers nothing', () => {
    expect(told(newborn([born('2026-11-01'), born('2026-11-01')]))).toEqual([]);
    expect(told(newborn([born('2026-11-01'), born('2026-11-02')]))).toEqual(['FACT_TWICE facts.1.value']);
    const plan = newborn([born('2026-11-25')]);
    expect(told(plan)).toEqual(['FIELD_CONTRADICTED facts.0.value']);
    expect(open(plan)).toContain('time-since-birth');
  });

  it('where an answer stands on a boundary, it stands', () => {
    const plan = newborn([born('2026-10-24')], [{ question: 'time-since-birth', value: 'within-year' }]);
    expect([told(plan), derived(plan)]).toEqual([[], {}]);
  });
});

describe('of a small catalogue', () => {
  const matters: CatalogueOf['matters'] = {
    m: {
      rows: { row: [use('a', 'AGENT')] },
      fields: ['MOTHER', 'FATHER', 'CHILD'].flatMap((role) => [field('kin', role), field('born', role)]),
    },
    n: { rows: { lone: when(is('asked'), use('b', 'CHILD')) }, fields: [field('colour', 'MOTHER')] },
  };
  const small = (
    questions: CatalogueOf['questions'],
    facts: ReadonlyArray<ToldFact>,
    more: Partial<CatalogueOf> = {},
  ) => {
    const input = inputOf({ matters, ...(questions ? { questions } : {}), ...more });
    return buildPlan({ ...input, situation: { ...input.situation, facts } });
  };
  const wanted = (plan: Plan, code: string) =>
    plan.openQuestions
      .find(({ question }) => question === code)
      ?.answeredBy.map(({ party, code: element }) => `${party}.${element}`);
  const parents = { MOTHER: ['MOTHER'], FATHER: ['FATHER'] };

  it('an answer that follows says whose field answers the next', () => {
    const agent = (code: string) => ({ code, text: { zh: code, en: code }, binds: { AGENT: [code.toUpperCase()] } });
    const questions: CatalogueOf['questions'] = {
      who: {
        kind: 'CHOICE',
        options: [agent('mother'), agent('father')],
        facts: [{ element: 'kin', subject: 'CHILD' }],
      },
      when: { kind: 'DATE', facts: [{ element: 'born', subject: 'AGENT' }] },
    };
    const facts = [of('CHILD', 'kin', 'father'), of('FATHER', 'born', '2000-01-01')];
    expect(derived(small(questions, facts))).toEqual({ who: 'father', when: '2000-01-01' });
    // What is no answer to it answers nothing.
    expect(derived(small(questions, [of('CHILD', 'kin', 'aunt')]))).toEqual({});
  });

  it('of a question that may not be asked nothing follows, and of one that was answered neither', () => {
    const questions = {
      first: {},
      asked: { condition: is('first'), facts: [{ element: 'kin', subject: 'CHILD', answers: { yes: true } }] },
    };
    const facts = [of('CHILD', 'kin', 'yes')];
    expect(derived(small(questions, facts))).toEqual({ asked: true });
    expect(derived(small(questions, facts, { answers: { first: false } }))).toEqual({});
    expect(derived(small(questions, facts, { answers: { first: true, asked: true } }))).toEqual({});
  });

  it('who does not know is not asked again, and is not held to that once it follows', () => {
    const questions = {
      asked: { mayBeUnknown: true, facts: [{ element: 'kin', subject: 'CHILD', answers: { yes: true } }] },
    };
    const plan = small(questions, [of('CHILD', 'kin', 'yes')], { answers: { asked: 'UNKNOWN' } });
    expect([derived(plan), plan.questionnaire]).toEqual([{ asked: true }, { open: 0, asked: 0, told: 0, derived: 1 }]);
  });

  it('a group of one is neither alike nor not, and two of one role have to have one value', () => {
    const alike = { asked: { facts: [{ element: 'kin', subject: 'PARENTS', alike: { true: true, false: false } }] } };
    const one = { bindings: { PARENTS: ['MOTHER'] } };
    expect(derived(small(alike, [of('MOTHER', 'kin', 'x')], one))).toEqual({});
    expect(wanted(small(alike, [], one), 'asked')).toEqual([]);
    const direct = { when: { kind: 'DATE' as const, facts: [{ element: 'born', subject: 'PARENTS' }] } };
    const two = (father: string) => [of('MOTHER', 'born', '2000-01-01'), of('FATHER', 'born', father)];
    expect(derived(small(direct, two('2000-01-01')))).toEqual({ when: '2000-01-01' });
    expect(derived(small(direct, two('2000-01-02')))).toEqual({});
  });

  it('says which fields are still to be filled in for an answer, and none where one of them is not asked', () => {
    const alike = (element: string) => ({
      asked: { facts: [{ element, subject: 'PARENTS', alike: { true: true, false: false } }] },
    });
    const given = { parties: parents };
    expect(wanted(small(alike('kin'), [], given), 'asked')).toEqual(['FATHER.kin', 'MOTHER.kin']);
    expect(wanted(small(alike('kin'), [of('MOTHER', 'kin', 'x')], given), 'asked')).toEqual(['FATHER.kin']);
    expect(wanted(small(alike('colour'), [], given), 'asked')).toEqual([]);
    const values = { asked: { facts: [{ element: 'kin', subject: 'CHILD', values: { true: ['x'] } }] } };
    expect(wanted(small(values, []), 'asked')).toEqual([]);
    expect(derived(small(values, [of('CHILD', 'kin', 'true')]))).toEqual({});
  });

  it('passes over what no form asks', () => {
    expect(told(small({ asked: {} }, [of('CHILD', 'shoe-size', 44)]))).toEqual([]);
  });
});

/** Questions that say something of a field and do not settle it: the field says more than the question. */
const declared: Readonly<Record<string, string>> = {
  married: 'unmarried parents may each be single, married to somebody else, divorced or widowed',
  'retiree-kind': 'a number tells a man; of women it does not tell which age of retirement was theirs',
  'needs-prior-approval': 'whether the business needs an approval is asked, not what it is',
  'changes-scope': 'whether it changes is asked, and what it changes to is filled in',
};

/** Some value that the field may have. */
function someValue(plan: Plan, { party, code }: OneFormField): unknown {
  const properties = plan.form.schema.properties as Readonly<Record<string, { properties: Record<string, never> }>>;
  const schema = (properties[party]?.properties[code] ?? {}) as Readonly<Record<string, unknown>>;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (schema.format === 'date') return '2026-11-01';
  if (schema.format === 'resident-identity-number') return '330381196611240010';
  return schema.type === 'integer' ? 5000 : '汉族';
}

/** Fills in what answers a question, and answers what nothing does. */
function walk(input: PlanInput): { readonly plan: Plan; readonly asked: ReadonlyArray<string> } {
  const questions = new Map(input.basis.questions.map((question) => [question.code, question]));
  const answers: Answer[] = [];
  const facts: ToldFact[] = [];
  for (;;) {
    const plan = buildPlan({ ...input, situation: { ...input.situation, answers, facts } });
    expect(plan.problems.filter(({ code }) => code.startsWith('FACT') || code.startsWith('FIELD'))).toEqual([]);
    const [next] = plan.openQuestions;
    if (!next) return { plan, asked: answers.map(({ question }) => question) };
    const question = questions.get(next.question) as Question;
    if (next.answeredBy.length > 0)
      facts.push(
        ...next.answeredBy.map((field) => ({ party: field.party, field: field.code, value: someValue(plan, field) })),
      );
    else answers.push({ question: question.code, value: someAnswer(question) });
  }
}

function someAnswer({ kind, options }: Question): unknown {
  if (kind === 'BOOLEAN') return true;
  return kind === 'CHOICE' ? options[0]?.code : kind === 'NUMBER' ? 1 : '2000-01-01';
}

describe.each(distinctEvents)('nobody is asked twice: %s in %s', (event, region) => {
  const input = inputFor(event, region);
  const { plan, asked } = walk(input);
  const questions = input.basis.questions.filter(({ code }) => asked.includes(code));

  it('no question that was asked is about a field that is to be filled in', () => {
    const doubled = questions.filter(({ facts }) =>
      (facts ?? []).some(({ element, subject }) =>
        plan.form.fields.some(
          ({ party, code, fixed }) =>
            fixed === null && code === element && (plan.bound[subject] ?? [subject]).includes(party),
        ),
      ),
    );
    expect(doubled.map(({ code }) => code).filter((code) => !declared[code])).toEqual([]);
  });

  it('no question has the title of a field in it and does not say that it is about it', () => {
    const titles = plan.form.fields.map(({ code, titles: { zh } }) => ({ code, title: zh.replace(/（.*）/, '') }));
    const silent = questions.filter(({ code, text, facts }) =>
      titles.some(
        (field) =>
          text.zh.includes(field.title) && !declared[code] && !facts?.some(({ element }) => element === field.code),
      ),
    );
    expect(silent.map(({ code }) => code)).toEqual([]);
  });
});
