import { describe, expect, it } from 'vitest';
import { dueCalls, lookAt } from '../../../subgraphs/journeys/domain/calls.ts';
import { neededStill } from '../../../subgraphs/journeys/domain/erasure.ts';
import { isUnpaid, type Payment, type Surplus } from '../../../subgraphs/journeys/domain/payment.ts';
import { step } from '../../../subgraphs/journeys/domain/step.ts';
import type { Submission } from '../../../subgraphs/journeys/domain/submission.ts';
import { events, first, payment, standing, stands, told, waiting } from './payment-of.ts';
import { moment, noon, receipt } from './submission-of.ts';

const other = { receiptNumber: 'P-2' } as const;
const came: Surplus = { amountFen: 40_000, ...other, paidAt: '2026-11-25T04:00:00.000Z', refundedAt: null };
const gone = { ...came, refundedAt: '2026-11-25T04:00:00.000Z' };
const having = (more: Partial<Payment>, state: 'APPROVED' | 'AWAITING_PAYMENT' = 'APPROVED'): Submission =>
  waiting(payment('PAID', more), state);
const asked = (...of: Parameters<typeof standing>) => told({ kind: 'STANDS', standing: standing(...of) });

describe('what is paid once more', () => {
  it.each(['AWAITING_PAYMENT', 'APPROVED'] as const)(
    'goes back, and the demand stays paid by the first: %s',
    (state) => {
      const all = having({}, state);
      const after = step(all, stands('PAID', other), moment);
      expect([after.outcome, events(after), first(after).state]).toEqual(['TAKEN', ['PAYMENT_SURPLUS'], state]);
      expect(after.entries[0]?.message.zh).toContain('又收到 400.00 元（票据号 P-2），多缴的款项将原路退回');
      expect(first(after).payment).toEqual({ ...first({ submission: all }).payment, surplus: [came], nextAt: noon });
      expect(dueCalls(after.submission, noon).map(({ kind }) => kind)).toContain('REFUND_SURPLUS');
      const twice = step(after.submission, stands('PAID', other), { ...moment, now: noon - 1 });
      expect([twice.outcome, events(twice), first(twice).payment?.surplus]).toEqual(['SAME', [], [came]]);
      const back = step(after.submission, asked('REFUNDED', other), moment);
      expect([back.outcome, events(back)]).toEqual(['TAKEN', ['PAYMENT_SURPLUS_REFUNDED']]);
      expect(first(back).payment).toMatchObject({ state: 'PAID', surplus: [gone], nextAt: null, refundedFen: 0 });
      expect(step(back.submission, stands('REFUNDED', other), moment).outcome).toBe('SAME');
    },
  );

  it('goes back also where the first does, each by itself', () => {
    const all = waiting(payment('REFUNDING', { nextAt: noon }), 'WITHDRAWN');
    const both = step(all, stands('PAID', other), moment);
    expect(dueCalls(both.submission, noon).map(({ kind }) => kind)).toEqual(['REFUND']);
    const one = step(both.submission, asked('REFUNDED'), moment);
    expect(first(one).payment).toMatchObject({ state: 'REFUNDED', surplus: [came], nextAt: noon });
    expect(dueCalls(one.submission, noon).map(({ kind }) => kind)).toEqual(['REFUND_SURPLUS']);
    expect(neededStill(one.submission)).toBe('PAYMENT_OPEN');
    const none = step(one.submission, asked('REFUNDED', other), moment);
    expect([lookAt(none.submission, noon), neededStill(none.submission)]).toEqual([null, null]);
    // The other way round the first is still to go.
    const theFirst = step(both.submission, asked('REFUNDED', other), moment);
    expect(dueCalls(theFirst.submission, noon).map(({ kind }) => kind)).toEqual(['REFUND']);
  });

  it('may be of any amount, and comes ten times at the most', () => {
    let all = having({});
    for (let each = 0; each < 10; each++) {
      const more = step(all, stands('PAID', { receiptNumber: `S-${each}`, amountFen: each + 1 }), moment);
      expect(more.outcome).toBe('TAKEN');
      all = more.submission;
    }
    const after = step(all, stands('PAID', { receiptNumber: 'S-10' }), moment);
    expect([after.outcome, first(after).payment?.surplus.length]).toEqual(['DOES_NOT_MATCH', 10]);
  });

  it.each([
    ['in another currency', { currency: 'USD' }],
    ['of nothing', { amountFen: 0 }],
    ['of more than any demand', { amountFen: 1_000_000_001 }],
    ['tomorrow', { paidAt: '2026-11-26T04:00:00.000Z' }],
    ['at no time', { paidAt: null }],
  ])('counts for nothing %s, and staff are told', (_what, more) => {
    const after = step(having({}), stands('PAID', { ...other, ...more }), moment);
    expect([after.outcome, events(after), first(after).payment?.surplus]).toEqual([
      ...['DOES_NOT_MATCH', ['PAYMENT_MISMATCH'], []],
    ]);
  });

  it('is not believed to have gone back by another amount, nor where it never came', () => {
    const open = having({ surplus: [came], nextAt: noon });
    const less = step(open, asked('REFUNDED', { ...other, amountFen: 1 }), moment);
    expect([less.outcome, first(less).payment?.surplus]).toEqual(['DOES_NOT_MATCH', [came]]);
    const never = step(having({}), stands('REFUNDED', other), moment);
    expect([never.outcome, first(never).payment?.surplus]).toEqual(['SAME', []]);
  });
});

describe('a refund of which the provider has nothing new to say', () => {
  it.each([
    ['the whole', payment('REFUNDING', { nextAt: noon }), asked('PAID')],
    ['what came besides', payment('PAID', { nextAt: noon, surplus: [came] }), asked('PAID', other)],
    [
      'what came besides, of which it tells the first',
      payment('PAID', { nextAt: noon, surplus: [came] }),
      asked('PAID'),
    ],
    ['what it does not know', payment('PAID', { nextAt: noon, surplus: [came] }), told({ kind: 'NOT_KNOWN' })],
  ])('is asked for again, not without a pause: %s', (_what, of, answer) => {
    const once = step(waiting(of, of.state === 'PAID' ? 'APPROVED' : 'WITHDRAWN'), answer, moment);
    expect([once.outcome, first(once).payment?.nextAt]).toEqual(['POSTPONED', noon + 1000]);
    const twice = step(once.submission, answer, { ...moment, now: noon + 1000 });
    expect([events(twice), first(twice).payment?.nextAt]).toEqual([[], noon + 3000]);
  });
});

describe('what goes back in parts', () => {
  it('is told part by part, until all of it is back', () => {
    const all = waiting(payment('REFUNDING', { nextAt: noon }), 'WITHDRAWN');
    const part = step(all, asked('PAID', { refundedFen: 10_000 }), moment);
    expect([part.outcome, events(part)]).toEqual(['TAKEN', ['PAYMENT_PARTLY_REFUNDED']]);
    expect(part.entries[0]?.message).toEqual({
      zh: '已退回 100.00 元，尚有 300.00 元未退回。',
      en: '100.00 yuan were paid back so far, 300.00 were not.',
    });
    expect(first(part).payment).toMatchObject({ state: 'REFUNDING', refundedFen: 10_000, nextAt: noon + 1000 });
    expect(neededStill(part.submission)).toBe('PAYMENT_OPEN');
    const same = step(part.submission, asked('PAID', { refundedFen: 10_000 }), { ...moment, now: noon + 1000 });
    expect([events(same), first(same).payment?.nextAt]).toEqual([[], noon + 3000]);
    const whole = step(same.submission, asked('REFUNDED', { refundedFen: 40_000 }), moment);
    expect(first(whole).payment).toMatchObject({ state: 'REFUNDED', refundedFen: 40_000, nextAt: null });
    // Also of one that went back before parts were counted.
    for (const refunded of [whole.submission, waiting(payment('REFUNDED'), 'WITHDRAWN')])
      expect(step(refunded, stands('PAID', { refundedFen: 39_999 }), moment).outcome).toBe('SAME');
  });

  it('of its own accord leaves nothing issued: staff look at it', () => {
    const after = step(having({}, 'AWAITING_PAYMENT'), stands('PAID', { refundedFen: 1 }), moment);
    expect([after.outcome, events(after)]).toEqual(['TAKEN', ['PAYMENT_PARTLY_REFUNDED', 'RECEIPT_INVALID']]);
    expect(first(after)).toMatchObject({ state: 'AWAITING_PAYMENT', atDesk: true, payment: { refundedFen: 1 } });
    expect(isUnpaid(after.submission, first(after))).toBe(true);
    const approved = { kind: 'DECIDED', filing: 'f0', receipt: receipt('APPROVED') } as const;
    expect(step(after.submission, approved, moment).outcome).toBe('DOES_NOT_HOLD');
  });

  it('after its filing has ended is told, and nothing else follows', () => {
    const after = step(having({}), stands('PAID', { refundedFen: 1 }), moment);
    expect([events(after), first(after).state, first(after).payment?.nextAt]).toEqual([
      ...[['PAYMENT_PARTLY_REFUNDED'], 'APPROVED', null],
    ]);
  });

  it.each([
    ['more than came', 'PAID', { refundedFen: 40_001 }],
    ['all, and is not refunded', 'PAID', { refundedFen: 40_000 }],
    ['less than all, and is refunded', 'REFUNDED', { refundedFen: 39_999 }],
  ] as const)('counts for nothing where it is %s', (_what, state, more) => {
    const after = step(having({}, 'AWAITING_PAYMENT'), stands(state, more), moment);
    expect([after.outcome, first(after).payment?.refundedFen]).toEqual(['DOES_NOT_MATCH', 0]);
  });

  it('before it was heard that it came is less than was demanded', () => {
    const after = step(waiting(payment('DEMANDED')), stands('PAID', { refundedFen: 1 }), moment);
    expect([after.outcome, first(after).payment]).toEqual([
      'DOES_NOT_MATCH',
      payment('DEMANDED', { mismatch: { amountFen: 39_999, currency: 'CNY' } }),
    ]);
  });
});
