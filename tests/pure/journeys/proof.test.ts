import { expect, it } from 'vitest';
import { provenOf } from '../../../subgraphs/journeys/domain/proof.ts';
import type { Outcome } from '../../../subgraphs/journeys/domain/submission.ts';
import { command, filing, receipt, said } from './submission-of.ts';

const asked = command(filing(0, 'SUBMITTED'), 'HAND_OVER');
const replied = { ...said('APPROVED'), command: asked, worker: null };

it.each<[Outcome, boolean]>([
  ['TAKEN', true],
  ['DONE', true],
  ['AFTER_WITHDRAWAL', true],
  ['SAME', false],
  ['AFTER_DECISION', false],
  ['CANNOT_FOLLOW', false],
  ['POSTPONED', false],
  ['OVERTAKEN', false],
  ['DOES_NOT_HOLD', false],
])('a reply with which comes %s is proven: %s', (outcome, isProven) => {
  expect(provenOf(replied, outcome) !== null).toBe(isProven);
});

it('an entry has ids and states, and of what was said nothing but a digest', () => {
  const decided = { kind: 'DECIDED', filing: 'f0', receipt: receipt('REFUSED', { refusalReason: 'X' }) } as const;
  expect(provenOf(decided, 'TAKEN')).toEqual({
    kind: 'DECIDED',
    body: { filing: 'f0', state: 'REFUSED' },
    content: [decided.receipt],
  });
  expect(provenOf(replied, 'TAKEN')?.body).toEqual({ filing: 'f0', call: 'HAND_OVER', state: 'APPROVED' });
  const sent = { kind: 'SUPPLEMENTED', subject: 'lin', key: 'k', materials: ['m'] } as const;
  expect(provenOf(sent, 'DONE')).toEqual({ kind: 'SUPPLEMENTED', body: { materials: ['m'] }, content: ['lin', 'k'] });
});

it('that nothing was corrected in time is proven, with which filings that takes back', () => {
  expect(provenOf({ kind: 'TIME_PASSED', worker: 'w' }, 'DONE', ['f0'])).toEqual({
    ...{ kind: 'WITHDRAWN', body: { lapsed: ['f0'] }, content: [] },
  });
});

it('that time passed, and that a department is out, is proven to nobody', () => {
  expect(provenOf({ kind: 'TIME_PASSED', worker: 'w' }, 'DONE')).toBeNull();
  expect(provenOf({ kind: 'HOLD_LOST' }, 'DONE')).toBeNull();
  expect(provenOf({ kind: 'DEPARTMENT_OUT', command: asked, worker: null }, 'DONE')).toBeNull();
});
