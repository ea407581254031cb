import { describe, expect, it } from 'vitest';
import { fates, field, list, planOf, source, use } from './catalogue-of.ts';

const form = (code: string) => ({ [code]: { sources: [source('form', { method: 'GENERATED_FORM' })] } });

describe('rule 7: a form that the one form fills is never listed', () => {
  it('it is a row of its own, counted apart', () => {
    const plan = planOf({
      types: { ...form('f1'), ...form('f2') },
      matters: {
        m1: {
          rows: { r1: [use('f1', 'MOTHER', { use: 'HAND_IN' })], r2: [use('card', 'MOTHER')] },
          fields: [field('name', 'MOTHER')],
        },
        m2: { rows: { r3: [use('f2', 'MOTHER', { use: 'COPY', copies: 4 })], r4: [use('f1', 'MOTHER')] } },
      },
    });
    expect(fates(plan)).toEqual({ r1: 'GENERATED', r2: 'KEPT card:MOTHER', r3: 'GENERATED', r4: 'GENERATED' });
    expect(list(plan)).toEqual(['card:MOTHER']);
    expect(plan.form.replaces).toEqual(['名f1', '名f2']);
    expect(plan.reduction).toMatchObject({
      rows: 4,
      generated: 3,
      kept: 1,
      before: { forms: 3, materials: 1 },
      after: { forms: 1, materials: 1 },
    });
  });

  it('two matters that take the same form away are no conflict', () => {
    const row = [use('f1', 'MOTHER', { use: 'HAND_IN' })];
    expect(
      planOf({ types: form('f1'), matters: { a: { rows: { r1: row } }, b: { rows: { r2: row } } } }).problems,
    ).toEqual([]);
  });

  it('beside a document the document decides', () => {
    const plan = planOf({
      types: form('f1'),
      matters: { m: { rows: { r1: [use('f1', 'MOTHER'), use('card', 'MOTHER')] } } },
    });
    expect(fates(plan)).toEqual({ r1: 'KEPT card:MOTHER' });
    expect(plan.form.replaces).toEqual(['名f1']);
  });

  it('without a field there is no form', () => {
    expect(planOf({ matters: { m: { rows: { r1: [use('card', 'MOTHER')] } } } }).reduction.after.forms).toBe(0);
  });
});
