import { describe, expect, it } from 'vitest';
import { createCheckForm, titleAt } from '../../../subgraphs/journeys/form.ts';

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
      [['FIELD_INVALID', 'form.baby.name', expect.stringContaining('（至多 3 个字符）')]],
    ],
    ['is none', 'x', [['FIELD_INVALID', 'form', expect.any(String)]]],
    ['is all wrong, and told at once', { baby: { age: 1 } }, [expect.anything(), expect.anything()]],
  ])('%s', (_what, form, refusals) => {
    expect(told(form)).toEqual(refusals);
  });

  it.each<[object, unknown, string]>([
    [{ minLength: 2 }, '晨', '至少 2 个字符'],
    [{ type: 'number', maxLength: undefined }, '晨', '请填写数字'],
    [{ type: 'integer', maxLength: undefined, maximum: 9 }, 10, '不大于 9'],
    [{ type: 'integer', maxLength: undefined, minimum: 9 }, 8, '不小于 9'],
    [{ enum: ['甲', '乙'] }, '丙', '应为以下之一：甲、乙'],
    [{ enum: [...'一二三四五六七八九十百'] }, '丙', '不在可选的范围内'],
    [{ enum: [...'一二三四五六七八九十'] }, '丙', '应为以下之一：一、二、三、四、五、六、七、八、九、十'],
    [{ maxLength: 20, format: 'date' }, '2026-02-30', '请填写存在的日期，如 2026-01-31'],
    [{ maxLength: 40, format: 'uri' }, '晨', '格式不对'],
    [{ pattern: '^a$' }, '晨', '格式不对'],
    [{}, 7, '格式不对'],
  ])('says in words why a value of %j does not hold', (more, value, reason) => {
    const plain = JSON.parse(JSON.stringify(schema(more)));
    const [refusal] = createCheckForm(now)(plain, { baby: { name: value } });
    expect(refusal?.message.zh).toContain(`（${reason}）`);
  });

  it('is called by its own title where the path leads nowhere', () => {
    expect(titleAt({ title: '申请表', description: 'Form' }, ['x', 'y'])).toEqual({ zh: '申请表', en: 'Form' });
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

describe('rules of the one form', () => {
  const otherwise = { zh: '前后不一', en: 'they differ' };
  const text = { type: 'string' };
  const person = { type: 'object', properties: { sex: text, from: text, to: text, kin: text, folk: text } };
  const ruled = (rule: object) => ({
    type: 'object',
    properties: { lin: person, chen: person },
    'x-rules': [{ party: 'lin', otherwise, ...rule }],
  });
  const of = (rule: object, form: unknown, asked?: string) =>
    createCheckForm(now)(ruled(rule), form, asked).map(({ code, path }) => `${code} ${path.join('.')}`);

  const days = { element: 'to', notBefore: 'from' };
  const past = { element: 'to', notAfterToday: true };
  const boy = { element: 'kin', where: { element: 'sex', in: ['男'] }, in: ['子'] };
  const alike = (same: boolean) => ({ element: 'folk', alike: { parties: ['lin', 'chen'], same } });
  const folk = (lin: string, chen: string) => ({ lin: { folk: lin }, chen: { folk: chen } });
  const month = { element: 'to', elapsed: { atMost: { months: 1 } } };
  it.each<[string, object, unknown, string | null]>([
    ['a day on another', days, { lin: { from: '2026-11-01', to: '2026-11-01' } }, null],
    ['a day before it', days, { lin: { from: '2026-11-02', to: '2026-11-01' } }, 'to'],
    ['a day beside none', days, { lin: { to: '2026-11-01' } }, null],
    ['today', past, { lin: { to: '2026-11-26' } }, null],
    ['tomorrow', past, { lin: { to: '2026-11-27' } }, 'to'],
    ['a value that goes with another', boy, { lin: { sex: '男', kin: '子' } }, null],
    ['one that does not', boy, { lin: { sex: '男', kin: '女' } }, 'kin'],
    ['one that is not spoken of', boy, { lin: { sex: '女', kin: '女' } }, null],
    ['two alike', alike(true), folk('汉族', '汉族'), null],
    ['two that should be', alike(true), folk('汉族', '回族'), 'folk'],
    ['two that should not be', alike(false), folk('汉族', '汉族'), 'folk'],
    ['two that differ as said', alike(false), folk('汉族', '回族'), null],
    ['one of two', alike(true), { lin: { folk: '汉族' } }, null],
    ['a month ago', month, { lin: { to: '2026-10-26' } }, null],
    ['longer ago', month, { lin: { to: '2026-10-25' } }, 'to'],
  ])('%s', (_what, rule, form, element) => {
    expect(of(rule, form)).toEqual(element === null ? [] : [`FIELD_CONTRADICTED form.lin.${element}`]);
  });

  it('how long ago it was is judged by the day of the answer', () => {
    expect(of(month, { lin: { to: '2026-10-20' } }, '2026-11-20')).toEqual([]);
  });
});
