import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Schema, strictestOf } from '../../../subgraphs/language/strictest.ts';

const text = { type: 'string' };
const number = { type: 'number' };

describe('the strictest of two', () => {
  const cases: ReadonlyArray<readonly [Schema, Schema, Schema]> = [
    [{}, {}, {}],
    [text, {}, text],
    [{}, text, text],
    [
      { ...text, maxLength: 20 },
      { ...text, maxLength: 10 },
      { ...text, maxLength: 10 },
    ],
    [
      { ...text, minLength: 2 },
      { ...text, minLength: 3 },
      { ...text, minLength: 3 },
    ],
    [
      { ...text, minLength: 3 },
      { ...text, maxLength: 3 },
      { ...text, minLength: 3, maxLength: 3 },
    ],
    [
      { ...number, maximum: 5 },
      { ...number, maximum: 4 },
      { ...number, maximum: 4 },
    ],
    [
      { ...number, minimum: 5 },
      { ...number, minimum: 4 },
      { ...number, minimum: 5 },
    ],
    [
      { ...number, minimum: 3 },
      { ...number, maximum: 3 },
      { ...number, minimum: 3, maximum: 3 },
    ],
    [{ exclusiveMinimum: 3 }, { exclusiveMinimum: 1 }, { exclusiveMinimum: 3 }],
    [{ exclusiveMaximum: 3 }, { exclusiveMaximum: 1 }, { exclusiveMaximum: 1 }],
    [{ exclusiveMinimum: 0 }, { minimum: 1 }, { exclusiveMinimum: 0, minimum: 1 }],
    [
      { type: 'array', minItems: 1, maxItems: 5 },
      { type: 'array', minItems: 2, maxItems: 4 },
      { type: 'array', minItems: 2, maxItems: 4 },
    ],
    [
      { type: 'array', uniqueItems: false },
      { type: 'array', uniqueItems: true },
      { type: 'array', uniqueItems: true },
    ],
    [number, { type: 'integer' }, { type: 'integer' }],
    [{ type: 'integer' }, number, { type: 'integer' }],
    [{ type: ['string', 'null'] }, text, { type: 'string' }],
    [{ type: ['string', 'null', 'number'] }, { type: ['null', 'string'] }, { type: ['string', 'null'] }],
    [{ type: ['integer', 'string'] }, { type: ['number', 'string'] }, { type: ['integer', 'string'] }],
    [{ type: ['number', 'integer'] }, { type: ['integer', 'number', 'null'] }, { type: 'number' }],
    [{ enum: ['a', 'b', 'c'] }, { enum: ['c', 'b', 'd'] }, { enum: ['b', 'c'] }],
    [{ enum: ['a', 'bb', 'ccc'] }, { maxLength: 2 }, { enum: ['a', 'bb'], maxLength: 2 }],
    [{ enum: ['a', 'bb', 'ccc'] }, { minLength: 2 }, { enum: ['bb', 'ccc'], minLength: 2 }],
    // Two characters, four code units.
    [{ enum: ['𠮷𠮷', 'abc'] }, { maxLength: 2 }, { enum: ['𠮷𠮷'], maxLength: 2 }],
    [{ enum: ['ab', 'cd'] }, { pattern: '^a' }, { enum: ['ab'], pattern: '^a' }],
    [{ enum: [1, 2, 3, 'x'] }, { minimum: 2 }, { enum: [2, 3, 'x'], minimum: 2 }],
    [
      { enum: [1, 2, 3] },
      { exclusiveMinimum: 1, exclusiveMaximum: 3 },
      { enum: [2], exclusiveMinimum: 1, exclusiveMaximum: 3 },
    ],
    [{ enum: [1, 2, 3, 4] }, { maximum: 3, multipleOf: 2 }, { enum: [2], maximum: 3, multipleOf: 2 }],
    [{ enum: [1, 1.5, 'a', null, true, [], {}] }, { type: 'integer' }, { enum: [1], type: 'integer' }],
    [
      { enum: [1, 'a', null, true, [], {}] },
      { type: ['null', 'array', 'boolean'] },
      { enum: [null, true, []], type: ['null', 'array', 'boolean'] },
    ],
    [{ enum: [1, 'a', null, [], {}] }, { type: 'object' }, { enum: [{}], type: 'object' }],
    [{ enum: [{ a: 1, b: 2 }] }, { enum: [{ b: 2, a: 1 }] }, { enum: [{ a: 1, b: 2 }] }],
    [{ const: 'a' }, { enum: ['a', 'b'] }, { const: 'a', enum: ['a', 'b'] }],
    [{ const: null }, { type: ['null', 'string'] }, { const: null, type: ['null', 'string'] }],
    [{ multipleOf: 4 }, { multipleOf: 6 }, { multipleOf: 12 }],
    [{ multipleOf: 0.2 }, { multipleOf: 0.5 }, { multipleOf: 1 }],
    [{ multipleOf: 0.01 }, { multipleOf: 0.5 }, { multipleOf: 0.5 }],
    [{ multipleOf: 5 }, { minimum: 1, maximum: 5 }, { multipleOf: 5, minimum: 1, maximum: 5 }],
    [{ multipleOf: 5 }, { exclusiveMinimum: 5, maximum: 10 }, { multipleOf: 5, exclusiveMinimum: 5, maximum: 10 }],
    [{ multipleOf: 5 }, { minimum: 6 }, { multipleOf: 5, minimum: 6 }],
    [{ multipleOf: 5 }, { maximum: 4 }, { multipleOf: 5, maximum: 4 }],
    [{ pattern: '^a' }, { pattern: 'b$' }, { pattern: '^a', allOf: [{ pattern: 'b$' }] }],
    [{ pattern: '^a', allOf: [{ pattern: 'b$' }] }, { pattern: 'b$' }, { pattern: '^a', allOf: [{ pattern: 'b$' }] }],
    [
      { allOf: [{ minLength: 1 }] },
      { allOf: [{ minLength: 1 }, { maxLength: 2 }] },
      { allOf: [{ minLength: 1 }, { maxLength: 2 }] },
    ],
    [{ format: 'date' }, text, { format: 'date', type: 'string' }],
    [{ format: 'date' }, { format: 'date', maxLength: 10 }, { format: 'date', maxLength: 10 }],
    [{ items: { maxLength: 5 } }, { items: { maxLength: 3, minLength: 1 } }, { items: { maxLength: 3, minLength: 1 } }],
    [
      { items: { maxLength: 5 } },
      { prefixItems: [text] },
      { items: { maxLength: 5 }, allOf: [{ prefixItems: [text] }] },
    ],
    // Other values than numbers remain.
    [
      { type: ['string', 'number'], minimum: 2 },
      { maximum: 1 },
      { type: ['string', 'number'], minimum: 2, maximum: 1 },
    ],
    [
      { type: ['string', 'number'], minLength: 2 },
      { maxLength: 1 },
      { type: ['string', 'number'], minLength: 2, maxLength: 1 },
    ],
    [{ type: ['array', 'null'], minItems: 2 }, { maxItems: 1 }, { type: ['array', 'null'], minItems: 2, maxItems: 1 }],
    [{ items: false }, { items: text }, { items: false, allOf: [{ items: text }] }],
    [{ not: { const: 'x' } }, { not: { const: 'y' } }, { not: { const: 'x' }, allOf: [{ not: { const: 'y' } }] }],
    [{ not: { const: 'x' } }, { not: { const: 'x' }, maxLength: 3 }, { not: { const: 'x' }, maxLength: 3 }],
    [
      { if: { minLength: 3 }, else: { pattern: 'a' } },
      { if: { minLength: 4 } },
      { if: { minLength: 3 }, else: { pattern: 'a' }, allOf: [{ if: { minLength: 4 } }] },
    ],
    [
      { properties: { a: text } },
      { additionalProperties: false },
      { properties: { a: text }, allOf: [{ additionalProperties: false }] },
    ],
    [
      { contains: text, minContains: 2 },
      { contains: number },
      { contains: text, minContains: 2, allOf: [{ contains: number }] },
    ],
    [{ anyOf: [text] }, { oneOf: [text], required: ['a'] }, { anyOf: [text], oneOf: [text], required: ['a'] }],
    [
      { title: 'one', description: 'd', maxLength: 2 },
      { title: 'other', examples: ['x'] },
      { title: 'one', description: 'd', maxLength: 2, examples: ['x'] },
    ],
    [
      { default: 1, $comment: 'a', deprecated: true, examples: [1] },
      { default: 2, $comment: 'b', deprecated: false, examples: [2] },
      { default: 1, $comment: 'a', deprecated: true, examples: [1] },
    ],
    // A keyword of nobody's, told by one department alone, stays.
    [{ 'x-widget': 'card' }, text, { 'x-widget': 'card', type: 'string' }],
  ];

  it.each(cases)('of %j and %j is %j', (a, b, wanted) => expect(strictestOf(a, b)).toEqual(wanted));

  it('of two alike is the one, as it stands', () => {
    const one = { maxLength: 1, type: 'string' };
    expect(strictestOf(one, { ...one })).toBe(one);
    expect(strictestOf(one, { type: 'string', maxLength: 1 })).toEqual(one);
  });
});

describe('nothing meets', () => {
  const cases: ReadonlyArray<readonly [Schema, Schema]> = [
    [text, number],
    [{ type: ['string', 'null'] }, { type: ['number', 'boolean'] }],
    [{ minLength: 5 }, { maxLength: 4 }],
    [{ minItems: 5 }, { maxItems: 4 }],
    [{ minimum: 5 }, { maximum: 4 }],
    [{ exclusiveMinimum: 4 }, { maximum: 4 }],
    [{ minimum: 4 }, { exclusiveMaximum: 4 }],
    [{ exclusiveMinimum: 4 }, { exclusiveMaximum: 4 }],
    [{ minimum: 3, exclusiveMinimum: 4 }, { maximum: 4 }],
    [{ maximum: 5, exclusiveMaximum: 4 }, { minimum: 4 }],
    [{ type: 'integer' }, { exclusiveMinimum: 1, exclusiveMaximum: 2 }],
    [{ type: 'integer' }, { minimum: 1.2, maximum: 1.8 }],
    [{ type: 'integer' }, { minimum: 1.5, maximum: 1.5 }],
    [{ multipleOf: 5 }, { minimum: 1, maximum: 4 }],
    [{ multipleOf: 5 }, { exclusiveMinimum: 5, exclusiveMaximum: 10 }],
    [{ multipleOf: 5 }, { exclusiveMinimum: 5, maximum: 9 }],
    [{ enum: ['a'] }, { enum: ['b'] }],
    [{ enum: ['aaa'] }, { maxLength: 2 }],
    [{ enum: ['b'] }, { pattern: '^a' }],
    [{ enum: ['a'], pattern: '.' }, { pattern: 'b' }],
    [{ enum: ['1'] }, number],
    [{ const: 'a' }, { const: 'b' }],
    [{ const: 'a' }, { enum: ['b', 'c'] }],
    [{ const: 3 }, { maximum: 2 }],
    [{ const: true }, text],
    [{ format: 'date' }, { format: 'email' }],
    [{ contentEncoding: 'base64' }, { contentEncoding: 'quoted-printable' }],
    [{ items: text }, { items: number }],
    // Nobody knows what these mean together.
    [{ 'x-widget': 'card' }, { 'x-widget': 'list' }],
  ];

  it.each(cases)('%j and %j', (a, b) => {
    expect(strictestOf(a, b)).toBeNull();
    expect(strictestOf(b, a)).toBeNull();
  });
});

describe('for any two', () => {
  const some = (value: fc.Arbitrary<unknown>) => fc.option(value, { nil: undefined });
  const schema: fc.Arbitrary<Schema> = fc
    .record({
      type: fc.constantFrom('string', 'number', 'integer', ['string', 'number'], ['string', 'integer']),
      minimum: some(fc.integer({ min: -2, max: 6 })),
      maximum: some(fc.integer({ min: -2, max: 6 })),
      exclusiveMinimum: some(fc.integer({ min: -2, max: 6 })),
      exclusiveMaximum: some(fc.integer({ min: -2, max: 6 })),
      multipleOf: some(fc.constantFrom(1, 2, 3, 0.5)),
      minLength: some(fc.nat(3)),
      maxLength: some(fc.nat(3)),
      pattern: some(fc.constantFrom('^a', 'b$', 'a')),
      enum: some(
        fc.uniqueArray(fc.constantFrom<unknown>('', 'a', 'ab', 'b', 0, 1, 2, 2.5, 6), { minLength: 1, maxLength: 5 }),
      ),
      not: some(fc.constantFrom({ const: 'a' }, { const: 2 })),
    })
    .map((each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)));
  const values = ['', 'a', 'ab', 'b', 'aab', 'abab', -2, 0, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 7];
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);

  it('lets through what both let through, and nothing else', () => {
    fc.assert(
      fc.property(schema, schema, (a, b) => {
        const both = strictestOf(a, b);
        for (const value of values) {
          const wanted = ajv.validate(a, value) && ajv.validate(b, value);
          expect(both !== null && ajv.validate(both, value), JSON.stringify({ a, b, both, value })).toBe(wanted);
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 300), seed: 11 },
    );
  });
});
