import { describe, expect, it } from 'vitest';
import { createCheckForm } from '../../../subgraphs/journeys/form.ts';

const schema = (more: object = {}) => ({
  type: 'object',
  required: ['baby'],
  additionalProperties: false,
  properties: {
    baby: {
      type: 'object',
      title: '新生儿',
      description: 'Child',
      required: ['name'],
      additionalProperties: false,
      properties: { name: { type: 'string', maxLength: 3, title: '姓名', description: 'Name', ...more } },
    },
  },
});
const now = () => Date.parse('2026-11-26T04:00:00Z');
const told = (form: unknown, check = createCheckForm(now)) =>
  check(schema(), form).map(({ code, path, message }) => [code, path.join('.'), message.zh]);

describe('the one form', () => {
  it.each<[string, unknown, ReadonlyArray<unknown>]>([
    ['holds', { baby: { name: '晨' } }, []],
    ['lacks a field', { baby: {} }, [['FIELD_MISSING', 'form.baby.name', expect.stringContaining('“新生儿：姓名”')]]],
    ['lacks a party', {}, [['FIELD_MISSING', 'form.baby', expect.stringContaining('“新生儿”')]]],
    [
      'has a field too many',
      { baby: { name: '晨', age: 1 } },
      [['FIELD_UNKNOWN', 'form.baby.age', expect.stringContaining('“新生儿”')]],
    ],
    [
      'has a value that is wrong',
      { baby: { name: '晨晨晨晨' } },
      [['FIELD_INVALID', 'form.baby.name', expect.stringContaining('must NOT have more than 3')]],
    ],
    ['is none', 'x', [['FIELD_INVALID', 'form', expect.any(String)]]],
    ['is all wrong, and told at once', { baby: { age: 1 } }, [expect.anything(), expect.anything()]],
  ])('%s', (_what, form, refusals) => {
    expect(told(form)).toEqual(refusals);
  });

  it('is checked by its own schema, however many others were checked before', () => {
    const check = createCheckForm(now, 2);
    const form = { baby: { name: '晨晨晨晨' } };
    const longer = [10, 11, 12].map((maxLength) => check(schema({ maxLength }), form).length);
    expect([...longer, check(schema(), form).length, check(schema({ maxLength: 10 }), form).length]).toEqual([
      0, 0, 0, 1, 0,
    ]);
  });

  it('is compiled once for one schema, though it comes as another object each time', () => {
    const check = createCheckForm(now);
    const read: string[] = [];
    const watched = () => {
      const inner = schema();
      return new Proxy(inner, {
        get: (target, name, receiver) => {
          if (name === 'additionalProperties') read.push('read');
          return Reflect.get(target, name, receiver);
        },
      });
    };
    check(watched(), { baby: { name: '晨' } });
    const compiling = read.length;
    check(watched(), { baby: { name: '晨' } });
    // The second time it is only told apart.
    expect(read.length - compiling).toBe(1);
    expect(compiling).toBeGreaterThan(1);
  });

  it.each<[string, string, ReadonlyArray<string>]>([
    ['an identity number that holds', '330381199505050022', []],
    ['another check character', '330381199505050023', ['IDENTITY_NUMBER_INVALID']],
    ['a number that is too short, told once', '33038119950505002', ['IDENTITY_NUMBER_INVALID']],
    ['somebody who is born tomorrow in China', '330381202611270015', ['IDENTITY_NUMBER_INVALID']],
  ])('is checked by the formats that its data elements name: %s', (_what, value, codes) => {
    const element = { type: 'string', pattern: '^[1-9][0-9]{16}[0-9X]$', format: 'resident-identity-number' };
    const inner = schema();
    const numbered = {
      ...inner,
      properties: {
        baby: { ...inner.properties.baby, properties: { name: { ...element, title: '身份证', description: 'No' } } },
      },
    };
    const refusals = createCheckForm(now)(numbered, { baby: { name: value } });
    expect(refusals.map(({ code }) => code)).toEqual(codes);
    for (const { path, message } of refusals) {
      expect(path).toEqual(['form', 'baby', 'name']);
      expect([message.zh, message.en]).toEqual([expect.stringContaining('身份证'), expect.stringContaining('No')]);
    }
  });
});
