import { describe, expect, it } from 'vitest';
import type { Exemption } from '../../../../subgraphs/planning/types.ts';
import { type CatalogueOf, fates, is, list, open, planOf, type RowOf, source, use } from './catalogue-of.ts';

const law = (title: string) => ({ title, article: null, documentNumber: null });
const by = (...codes: ReadonlyArray<string>): Exemption => ({
  sources: codes.map((code) => ({ code })),
  legalBasis: law(`law ${codes.join()}`),
});
const waived: Exemption = { sources: null, legalBasis: law('law waived') };
const row = (type: string, exemptions?: ReadonlyArray<Exemption> | null, more: Partial<RowOf> = {}): RowOf => ({
  options: [[use(type, 'MOTHER')]],
  ...(exemptions === undefined ? {} : { exemptions }),
  ...more,
});
const catalogue = (rows: Readonly<Record<string, RowOf>>, more: Partial<CatalogueOf> = {}): CatalogueOf => ({
  types: { a: { sources: [source('s1'), source('s2')] } },
  // Each row in a matter of its own, in order of code.
  matters: Object.fromEntries(Object.entries(rows).map(([code, each]) => [`m-${code}`, { rows: { [code]: each } }])),
  ...more,
});

describe('rule 18: by which sources a row may be met', () => {
  it.each<readonly [string, ReadonlyArray<Exemption> | null | undefined, string]>([
    ['nothing is said: any source of the type', undefined, 'SHARED s1'],
    ['nothing is known: the same', null, 'SHARED s1'],
    ['none may', [], 'KEPT a:MOTHER'],
    ['one may, though it is not the first', [by('s2')], 'SHARED s2'],
    ['several may: the first by code', [by('s2'), by('s1')], 'SHARED s1'],
    ['one that the type does not have', [by('s3')], 'KEPT a:MOTHER'],
    ['it is waived, whatever sources there are', [by('s1'), waived], 'WAIVED'],
  ])('%s', (_name, exemptions, fate) => {
    expect(fates(planOf(catalogue({ r: row('a', exemptions) })))).toEqual({ r: fate });
  });

  it('a source serves one matter and not the next: then the line that the other asks for meets both', () => {
    const apart = planOf(
      catalogue({ one: row('a', [by('s1')]), other: row('b') }, { types: { a: { sources: [source('s1')] } } }),
    );
    expect(fates(apart)).toEqual({ one: 'SHARED s1', other: 'KEPT b:MOTHER' });
    const together = planOf(catalogue({ one: row('a', [by('s1')]), other: row('a', []) }));
    expect(fates(together)).toEqual({ one: 'KEPT a:MOTHER', other: 'MERGED a:MOTHER' });
    expect(together.sources).toEqual([]);
  });

  it('of an option too: what is shared here is not asked for', () => {
    const plan = planOf(
      catalogue({ r: { options: [[use('b', 'MOTHER')], [use('a', 'MOTHER')]], exemptions: [by('s2')] } }),
    );
    expect(fates(plan)).toEqual({ r: 'SHARED s2' });
  });

  it('a source refused that may not meet the row is no reason for asking', () => {
    const told = (exemptions: ReadonlyArray<Exemption>) =>
      planOf(catalogue({ r: row('a', exemptions) }, { refused: ['s2'] })).account[0]?.reason.en;
    expect(told([by('s2')])).toContain('You refused the sharing');
    expect(told([])).not.toContain('You refused the sharing');
  });

  it('what the citizen holds is not a source: it is not asked for again', () => {
    const held = [{ documentType: 'a', subject: 'MOTHER', trust: 'A' as const }];
    expect(fates(planOf(catalogue({ r: row('a', []) }, { held })))).toEqual({ r: 'SHARED' });
  });
});

describe('rule 18: a row that is waived', () => {
  const plan = planOf(catalogue({ one: row('a', [waived]), other: row('b') }));

  it('is asked of nobody, tells on what basis, and counts', () => {
    expect(list(plan)).toEqual(['b:MOTHER']);
    expect(plan.account.map(({ basis }) => basis?.title)).toEqual(['law waived', undefined]);
    expect(plan.account[0]?.reason).toEqual({
      zh: '该材料免提交。依据：law waived。',
      en: 'Waived: nothing to supply. Basis: law waived.',
    });
    const { rows, kept, before } = plan.reduction;
    expect({ rows, kept, waived: plan.reduction.waived, before: before.materials }).toEqual({
      ...{ rows: 2, kept: 1, waived: 1, before: 2 },
    });
    expect(plan.filings.map(({ rows: each }) => each.map(({ fate }) => fate))).toEqual([['WAIVED'], ['KEPT']]);
  });

  it('nobody is asked whether it is needed, and it is not applicable where it is certainly not', () => {
    const asked = (answers: Readonly<Record<string, unknown>>) =>
      planOf(
        catalogue(
          { one: row('a', [waived], { condition: is('q') }), other: row('b') },
          { questions: { q: {} }, answers },
        ),
      );
    expect(open(asked({}))).toEqual([]);
    expect(fates(asked({})).one).toBe('WAIVED');
    expect(fates(asked({ q: false })).one).toBe('NOT_APPLICABLE');
  });

  it('takes no visit, with the event or without', () => {
    const visits = (exemptions: ReadonlyArray<Exemption>) => {
      const { before, after } = planOf({ matters: { m: { visits: 0, rows: { r: row('a', exemptions) } } } }).reduction;
      return [before.visits, after.visits];
    };
    expect([visits([waived]), visits([])]).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('a commitment is not asked of anybody for it', () => {
    const commitment = { texts: { zh: '', en: '' }, consequences: { zh: '', en: '' } };
    const rows = { r: row('a', [waived], { commitment }) };
    expect(fates(planOf(catalogue(rows, { commitments: ['r'] })))).toEqual({ r: 'WAIVED' });
  });
});

it('rule 18: a row that is shared tells on what basis, where its department says', () => {
  const plan = planOf(
    catalogue(
      { said: row('a', [by('s1')]), silent: row('c') },
      {
        types: {
          a: { sources: [source('s1')] },
          c: { sources: [source('s1')] },
        },
      },
    ),
  );
  expect(plan.account.map(({ fate, basis }) => [fate, basis?.title])).toEqual([
    ['SHARED', 'law s1'],
    ['SHARED', undefined],
  ]);
  expect(plan.account[0]?.reason.zh).toContain('依据：law s1。');
});
