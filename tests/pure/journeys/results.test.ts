import { describe, expect, it } from 'vitest';
import type { IssuedResult } from '../../../subgraphs/journeys/domain/receipts.ts';
import { expiryOf, type FilingTerms, type Issued, resultRefusals } from '../../../subgraphs/journeys/domain/results.ts';
import { step } from '../../../subgraphs/journeys/domain/step.ts';
import { answered, filing, moment, noon, receipt, submission } from './submission-of.ts';

const issued = (documentType: string, more: Partial<Issued> = {}): Issued => ({
  ...{ documentType, subject: 'CHILD', parties: ['an'], spec: null, numberFormat: null },
  ...more,
});
const result = (documentType: string, more: Partial<IssuedResult> = {}): IssuedResult => ({
  ...{ documentType, subject: 'CHILD', party: 'an', spec: null, number: 'N-1', issuedAt: '2026-11-25T04:00:00Z' },
  ...more,
});
const terms: ReadonlyArray<FilingTerms> = [
  {
    issues: [
      issued('certificate', { title: { zh: '证明', en: 'Certificate' } }),
      issued('identity', { numberFormat: 'resident-identity-number' }),
      issued('note'),
    ],
    consumes: [],
    payment: 'NONE',
    correctionPeriod: null,
    rows: [],
  },
  {
    issues: [],
    consumes: [{ documentType: 'certificate', parties: ['an'], spec: null, filing: 0 }],
    payment: 'NONE',
    correctionPeriod: null,
    rows: [],
  },
];
const certificate = result('certificate');
const holds = '330381202611010029';

describe('results of an approval', () => {
  it.each<[string, ReadonlyArray<IssuedResult>, ReadonlyArray<string>]>([
    ['that hold', [certificate, result('identity', { number: holds })], []],
    ['about nobody in particular', [result('certificate', { party: null })], []],
    ['of another matter', [certificate, result('deed')], ['RECEIPT_INVALID results.1']],
    ['for another role', [certificate, result('note', { subject: 'MOTHER' })], ['RECEIPT_INVALID results.1']],
    ['in another variant', [certificate, result('note', { spec: 'copy' })], ['RECEIPT_INVALID results.1']],
    ['for another child', [certificate, result('note', { party: 'ning' })], ['RECEIPT_INVALID results.1']],
    ['without a number', [certificate, result('note', { number: ' ' })], ['RECEIPT_INVALID results.1']],
    [
      'with a number without end',
      [certificate, result('note', { number: '1'.repeat(101) })],
      ['RECEIPT_INVALID results.1'],
    ],
    [
      'with a number that cannot be seen',
      [certificate, result('note', { number: 'a\u0000' })],
      ['RECEIPT_INVALID results.1'],
    ],
    [
      'with an identity number that cannot be',
      [certificate, result('identity', { number: '1' })],
      ['RECEIPT_INVALID results.1'],
    ],
    ['issued at no time', [certificate, result('note', { issuedAt: 'soon' })], ['RECEIPT_INVALID results.1']],
    [
      'issued next week',
      [certificate, result('note', { issuedAt: '2026-12-02T00:00:00Z' })],
      ['RECEIPT_INVALID results.1'],
    ],
    ['twice', [certificate, { ...certificate, number: 'N-2' }], ['RECEIPT_INVALID results.1']],
    ['without what a later matter needs', [result('note')], ['RECEIPT_INVALID results']],
    ['that are none', [], ['RECEIPT_INVALID results']],
  ])('%s', (_what, results, told) => {
    const refusals = resultRefusals(terms, 0, results, noon);
    expect(refusals.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual(told);
  });

  it('of a filing that was planned before this was kept are believed', () => {
    expect(
      resultRefusals(
        [{ issues: null, consumes: [], payment: null, correctionPeriod: null, rows: [] }],
        0,
        [result('deed')],
        noon,
      ),
    ).toEqual([]);
    expect(resultRefusals([], 3, [result('deed')], noon)).toEqual([]);
  });
});

describe('what is wrong with a result', () => {
  const named = (zh: string) => ({ zh: expect.stringContaining(zh), en: expect.any(String) });
  const nameless = terms.map(({ issues, ...rest }) => ({
    ...rest,
    issues: issues?.map(({ title: _title, ...each }) => each) ?? null,
  }));
  it.each<[string, ReadonlyArray<FilingTerms>, ReadonlyArray<IssuedResult>, string]>([
    ['is told by the name of what it is', terms, [], '“证明”'],
    ['is told without one where none was kept', nameless, [], '“办理结果”'],
    ['is told by its place where its matter does not issue it', terms, [certificate, result('deed')], '第 2 份'],
    ['is told by the name also of one that came twice', terms, [certificate, certificate], '“证明”'],
  ])('%s', (_what, of, results, zh) => {
    expect(resultRefusals(of, 0, results, noon).map(({ message }) => message)).toEqual([named(zh)]);
  });
});

describe('a receipt that does not hold', () => {
  const waiting = filing(0, 'WAITING', { attempts: 2, retryAt: noon });
  const all = (first = waiting) => {
    const plain = submission([first, filing(1, 'WAITING', { after: [0] })]);
    return { ...plain, terms: { ...plain.terms, filings: terms } };
  };
  const approved = { kind: 'RECEIPT', receipt: receipt('APPROVED') } as const;

  it('is left to the department’s staff with the reason, and nothing later begins', () => {
    const told = step(all(), answered(waiting, approved), moment);
    expect(told.outcome).toBe('DOES_NOT_HOLD');
    expect(told.submission.filings[0]).toMatchObject({
      ...{ state: 'SUBMITTED', atDesk: true, retryAt: null, results: [] },
      message: { zh: expect.stringContaining('“证明”'), en: expect.stringContaining('"Certificate"') },
    });
    expect(told.entries.map(({ event }) => event)).toEqual(['RECEIPT_INVALID']);
    const later = step(told.submission, { kind: 'TIME_PASSED', worker: 'this worker' }, { now: noon + 1e9, chance: 0 });
    expect(later.commands).toEqual([]);
  });

  it('is told once, until one holds', () => {
    const { submission: stuck } = step(all(), answered(waiting, approved), moment);
    const again = step(stuck, { kind: 'DECIDED', filing: 'f0', receipt: receipt('APPROVED') }, moment);
    expect([again.outcome, again.entries]).toEqual(['DOES_NOT_HOLD', []]);
    const good = receipt('APPROVED', { results: [certificate] });
    const decided = step(again.submission, { kind: 'DECIDED', filing: 'f0', receipt: good }, moment);
    expect(decided.submission.filings[0]).toMatchObject({ state: 'APPROVED', atDesk: false, results: [certificate] });
  });

  it('that cannot even be read is not asked for again', () => {
    const rejected = { kind: 'REJECTED', code: 'RECEIPT_INVALID' } as const;
    const told = step(all(), answered(waiting, rejected), moment);
    expect(told.submission.filings[0]).toMatchObject({ state: 'SUBMITTED', atDesk: true, retryAt: null });
    expect(told.outcome).toBe('DOES_NOT_HOLD');
  });

  it('issues nothing where it approves nothing', () => {
    const bringing = receipt('ACCEPTED', { results: [result('deed')] });
    const told = step(all(), answered(waiting, { kind: 'RECEIPT', receipt: bringing }), moment);
    expect(told.submission.filings[0]).toMatchObject({ state: 'ACCEPTED', results: [], atDesk: false });
  });
});

describe('the last day of a result', () => {
  // Noon in China on 25 November; and the last minute before it is the 26th there.
  it.each<[string, Partial<Issued>, Partial<IssuedResult>, string | null]>([
    ['by its kind', { validity: 'P1Y' }, {}, '2027-11-25'],
    ['by the day in China', { validity: 'P1Y' }, { issuedAt: '2026-11-25T16:00:00Z' }, '2027-11-26'],
    ['of another variant', { validity: 'P1Y', spec: 'copy' }, {}, null],
    ['until something happens', { validity: null }, {}, null],
    ['planned before it was kept', {}, {}, null],
  ])('%s', (_name, kind, of, day) => {
    expect(expiryOf(result('certificate', of), [issued('certificate', kind)])).toBe(day);
    expect(expiryOf(result('certificate', of), null)).toBeNull();
  });
});
