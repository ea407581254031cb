import { describe, expect, it } from 'vitest';
import { dueCalls, lookAt } from '../../../subgraphs/journeys/domain/calls.ts';
import { neededStill } from '../../../subgraphs/journeys/domain/erasure.ts';
import type { Demanded, PaymentState } from '../../../subgraphs/journeys/domain/payment.ts';
import { nextAsk } from '../../../subgraphs/journeys/domain/payment.ts';
import type { FilingTerms } from '../../../subgraphs/journeys/domain/results.ts';
import type { FilingState } from '../../../subgraphs/journeys/domain/states.ts';
import { step } from '../../../subgraphs/journeys/domain/step.ts';
import type { PaymentStanding, Submission } from '../../../subgraphs/journeys/domain/submission.ts';
import { paymentTermsOf } from '../../../subgraphs/journeys/payments/terms.ts';
import type { MatterPayment } from '../../../subgraphs/planning/types.ts';
import {
  dayAfter,
  dueOn,
  events,
  first,
  items,
  lastMoment,
  payment,
  standing,
  stands,
  told,
  waiting,
} from './payment-of.ts';
import { answered, demanded, filing, moment, noon, out, receipt, said, submission } from './submission-of.ts';

function withTerms(of: Submission, terms: FilingTerms['payment']): Submission {
  return {
    ...of,
    terms: { ...of.terms, filings: [{ issues: null, consumes: [], payment: terms, correctionPeriod: null, rows: [] }] },
  };
}

describe('a demand of a department', () => {
  const published = { amountFen: 40_000, payer: 'GUARDIAN' };
  const cases: ReadonlyArray<[string, FilingTerms['payment'], Demanded | null, boolean]> = [
    ['as published', published, demanded, true],
    ['of an amount that it was to say', { ...published, amountFen: null }, { ...demanded, amountFen: 7 }, true],
    ['planned before that was kept', null, { ...demanded, amountFen: 7 }, true],
    ['at the most', { ...published, amountFen: null }, { ...demanded, amountFen: 1_000_000_000 }, true],
    ['beyond the most', { ...published, amountFen: null }, { ...demanded, amountFen: 1_000_000_001 }, false],
    ['of nothing', { ...published, amountFen: null }, { ...demanded, amountFen: 0 }, false],
    ['of half a fen', { ...published, amountFen: null }, { ...demanded, amountFen: 0.5 }, false],
    ['of more than published', published, { ...demanded, amountFen: 40_001 }, false],
    ['of somebody else', published, { ...demanded, payer: 'CHILD' }, false],
    ['where none is published', 'NONE', demanded, false],
    ['due at once', published, { ...demanded, dueInWorkingDays: 0 }, false],
    ['that it does not name', published, null, false],
  ];
  it.each(cases)('%s', (_what, terms, demand, holds) => {
    const all = withTerms(submission([filing(0)]), terms);
    const answer = said('AWAITING_PAYMENT', { demand });
    const after = step(all, answered(filing(0), answer), moment);
    if (!holds) {
      expect(after.outcome).toBe('DOES_NOT_HOLD');
      expect(first(after)).toMatchObject({ state: 'SUBMITTED', atDesk: true, payment: null });
      expect(events(after)).toEqual(['RECEIPT_INVALID']);
      return;
    }
    expect(first(after)).toMatchObject({
      state: 'AWAITING_PAYMENT',
      payment: { id: 'f0-payment', state: 'DUE', amountFen: demand?.amountFen, dueOn, nextAt: noon },
    });
    expect(dueCalls(after.submission, noon).map(({ kind }) => kind)).toEqual(['DEMAND']);
    const again = step(after.submission, answered(first(after), answer, { kind: 'ASK' }), moment);
    expect([again.outcome, first(again).payment]).toEqual(['SAME', first(after).payment]);
  });

  it('is for as many as are concerned', () => {
    const published: MatterPayment = {
      ...{ items, amountFen: 100, each: null, payer: 'GUARDIAN', channel: 'ONLINE', dueInWorkingDays: 1 },
      ...{ demanded: 'ON_RECEIPT', basis: { title: 't', article: null, documentNumber: null } },
    };
    const of = (each: string | null, amountFen: number | null = 100) =>
      paymentTermsOf([null, { code: 'm', payment: { ...published, each, amountFen } }], 'm', { CHILD: ['an', 'bo'] });
    expect([of(null), of('CHILD'), of('HEIR'), of('CHILD', null)]).toEqual(
      [100, 200, 100, null].map((amountFen) => ({ amountFen, payer: 'GUARDIAN' })),
    );
    expect(paymentTermsOf([{ code: 'm', payment: null }], 'm', {})).toBe('NONE');
    expect(paymentTermsOf(null, 'm', {})).toBe('NONE');
  });
});

describe('nothing is issued without its money', () => {
  const approve = { kind: 'DECIDED', filing: 'f0', receipt: receipt('APPROVED') } as const;
  it.each([
    ['demanded and not paid', payment('DEMANDED'), 'NONE', 'DOES_NOT_HOLD'],
    ['published and not demanded', null, { amountFen: 1, payer: 'CHILD' }, 'DOES_NOT_HOLD'],
    ['paid', payment('PAID'), { amountFen: 40_000, payer: 'GUARDIAN' }, 'TAKEN'],
    ['free', null, 'NONE', 'TAKEN'],
    ['planned before that was kept', null, null, 'TAKEN'],
  ] as const)('%s', (_what, of, terms, outcome) => {
    const after = step(withTerms(submission([filing(0, 'ACCEPTED', { payment: of })]), terms), approve, moment);
    expect([after.outcome, first(after).state]).toEqual([outcome, outcome === 'TAKEN' ? 'APPROVED' : 'ACCEPTED']);
  });

  it.each(['SUBMITTED', 'ACCEPTED'] as const)('nor goes on without it, whatever its department says: %s', (state) => {
    const all = waiting(payment('DEMANDED'));
    const after = step(all, answered(first({ submission: all }), said(state), { kind: 'ASK' }), moment);
    expect([after.outcome, first(after).state]).toEqual(['CANNOT_FOLLOW', 'AWAITING_PAYMENT']);
  });
});

/** Filing, payment, what its provider says, and where both stand then. */
const cases: ReadonlyArray<[FilingState, PaymentState, PaymentStanding['state'], FilingState, PaymentState, string[]]> =
  [
    ['AWAITING_PAYMENT', 'DUE', 'OPEN', 'AWAITING_PAYMENT', 'DEMANDED', ['PAYMENT_DEMANDED']],
    ['AWAITING_PAYMENT', 'DUE', 'PAID', 'AWAITING_PAYMENT', 'PAID', ['PAYMENT_PAID']],
    ['AWAITING_PAYMENT', 'DEMANDED', 'OPEN', 'AWAITING_PAYMENT', 'DEMANDED', []],
    ['AWAITING_PAYMENT', 'DEMANDED', 'FAILED', 'AWAITING_PAYMENT', 'FAILED', ['PAYMENT_FAILED']],
    ['AWAITING_PAYMENT', 'FAILED', 'FAILED', 'AWAITING_PAYMENT', 'FAILED', []],
    ['AWAITING_PAYMENT', 'FAILED', 'PAID', 'AWAITING_PAYMENT', 'PAID', ['PAYMENT_PAID']],
    ['NEEDS_CORRECTION', 'DEMANDED', 'PAID', 'NEEDS_CORRECTION', 'PAID', ['PAYMENT_PAID']],
    ['AWAITING_PAYMENT', 'PAID', 'PAID', 'AWAITING_PAYMENT', 'PAID', []],
    ['AWAITING_PAYMENT', 'PAID', 'FAILED', 'AWAITING_PAYMENT', 'PAID', []],
    ['AWAITING_PAYMENT', 'PAID', 'OPEN', 'AWAITING_PAYMENT', 'PAID', []],
    ['AWAITING_PAYMENT', 'PAID', 'REFUNDED', 'AWAITING_PAYMENT', 'REFUNDED', ['RECEIPT_INVALID']],
    ['APPROVED', 'PAID', 'PAID', 'APPROVED', 'PAID', []],
    ['WITHDRAWN', 'CANCELLED', 'OPEN', 'WITHDRAWN', 'CANCELLED', []],
    ['WITHDRAWN', 'CANCELLED', 'PAID', 'WITHDRAWN', 'REFUNDING', ['PAYMENT_REFUNDING']],
    ['WITHDRAWN', 'EXPIRED', 'PAID', 'WITHDRAWN', 'REFUNDING', ['PAYMENT_REFUNDING']],
    ['WITHDRAWN', 'REFUNDING', 'PAID', 'WITHDRAWN', 'REFUNDING', []],
    ['WITHDRAWN', 'REFUNDING', 'REFUNDED', 'WITHDRAWN', 'REFUNDED', ['PAYMENT_REFUNDED']],
    ['WITHDRAWN', 'REFUNDED', 'REFUNDED', 'WITHDRAWN', 'REFUNDED', []],
    ['WITHDRAWN', 'REFUNDED', 'PAID', 'WITHDRAWN', 'REFUNDED', []],
  ];

describe('what a provider says', () => {
  it.each(cases)('of a filing %s, its payment %s: %s', (state, before, says, filingAfter, paymentAfter, entries) => {
    const all = waiting(payment(before), state);
    const after = step(all, stands(says), moment);
    expect([first(after).state, first(after).payment?.state]).toEqual([filingAfter, paymentAfter]);
    expect(events(after)).toEqual(entries);
    // Said twice, it says nothing new.
    const again = step(after.submission, stands(says), moment);
    expect(first(again).payment?.state).toBe(paymentAfter);
    expect(events(again)).toEqual([]);
    const calls = dueCalls(after.submission, noon).map(({ kind }) => kind);
    if (before !== 'PAID' && paymentAfter === 'PAID' && state === 'AWAITING_PAYMENT')
      expect(calls).toEqual(['TELL_PAID']);
    if (paymentAfter === 'REFUNDING' && before !== 'REFUNDING') expect(calls).toEqual(['REFUND']);
  });

  it.each([
    ['too little', { amountFen: 39_999 }],
    ['too much', { amountFen: 40_001 }],
    ['other money', { currency: 'USD' }],
    ['tomorrow', { paidAt: '2026-11-26T04:00:00.000Z' }],
    ['at no time', { paidAt: null }],
    ['without a receipt', { receiptNumber: null }],
  ])('counts for nothing where it was paid %s, and staff are told once', (_what, more) => {
    const after = step(waiting(payment('DEMANDED')), stands('PAID', more), moment);
    expect([after.outcome, first(after).payment?.state, first(after).payment?.paidAt]).toEqual([
      'DOES_NOT_MATCH',
      'DEMANDED',
      null,
    ]);
    expect(after.entries).toMatchObject([{ event: 'PAYMENT_MISMATCH', matter: 'm0' }]);
    const again = step(after.submission, stands('PAID', more), moment);
    expect([again.outcome, events(again)]).toEqual(['DOES_NOT_MATCH', []]);
    expect(events(step(after.submission, stands('PAID'), moment))).toEqual(['PAYMENT_PAID']);
  });

  it('of a payment that is none is named so', () => {
    const all = submission([filing(0)]);
    expect(step(all, stands('PAID'), moment)).toMatchObject({ outcome: 'UNKNOWN_PAYMENT', submission: all });
  });

  it('counts where its worker still carries it', () => {
    const all = waiting(payment('DUE', { nextAt: noon }));
    const answer = { kind: 'STANDS', standing: standing('PAID') } as const;
    expect(step(all, told(answer, 'another worker'), moment).outcome).toBe('HOLD_LOST');
  });
});

describe('in time', () => {
  const at = (now: number) => ({ now, chance: 0 });
  it('is until the last moment of the day, by when it was paid and not by when that is heard', () => {
    const all = waiting(payment('DEMANDED'));
    const paid = (paidAt: number) => stands('PAID', { paidAt: new Date(paidAt).toISOString() });
    expect(first(step(all, paid(lastMoment), at(dayAfter + 3_600_000))).payment?.state).toBe('PAID');
    const late = step(all, paid(dayAfter), at(dayAfter));
    expect(first(late)).toMatchObject({ state: 'WITHDRAWN', retryAt: dayAfter, payment: { state: 'REFUNDING' } });
  });

  it('is over once the provider says that nobody paid, and not while it is out', () => {
    const all = waiting(payment('DEMANDED', { nextAt: dayAfter }));
    expect(first(step(all, stands('OPEN'), at(lastMoment))).payment?.state).toBe('DEMANDED');
    expect(first(step(all, told({ kind: 'PROVIDER_OUT' }), at(dayAfter))).payment?.state).toBe('DEMANDED');
    const over = step(all, stands('OPEN'), at(dayAfter));
    expect(first(over)).toMatchObject({ state: 'WITHDRAWN', payment: { state: 'EXPIRED' } });
    expect(events(over)[0]).toBe('PAYMENT_EXPIRED');
    // Its department hears of it, and money that comes yet is looked for.
    expect(dueCalls(over.submission, dayAfter).map(({ kind }) => kind)).toEqual(['WITHDRAW']);
    expect(neededStill(over.submission)).toBe('PAYMENT_OPEN');
  });

  it('the provider is asked ever less often, once the day is over, and for a week after nobody need pay', () => {
    const asks = [0, 1, 7, 30].map((attempts) => nextAsk(payment('DEMANDED', { attempts }), noon));
    expect(asks.map((next) => ((next as number) - noon) / 1000)).toEqual([30, 60, 3600, 3600]);
    expect(nextAsk(payment('DEMANDED'), dayAfter - 1)).toBe(dayAfter);
    const week = Date.parse('2026-12-08T16:00:00Z');
    expect(nextAsk(payment('CANCELLED'), week - 30_000)).toBe(week);
    expect(nextAsk(payment('CANCELLED'), week - 29_999)).toBeNull();
    expect(nextAsk(payment('DEMANDED'), week)).toBe(week + 30_000);
  });
});

describe('a filing that ends otherwise', () => {
  const refused = { kind: 'DECIDED', filing: 'f0', receipt: receipt('REFUSED') } as const;
  it.each([
    ['DUE', 'CANCELLED', []],
    ['DEMANDED', 'CANCELLED', []],
    ['FAILED', 'CANCELLED', []],
    ['PAID', 'REFUNDING', ['PAYMENT_REFUNDING']],
    ['REFUNDED', 'REFUNDED', []],
  ] as const)('with a payment %s leaves it %s', (before, after, entries) => {
    const ended = step(waiting(payment(before)), refused, moment);
    expect(first(ended).payment?.state).toBe(after);
    expect(events(ended)).toEqual(['REFUSED', ...entries, 'REFUSED']);
    expect(neededStill(ended.submission)).toBe(after === 'REFUNDED' ? null : 'PAYMENT_OPEN');
  });

  it('by approval keeps its money', () => {
    const all = waiting(payment('PAID'));
    const approved = step(all, answered(first({ submission: all }), said('APPROVED'), { kind: 'TELL_PAID' }), moment);
    expect(first(approved)).toMatchObject({ state: 'APPROVED', payment: payment('PAID') });
    expect([lookAt(approved.submission, noon), neededStill(approved.submission)]).toEqual([null, null]);
  });
});

describe('a provider', () => {
  it.each([
    ['DUE', 'DEMAND'],
    ['DEMANDED', 'ASK_PAYMENT'],
    ['FAILED', 'ASK_PAYMENT'],
    ['EXPIRED', 'ASK_PAYMENT'],
    ['CANCELLED', 'ASK_PAYMENT'],
    ['REFUNDING', 'REFUND'],
  ] as const)('of a payment %s is called: %s', (state, kind) => {
    const settled = filing(0, 'WITHDRAWN', { payment: payment(state, { nextAt: noon }) });
    expect(dueCalls(submission([settled]), noon)).toEqual([{ kind, filing: 'f0', payment: settled.payment }]);
    expect(dueCalls(submission([settled]), noon - 1)).toEqual([]);
    expect(lookAt(submission([settled]), noon - 1)).toBe(noon);
  });

  it('that is out, or will not take it, is called again, and the citizen is told once why', () => {
    const refused = (code: string) => ({ kind: 'REJECTED', code }) as const;
    const cases = [
      [{ kind: 'PROVIDER_OUT' }, '缴费系统暂时没有答复，将自动重试，您无需操作。'],
      [refused('ACCOUNT_CLOSED'), '缴费系统未能接收（收款账户已停用），工作人员正在处理，您无需操作。'],
      // A word of the provider's own is nobody's sentence.
      [refused('E_7731'), '缴费系统未能接收，工作人员正在处理，您无需操作。'],
    ] as const;
    for (const [answer, sentence] of cases) {
      const once = step(waiting(payment('DUE', { nextAt: noon })), told(answer), moment);
      expect([once.outcome, events(once)]).toEqual(['POSTPONED', ['PAYMENT_DELAYED']]);
      expect(first(once)).toMatchObject({ payment: { state: 'DUE', attempts: 1, nextAt: noon + 1000 } });
      expect(first(once).message?.zh).toBe(sentence);
      const twice = step(once.submission, told(answer), moment);
      expect([events(twice), first(twice).payment?.nextAt]).toEqual([[], noon + 2000]);
    }
    const paid = waiting(payment('PAID'));
    expect(step(paid, told({ kind: 'PROVIDER_OUT' }), moment)).toMatchObject({
      outcome: 'OVERTAKEN',
      submission: paid,
    });
  });

  it.each([
    ['DUE', 'DUE', noon],
    ['DEMANDED', 'DUE', noon],
    ['CANCELLED', 'CANCELLED', null],
    ['REFUNDING', 'REFUNDING', noon + 1000],
  ] as const)('that knows nothing of a payment %s is told of it again, if it is owed: %s', (before, after, nextAt) => {
    const all = waiting(payment(before, { nextAt: noon }));
    expect(first(step(all, told({ kind: 'NOT_KNOWN' }), moment)).payment).toMatchObject({ state: after, nextAt });
  });

  it('its money is not overtaken by what its department said before that came', () => {
    const all = waiting(payment('PAID'));
    for (const answer of [said('AWAITING_PAYMENT'), out]) {
      const after = step(all, answered(first({ submission: all }), answer, { kind: 'ASK' }), moment);
      expect([after.outcome, after.submission]).toEqual(['OVERTAKEN', all]);
    }
  });

  it('its money is told to a department that is out as often as it takes', () => {
    const all = waiting(payment('PAID'));
    const after = step(all, answered(first({ submission: all }), out, { kind: 'TELL_PAID' }), moment);
    expect(first(after)).toMatchObject({ state: 'AWAITING_PAYMENT', retryAt: noon + 1000 });
    expect(dueCalls(after.submission, noon + 1000).map(({ kind }) => kind)).toEqual(['TELL_PAID']);
  });
});
