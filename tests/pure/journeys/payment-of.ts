import type { Payment, PaymentState } from '../../../subgraphs/journeys/domain/payment.ts';
import type { FilingState } from '../../../subgraphs/journeys/domain/states.ts';
import type {
  Filing,
  PaymentAnswered,
  PaymentStanding,
  Step,
  Submission,
} from '../../../subgraphs/journeys/domain/submission.ts';
import { demanded, filing, submission, worker } from './submission-of.ts';

export const { items } = demanded;
/** Due on Wednesday, 2 December 2026: Saturday the 28th is worked, Tuesday the 1st is not. */
export const dueOn = '2026-12-02';
export const lastMoment = Date.parse('2026-12-02T15:59:59Z');
export const dayAfter = Date.parse('2026-12-02T16:00:00Z');

export const money = { paidAt: '2026-11-25T04:00:00.000Z', receiptNumber: 'P-1' };
export function payment(state: PaymentState, more: Partial<Payment> = {}): Payment {
  const came = ['PAID', 'REFUNDING', 'REFUNDED'].includes(state) ? money : { paidAt: null, receiptNumber: null };
  return {
    ...{ id: 'f0-payment', state, amountFen: 40_000, items, payer: 'GUARDIAN', channel: 'ONLINE', dueOn },
    ...{ payUrl: null, refundedAt: null, refundedFen: 0, surplus: [], mismatch: null, attempts: 0, nextAt: null },
    ...came,
    ...more,
  };
}
export const standing = (state: PaymentStanding['state'], more: Partial<PaymentStanding> = {}): PaymentStanding => ({
  ...{ state, amountFen: 40_000, currency: 'CNY', payUrl: state === 'OPEN' ? '/pay' : null, refundedFen: null },
  ...(state === 'PAID' || state === 'REFUNDED' ? money : { paidAt: null, receiptNumber: null }),
  ...more,
});
export const told = (answer: PaymentAnswered['answer'], by: string | null = worker): PaymentAnswered => ({
  ...{ kind: 'PAYMENT_ANSWERED', payment: 'f0-payment', worker: by, answer },
});
export const stands = (...of: Parameters<typeof standing>) => told({ kind: 'STANDS', standing: standing(...of) }, null);
export const waiting = (of: Payment, state: FilingState = 'AWAITING_PAYMENT'): Submission =>
  submission([filing(0, state, { payment: of })]);
export const first = ({ submission: { filings } }: Pick<Step, 'submission'>): Filing => filings[0] as Filing;
export const events = ({ entries }: Step) => entries.map(({ event }) => event);
