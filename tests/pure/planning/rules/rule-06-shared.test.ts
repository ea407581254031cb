import { describe, expect, it } from 'vitest';
import type { ExemptionMethod } from '../../../../subgraphs/planning/types.ts';
import { anyOf, type CatalogueOf, fates, list, planOf, source, use } from './catalogue-of.ts';

const record = use('record', 'MOTHER');
const withSources = (
  sources: ReadonlyArray<ReturnType<typeof source>>,
  more: Partial<CatalogueOf> = {},
): CatalogueOf => ({
  types: { record: { sources } },
  matters: { m: { rows: { row: [record] } } },
  ...more,
});

describe('rule 6: what a source supplies is not asked for', () => {
  it.each<readonly [ExemptionMethod, string]>([
    ['BOUND_LICENCE', 'SHARED s'],
    ['DATA_VERIFICATION', 'SHARED s'],
    ['PERSONAL_VAULT', 'KEPT record:MOTHER'],
    ['PRODUCED_IN_EVENT', 'KEPT record:MOTHER'],
    ['COMMITMENT', 'KEPT record:MOTHER'],
    ['GENERATED_FORM', 'GENERATED'],
  ])('by %s: %s', (method, fate) => {
    expect(fates(planOf(withSources([source('s', { method })])))).toEqual({ row: fate });
  });

  it('of several the first by code', () => {
    const plan = planOf(withSources([source('b'), source('a', { method: 'BOUND_LICENCE' }), source('c')]));
    expect(fates(plan)).toEqual({ row: 'SHARED a' });
    expect(plan.sources).toEqual([{ code: 'a', requiresConsent: true }]);
  });

  it('each with whether it wants consent, in order of code, only those drawn on', () => {
    const plan = planOf({
      types: {
        one: { sources: [source('z', { requiresConsent: false })] },
        two: { sources: [source('a')] },
        three: { sources: [source('unused')] },
      },
      matters: {
        m: {
          rows: {
            r1: [use('one', 'MOTHER')],
            r2: [use('two', 'MOTHER')],
            r3: [use('three', 'MOTHER', { use: 'HAND_IN' })],
          },
        },
      },
    });
    expect(plan.sources).toEqual([
      { code: 'a', requiresConsent: true },
      { code: 'z', requiresConsent: false },
    ]);
    expect(plan.filings[0]?.rows.map(({ requirement, sources }) => [requirement, sources])).toEqual([
      ['r1', ['z']],
      ['r2', ['a']],
      ['r3', []],
    ]);
  });

  it('never what is handed in', () => {
    expect(
      fates(
        planOf(
          withSources([source('s')], {
            matters: { m: { rows: { row: [use('record', 'MOTHER', { use: 'HAND_IN' })] } } },
          }),
        ),
      ),
    ).toEqual({
      row: 'KEPT record:MOTHER',
    });
  });

  it('a source refused: another one', () => {
    expect(fates(planOf(withSources([source('a'), source('b')], { refused: ['a'] })))).toEqual({ row: 'SHARED b' });
  });

  it('every source refused: asked for, and the plan says why', () => {
    const plan = planOf(withSources([source('a')], { refused: ['a'] }));
    expect(fates(plan)).toEqual({ row: 'KEPT record:MOTHER' });
    expect(plan.account[0]?.reason.zh).toContain('未同意数据共享');
    expect(plan.account[0]?.reason.en).toContain('refused the sharing');
    expect(plan.sources).toEqual([]);
    const other = planOf(withSources([source('a')], { refused: ['b'], types: {} }));
    expect(other.account[0]?.reason.en).not.toContain('refused the sharing');
  });

  it('only the row that adds the line says so', () => {
    const plan = planOf(
      withSources([source('a')], { refused: ['a'], matters: { m: { rows: { r1: [record], r2: [record] } } } }),
    );
    expect(plan.account.map(({ fate, reason }) => [fate, reason.en.includes('refused')])).toEqual([
      ['KEPT', true],
      ['MERGED', false],
    ]);
  });

  it('committed or deferred, where the row allows it', () => {
    const rows: CatalogueOf['matters'][string]['rows'] = {
      c: { options: [[record]], commitment: { texts: { zh: '承', en: 'c' }, consequences: { zh: '罚', en: 'fine' } } },
    };
    const plan = planOf(withSources([source('a')], { refused: ['a'], commitments: ['c'], matters: { m: { rows } } }));
    expect(fates(plan)).toEqual({ c: 'COMMITTED' });
  });

  it('nothing is fetched that a line of the list meets anyway', () => {
    const plan = planOf(
      withSources([source('a')], {
        matters: { m: { rows: { r1: [record], r2: [use('record', 'MOTHER', { use: 'HAND_IN' })] } } },
      }),
    );
    expect(fates(plan)).toEqual({ r1: 'KEPT record:MOTHER', r2: 'MERGED record:MOTHER' });
    expect(plan.sources).toEqual([]);
  });

  it('a row shares before it asks: an option without a line wins', () => {
    const plan = planOf(
      withSources([source('a')], { matters: { m: { rows: { row: anyOf([use('id', 'MOTHER')], [record]) } } } }),
    );
    expect(list(plan)).toEqual([]);
    expect(fates(plan)).toEqual({ row: 'SHARED a' });
  });

  it('the reason names the source, with consent where it wants one', () => {
    const [consent] = planOf(withSources([source('a')])).account;
    expect(consent?.reason).toEqual({
      zh: '由“名a”共享（需您授权同意），无需提交。',
      en: 'Supplied by "name a" with your consent; nothing to supply.',
    });
    const [free] = planOf(withSources([source('a', { requiresConsent: false })])).account;
    expect(free?.reason).toEqual({ zh: '由“名a”共享，无需提交。', en: 'Supplied by "name a"; nothing to supply.' });
  });
});
