import { describe, expect, it } from 'vitest';
import {
  blockedFilings,
  type FilingState,
  hasEnded,
  isSettled,
  readyFilings,
  type SubmissionState,
  wholeState,
} from '../../../subgraphs/journeys/domain/states.ts';

const short: Readonly<Record<string, FilingState>> = {
  w: 'WAITING',
  s: 'SUBMITTED',
  a: 'ACCEPTED',
  c: 'NEEDS_CORRECTION',
  y: 'APPROVED',
  n: 'REFUSED',
  x: 'WITHDRAWN',
};
/** `y w<0`: the first approved, the second waiting for it. */
const filings = (text: string) =>
  text.split(' ').map((each, position) => ({
    position,
    state: short[each[0] as string] as FilingState,
    after: each.slice(2) === '' ? [] : each.slice(2).split(',').map(Number),
  }));

describe('the whole submission’s state', () => {
  it.each<[string, SubmissionState]>([
    ['w w', 'RECEIVED'],
    ['w w<0', 'RECEIVED'],
    ['s w', 'IN_PROGRESS'],
    ['a w', 'IN_PROGRESS'],
    ['y w', 'IN_PROGRESS'],
    ['y w<0', 'IN_PROGRESS'],
    ['n w', 'IN_PROGRESS'],
    ['x w', 'IN_PROGRESS'],
    ['y s', 'IN_PROGRESS'],
    ['c w', 'NEEDS_CORRECTION'],
    ['y c', 'NEEDS_CORRECTION'],
    ['n c', 'NEEDS_CORRECTION'],
    ['c s', 'NEEDS_CORRECTION'],
    ['x c', 'NEEDS_CORRECTION'],
    ['y y', 'COMPLETED'],
    ['y n', 'PARTLY_COMPLETED'],
    ['y x', 'PARTLY_COMPLETED'],
    ['y n w<1', 'PARTLY_COMPLETED'],
    ['n n', 'REFUSED'],
    ['n x', 'REFUSED'],
    ['n w<0', 'REFUSED'],
    ['n w<0 w<1', 'REFUSED'],
    ['x x', 'WITHDRAWN'],
    ['x w<0', 'WITHDRAWN'],
  ])('of %s is %s', (text, state) => {
    expect(wholeState(filings(text))).toBe(state);
  });

  it('has ended where nothing goes on', () => {
    const states: SubmissionState[] = ['RECEIVED', 'IN_PROGRESS', 'NEEDS_CORRECTION'];
    const ended: SubmissionState[] = ['COMPLETED', 'PARTLY_COMPLETED', 'REFUSED', 'WITHDRAWN'];
    expect(states.filter(hasEnded)).toEqual([]);
    expect(ended.filter(hasEnded)).toEqual(ended);
  });
});

describe('a filing', () => {
  it('is settled once decided or taken back', () => {
    expect(Object.values(short).filter(isSettled)).toEqual(['APPROVED', 'REFUSED', 'WITHDRAWN']);
  });

  it.each([
    ['w w w', [0, 1, 2]],
    ['y w<0 w<1', [1]],
    ['y y w<0,1', [2]],
    ['y s w<0,1', []],
    ['y n w<0,1', []],
    ['s w<0', []],
    ['c a x', []],
  ])('of %s is ready: %j', (text, ready) => {
    expect(readyFilings(filings(text)).map(({ position }) => position)).toEqual(ready);
  });

  it.each([
    ['n w<0', [1]],
    ['x w<0', [1]],
    ['n w<0 w<1 w<2', [1, 2, 3]],
    ['w<1 w<2 n', [0, 1]],
    ['n y w<0,1', [2]],
    ['n s<0 w<1', []],
    ['y w<0', []],
    ['c w<0', []],
    ['w<1 w<0', []],
  ])('of %s is blocked: %j', (text, blocked) => {
    expect([...blockedFilings(filings(text))].sort()).toEqual(blocked);
  });
});
