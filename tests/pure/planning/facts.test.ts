import { describe, expect, it } from 'vitest';
import { newbornAnswers, newbornFormOn, newbornParties } from '../../../scripts/newborn-example.ts';
import { createCheckForm } from '../../../subgraphs/journeys/form.ts';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import { inputFor } from './catalogue-input.ts';

const today = '2026-11-26';
const noon = Date.parse(`${today}T04:00:00Z`);
const plan = buildPlan({
  ...inputFor('newborn', '330381000000'),
  today,
  situation: { answers: newbornAnswers, parties: newbornParties, refusedSources: [], held: [], commitments: [] },
});
const check = createCheckForm(() => noon);
const told = (changes: Readonly<Record<string, object>>) => {
  const form = Object.fromEntries(
    Object.entries(newbornFormOn(noon)).map(([id, values]) => [id, { ...values, ...changes[id] }]),
  );
  return check(plan.form.schema, form).map(({ code, path }) => `${code} ${path.slice(1).join('.')}`);
};

describe('a newborn’s form', () => {
  it('that agrees with the answers is taken', () => {
    expect(told({})).toEqual([]);
  });

  it('that contradicts them is told every contradiction at once', () => {
    const baby = { sex: '女', 'relation-to-head': '子', 'birth-date': '2027-11-01' };
    const lin = { 'marital-status': '未婚', 'discharge-date': '2026-10-01', ethnicity: '汉族' };
    expect([...told({ baby, lin, chen: { 'marital-status': '未婚', ethnicity: '回族' } })].sort()).toEqual([
      'FIELD_CONTRADICTED baby.birth-date',
      'FIELD_CONTRADICTED baby.birth-date',
      'FIELD_CONTRADICTED baby.relation-to-head',
      'FIELD_CONTRADICTED chen.marital-status',
      'FIELD_CONTRADICTED lin.discharge-date',
      'FIELD_CONTRADICTED lin.ethnicity',
      'FIELD_CONTRADICTED lin.marital-status',
    ]);
  });

  it.each([
    [{ sex: '子' }, 'FIELD_INVALID baby.sex'],
    [{ ethnicity: '火星族' }, 'FIELD_INVALID baby.ethnicity'],
    [{ 'birth-date': '2026-10-01' }, 'FIELD_CONTRADICTED baby.birth-date'],
  ])('with a child of %j is refused', (baby, refusal) => {
    expect(told({ baby })).toContain(refusal);
  });

  it.each(['中国台湾', 'CN', 'China', '火星', ''])(
    'with a nationality of %j is refused at that parent',
    (nationality) => {
      expect(told({ chen: { nationality } })).toEqual(['FIELD_INVALID chen.nationality']);
    },
  );

  it('takes a nationality by the name of its state', () => {
    expect(told({ lin: { nationality: '法国' }, chen: { nationality: '中国' } })).toEqual([]);
  });

  it('holds what an answer leaves, with the question', () => {
    const status = plan.form.fields.filter(({ code }) => code === 'marital-status');
    expect(status.map(({ party, fixed }) => [party, fixed])).toEqual([
      ['lin', { question: 'married', value: '已婚' }],
      ['chen', { question: 'married', value: '已婚' }],
    ]);
    expect(plan.form.schema).toMatchObject({
      properties: { lin: { properties: { 'marital-status': { enum: ['已婚'], default: '已婚', readOnly: true } } } },
    });
  });
});
