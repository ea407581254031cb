import { describe, expect, it } from 'vitest';
import type { RowOverride } from '../../../../subgraphs/planning/types.ts';
import {
  type CatalogueOf,
  fates,
  is,
  line,
  list,
  made,
  open,
  planOf,
  problems,
  type RowOf,
  source,
  use,
} from './catalogue-of.ts';

const override = (requirement: string, more: Partial<RowOverride>): RowOverride => ({
  requirement,
  condition: null,
  options: null,
  deferral: null,
  legalBasis: { title: `reform of ${requirement}`, article: null, documentNumber: null },
  ...more,
});
const waived = { any: [] };
const option = (type: string) => ({ condition: null, uses: [use(type, 'MOTHER')] });
/** Two rows of one matter; the event has the first otherwise. */
const catalogue = (overrides: ReadonlyArray<RowOverride>, row: RowOf = [use('a', 'MOTHER')]): CatalogueOf => ({
  questions: { q: {}, own: {} },
  matters: { m: { rows: { r: row, s: [use('b', 'MOTHER')] }, overrides } },
});
const with_ = (answers: Readonly<Record<string, unknown>>, ...[overrides, row]: Parameters<typeof catalogue>) =>
  planOf({ ...catalogue(overrides, row), answers });

describe('rule 19: an event has a row otherwise', () => {
  it.each<readonly [string, ReadonlyArray<RowOverride>, string]>([
    ['not at all', [], 'KEPT a:MOTHER'],
    ['waived', [override('r', { condition: waived })], 'WAIVED'],
    ['needed where it holds', [override('r', { condition: is('q') })], 'KEPT a:MOTHER'],
    ['waived where it does not', [override('r', { condition: is('own') })], 'WAIVED'],
    ['other documents instead', [override('r', { options: [option('c')] })], 'KEPT c:MOTHER'],
    ['one that another row brings anyway', [override('r', { options: [option('b')] })], 'KEPT b:MOTHER'],
    [
      'to follow later',
      [override('r', { deferral: { workingDays: 3, consequences: { zh: '', en: '' } } })],
      'DEFERRED a:MOTHER',
    ],
    ['of another row', [override('s', { condition: waived })], 'KEPT a:MOTHER'],
    ['of no row: nothing', [override('gone', { condition: waived })], 'KEPT a:MOTHER'],
  ])('%s', (_name, overrides, fate) => {
    expect(fates(with_({ q: true, own: false }, overrides)).r).toBe(fate);
  });

  it('tells on what basis, in every fate, and in words', () => {
    const told = with_({}, [override('r', { options: [option('c')] })]).account[0];
    expect(told?.basis?.title).toBe('reform of r');
    expect(told?.reason.en).toContain('otherwise than its department. Basis: reform of r.');
    const off = with_({}, [override('r', { condition: waived })]).account[0];
    expect([off?.basis?.title, off?.reason.zh]).toEqual(['reform of r', '该材料免提交。依据：reform of r。']);
    expect(with_({}, [override('r', { condition: waived })]).account[1]?.basis).toBeNull();
  });

  it('asks for no row that the department does not ask for', () => {
    const row: RowOf = { condition: is('own'), options: [[use('a', 'MOTHER')]] };
    const narrowed = [override('r', { condition: is('q') })];
    expect(fates(with_({ own: false, q: true }, narrowed, row)).r).toBe('NOT_APPLICABLE');
    expect(fates(with_({ own: true, q: true }, narrowed, row)).r).toBe('KEPT a:MOTHER');
    expect(fates(with_({ own: true, q: false }, narrowed, row)).r).toBe('WAIVED');
    expect(with_({ own: false, q: false }, narrowed, row).account[0]).toMatchObject({
      ...{ fate: 'NOT_APPLICABLE', basis: null },
    });
  });

  it('stays open while it is unknown, and nobody is asked what it no longer hangs on', () => {
    const row: RowOf = { condition: is('own'), options: [[use('a', 'MOTHER')]] };
    const narrowed = [override('r', { condition: is('q') })];
    const unknown = with_({ own: true }, narrowed, row);
    expect(open(unknown)).toEqual(['q']);
    expect(line(unknown, 'a:MOTHER').dependsOn).toEqual(['q']);
    expect(unknown.openQuestions).toMatchObject([{ question: 'q', mostMaterials: 2, fewestMaterials: 1 }]);
    expect(open(with_({ q: true }, narrowed, row))).toEqual(['own']);
    expect(open(with_({ q: false }, narrowed, row))).toEqual([]);
    expect(open(with_({}, [override('r', { options: [{ ...option('c'), condition: is('q') }] })], row))).toEqual([
      'own',
      'q',
    ]);
  });

  it('counts before the event as its department asks: the row, and the visit to show it', () => {
    const visits = (overrides: ReadonlyArray<RowOverride>) => {
      const input = catalogue(overrides);
      const plan = planOf({ matters: { m: { ...input.matters.m, visits: 0, rows: { r: [use('a', 'MOTHER')] } } } });
      return [plan.reduction.before.materials, plan.reduction.before.visits, plan.reduction.after.visits, list(plan)];
    };
    expect(visits([])).toEqual([1, 1, 1, ['a:MOTHER']]);
    expect(visits([override('r', { condition: waived })])).toEqual([1, 1, 0, []]);
    expect(
      visits([override('r', { options: [{ condition: null, uses: [use('c', 'MOTHER', { use: 'ELECTRONIC' })] }] })]),
    ).toEqual([1, 1, 0, ['c:MOTHER']]);
  });

  it('is planned like any row: shared, produced, merged, for each of two parties', () => {
    const plan = planOf({
      types: { a: { sources: [source('s')] } },
      parties: { xh: ['CHILD'], xm: ['CHILD'] },
      matters: {
        first: { makes: [made('made', 'CHILD')], repeatedFor: 'CHILD' },
        m: {
          repeatedFor: 'CHILD',
          rows: { r: [use('z', 'CHILD')], s: [use('y', 'CHILD')], t: [use('y', 'CHILD')] },
          overrides: [
            override('r', { options: [{ condition: null, uses: [use('made', 'CHILD')] }] }),
            override('s', { options: [{ condition: null, uses: [use('a', 'CHILD')] }] }),
          ],
        },
      },
    });
    expect(problems(plan)).toEqual([]);
    expect(fates(plan)).toEqual({
      'r xh': 'PRODUCED first',
      's xh': 'SHARED s',
      't xh': 'KEPT y:xh',
      'r xm': 'PRODUCED first',
      's xm': 'SHARED s',
      't xm': 'KEPT y:xm',
    });
  });
});
