import { describe, expect, it } from 'vitest';
import { buildPlan } from '../../../../subgraphs/planning/index.ts';
import {
  type CatalogueOf,
  fates,
  inputOf,
  is,
  list,
  type MatterOf,
  made,
  planOf,
  stages,
  use,
} from './catalogue-of.ts';

const catalogue = (silent?: MatterOf['silent']): CatalogueOf => ({
  matters: {
    a: { rows: { r1: [use('birth', 'CHILD')], r2: [use('card', 'MOTHER')] } },
    b: { makes: [made('birth', 'CHILD')], rows: { r3: [use('record', 'MOTHER')] }, ...(silent ? { silent } : {}) },
  },
});

describe('rule 15: a department that did not answer', () => {
  it('none', () => {
    const plan = planOf(catalogue());
    expect([plan.complete, plan.missing]).toEqual([true, []]);
  });

  it.each([true, 'requirements', 'results', 'formFields'] as const)(
    '%s: said, and nothing it makes becomes a demand',
    (silent) => {
      const plan = planOf(catalogue(silent));
      expect([plan.complete, plan.missing]).toEqual([false, ['b']]);
      // The catalogue says who makes it.
      expect(fates(plan)).toMatchObject({ r1: 'PRODUCED b', r2: 'KEPT card:MOTHER' });
      expect(list(plan)).not.toContain('birth:CHILD');
      expect(stages(plan)).toEqual({ a: 2, b: 1 });
    },
  );

  it('nobody answered at all', () => {
    const plan = buildPlan({ ...inputOf(catalogue()), matters: null });
    expect([plan.complete, plan.missing]).toEqual([false, ['a', 'b']]);
    expect(plan.account).toEqual([]);
    expect(stages(plan)).toEqual({ a: 1, b: 1 });
  });

  it('a matter of which the event knows nothing is missing too', () => {
    const input = inputOf(catalogue());
    const plan = buildPlan({ ...input, matterCodes: ['z', ...input.matterCodes, 'c'] });
    expect([plan.complete, plan.missing]).toEqual([false, ['c', 'z']]);
  });

  it('one that the situation does not need is not missed', () => {
    const matters = { a: { rows: { r: [use('card', 'MOTHER')] } }, b: { when: is('q'), silent: true as const } };
    const missing = (answers: Readonly<Record<string, unknown>>) =>
      planOf({ questions: { q: {} }, answers, matters }).missing;
    expect(missing({ q: false })).toEqual([]);
    expect(missing({ q: true })).toEqual(['b']);
    expect(missing({})).toEqual(['b']);
  });

  it('one done for each of two children is missed once', () => {
    const plan = planOf({
      parties: { an: ['CHILD'], ning: ['CHILD'] },
      matters: { a: { repeatedFor: 'CHILD', silent: true } },
    });
    expect(plan.missing).toEqual(['a']);
  });

  it('the department’s own word goes before the catalogue’s', () => {
    const input = inputOf(catalogue());
    const members = input.basis.members.map((member) => ({ ...member, produces: [] }));
    expect(fates(buildPlan({ ...input, basis: { ...input.basis, members } }))).toMatchObject({ r1: 'PRODUCED b' });
    const silent = inputOf(catalogue('results'));
    expect(fates(buildPlan({ ...silent, basis: { ...silent.basis, members } }))).toMatchObject({
      r1: 'KEPT birth:CHILD',
    });
  });

  it('what it did not tell is counted as nothing', () => {
    const input = inputOf(catalogue());
    const [a, b] = input.matters ?? [];
    const visitsWith = (requirements: typeof b extends undefined ? never : NonNullable<typeof b>['requirements']) => {
      const silent = b ? { ...b, visits: null, specialProcedures: null, requirements } : null;
      const plan = buildPlan({ ...input, matters: [a ?? null, silent, null] });
      expect(plan.complete).toBe(true);
      return plan.reduction.before.visits;
    };
    expect(visitsWith([])).toBe(1);
    // Its row shows an original, whatever it tells of visits.
    expect(visitsWith(b?.requirements ?? null)).toBe(2);
  });
});
