import { describe, expect, it } from 'vitest';
import { buildPlan } from '../../../../subgraphs/planning/index.ts';
import {
  anyOf,
  type CatalogueOf,
  fates,
  field,
  inputOf,
  is,
  list,
  made,
  open,
  planOf,
  source,
  text,
  use,
  when,
} from './catalogue-of.ts';

const card = (subject: string) => [use('card', subject)];
const photo = (subject: string, background: 'BLUE' | 'WHITE') =>
  use('card', subject, {
    photo: { width: null, height: null, background, kib: null, printWidthMm: null, printHeightMm: null },
  });
const asked = (role: string, as: string) => ({ options: [], same: { role, as } });

describe('rule 2: who is whom is asked', () => {
  /** The agent may be the mother; both bring a card. */
  const two = (more: Partial<CatalogueOf> = {}): CatalogueOf => ({
    matters: { m1: { rows: { r1: card('MOTHER') } }, m2: { rows: { r2: card('AGENT') } } },
    questions: { same: asked('AGENT', 'MOTHER') },
    ...more,
  });
  const rows = (r1: ReturnType<typeof card>, r2: ReturnType<typeof card>): Partial<CatalogueOf> => ({
    matters: { m1: { rows: { r1 } }, m2: { rows: { r2 } } },
  });

  it.each<readonly [string, Partial<CatalogueOf>, ReadonlyArray<string>]>([
    ['while nobody says it, they are two', {}, ['card:MOTHER', 'card:AGENT']],
    ['yes: one person', { answers: { same: true } }, ['card:MOTHER']],
    ['no: two', { answers: { same: false } }, ['card:MOTHER', 'card:AGENT']],
    ['yes, the second named', { answers: { same: true }, parties: { li: ['MOTHER'] } }, ['card:li']],
    ['yes, the first named', { answers: { same: true }, parties: { li: ['AGENT'] } }, ['card:li']],
    [
      'two who were named stay two',
      { answers: { same: true }, parties: { li: ['MOTHER'], wang: ['AGENT'] } },
      ['card:li', 'card:wang'],
    ],
    [
      'who is several is nobody’s double',
      { answers: { same: true }, parties: { li: ['MOTHER'], wang: ['MOTHER'] } },
      ['card:li', 'card:wang', 'card:AGENT'],
    ],
    [
      'of three that are one, one stands',
      {
        matters: { m1: { rows: { r1: card('MOTHER') } }, m2: { rows: { r2: card('AGENT'), r3: card('GUARDIAN') } } },
        questions: {
          one: asked('AGENT', 'MOTHER'),
          two: asked('MOTHER', 'GUARDIAN'),
          three: asked('GUARDIAN', 'AGENT'),
        },
        answers: { one: true, two: true, three: true },
      },
      ['card:MOTHER'],
    ],
  ])('%s', (_name, more, lines) => expect(list(planOf(two(more)))).toEqual(lines));

  it.each<readonly [string, Partial<CatalogueOf>, ReadonlyArray<string>]>([
    ['where one document would do for both', {}, ['same']],
    ['not where each brings another', rows([use('card', 'MOTHER')], [use('permit', 'AGENT')]), []],
    ['nor another variant', rows([use('card', 'MOTHER')], [use('card', 'AGENT', { spec: 'page' })]), []],
    ['where one photograph would do for both', rows([photo('MOTHER', 'BLUE')], [photo('AGENT', 'BLUE')]), ['same']],
    ['not where none would', rows([photo('MOTHER', 'BLUE')], [photo('AGENT', 'WHITE')]), []],
    [
      'nor where what one has may not do for the other',
      {
        ...rows([use('permit', 'MOTHER')], [photo('AGENT', 'BLUE')]),
        held: [{ documentType: 'card', subject: 'MOTHER', trust: 'A' }],
      },
      [],
    ],
    ['not once it is answered', { answers: { same: false } }, []],
    ['not where a binding tells it', { bindings: { AGENT: ['FATHER'] } }, []],
    ['not where a binding makes them one', { bindings: { AGENT: ['MOTHER'] } }, []],
    ['nor makes the second the first', { bindings: { MOTHER: ['AGENT'] } }, []],
    ['not of two who were named', { parties: { li: ['MOTHER'], wang: ['AGENT'] } }, []],
    ['of one who was named and one who was not', { parties: { li: ['MOTHER'] } }, ['same']],
    ['not of several', { parties: { li: ['MOTHER'], wang: ['MOTHER'] } }, []],
    ['not where nobody brings anything', { types: { card: { sources: [source('registry')] } } }, []],
    [
      'once the source is refused',
      { types: { card: { sources: [source('registry')] } }, refused: ['registry'] },
      ['same'],
    ],
    [
      'where one has it already',
      {
        ...rows([use('permit', 'MOTHER')], [use('card', 'AGENT')]),
        held: [{ documentType: 'card', subject: 'MOTHER', trust: 'A' }],
      },
      ['same'],
    ],
    [
      'where somebody who is named has it already',
      {
        ...rows([use('permit', 'MOTHER')], [use('card', 'AGENT')]),
        parties: { li: ['MOTHER'] },
        held: [{ documentType: 'card', party: 'li', trust: 'A' }],
      },
      ['same'],
    ],
    [
      'not where one has another',
      {
        ...rows([use('permit', 'MOTHER')], [use('card', 'AGENT')]),
        held: [{ documentType: 'permit', subject: 'MOTHER', trust: 'A' }],
      },
      [],
    ],
    [
      'nor where it is not said who has it',
      { ...rows([use('permit', 'MOTHER')], [use('passport', 'AGENT')]), held: [{ documentType: 'card', trust: 'A' }] },
      [],
    ],
    [
      'where a matter makes it of one',
      { matters: { m1: { makes: [made('card', 'MOTHER')] }, m2: { rows: { r2: card('AGENT') } } } },
      ['same'],
    ],
    [
      'not where a matter is done for one of them and for another',
      { matters: { m1: { repeatedFor: 'PARENTS' }, m2: { rows: { r2: [use('passport', 'AGENT')] } } } },
      [],
    ],
    [
      'where a matter is done for each',
      { matters: { m1: { repeatedFor: 'PARENTS' } }, questions: { same: asked('FATHER', 'MOTHER') } },
      ['same'],
    ],
    [
      'only once it is certain that the row is needed',
      {
        matters: { m1: { rows: { r1: card('MOTHER') } }, m2: { rows: { r2: when(is('helped'), ...card('AGENT')) } } },
        questions: { same: asked('AGENT', 'MOTHER'), helped: {} },
      },
      ['helped'],
    ],
    [
      'not of those who are never one',
      {
        roles: [
          { code: 'MOTHER', name: text('m'), neverIs: ['AGENT'] },
          { code: 'AGENT', name: text('a') },
        ],
      },
      [],
    ],
    [
      'whichever of the two says so',
      {
        roles: [
          { code: 'MOTHER', name: text('m') },
          { code: 'AGENT', name: text('a'), neverIs: ['MOTHER'] },
        ],
      },
      [],
    ],
    [
      'only once it is certain that the form asks both',
      {
        matters: {
          m1: { fields: [field('name', 'MOTHER')] },
          m2: { when: is('helped'), fields: [field('name', 'AGENT')] },
        },
        questions: { same: asked('AGENT', 'MOTHER'), helped: {} },
      },
      ['helped'],
    ],
    [
      'nor while a field may not be asked',
      {
        matters: {
          m1: { fields: [field('name', 'MOTHER')] },
          m2: { fields: [field('name', 'AGENT', { condition: is('helped') })] },
        },
        questions: { same: asked('AGENT', 'MOTHER'), helped: {} },
      },
      ['helped'],
    ],
    [
      'nor of those whom an answer would make so',
      {
        matters: { m1: { rows: { r1: card('MOTHER') } }, m2: { rows: { r2: card('AGENT'), r3: card('GUARDIAN') } } },
        roles: [
          { code: 'MOTHER', name: text('m') },
          { code: 'GUARDIAN', name: text('g'), neverIs: ['AGENT'] },
          { code: 'AGENT', name: text('a') },
        ],
        questions: { same: asked('AGENT', 'MOTHER'), other: asked('MOTHER', 'GUARDIAN') },
        answers: { other: true },
      },
      [],
    ],
    [
      'not where its own condition excludes it',
      {
        questions: { same: { ...asked('AGENT', 'MOTHER'), condition: is('helped') }, helped: {} },
        answers: { helped: false },
      },
      [],
    ],
  ])('asked %s', (_name, more, questions) => expect(open(planOf(two(more)))).toEqual(questions));

  it('one says how many lines there are with either answer', () => {
    expect(planOf(two()).openQuestions).toMatchObject([{ mostMaterials: 2, fewestMaterials: 1, onlyForm: false }]);
  });

  it('one that changes the form alone says so', () => {
    const asking = (code: string) =>
      planOf(two({ matters: { m1: { fields: [field('name', 'MOTHER')] }, m2: { fields: [field(code, 'AGENT')] } } }));
    expect(asking('name').openQuestions).toMatchObject([{ question: 'same', onlyForm: true }]);
    expect(open(asking('phone'))).toEqual([]);
  });
});

describe('rule 2: nobody is asked for what they have not got', () => {
  const yes = (kind: string) => ({ options: [{ code: 'true', text: text('t'), makes: { MOTHER: kind } }] });
  const stranger = (more: Partial<CatalogueOf> = {}, answers: CatalogueOf['answers'] = { foreign: true }) => {
    const catalogue = inputOf({
      matters: {
        m1: { rows: { r1: card('MOTHER') } },
        m2: { rows: { r2: [use('card', 'AGENT'), use('book', 'AGENT')] } },
      },
      types: { passport: {} },
      questions: { foreign: yes('stranger') },
      bindings: { AGENT: ['MOTHER'] },
      ...(answers ? { answers } : {}),
      ...more,
    });
    const kinds = [
      {
        code: 'stranger',
        name: text('stranger'),
        lacks: [
          { documentType: 'card', instead: 'passport' },
          { documentType: 'book', instead: null },
        ],
      },
    ];
    return buildPlan({ ...catalogue, basis: { ...catalogue.basis, kinds } });
  };

  it('what stands in for it is asked for, of whoever it is, by whichever department', () => {
    const plan = stranger();
    expect(list(plan)).toEqual(['passport:MOTHER']);
    expect(fates(plan)).toEqual({ r1: 'KEPT passport:MOTHER', r2: 'NOT_APPLICABLE' });
    expect(plan.account[0]?.reason.en).toContain('It stands in for a document');
    expect(plan.account[1]?.reason.en).toContain('nothing to supply');
  });

  it('what stands in for a photograph is held to nothing that was asked of it', () => {
    const matters = { m1: { rows: { r1: [photo('MOTHER', 'BLUE')] } } };
    expect(list(stranger({ matters }))).toEqual(['passport:MOTHER']);
  });

  it('of two people only who is such a one', () => {
    expect(list(stranger({ bindings: {} }))).toEqual(['passport:MOTHER', 'book:AGENT', 'card:AGENT']);
  });

  it('who is not brings what is asked for', () => {
    expect(list(stranger({}, { foreign: false }))).toEqual(['card:MOTHER', 'book:MOTHER']);
  });

  it('of a group the others bring theirs', () => {
    const matters = { m1: { rows: { r1: card('PARENTS') } } };
    expect(list(stranger({ matters }))).toEqual(['card:FATHER', 'passport:MOTHER']);
  });

  it('what they hold together is there while one of them may hold it', () => {
    const matters = { m1: { rows: { r1: card('PARENTS') } } };
    const types = { card: { holding: 'JOINT' as const }, passport: {} };
    expect(list(stranger({ matters, types }))).toEqual(['card:FATHER+MOTHER']);
  });

  it('one that nobody else holds with them is not there', () => {
    const types = { card: { holding: 'JOINT' as const }, passport: {} };
    expect(list(stranger({ matters: { m1: { rows: { r1: card('MOTHER') } } }, types }))).toEqual(['passport:MOTHER']);
  });

  it('another way to meet the row is left', () => {
    const matters = { m1: { rows: { r1: anyOf([use('book', 'MOTHER')], [use('deed', 'MOTHER')]) } } };
    expect(list(stranger({ matters }))).toEqual(['deed:MOTHER']);
  });

  it('until it is said the question is open, and the line depends on it', () => {
    const plan = stranger({}, {});
    expect(plan.openQuestions).toMatchObject([{ question: 'foreign', mostMaterials: 2, fewestMaterials: 1 }]);
    expect(plan.materials.map(({ dependsOn }) => dependsOn)).toEqual([['foreign'], ['foreign']]);
    const deed = { m1: { rows: { r1: [use('deed', 'MOTHER')] } } };
    expect(open(stranger({ matters: deed }, {}))).toEqual([]);
  });

  it('whether they are somebody else too is asked beside it', () => {
    const matters = { m1: { rows: { r1: card('MOTHER') } }, m2: { rows: { r2: card('AGENT') } } };
    const questions = { foreign: yes('stranger'), same: asked('AGENT', 'MOTHER') };
    expect([...open(stranger({ matters, questions, bindings: {} }, {}))].sort()).toEqual(['foreign', 'same']);
  });

  it('what the event waives stays waived', () => {
    const law = { title: 'law', article: null, documentNumber: null };
    const override = { requirement: 'r1', condition: { any: [] }, options: null, deferral: null, legalBasis: law };
    const matters = { m1: { rows: { r1: [use('book', 'MOTHER')] }, overrides: [override] } };
    expect(fates(stranger({ matters }))).toEqual({ r1: 'WAIVED' });
  });

  it('what the event takes otherwise is asked for where they have it', () => {
    const law = { title: 'law', article: null, documentNumber: null };
    const options = [{ condition: null, uses: [use('deed', 'MOTHER')] }];
    const override = { requirement: 'r1', condition: null, options, deferral: null, legalBasis: law };
    const matters = { m1: { rows: { r1: [use('book', 'MOTHER')] }, overrides: [override] } };
    expect(fates(stranger({ matters }))).toEqual({ r1: 'KEPT deed:MOTHER' });
  });

  it('who may be such a one is asked whether they are, where they may be another', () => {
    const more = {
      matters: { m1: { rows: { r1: [use('deed', 'MOTHER')] } }, m2: { rows: { r2: card('AGENT') } } },
      bindings: {},
      questions: { foreign: yes('stranger'), same: asked('AGENT', 'MOTHER') },
    };
    expect(open(stranger(more, {}))).toEqual(['same']);
    expect(open(stranger(more, { foreign: true }))).toEqual(['same']);
    expect(open(stranger(more, { foreign: false }))).toEqual([]);
    expect(open(stranger(more, { same: true }))).toEqual(['foreign']);
    expect(list(stranger(more, { same: true, foreign: true }))).toEqual(['deed:MOTHER', 'passport:MOTHER']);
    expect(open(stranger(more, { same: false }))).toEqual([]);
  });
});
