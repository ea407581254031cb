import { describe, expect, it } from 'vitest';
import type { ReceiptOutcome } from '../../../subgraphs/journeys/domain/receipts.ts';
import type { FilingState, ReceiptState } from '../../../subgraphs/journeys/domain/states.ts';
import { step } from '../../../subgraphs/journeys/domain/step.ts';
import { answered, filing, moment, noon, receipt, said, submission } from './submission-of.ts';

const receipts: ReadonlyArray<ReceiptState> = [
  'SUBMITTED',
  'ACCEPTED',
  'AWAITING_PAYMENT',
  'NEEDS_CORRECTION',
  'APPROVED',
  'REFUSED',
  'WITHDRAWN',
];
const T = 'TAKEN';
const S = 'SAME';
const no = 'CANNOT_FOLLOW';
const late = 'AFTER_DECISION';
const gone = 'AFTER_WITHDRAWAL';
/** Columns as `receipts`. */
const table: ReadonlyArray<readonly [FilingState, ReadonlyArray<ReceiptOutcome>]> = [
  ['WAITING', [T, T, T, T, T, T, T]],
  ['SUBMITTED', [S, T, T, T, T, T, T]],
  ['ACCEPTED', [no, S, T, T, T, T, T]],
  ['AWAITING_PAYMENT', [T, T, S, T, T, T, T]],
  ['NEEDS_CORRECTION', [no, T, T, S, T, T, T]],
  ['APPROVED', [late, late, late, late, S, late, late]],
  ['REFUSED', [late, late, late, late, late, S, late]],
  ['WITHDRAWN', [gone, gone, gone, gone, gone, gone, S]],
];
const cases = table.flatMap(([state, outcomes]) =>
  receipts.map((receiptState, column) => ({ state, said: receiptState, outcome: outcomes[column] as ReceiptOutcome })),
);
const known = { zh: '先前', en: 'before' };
const result = { documentType: 'd', subject: 'CHILD', party: 'baby', spec: null, number: '1', issuedAt: 't' };
const correction = { field: 'baby.name', material: null, message: known };

describe('a receipt of a filing', () => {
  it.each(cases)('that is $state and is said to be $said: $outcome', ({ state, said: receiptState, outcome }) => {
    const before = filing(0, state, { message: known, results: [result], supplement: 's' });
    // A second filing, so that the whole never comes to a stand by this one.
    const all = submission([before, filing(1, 'SUBMITTED')]);
    const told = step(all, { kind: 'DECIDED', filing: 'f0', receipt: receipt(receiptState) }, moment);
    expect(told.outcome).toBe(outcome);
    const after = told.submission.filings[0];
    const changes = (outcome === T || outcome === S) && !['APPROVED', 'REFUSED', 'WITHDRAWN'].includes(state);
    expect(after?.state).toBe(changes ? receiptState : state);
    expect(after?.message).toEqual(changes ? expect.not.objectContaining(known) : known);
    expect(after?.results).toEqual(changes ? [] : [result]);
    expect(after?.supplement).toBe(changes ? null : 's');
    expect(told.entries.filter(({ event, matter }) => event === receiptState && matter === 'm0')).toHaveLength(
      outcome === T ? 1 : 0,
    );
  });

  it('brings its words, results and corrections', () => {
    const words = { zh: '请补正姓名', en: 'Correct the name' };
    const brought = { messages: words, corrections: [correction], results: [result] };
    const told = step(
      submission([filing(0, 'SUBMITTED', { party: 'baby' })]),
      { kind: 'DECIDED', filing: 'f0', receipt: receipt('NEEDS_CORRECTION', brought) },
      moment,
    );
    expect(told.submission.filings[0]).toMatchObject({ message: words, corrections: [correction], results: [] });
    const approved = { kind: 'DECIDED', filing: 'f0', receipt: receipt('APPROVED', { results: [result] }) } as const;
    expect(step(told.submission, approved, moment).submission.filings[0]?.results).toEqual([result]);
    expect(told.entries[0]).toEqual({ event: 'NEEDS_CORRECTION', matter: 'm0', party: 'baby', message: words });
    expect(told.commands).toEqual([{ kind: 'NOTIFY' }]);
  });

  it('that refuses brings the code of its reason, and no other does', () => {
    for (const state of receipts) {
      const brought = receipt(state, { refusalReason: 'NAME_IS_PROTECTED' });
      const told = step(
        submission([filing(0, 'WAITING')]),
        { kind: 'DECIDED', filing: 'f0', receipt: brought },
        moment,
      );
      expect(told.submission.filings[0]?.refusalReason, state).toBe(state === 'REFUSED' ? 'NAME_IS_PROTECTED' : null);
    }
  });

  it('of a case that opened for it, the applicant is told where the filing is known', () => {
    const all = submission([filing(0, 'REFUSED')]);
    const told = step(all, { kind: 'HARD_CASE_OPENED', filing: 'f0' }, moment);
    expect(told.entries.map(({ event, matter }) => [event, matter])).toEqual([['HARD_CASE_OPENED', 'm0']]);
    expect(step(all, { kind: 'HARD_CASE_OPENED', filing: 'f1' }, moment).outcome).toBe('UNKNOWN_FILING');
  });

  it('without words has ours, by what it says', () => {
    const words = receipts.map((state) => {
      const told = step(submission([filing(0)]), answered(filing(0), said(state)), moment);
      return told.submission.filings[0]?.message;
    });
    expect(words).toEqual([
      { zh: '部门已收到，等待受理。', en: 'The department has it and will look at it.' },
      { zh: '部门已受理。', en: 'The department has accepted it.' },
      { zh: '部门已审核，等待缴费。', en: 'The department has looked at it: it waits to be paid.' },
      { zh: '部门要求补正。', en: 'The department asks for corrections.' },
      { zh: '已办结。', en: 'Completed.' },
      { zh: '部门不予办理。', en: 'The department refused it.' },
      { zh: '已撤回。', en: 'Withdrawn.' },
    ]);
  });

  it.each([
    ['SUBMITTED', noon + 30_000],
    ['ACCEPTED', noon + 30_000],
    ['NEEDS_CORRECTION', null],
    ['APPROVED', null],
    ['REFUSED', null],
    ['WITHDRAWN', null],
  ] as const)('that says %s is asked about again at %s', (state, retryAt) => {
    const before = filing(0, 'WAITING', { retryAt: noon - 1 });
    const told = step(submission([before]), answered(before, said(state)), moment);
    expect(told.submission.filings[0]?.retryAt).toBe(retryAt);
  });

  it('that cannot follow acceptance changes nothing but when it is asked about again', () => {
    const accepted = filing(0, 'ACCEPTED', { retryAt: noon });
    const told = step(submission([accepted]), answered(accepted, said('SUBMITTED'), { kind: 'ASK' }), moment);
    expect(told.submission.filings[0]).toEqual({ ...accepted, retryAt: noon + 30_000 });
    expect(told.entries).toEqual([]);
    const correcting = submission([filing(0, 'NEEDS_CORRECTION')]);
    const decided = step(correcting, { kind: 'DECIDED', filing: 'f0', receipt: receipt('SUBMITTED') }, moment);
    expect(decided.submission).toBe(correcting);
    expect(decided.commands).toEqual([]);
  });

  it('of a decided filing changes nothing and tells nobody', () => {
    for (const state of ['APPROVED', 'REFUSED'] as const) {
      const decided = submission([filing(0, state, { results: [result] }), filing(1)]);
      for (const each of receipts) {
        const told = step(decided, { kind: 'DECIDED', filing: 'f0', receipt: receipt(each) }, moment);
        expect(told.submission, each).toBe(decided);
        expect([told.entries, told.commands], each).toEqual([[], []]);
      }
    }
  });

  it('leaves every other filing as it is', () => {
    const others = [filing(1, 'SUBMITTED'), filing(2, 'APPROVED')];
    const told = step(submission([filing(0), ...others]), answered(filing(0), said('APPROVED')), moment);
    expect(told.submission.filings.slice(1)).toEqual(others);
    expect(told.submission.filings[1]).toBe(others[0]);
  });

  it('for a filing that is none of the submission’s is named so', () => {
    const all = submission([filing(0)]);
    expect(step(all, answered(filing(9), said('APPROVED')), moment)).toMatchObject({
      outcome: 'UNKNOWN_FILING',
      submission: all,
      commands: [],
    });
    expect(step(all, { kind: 'DECIDED', filing: 'f9', receipt: receipt('APPROVED') }, moment).outcome).toBe(
      'UNKNOWN_FILING',
    );
  });
});

describe('an answer that was overtaken', () => {
  it.each([
    ['its filing was decided meanwhile', filing(0, 'APPROVED'), 'OVERTAKEN'],
    ['corrections were asked for meanwhile', filing(0, 'NEEDS_CORRECTION'), 'OVERTAKEN'],
    ['a supplement waits to be sent', filing(0, 'SUBMITTED', { supplement: 's' }), 'OVERTAKEN'],
    ['nothing happened', filing(0, 'SUBMITTED'), 'TAKEN'],
  ])('%s', (_what, now, outcome) => {
    const all = submission([now]);
    const asked = filing(0, 'SUBMITTED');
    const told = step(all, answered(asked, said('ACCEPTED'), { kind: 'ASK' }), moment);
    expect(told.outcome).toBe(outcome);
    if (outcome === 'OVERTAKEN') expect(told.submission).toBe(all);
  });

  it('an outage that was overtaken is no news either', () => {
    const all = submission([filing(0, 'APPROVED')]);
    const told = step(all, answered(filing(0, 'SUBMITTED'), { kind: 'DEPARTMENT_OUT' }), moment);
    expect([told.outcome, told.submission]).toEqual(['OVERTAKEN', all]);
  });

  it('an answer to a supplement counts for that supplement alone', () => {
    const waiting = filing(0, 'SUBMITTED', { supplement: 'second' });
    const first = { ...waiting, supplement: 'first' };
    const told = step(submission([waiting]), answered(first, said('APPROVED'), { kind: 'SUPPLEMENT' }), moment);
    expect([told.outcome, told.submission.filings[0]?.supplement]).toEqual(['OVERTAKEN', 'second']);
    const second = step(submission([waiting]), answered(waiting, said('APPROVED'), { kind: 'SUPPLEMENT' }), moment);
    expect(second.submission.filings[0]).toMatchObject({ state: 'APPROVED', supplement: null });
  });
});
