import { expect, it } from 'vitest';
import { type Proven, provenOf } from '../../../subgraphs/journeys/domain/proof.ts';
import type { Outcome, SubmissionEvent } from '../../../subgraphs/journeys/domain/submission.ts';
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
  ['HOLD_LOST', false],
  ['NOT_TOLD', false],
  ['NOTHING_TO_CORRECT', false],
  ['NOTHING_TO_RETRY', false],
  ['ALREADY_ENDED', false],
  ['DOES_NOT_MATCH', false],
  ['UNKNOWN_PAYMENT', false],
  ['UNKNOWN_FILING', false],
])('a reply with which comes %s is proven: %s', (outcome, isProven) => {
  expect(provenOf(replied, outcome) !== null).toBe(isProven);
});

const decided = { kind: 'DECIDED', filing: 'f0', receipt: receipt('REFUSED', { refusalReason: 'X' }) } as const;
const answers = [{ outcome: 'NOT_FOUND' }, { outcome: 'LATER' }] as const;
const provided = { kind: 'PROVIDE', filing: 'f0', documents: [] } as const;
const paid = { kind: 'NOT_KNOWN' } as const;
it.each<[SubmissionEvent, Proven]>([
  [
    { kind: 'SUBMITTED', receiptNumber: '3303', yearsNotCovered: [2027] },
    { kind: 'SUBMITTED', body: { receiptNumber: '3303' }, content: [] },
  ],
  [
    replied,
    { kind: 'RECEIPT', body: { filing: 'f0', call: 'HAND_OVER', state: 'APPROVED' }, content: [replied.receipt] },
  ],
  [decided, { kind: 'DECIDED', body: { filing: 'f0', state: 'REFUSED' }, content: [decided.receipt] }],
  [
    { kind: 'PROVIDED', command: provided, worker: 'w', answers },
    { kind: 'PROVIDED', body: { filing: 'f0', outcomes: ['NOT_FOUND', 'LATER'] }, content: [answers] },
  ],
  [
    { kind: 'PAYMENT_ANSWERED', payment: 'p', worker: 'w', answer: paid },
    { kind: 'PAYMENT_ANSWERED', body: { payment: 'p', answer: 'NOT_KNOWN' }, content: [paid] },
  ],
  [
    { kind: 'SUPPLEMENTED', subject: 'lin', key: 'k', materials: ['m'] },
    { kind: 'SUPPLEMENTED', body: { materials: ['m'] }, content: ['lin', 'k'] },
  ],
  [
    { kind: 'HARD_CASE_OPENED', filing: 'f0' },
    { kind: 'HARD_CASE_OPENED', body: { filing: 'f0' }, content: [] },
  ],
  [
    { kind: 'CONSENT_WITHDRAWN', source: 'hospital' },
    { kind: 'CONSENT_WITHDRAWN', body: { source: 'hospital' }, content: [] },
  ],
  [{ kind: 'WITHDRAWN' }, { kind: 'WITHDRAWN', body: {}, content: [] }],
])('an entry has ids and states, and what was said is there for a digest alone: %#', (event, proven) => {
  expect(provenOf(event, 'DONE')).toEqual(proven);
});

it('that nothing was corrected in time is proven, with which filings that takes back', () => {
  expect(provenOf({ kind: 'TIME_PASSED', worker: 'w' }, 'DONE', ['f0'])).toEqual({
    ...{ kind: 'WITHDRAWN', body: { lapsed: ['f0'] }, content: [] },
  });
});

it('that time passed, and that a department is out, is proven to nobody', () => {
  expect(provenOf({ kind: 'TIME_PASSED', worker: 'w' }, 'DONE')).toBeNull();
  expect(provenOf({ kind: 'HOLD_LOST' }, 'DONE')).toBeNull();
  expect(provenOf({ kind: 'RETRIED', filing: 'f0' }, 'DONE')).toBeNull();
  expect(provenOf({ kind: 'DEPARTMENT_OUT', command: asked, worker: null }, 'DONE')).toBeNull();
});
