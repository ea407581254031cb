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
const told = (form: unknown, check = createCheckForm()) =>
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
    const check = createCheckForm(2);
    const form = { baby: { name: '晨晨晨晨' } };
    const longer = [10, 11, 12].map((maxLength) => check(schema({ maxLength }), form).length);
    expect([...longer, check(schema(), form).length, check(schema({ maxLength: 10 }), form).length]).toEqual([
      0, 0, 0, 1, 0,
    ]);
  });

  it('is compiled once for one schema, though it comes as another object each time', () => {
    const check = createCheckForm();
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
});
