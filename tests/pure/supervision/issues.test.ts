import { describe, expect, it } from 'vitest';
import {
  driftOf,
  isAnswered,
  isAskedFor,
  knownPaper,
  type Origin,
  type Paper,
  paperKey,
} from '../../../subgraphs/supervision/domain/issues.ts';

const type = (documentType: string): Paper => ({ documentType, name: null });
const named = (name: string): Paper => ({ documentType: null, name });
const types = [{ code: 'residence-proof', names: ['居住证明', 'Proof of residence', '居住情况证明'] }];

describe('a paper that was asked for', () => {
  it('is of a type where it is called by one of its names', () => {
    expect(knownPaper(named(' 居住情况证明 '), types)).toEqual(type('residence-proof'));
    expect(knownPaper(named('单位介绍信'), types)).toEqual(named('单位介绍信'));
    expect(knownPaper(type('id-card'), types)).toEqual(type('id-card'));
  });

  it('is drift where no row names it, and once', () => {
    const asked = [type('id-card'), type('residence-proof'), named('介绍信'), named('介绍信'), type('residence-proof')];
    expect(driftOf(asked, ['id-card'])).toEqual([type('residence-proof'), named('介绍信')]);
    expect(paperKey(named('residence-proof'))).not.toBe(paperKey(type('residence-proof')));
  });
});

describe('an issue', () => {
  const issue = (paper: Paper | null, origin: Origin = 'WALKTHROUGH') => ({ origin, revision: 7, paper });
  it.each([
    ['the matter was not published since', issue(type('a')), { revision: 7, papers: ['a'] }, false],
    ['what was published since names it', issue(type('a')), { revision: 8, papers: ['a'] }, true],
    ['what was published since does not name it', issue(type('a')), { revision: 8, papers: ['b'] }, false],
    ['of no known type: published otherwise since', issue(named('介绍信')), { revision: 8, papers: [] }, true],
    ['of no known type: not published since', issue(named('介绍信')), { revision: 7, papers: [] }, false],
    ['the matter is gone', issue(type('a')), null, false],
    ['a bad review is answered by no publication', issue(null, 'REVIEW'), null, true],
    ['what clerks ask for is answered as what walkers met', issue(type('a'), 'CORRECTIONS'), null, false],
  ])('is answered or not: %s', (_name, each, published, answered) => {
    expect(isAnswered(each, published)).toBe(answered);
  });

  it('comes of corrections in more than the set share of enough filings', () => {
    const drift = { percent: 20, leastFilings: 5, withinDays: 90 };
    expect([isAskedFor(drift, 1, 5), isAskedFor(drift, 2, 5)]).toEqual([false, true]);
    expect([isAskedFor(drift, 4, 4), isAskedFor(drift, 21, 100)]).toEqual([false, true]);
  });
});
