import { describe, expect, it } from 'vitest';
import type { Condition, QuestionOption } from '../../../../subgraphs/language/conditions.ts';
import { buildPlan } from '../../../../subgraphs/planning/index.ts';
import { valuesToTry } from '../../../../subgraphs/planning/questions.ts';
import type { Situation } from '../../../../subgraphs/planning/types.ts';
import {
  anyOf,
  type CatalogueOf,
  fates,
  field,
  inputOf,
  is,
  line,
  list,
  type MatterOf,
  open,
  planOf,
  problems,
  source,
  stages,
  text,
  use,
  when,
} from './catalogue-of.ts';

const option = (code: string): QuestionOption => ({ code, text: text(code) });

describe('rule 1: conditions stand on matters, rows, options and fields', () => {
  const catalogue = (answers: Readonly<Record<string, unknown>>): CatalogueOf => ({
    questions: { matter: {}, row: {}, option: {}, field: {} },
    answers,
    matters: {
      m1: {
        rows: {
          always: [use('a', 'MOTHER')],
          row: when(is('row'), use('b', 'MOTHER')),
          option: anyOf({ when: is('option'), uses: [use('c', 'MOTHER')] }),
        },
        fields: [field('name', 'MOTHER'), field('nick', 'MOTHER', { condition: is('field') })],
      },
      m2: { when: is('matter'), rows: { whole: [use('d', 'MOTHER')] }, fields: [field('height', 'MOTHER')] },
    },
  });
  const fieldsOf = (plan: ReturnType<typeof planOf>) => plan.form.fields.map(({ code }) => code);

  it('all true: all is wanted', () => {
    const plan = planOf(catalogue({ matter: true, row: true, option: true, field: true }));
    expect(list(plan)).toEqual(['a:MOTHER', 'c:MOTHER', 'b:MOTHER', 'd:MOTHER']);
    expect(stages(plan)).toEqual({ m1: 1, m2: 1 });
    expect(fieldsOf(plan)).toEqual(['height', 'name', 'nick']);
    expect(open(plan)).toEqual([]);
    expect(plan.materials.map(({ dependsOn }) => dependsOn)).toEqual([[], [], [], []]);
  });

  it('all false: none of it is, and the account says so', () => {
    const plan = planOf(catalogue({ matter: false, row: false, option: false, field: false }));
    expect(fates(plan)).toEqual({
      always: 'KEPT a:MOTHER',
      row: 'NOT_APPLICABLE',
      option: 'NOT_APPLICABLE',
      whole: 'NOT_APPLICABLE',
    });
    expect(stages(plan)).toEqual({ m1: 1 });
    expect(fieldsOf(plan)).toEqual(['name']);
    expect(open(plan)).toEqual([]);
  });

  it('nothing answered: what may hold is planned, and says what it depends on', () => {
    const plan = planOf(catalogue({}));
    expect(list(plan)).toEqual(['a:MOTHER', 'c:MOTHER', 'b:MOTHER', 'd:MOTHER']);
    expect(Object.fromEntries(plan.materials.map(({ id, dependsOn }) => [id, dependsOn]))).toEqual({
      'a:MOTHER': [],
      'b:MOTHER': ['row'],
      'c:MOTHER': ['option'],
      'd:MOTHER': ['matter'],
    });
    expect(plan.account.map(({ requirement, dependsOn }) => [requirement, dependsOn])).toEqual([
      ['always', []],
      ['option', ['option']],
      ['row', ['row']],
      ['whole', ['matter']],
    ]);
    // Three decide a line each; the field decides none. Ties by code.
    expect(plan.openQuestions).toMatchObject([
      { question: 'matter', mostMaterials: 4, fewestMaterials: 3 },
      { question: 'option', mostMaterials: 4, fewestMaterials: 3 },
      { question: 'row', mostMaterials: 4, fewestMaterials: 3 },
      { question: 'field', mostMaterials: 4, fewestMaterials: 4 },
    ]);
  });

  it('a row with an option certainly open depends on nothing, whatever its other option waits for', () => {
    const plan = planOf({
      questions: { q: {} },
      matters: {
        m: { rows: { row: anyOf([use('a', 'MOTHER')], { when: is('q'), uses: [use('b', 'MOTHER')] }) } },
      },
    });
    expect(plan.account[0]?.dependsOn).toEqual([]);
    expect(list(plan)).toEqual(['a:MOTHER']);
    expect(line(plan, 'a:MOTHER').dependsOn).toEqual([]);
    expect(open(plan)).toEqual(['q']);
  });

  it('a line that one certain row needs depends on nothing; one of uncertain rows alone, on all of theirs', () => {
    const rows = (certain: boolean): CatalogueOf => ({
      questions: { p: {}, q: {} },
      matters: {
        m: {
          rows: {
            r1: when(is('q'), use('a', 'MOTHER')),
            r2: when(is('p'), use('a', 'MOTHER')),
            ...(certain ? { r3: [use('a', 'MOTHER')] } : {}),
          },
        },
      },
    });
    expect(line(planOf(rows(false)), 'a:MOTHER').dependsOn).toEqual(['p', 'q']);
    expect(line(planOf(rows(true)), 'a:MOTHER').dependsOn).toEqual([]);
  });

  it('codes of one row’s open questions stand once, in order', () => {
    const plan = planOf({
      questions: { p: {}, q: {} },
      matters: {
        m: {
          when: is('q'),
          rows: { row: { condition: { all: [is('p'), is('q')] }, options: [[use('a', 'MOTHER')]] } },
        },
      },
    });
    expect(plan.account[0]?.dependsOn).toEqual(['p', 'q']);
  });
});

describe('rule 1: open questions', () => {
  it('one that may turn out not to be asked waits for those that decide it', () => {
    const plan = planOf({
      questions: { first: {}, a: { condition: is('first') }, never: { condition: is('known') }, known: {} },
      answers: { known: false },
      matters: {
        m: {
          rows: {
            r1: when(is('a'), use('a', 'MOTHER'), use('b', 'MOTHER'), use('c', 'MOTHER')),
            r2: when(is('never'), use('d', 'MOTHER')),
          },
        },
      },
    });
    expect(open(plan)).toEqual(['first', 'a']);
    expect(list(plan)).toEqual(['a:MOTHER', 'b:MOTHER', 'c:MOTHER']);
  });

  it('the widest spread of lines goes first', () => {
    const plan = planOf({
      questions: { a: {}, b: {}, c: {} },
      matters: {
        m: {
          rows: {
            r1: when(is('a'), use('x', 'MOTHER')),
            r2: when(is('b'), use('y', 'MOTHER'), use('z', 'MOTHER')),
            r3: when(is('c', false), use('w', 'MOTHER')),
          },
        },
      },
    });
    expect(plan.openQuestions).toMatchObject([
      { question: 'b', mostMaterials: 4, fewestMaterials: 2 },
      { question: 'a', mostMaterials: 4, fewestMaterials: 3 },
      { question: 'c', mostMaterials: 4, fewestMaterials: 3 },
    ]);
  });

  it('a question that decides nothing any more is not asked', () => {
    const catalogue = (answers: Readonly<Record<string, unknown>>): CatalogueOf => ({
      questions: { p: {}, q: {}, unused: {} },
      answers,
      matters: { m: { when: is('p'), rows: { row: when(is('q'), use('a', 'MOTHER')) } } },
    });
    expect(open(planOf(catalogue({})))).toEqual(['p', 'q']);
    expect(open(planOf(catalogue({ p: false })))).toEqual([]);
    expect(open(planOf(catalogue({ q: false })))).toEqual(['p']);
  });

  it('one that binds a role is open where that role is used and no party has it', () => {
    const catalogue = (more: Partial<CatalogueOf>, subject = 'AGENT'): CatalogueOf => ({
      questions: {
        who: { kind: 'CHOICE', options: [{ ...option('mother'), binds: { AGENT: ['MOTHER'] } }, option('nobody')] },
      },
      matters: { m: { rows: { row: [use('card', subject), use('card', 'MOTHER')] } } },
      ...more,
    });
    expect(planOf(catalogue({})).openQuestions).toMatchObject([
      { question: 'who', mostMaterials: 2, fewestMaterials: 1 },
    ]);
    expect(open(planOf(catalogue({ parties: { li: ['AGENT'] } })))).toEqual([]);
    expect(open(planOf(catalogue({}, 'CHILD')))).toEqual([]);
    // Through the group it belongs to, and through a field of the form.
    const group = {
      roles: [...inputOf(catalogue({})).basis.roles, { code: 'HELPERS', name: text('HELPERS'), members: ['AGENT'] }],
    };
    expect(open(planOf(catalogue(group, 'HELPERS')))).toEqual(['who']);
    expect(open(planOf(catalogue({ matters: { m: { fields: [field('name', 'AGENT')] } } })))).toEqual(['who']);
  });

  it('one that binds opens those that decide whether it is asked', () => {
    const plan = planOf({
      questions: {
        before: {},
        who: {
          kind: 'CHOICE',
          condition: is('before'),
          options: [{ ...option('mother'), binds: { AGENT: ['MOTHER'] } }],
        },
      },
      matters: { m: { rows: { row: [use('card', 'AGENT')] } } },
    });
    expect(open(plan)).toEqual(['before', 'who']);
  });

  it.each([
    ['BOOLEAN', [], [true, false]],
    ['CHOICE', [option('a'), option('b')], ['a', 'b']],
    ['NUMBER', [], [9_999, 10_000, 10_001, 2, 3, 4]],
    ['DATE', [], ['2026-02-28', '2026-03-01', '2026-03-02']],
  ] as const)('a %s is tried once per interval between thresholds', (kind, options, values) => {
    const input = inputOf({
      questions: { q: { kind, options }, other: {} },
      matters: {
        m: {
          when: kind === 'DATE' ? { question: 'q', atLeast: '2026-03-01' } : { question: 'q', atMost: 10_000 },
          rows: {
            r1: anyOf({ when: { any: [{ question: 'q', equals: kind === 'DATE' ? '2026-03-01' : 3 }] }, uses: [] }),
            r2: when(is('other', 'text'), use('a', 'MOTHER')),
          },
        },
      },
    });
    const [question] = input.basis.questions;
    expect(question && valuesToTry(question, input)).toEqual(values);
  });

  it.each(['NUMBER', 'DATE'] as const)('a %s that nothing compares is tried once', (kind) => {
    const input = inputOf({ questions: { q: { kind } }, matters: { m: {} } });
    const [question] = input.basis.questions;
    expect(question && valuesToTry(question, input)).toEqual([kind === 'DATE' ? '2026-11-24' : 0]);
  });

  it.each([
    ['a matter', { m: { when: { question: 'q', atLeast: 5 } } }],
    ['a row', { m: { rows: { r: when({ question: 'q', atLeast: 5 }, use('a', 'MOTHER')) } } }],
    ['an option', { m: { rows: { r: anyOf({ when: { question: 'q', atLeast: 5 }, uses: [use('a', 'MOTHER')] }) } } }],
    ['a field', { m: { fields: [field('f', 'MOTHER', { condition: { question: 'q', atLeast: 5 } })] } }],
    ['a list of values', { m: { when: { question: 'q', in: [4, 5, 6] } } }],
  ] as const)('the thresholds of %s count', (_name, matters) => {
    const input = inputOf({ questions: { q: { kind: 'NUMBER' } }, matters });
    const [question] = input.basis.questions;
    expect(question && valuesToTry(question, input)).toEqual(expect.arrayContaining([4, 5, 6]));
  });

  it('the thresholds of another question’s condition count', () => {
    const input = inputOf({
      questions: { q: { kind: 'NUMBER' }, other: { condition: { question: 'q', atMost: 8 } } },
      matters: { m: {} },
    });
    const [question] = input.basis.questions;
    expect(question && valuesToTry(question, input)).toEqual([7, 8, 9]);
  });
});

describe('rule 1: time gone by', () => {
  const older: Condition = { question: 'born', elapsed: { atLeast: { years: 60 } } };
  const stayed: Condition = { question: 'came', elapsed: { atLeast: { months: 6 } }, until: 'left' };
  const catalogue = (answers: Readonly<Record<string, unknown>>, today = '2026-11-24'): CatalogueOf => ({
    questions: { born: { kind: 'DATE' }, came: { kind: 'DATE' }, left: { kind: 'DATE' } },
    answers,
    today,
    matters: { m: { rows: { old: when(older, use('a', 'MOTHER')), stay: when(stayed, use('b', 'MOTHER')) } } },
  });

  it.each([
    ['1966-11-24', '2026-11-24', ['a:MOTHER']],
    ['1966-11-25', '2026-11-24', []],
    // The same person a day later.
    ['1966-11-25', '2026-11-25', ['a:MOTHER']],
  ])('born %s, planned on %s: %j', (born, today, lines) => {
    const plan = planOf(catalogue({ born, came: '2026-01-15', left: '2026-07-14' }, today));
    expect(list(plan)).toEqual(lines);
    expect(open(plan)).toEqual([]);
    expect(plan.filings[0]?.questions).toEqual(['born', 'came', 'left']);
  });

  it('what is not answered is open, with the lines that it decides', () => {
    expect(planOf(catalogue({ came: '2026-01-15' })).openQuestions).toMatchObject([
      { question: 'born', mostMaterials: 2, fewestMaterials: 1 },
      { question: 'left', mostMaterials: 2, fewestMaterials: 1 },
    ]);
    expect(open(planOf(catalogue({ left: '2026-07-15' })))).toEqual(['born', 'came']);
    // Of two dates one alone decides nothing.
    expect(planOf(catalogue({ born: '1990-01-01' })).openQuestions).toMatchObject([
      { question: 'came', mostMaterials: 1, fewestMaterials: 1 },
      { question: 'left', mostMaterials: 1, fewestMaterials: 1 },
    ]);
  });

  it('an answer to a question that is not asked at that age is a contradiction naming the date', () => {
    const plan = planOf({
      questions: { born: { kind: 'DATE' }, left: { kind: 'DATE' }, asked: { condition: { ...older, until: 'left' } } },
      answers: { born: '1990-01-01', left: '2026-01-01', asked: true },
      matters: { m: { rows: { r: when(is('asked'), use('a', 'MOTHER')) } } },
    });
    expect(problems(plan)).toEqual(['CONTRADICTORY_ANSWERS answers.asked']);
    expect(plan.problems[0]?.message.en).toContain('name born');
    expect(plan.problems[0]?.message.en).toContain('name left');
  });

  it('JSON Schema has no word for it: a field that only an age makes required is not required while it is open', () => {
    const plan = planOf({
      questions: { born: { kind: 'DATE' } },
      matters: {
        m: {
          fields: [field('f', 'MOTHER', { condition: older }), field('g', 'MOTHER', { condition: { not: older } })],
        },
      },
    });
    expect(plan.form.fields.map(({ code, required }) => [code, required])).toEqual([
      ['f', false],
      ['g', false],
    ]);
    expect(plan.form.schema.allOf).toBeUndefined();
  });
});

describe('rule 1: answers', () => {
  const questions: CatalogueOf['questions'] = {
    boolean: {},
    choice: { kind: 'CHOICE', options: [option('a'), option('b')] },
    number: { kind: 'NUMBER' },
    date: { kind: 'DATE' },
  };
  const planWith = (question: string, value: unknown) =>
    planOf({
      questions,
      answers: { [question]: value },
      matters: {
        m: {
          when: { any: [{ question, in: [true, 'a', 0, '2024-02-29'] }] },
          rows: { row: [use('card', 'MOTHER')] },
        },
        other: {},
      },
    });

  it.each([
    ['boolean', 'true'],
    ['boolean', 1],
    ['boolean', null],
    ['choice', 'c'],
    ['choice', true],
    ['choice', null],
    ['number', '1'],
    ['number', Number.NaN],
    ['number', Number.POSITIVE_INFINITY],
    ['date', '2026-02-30'],
    ['date', '2026-04-31'],
    ['date', '2027-02-29'],
    ['date', '2026-2-1'],
    ['date', 20260201],
    ['date', true],
  ])('%s: %j cannot be, and counts as not given', (question, value) => {
    const plan = planWith(question, value);
    expect(problems(plan)).toEqual(['INVALID_ANSWER answers.0']);
    expect(open(plan)).toEqual([question]);
  });

  it.each([
    ['boolean', true, 1],
    ['boolean', false, 0],
    ['choice', 'a', 1],
    ['choice', 'b', 0],
    ['number', 0, 1],
    ['number', -1.5, 0],
    ['date', '2024-02-29', 1],
    ['date', '2024-02-28', 0],
  ])('%s: %j is taken: %i line', (question, value, lines) => {
    const plan = planWith(question, value);
    expect(problems(plan)).toEqual([]);
    expect(open(plan)).toEqual([]);
    expect(plan.materials).toHaveLength(lines);
  });

  it('to a question that does not exist is refused by its place', () => {
    expect(
      problems(planOf({ answers: { known: true, unknown: true }, questions: { known: {} }, matters: { m: {} } })),
    ).toEqual(['UNKNOWN_QUESTION answers.1']);
  });

  it('given twice alike is one answer; given twice otherwise is refused, and the first stands', () => {
    const twice = (values: ReadonlyArray<boolean>) => {
      const input = inputOf({
        questions: { q: {} },
        matters: { m: { when: is('q'), rows: { row: [use('a', 'MOTHER')] } } },
      });
      const answers = values.map((value) => ({ question: 'q', value }));
      return buildPlan({ ...input, situation: { ...input.situation, answers } });
    };
    expect(problems(twice([true, true]))).toEqual([]);
    expect(problems(twice([true, false]))).toEqual(['CONTRADICTORY_ANSWERS answers.1']);
    expect(list(twice([true, false]))).toEqual(['a:MOTHER']);
    expect(list(twice([false, true]))).toEqual([]);
  });

  it('to a question that the others rule out is refused, naming both', () => {
    const plan = planOf({
      questions: {
        married: {},
        since: { kind: 'NUMBER', condition: { all: [is('married'), { not: is('secret') }] } },
        secret: {},
      },
      answers: { since: 3, married: false },
      matters: { m: { rows: { row: when({ question: 'since', equals: 3 }, use('a', 'MOTHER')) } } },
    });
    expect(problems(plan)).toEqual(['CONTRADICTORY_ANSWERS answers.since']);
    const [problem] = plan.problems;
    expect(problem?.message.zh).toContain('名since');
    expect(problem?.message.zh).toContain('名married');
    expect(problem?.message.en).toContain('name married');
    // The one not given rules nothing out.
    expect(problem?.message.en).not.toContain('name secret');
    expect(list(plan)).toEqual([]);
    expect(open(plan)).toEqual([]);
  });
});

describe('rule 1: who need not be asked', () => {
  const row = (question: string, document: string) => ({ rows: { r: when(is(question), use(document, 'CHILD')) } });
  const register = source('register', { provider: 'd' });
  const knowing = (more: Partial<CatalogueOf> = {}): CatalogueOf => ({
    types: { status: { sources: [register] } },
    questions: { q: { knownBy: [{ documentType: 'status', subject: 'CHILD', field: 'kind' }] } },
    matters: { m: row('q', 'paper') },
    ...more,
  });
  const sourcesOf = (catalogue: CatalogueOf) =>
    planOf(catalogue).openQuestions.map(({ knownBy }) => knownBy.map((each) => [each.source, each.party]));

  it('a source that knows stands by the open question, unless it is refused or it is not clear about whom', () => {
    expect(sourcesOf(knowing())).toEqual([[['register', 'CHILD']]]);
    expect(sourcesOf(knowing({ refused: ['register'] }))).toEqual([[]]);
    expect(sourcesOf(knowing({ parties: { one: ['CHILD'], two: ['CHILD'] } }))).toEqual([[]]);
    expect(sourcesOf(knowing({ types: { status: { sources: [source('register')] } } }))).toEqual([[]]);
  });

  it('the questionnaire counts what is open, what was asked, and what sources told', () => {
    const input = inputOf(
      knowing({
        questions: { q: {}, p: { mayBeUnknown: true } },
        matters: { m: row('q', 'paper'), n: row('p', 'slip') },
      }),
    );
    const counted = (...answers: Situation['answers']) =>
      buildPlan({ ...input, situation: { ...input.situation, answers } }).questionnaire;
    expect(counted()).toEqual({ open: 2, asked: 0, told: 0, derived: 0 });
    expect(counted({ question: 'q', value: true, toldBy: 'look' }, { question: 'p', value: 'UNKNOWN' })).toEqual({
      open: 0,
      asked: 1,
      told: 1,
      derived: 0,
    });
  });

  it('who may not know is not asked again, and the list holds what may be needed', () => {
    const catalogue = (value: unknown, mayBeUnknown = true): CatalogueOf => ({
      questions: { q: { ...(mayBeUnknown ? { mayBeUnknown } : {}) } },
      answers: { q: value },
      matters: { m: row('q', 'paper') },
    });
    const unsure = planOf(catalogue('UNKNOWN'));
    expect([unsure.openQuestions, unsure.problems, unsure.materials.map(({ documentType }) => documentType)]).toEqual([
      [],
      [],
      ['paper'],
    ]);
    expect(planOf(catalogue(false)).materials).toEqual([]);
    expect(problems(planOf(catalogue('UNKNOWN', false)))).toEqual(['INVALID_ANSWER answers.0']);
    const twice = inputOf(catalogue('UNKNOWN'));
    const answers = [...twice.situation.answers, { question: 'q', value: true }];
    expect(
      buildPlan({ ...twice, situation: { ...twice.situation, answers } }).problems.map(({ code }) => code),
    ).toEqual(['CONTRADICTORY_ANSWERS']);
  });

  it('a source that has nothing in a situation is not drawn on there, and what decides that is asked', () => {
    const local = source('local', { provider: 'd', condition: { not: is('abroad') } });
    const catalogue = (answers: CatalogueOf['answers'] = {}): CatalogueOf => ({
      types: { record: { sources: [local] } },
      questions: { abroad: {} },
      answers,
      matters: { m: { rows: { r: [use('record', 'CHILD')] } } },
    });
    expect(planOf(catalogue({ abroad: true })).account.map(({ fate }) => fate)).toEqual(['KEPT']);
    expect(planOf(catalogue({ abroad: false })).account.map(({ fate }) => fate)).toEqual(['SHARED']);
    expect(planOf(catalogue()).openQuestions).toMatchObject([
      { question: 'abroad', mostMaterials: 1, fewestMaterials: 0 },
    ]);
  });

  it('groups go in their order, in a group what decides most first; what changes the form alone says so', () => {
    const group = (position: number) => ({
      group: { code: `g${position}`, title: { zh: '组', en: 'group' }, position },
    });
    const plan = planOf({
      questions: { a: group(2), b: group(1), c: group(2), d: {} },
      matters: {
        m: row('a', 'paper'),
        n: { rows: { r: when(is('c'), use('x', 'CHILD'), use('y', 'CHILD')) } },
        o: { fields: [field('f', 'CHILD', { condition: is('b') })] },
        p: row('d', 'slip'),
      },
    });
    expect(plan.openQuestions.map(({ question, onlyForm }) => [question, onlyForm])).toEqual([
      ['b', true],
      ['c', false],
      ['a', false],
      ['d', false],
    ]);
  });

  it('a role that stands in the form alone changes the form alone', () => {
    const options = [
      { code: 'mother', text: { zh: '母', en: 'mother' }, binds: { AGENT: ['MOTHER'] } },
      { code: 'father', text: { zh: '父', en: 'father' }, binds: { AGENT: ['FATHER'] } },
    ];
    const asked = (more: MatterOf) =>
      planOf({ questions: { who: { kind: 'CHOICE', options } }, matters: { m: more } }).openQuestions.map(
        ({ onlyForm }) => onlyForm,
      );
    expect(asked({ fields: [field('name', 'AGENT')] })).toEqual([true]);
    expect(asked({ fields: [field('name', 'AGENT')], rows: { r: [use('card', 'AGENT')] } })).toEqual([false]);
  });
});
