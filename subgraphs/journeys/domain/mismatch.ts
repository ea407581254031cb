import { change } from './next.ts';
import { nextAsk, type Payment } from './payment.ts';
import * as words from './reasons.ts';
import { entry, type Filing, type Moment, type PaymentStanding, type Step, type Submission } from './submission.ts';

const clocksDifferMs = 10 * 60_000;
/** Null: nobody can have paid then. What is paid tomorrow is not. */
export function paidAtOf({ paidAt }: PaymentStanding, { now }: Moment): number | null {
  const at = Date.parse(paidAt ?? '');
  return Number.isNaN(at) || at > now + clocksDifferMs ? null : at;
}

/** What does not match the demand counts for nothing; staff are told once of each amount. */
export function mismatched(
  submission: Submission,
  filing: Filing,
  payment: Payment,
  { amountFen, currency: said }: PaymentStanding,
  moment: Moment,
): Step {
  const { mismatch } = payment;
  if (mismatch?.amountFen === amountFen && mismatch.currency === said) {
    const later =
      payment.nextAt === null
        ? payment
        : { ...payment, attempts: payment.attempts + 1, nextAt: nextAsk(payment, moment.now) };
    return change(submission, { ...filing, payment: later }, 'DOES_NOT_MATCH', [], moment);
  }
  const kept = {
    ...payment,
    mismatch: { amountFen, currency: said },
    nextAt: payment.nextAt === null ? null : nextAsk(payment, moment.now),
  };
  const message = words.paymentMismatch(payment.amountFen);
  const told = filing.state === 'AWAITING_PAYMENT' ? { message } : {};
  return change(
    submission,
    { ...filing, ...told, payment: kept },
    'DOES_NOT_MATCH',
    [entry('PAYMENT_MISMATCH', filing, message)],
    moment,
  );
}
