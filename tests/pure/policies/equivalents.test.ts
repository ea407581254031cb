import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../../subgraphs/language/conditions.ts';
import { equivalents } from '../../../subgraphs/policies/domain/equivalents.ts';
import type { PublishedRow } from '../../../subgraphs/policies/domain/rules.ts';
import { catalogue } from '../planning/catalogue-input.ts';

const { equivalences, equivalenceTerms, questions } = catalogue.publication;
const questionOf = new Map(questions.map((question) => [question.code, question]));
const dropped = equivalences.filter(({ code }) => code.startsWith('dropped-'));
const restricted = equivalences.filter(({ code }) => code.startsWith('restricted-'));
const inForce = '2021-03-01';
const dayBefore = '2021-02-28';

const asked = (of: string, day: string, level?: AnswerValue, rows: ReadonlyArray<PublishedRow> = equivalences) =>
  equivalents(
    rows,
    { scope: 'DRUG', of },
    day,
    new Map(level === undefined ? [] : [['institution-level', level]]),
    questionOf,
  ).map(({ row, dependsOn }) => [row.to, ...dependsOn]);

describe('systems 6, Test: the drug list of Chuxiong', () => {
  it('has 26 drugs that were dropped and 33 that are restricted, each with one of its class and a basis, marked as made up', () => {
    expect([dropped.length, restricted.length]).toEqual([26, 33]);
    const groupOf = new Map(equivalenceTerms.map(({ code, group }) => [code, group]));
    for (const { from, to, legalBasis, approvedBy, provenance } of [...dropped, ...restricted]) {
      expect([groupOf.get(to), from === to]).toEqual([groupOf.get(from), false]);
      expect([legalBasis.title, approvedBy?.zh, provenance]).not.toContain('');
      expect(provenance).toBe('RECONSTRUCTED');
    }
    expect(new Set([...dropped, ...restricted].map(({ from }) => from)).size).toBe(59);
  });

  it('a query as of a date before and after the change of 1 March gives different answers, of each of them', () => {
    for (const { from, to } of [...dropped, ...restricted]) {
      expect(asked(from, dayBefore, 1)).toEqual([]);
      expect(asked(from, inForce, 1)).toEqual([[to]]);
    }
  });

  it('a level-1 clinic asking a restricted drug gets a substitute with basis, and a hospital of level 2 or 3 needs none', () => {
    for (const { from, to } of restricted)
      expect([0, 1, 2, 3].map((level) => asked(from, inForce, level))).toEqual([[[to]], [[to]], [], []]);
    for (const { from, to } of dropped) expect(asked(from, inForce, 3)).toEqual([[to]]);
  });

  it('who does not say of which level they are is told what it depends on', () => {
    expect(asked('rosuvastatin', inForce)).toEqual([['atorvastatin', 'institution-level']]);
    expect(asked('nitrendipine', inForce)).toEqual([['nifedipine']]);
  });

  const [row] = dropped as unknown as [PublishedRow];
  it.each<[string, Partial<PublishedRow>, ReadonlyArray<string>]>([
    ['approved by nobody', { approvedBy: null }, []],
    ['approved on no day', { approvedOn: null }, []],
    ['approved the day after', { approvedOn: '2021-06-02' }, []],
    ['approved on the day', { approvedOn: '2021-06-01' }, [row.to]],
    ['ended the day before', { validTo: '2021-06-01' }, []],
    ['on its last day', { validTo: '2021-06-02' }, [row.to]],
    ['of another scope', { scope: 'DOCUMENT_TYPE' }, []],
  ])('an unapproved equivalence is never used, nor one that does not hold: %s', (_name, change, used) => {
    expect(asked(row.from, '2021-06-01', 1, [{ ...row, ...change }]).flat()).toEqual(used);
  });

  it('is not read backwards, nor on to a third', () => {
    const [first] = dropped as unknown as [PublishedRow];
    const chain = [first, { ...first, code: 'on', from: first.to, to: 'third' }];
    expect(asked(first.from, inForce, 1, chain)).toEqual([[first.to]]);
    expect(asked('third', inForce, 1, chain)).toEqual([]);
  });
});
