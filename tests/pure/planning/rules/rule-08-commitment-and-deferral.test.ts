import { describe, expect, it } from 'vitest';
import { type CatalogueOf, fates, line, list, made, planOf, type RowOf, use } from './catalogue-of.ts';

const commitment = { texts: { zh: '我承诺', en: 'I commit' }, consequences: { zh: '撤销', en: 'it is revoked' } };
const deferral = (workingDays: number) => ({ workingDays, consequences: { zh: '不予办理', en: 'it lapses' } });
const row = (
  more: Partial<Exclude<RowOf, ReadonlyArray<unknown>>>,
  ...uses: ReadonlyArray<ReturnType<typeof use>>
): RowOf => ({
  options: [uses],
  ...more,
});
const proof = use('proof', 'MOTHER');

describe('rule 8: a commitment', () => {
  const catalogue = (commitments: ReadonlyArray<string>): CatalogueOf => ({
    commitments,
    matters: { m: { rows: { may: row({ commitment }, proof), not: row({}, use('card', 'MOTHER')) } } },
  });

  it('replaces a document where the citizen chose it', () => {
    const plan = planOf(catalogue(['may']));
    expect(fates(plan)).toEqual({ may: 'COMMITTED', not: 'KEPT card:MOTHER' });
    expect(plan.account[0]?.reason).toEqual({
      zh: '您选择以告知承诺代替证明材料；承诺不实的：撤销',
      en: 'You chose the signed commitment instead of the document; if it proves untrue: it is revoked',
    });
    expect(plan.reduction.committed).toBe(1);
  });

  it('never silently', () => expect(fates(planOf(catalogue([]))).may).toBe('KEPT proof:MOTHER'));

  it('only where the row allows it', () => {
    expect(fates(planOf(catalogue(['not'])))).toEqual({ may: 'KEPT proof:MOTHER', not: 'KEPT card:MOTHER' });
  });

  it('of a row that is not needed is none', () => {
    const plan = planOf({
      questions: { q: {} },
      answers: { q: false },
      commitments: ['may'],
      matters: { m: { rows: { may: row({ commitment, condition: { question: 'q', equals: true } }, proof) } } },
    });
    expect(fates(plan)).toEqual({ may: 'NOT_APPLICABLE' });
  });

  it('makes nothing wait for what the document would have', () => {
    const plan = planOf({
      commitments: ['may'],
      matters: { a: { rows: { may: row({ commitment }, proof) } }, b: { makes: [made('proof', 'MOTHER')] } },
    });
    expect(plan.steps.map(({ stage }) => stage)).toEqual([1, 1]);
  });
});

describe('rule 8: a deferral', () => {
  it.each<readonly [string, Readonly<Record<string, RowOf>>, Readonly<Record<string, string>>, number | null]>([
    ['of the only row', { r1: row({ deferral: deferral(20) }, proof) }, { r1: 'DEFERRED proof:MOTHER' }, 20],
    [
      'of all rows on the line: the earliest date',
      { r1: row({ deferral: deferral(20) }, proof), r2: row({ deferral: deferral(10) }, proof) },
      { r1: 'DEFERRED proof:MOTHER', r2: 'MERGED proof:MOTHER' },
      10,
    ],
    [
      'of one row among others is none',
      { r1: row({ deferral: deferral(20) }, proof), r2: row({}, proof) },
      { r1: 'KEPT proof:MOTHER', r2: 'MERGED proof:MOTHER' },
      null,
    ],
    [
      'of the later row alone is none',
      { r1: row({}, proof), r2: row({ deferral: deferral(20) }, proof) },
      { r1: 'KEPT proof:MOTHER', r2: 'MERGED proof:MOTHER' },
      null,
    ],
  ])('%s', (_name, rows, wanted, due) => {
    const plan = planOf({ matters: { m: { rows } } });
    expect(fates(plan)).toEqual(wanted);
    expect(list(plan)).toEqual(['proof:MOTHER']);
    expect(line(plan, 'proof:MOTHER')).toMatchObject({ deferrable: due !== null, dueInWorkingDays: due });
  });

  it('says by when, and what follows', () => {
    const plan = planOf({ matters: { m: { rows: { r1: row({ deferral: deferral(20) }, proof) } } } });
    expect(plan.account[0]?.reason).toEqual({
      zh: '名MOTHER的名proof可在受理后20个工作日内补交；逾期：不予办理',
      en: 'name proof of name MOTHER may follow within 20 working days; if it does not: it lapses',
    });
    expect(plan.reduction).toMatchObject({ deferred: 1, kept: 0 });
  });
});
