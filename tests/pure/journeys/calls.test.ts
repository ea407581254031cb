import { describe, expect, it } from 'vitest';
import { dueCalls, lookAt } from '../../../subgraphs/journeys/domain/calls.ts';
import { step } from '../../../subgraphs/journeys/domain/step.ts';
import type { DepartmentCommand, Filing } from '../../../subgraphs/journeys/domain/submission.ts';
import { command, filing, moment, noon, submission, worker } from './submission-of.ts';

const later = noon + 1;
/** Filing, what its department is called for now, and when it is looked at again. */
const cases: ReadonlyArray<[string, Filing, DepartmentCommand['kind'] | null, number | null]> = [
  ['not begun', filing(0), 'HAND_OVER', noon],
  ['tried before, its time come', filing(0, 'WAITING', { retryAt: noon }), 'HAND_OVER', noon],
  ['tried before, its time to come', filing(0, 'WAITING', { retryAt: later }), null, later],
  ['waiting for another', filing(0, 'WAITING', { after: [1] }), null, null],
  ['waiting for another, tried before', filing(0, 'WAITING', { after: [1], retryAt: noon }), null, null],
  ['submitted', filing(0, 'SUBMITTED'), 'ASK', noon],
  ['submitted, its time come', filing(0, 'SUBMITTED', { retryAt: noon }), 'ASK', noon],
  ['submitted, its time to come', filing(0, 'SUBMITTED', { retryAt: later }), null, later],
  ['accepted, its time come', filing(0, 'ACCEPTED', { retryAt: noon }), 'ASK', noon],
  ['accepted, its time to come', filing(0, 'ACCEPTED', { retryAt: later }), null, later],
  ['supplemented', filing(0, 'SUBMITTED', { supplement: 's' }), 'SUPPLEMENT', noon],
  ['supplemented, its time to come', filing(0, 'SUBMITTED', { supplement: 's', retryAt: later }), null, later],
  ['to be corrected', filing(0, 'NEEDS_CORRECTION', { retryAt: noon }), null, null],
  ['approved', filing(0, 'APPROVED', { retryAt: noon }), null, null],
  ['refused', filing(0, 'REFUSED', { retryAt: noon }), null, null],
  ['withdrawn', filing(0, 'WITHDRAWN'), null, null],
  ['withdrawn, its department not told', filing(0, 'WITHDRAWN', { retryAt: noon }), 'WITHDRAW', noon],
  ['withdrawn, its department to be told later', filing(0, 'WITHDRAWN', { retryAt: later }), null, later],
];

describe('a department', () => {
  it.each(cases)('of a filing that is %s', (_what, each, kind, at) => {
    const all = submission([each, filing(1, 'REFUSED')], {
      correctionDueOn: each.state === 'NEEDS_CORRECTION' ? '2026-12-16' : null,
    });
    expect(dueCalls(all, noon)).toEqual(kind === null ? [] : [command(each, kind)]);
    expect(lookAt(all, noon)).toBe(at);
    const look = step(all, { kind: 'TIME_PASSED', worker }, moment);
    expect(look.commands).toEqual(kind === null ? [] : [command(each, kind)]);
    expect([look.outcome, look.submission, look.entries]).toEqual(['DONE', all, []]);
  });
});

describe('a look', () => {
  it('comes at the earliest of what is to come, and never in the past', () => {
    const all = submission([
      filing(0, 'SUBMITTED', { retryAt: noon + 500 }),
      filing(1, 'ACCEPTED', { retryAt: noon + 300 }),
      filing(2, 'APPROVED'),
    ]);
    expect(lookAt(all, noon)).toBe(noon + 300);
    expect(lookAt(all, noon + 400)).toBe(noon + 400);
  });

  it('comes on the day on which something is to be told, from its first moment in China', () => {
    const all = submission([filing(0, 'APPROVED')], { remindOn: '2026-12-17' });
    expect(lookAt(all, noon)).toBe(Date.parse('2026-12-16T16:00:00Z'));
    const earlier = { ...all, filings: [filing(0, 'SUBMITTED', { retryAt: noon + 30_000 })] };
    expect(lookAt(earlier, noon)).toBe(noon + 30_000);
  });

  it('finds everything that is due at once, in the order of the filings', () => {
    const filings = [
      filing(0, 'WAITING', { after: [2] }),
      filing(1, 'SUBMITTED'),
      filing(2, 'APPROVED'),
      filing(3, 'WAITING', { after: [1] }),
    ];
    expect(dueCalls(submission(filings), noon).map(({ kind, filing: id }) => [kind, id])).toEqual([
      ['HAND_OVER', 'f0'],
      ['ASK', 'f1'],
    ]);
  });
});
