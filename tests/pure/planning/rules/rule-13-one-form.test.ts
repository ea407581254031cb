import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { departmentForm } from '../../../../subgraphs/planning/index.ts';
import type { FormField } from '../../../../subgraphs/planning/types.ts';
import { anyOf, type CatalogueOf, field, is, planOf, problems, source, use } from './catalogue-of.ts';

type Json = Readonly<Record<string, unknown>>;
const schemaOf = (catalogue: CatalogueOf): Json => planOf(catalogue).form.schema;
const of = (catalogue: CatalogueOf, party: string, code: string): unknown =>
  (schemaOf(catalogue) as { properties: Record<string, { properties: Record<string, unknown> }> }).properties[party]
    ?.properties[code];
const both = (one: Json, other: Json, more: Partial<FormField> = {}): CatalogueOf => ({
  matters: {
    b: { fields: [field('height', 'CHILD', { schema: other, ...more })] },
    a: { fields: [field('height', 'CHILD', { schema: one })] },
  },
});

describe('rule 13: one field of one party, whoever asks', () => {
  it('is asked once, and says who receives it', () => {
    const plan = planOf({
      matters: {
        b: { fields: [field('name', 'CHILD'), field('name', 'MOTHER')] },
        a: { fields: [field('name', 'CHILD', { sensitive: true })] },
      },
    });
    expect(plan.form.fields).toEqual([
      {
        code: 'name',
        subject: 'CHILD',
        party: 'CHILD',
        titles: { zh: '名name', en: 'name name' },
        required: true,
        sensitive: true,
        receivedBy: ['a', 'b'],
        prefilledFrom: null,
        fixed: null,
      },
      {
        code: 'name',
        subject: 'MOTHER',
        party: 'MOTHER',
        titles: { zh: '名name', en: 'name name' },
        required: true,
        sensitive: false,
        receivedBy: ['b'],
        prefilledFrom: null,
        fixed: null,
      },
    ]);
  });

  it('parties stand in the order of the catalogue’s roles, fields by code', () => {
    const plan = planOf({
      parties: { z: ['CHILD'], a: ['CHILD'] },
      matters: {
        m: {
          fields: [
            field('b', 'FATHER'),
            field('a', 'FATHER'),
            field('c', 'MOTHER'),
            field('d', 'CHILD'),
            field('e', 'nobody’s role'),
          ],
        },
      },
    });
    expect(plan.form.fields.map(({ party, code }) => `${party}.${code}`)).toEqual([
      'a.d',
      'z.d',
      'MOTHER.c',
      'FATHER.a',
      'FATHER.b',
      'nobody’s role.e',
    ]);
    expect(Object.keys((plan.form.schema as { properties: Json }).properties)).toEqual([
      'a',
      'z',
      'MOTHER',
      'FATHER',
      'nobody’s role',
    ]);
  });

  it.each<readonly [string, Json, Json, Json]>([
    [
      'the shorter maximum',
      { type: 'string', maxLength: 20 },
      { type: 'string', maxLength: 10 },
      { type: 'string', maxLength: 10 },
    ],
    ['the choices common to both', { enum: ['a', 'b'] }, { enum: ['b', 'c'] }, { enum: ['b'] }],
    ['both patterns', { pattern: '^a' }, { pattern: 'b$' }, { pattern: '^a', allOf: [{ pattern: 'b$' }] }],
    [
      'the common multiple',
      { type: 'number', multipleOf: 4 },
      { type: 'number', multipleOf: 6 },
      { type: 'number', multipleOf: 12 },
    ],
    ['the items of both', { items: { maxLength: 4 } }, { items: { maxLength: 3 } }, { items: { maxLength: 3 } }],
    ['nothing beside something', {}, { exclusiveMinimum: 0 }, { exclusiveMinimum: 0 }],
  ])('%s', (_name, one, other, wanted) => {
    expect(of(both(one, other), 'CHILD', 'height')).toEqual({
      ...wanted,
      title: '名height',
      description: 'name height',
    });
  });

  it.each<readonly [Json, Json]>([
    [{ minLength: 5 }, { maxLength: 4 }],
    [{ enum: ['a'] }, { enum: ['b'] }],
    [{ type: 'string' }, { type: 'number' }],
    [{ format: 'date' }, { format: 'email' }],
    [{ 'x-mask': 1 }, { 'x-mask': 2 }],
  ])('%j and %j exclude each other: an error that names both departments', (one, other) => {
    const plan = planOf(both(one, other));
    expect(problems(plan)).toEqual(['FIELD_CONFLICT form.CHILD.height']);
    const { zh, en } = plan.problems[0]?.message ?? { zh: '', en: '' };
    for (const word of ['名a', 'd-a', '名b', 'd-b', '名height']) expect(zh).toContain(word);
    for (const word of ['name a', 'd-a', 'name b', 'd-b', 'name height']) expect(en).toContain(word);
    // The first by code stands, so that there is a form to show.
    expect(of(both(one, other), 'CHILD', 'height')).toMatchObject(one);
  });

  it('of three the third is held against what the first two want', () => {
    const plan = planOf({
      matters: {
        a: { fields: [field('h', 'CHILD', { schema: { minimum: 2 } })] },
        b: { fields: [field('h', 'CHILD', { schema: { maximum: 4 } })] },
        c: { fields: [field('h', 'CHILD', { schema: { minimum: 5 } })] },
      },
    });
    expect(problems(plan)).toEqual(['FIELD_CONFLICT form.CHILD.h']);
    expect(plan.problems[0]?.message.en).toContain('d-c');
  });
});

describe('rule 13: required', () => {
  it.each<readonly [string, CatalogueOf, boolean]>([
    [
      'where one matter wants it',
      { matters: { a: { fields: [field('f', 'CHILD', { required: false })] }, b: { fields: [field('f', 'CHILD')] } } },
      true,
    ],
    ['not where none does', { matters: { a: { fields: [field('f', 'CHILD', { required: false })] } } }, false],
    [
      'not where the matter is uncertain',
      { questions: { q: {} }, matters: { a: { when: is('q'), fields: [field('f', 'CHILD')] } } },
      false,
    ],
    [
      'not where its condition is',
      { questions: { q: {} }, matters: { a: { fields: [field('f', 'CHILD', { condition: is('q') })] } } },
      false,
    ],
    [
      'not where the certain matter does not want it',
      {
        questions: { q: {} },
        matters: {
          a: { fields: [field('f', 'CHILD', { required: false })] },
          b: { when: is('q'), fields: [field('f', 'CHILD')] },
        },
      },
      false,
    ],
  ])('%s', (_name, catalogue, required) => {
    const plan = planOf(catalogue);
    expect(plan.form.fields[0]?.required).toBe(required);
    const schema = plan.form.schema as {
      required: ReadonlyArray<string>;
      properties: Record<string, { required: ReadonlyArray<string> }>;
    };
    expect(schema.required).toEqual(required ? ['CHILD'] : []);
    expect(schema.properties.CHILD?.required).toEqual(required ? ['f'] : []);
  });

  it('what open questions make required stands as if/then, one rule for those that depend on the same', () => {
    const plan = planOf({
      questions: { p: {}, q: {} },
      matters: {
        a: {
          fields: [
            field('one', 'CHILD', { condition: is('q') }),
            field('two', 'CHILD', { condition: is('q') }),
            field('two', 'MOTHER', { condition: is('q') }),
            field('three', 'MOTHER', { condition: { all: [is('q'), is('p')] } }),
            field('four', 'MOTHER', { condition: is('q'), required: false }),
            field('five', 'MOTHER'),
          ],
        },
      },
    });
    const given = (question: string) => ({
      type: 'object',
      properties: { [question]: { const: true } },
      required: [question],
    });
    const answers = (condition: Json) => ({
      type: 'object',
      properties: { $answers: condition },
      required: ['$answers'],
    });
    const demand = (...codes: ReadonlyArray<string>) => ({
      type: 'object',
      properties: Object.fromEntries(codes.map((code) => [code, true])),
      required: codes,
    });
    expect(plan.form.schema.allOf).toEqual([
      {
        if: answers(given('q')),
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, not a promise.
        then: {
          type: 'object',
          properties: { CHILD: demand('one', 'two'), MOTHER: demand('two') },
          required: ['CHILD', 'MOTHER'],
        },
      },
      {
        if: answers({ type: 'object', allOf: [given('q'), given('p')] }),
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, not a promise.
        then: { type: 'object', properties: { MOTHER: demand('three') }, required: ['MOTHER'] },
      },
    ]);
    expect((plan.form.schema as { properties: Json }).properties.$answers).toEqual({
      type: 'object',
      additionalProperties: true,
    });
  });

  it('with no question open there is no rule and no place for answers', () => {
    const schema = schemaOf({ matters: { a: { fields: [field('f', 'CHILD')] } } });
    expect(Object.keys(schema)).toEqual([
      '$schema',
      'type',
      'title',
      'description',
      'properties',
      'required',
      'additionalProperties',
    ]);
    expect(Object.keys((schema as { properties: Json }).properties)).toEqual(['CHILD']);
  });

  it.each<readonly [string, Parameters<typeof is>[1] | undefined, Json, boolean]>([
    ['any of several conditions', undefined, { q: true }, true],
    ['the other of them', undefined, { p: true }, true],
    ['none of them', undefined, { p: false, q: false }, false],
    ['no answer', undefined, {}, false],
  ])('of two matters: %s', (_name, _value, answers, required) => {
    const schema = schemaOf({
      questions: { p: {}, q: {} },
      matters: {
        a: { when: is('p'), fields: [field('f', 'CHILD')] },
        b: { when: is('q'), fields: [field('f', 'CHILD')] },
      },
    });
    expect(new Ajv2020({ strict: true }).compile(schema)({ $answers: answers })).toBe(!required);
  });
});

describe('rule 13: what a shared or held document tells is filled in', () => {
  const catalogue = (types: CatalogueOf['types'], more: Partial<CatalogueOf> = {}): CatalogueOf => ({
    ...(types ? { types } : {}),
    matters: {
      m: {
        rows: { r1: [use('card', 'PARENTS')], r2: [use('file', 'MOTHER')] },
        fields: [field('name', 'MOTHER'), field('name', 'FATHER'), field('name', 'CHILD'), field('phone', 'MOTHER')],
      },
    },
    ...more,
  });
  const prefilled = (each: CatalogueOf) =>
    Object.fromEntries(
      planOf(each).form.fields.map(({ party, code, prefilledFrom }) => [`${party}.${code}`, prefilledFrom]),
    );

  it('of each party it is about, and no other field', () => {
    expect(prefilled(catalogue({ card: { sources: [source('police')], tells: ['name'] } }))).toEqual({
      'MOTHER.name': 'police',
      'FATHER.name': 'police',
      'CHILD.name': null,
      'MOTHER.phone': null,
    });
  });

  it('not where the document is brought', () => {
    expect(prefilled(catalogue({ card: { tells: ['name'] } }))['MOTHER.name']).toBeNull();
  });

  it('by the wallet that holds it', () => {
    const types = {
      card: {
        sources: [source('wallet', { method: 'PERSONAL_VAULT' as const })],
        tells: ['name'],
        holding: 'JOINT' as const,
      },
    };
    expect(prefilled(catalogue(types, { held: [{ documentType: 'card', trust: 'A' }] }))['MOTHER.name']).toBe('wallet');
  });

  it.each([
    [{}, {}, 'police'],
    [{}, { prevailsOver: ['card'] }, 'archive'],
    [{ prevailsOver: ['file'] }, {}, 'police'],
    [{}, { prevailsOver: ['book'] }, 'police'],
  ])('of two that tell it, by the one that prevails: %j, %j', (card, file, wanted) => {
    const types = {
      card: { sources: [source('police')], tells: ['name'], ...card },
      file: { sources: [source('archive')], tells: ['name'], ...file },
    };
    expect(prefilled(catalogue(types))['MOTHER.name']).toBe(wanted);
  });
});

describe('rule 13: each department receives its own form', () => {
  it('its fields of the parties it names, and nothing else', () => {
    const plan = planOf({
      questions: { q: {} },
      answers: { q: false },
      matters: {
        a: {
          fields: [
            field('name', 'CHILD'),
            field('birth', 'CHILD'),
            field('name', 'CHILD'),
            field('no', 'CHILD', { condition: is('q') }),
          ],
        },
        b: { fields: [field('name', 'MOTHER'), field('name', 'CHILD')] },
      },
    });
    expect(plan.filings.map(({ fields }) => fields)).toEqual([
      { CHILD: ['birth', 'name'] },
      { MOTHER: ['name'], CHILD: ['name'] },
    ]);
    const filled = { CHILD: { name: '安', birth: '2026-11-01' }, MOTHER: { name: '李', phone: '1' } };
    expect(departmentForm(plan.filings[0]?.fields ?? {}, filled)).toEqual({
      CHILD: { name: '安', birth: '2026-11-01' },
    });
    expect(departmentForm(plan.filings[1]?.fields ?? {}, filled)).toEqual({
      MOTHER: { name: '李' },
      CHILD: { name: '安' },
    });
    // What was left out is left out; what is empty, false or nought is sent.
    expect(
      departmentForm({ CHILD: ['a', 'b', 'c', 'd'], MOTHER: ['e'] }, { CHILD: { a: '', b: false, c: 0 } }),
    ).toEqual({
      CHILD: { a: '', b: false, c: 0 },
      MOTHER: {},
    });
  });

  it('and the questions that its conditions name, where they are answered', () => {
    const plan = planOf({
      questions: { matter: {}, row: {}, option: {}, field: {}, open: {}, other: {} },
      answers: { matter: true, row: true, option: true, field: true, other: true },
      matters: {
        a: {
          when: is('matter'),
          rows: {
            r1: {
              condition: { all: [is('row'), is('open')] },
              options: [{ when: is('option'), uses: [use('card', 'MOTHER')] }],
            },
          },
          fields: [field('f', 'CHILD', { condition: is('field') })],
        },
        b: { rows: { r2: anyOf([use('card', 'MOTHER')]) } },
      },
    });
    expect(plan.filings.map(({ questions }) => questions)).toEqual([['field', 'matter', 'option', 'row'], []]);
  });

  it('and who the roles are that it speaks of', () => {
    const plan = planOf({
      parties: { li: ['MOTHER', 'AGENT'], an: ['CHILD'] },
      matters: {
        a: {
          rows: { r: anyOf([use('card', 'AGENT')], [use('book', 'FATHER')]) },
          makes: [{ documentType: 'x', subject: 'CHILD', spec: null }],
          fields: [field('f', 'PARENTS')],
        },
      },
    });
    expect(plan.filings[0]?.parties).toEqual({
      AGENT: ['li'],
      CHILD: ['an'],
      FATHER: ['FATHER'],
      PARENTS: ['FATHER', 'li'],
    });
    expect(Object.keys(plan.filings[0]?.parties ?? {})).toEqual(['AGENT', 'CHILD', 'FATHER', 'PARENTS']);
  });
});

it('rule 13: the schema says what it is, in both languages', () => {
  const schema = schemaOf({ matters: { a: { fields: [field('f', 'CHILD')] } } });
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    title: '名event联办事项申请表',
    description: 'Application for: name event',
    additionalProperties: false,
    properties: { CHILD: { type: 'object', title: '名CHILD', description: 'name CHILD', additionalProperties: false } },
  });
});

describe('rule 13: what answers say of fields', () => {
  const asks = (fact: object, more: Partial<CatalogueOf> = {}): CatalogueOf => ({
    questions: { q: { facts: [{ element: 'a', subject: 'PARENTS', ...fact }] } },
    answers: { q: true },
    matters: { m: { fields: [field('a', 'MOTHER', { schema: {} }), field('b', 'FATHER')] } },
    ...more,
  });
  const ruled = (catalogue: CatalogueOf) => (schemaOf(catalogue)['x-rules'] ?? []) as ReadonlyArray<object>;
  const fixed = (catalogue: CatalogueOf) => planOf(catalogue).form.fields.map((each) => each.fixed?.value);

  it('an answer is the value of the fields that are asked, and of no others', () => {
    expect(fixed(asks({}))).toEqual([true, undefined]);
    expect(ruled(asks({}))).toEqual([expect.objectContaining({ party: 'MOTHER', in: [true] })]);
  });

  it('of several values that it leaves none is filled in', () => {
    expect(fixed(asks({ values: { true: [1, 2] } }))).toEqual([undefined, undefined]);
  });

  it('nobody is alike alone', () => {
    expect(ruled(asks({ alike: { true: true } }))).toEqual([]);
  });

  it('a rule holds where all that it speaks of is asked', () => {
    const rule = { code: 'r', element: 'b', notBefore: 'a', otherwise: { zh: '早', en: 'early' } };
    const one = asks({ values: { false: [1] } }, { rules: [rule] });
    expect(ruled(one)).toEqual([]);
    const both = { m: { fields: [field('a', 'FATHER'), field('b', 'FATHER')] } };
    expect(ruled({ ...one, matters: both })).toEqual([
      { party: 'FATHER', element: 'b', notBefore: 'a', otherwise: rule.otherwise },
    ]);
    const reworded = { ...one, matters: both, rules: [{ ...rule, otherwise: { zh: '太早', en: 'too early' } }] };
    expect(planOf(reworded).id).toBe(planOf({ ...one, matters: both }).id);
  });
});
