import { mismatched, paidAtOf } from './mismatch.ts';
import { change, unchanged } from './next.ts';
import { currency, mostFen, mostSurplus, type Payment, type Surplus } from './payment.ts';
import * as words from './reasons.ts';
import { entry, type Filing, type Moment, type PaymentStanding, type Step, type Submission } from './submission.ts';

/** What a provider said of other money than that by which the demand was paid: one demand is paid once, and the rest goes back. */
export function otherMoney(
  submission: Submission,
  filing: Filing,
  payment: Payment,
  standing: PaymentStanding,
  moment: Moment,
): Step {
  const { amountFen, state } = standing;
  const receiptNumber = standing.receiptNumber as string;
  const known = payment.surplus.find((each) => each.receiptNumber === receiptNumber);
  if (known)
    return known.refundedAt === null
      ? knownMoney(submission, filing, payment, known, standing, moment)
      : unchanged(submission, 'SAME');
  // It came and went before anybody heard of it, or has yet to come.
  if (state !== 'PAID') return unchanged(submission, 'SAME');
  const at = paidAtOf(standing, moment);
  const counts = standing.currency === currency && amountFen >= 1 && amountFen <= mostFen && at !== null;
  if (!counts || payment.surplus.length >= mostSurplus)
    return mismatched(submission, filing, payment, standing, moment);
  const came: Surplus = { amountFen, receiptNumber, paidAt: new Date(at).toISOString(), refundedAt: null };
  const more: Payment = { ...payment, surplus: [...payment.surplus, came], attempts: 0, nextAt: moment.now };
  const told = entry('PAYMENT_SURPLUS', filing, words.paymentSurplus(amountFen, receiptNumber));
  return change(submission, { ...filing, payment: more }, 'TAKEN', [told], moment);
}

function knownMoney(
  submission: Submission,
  filing: Filing,
  payment: Payment,
  known: Surplus,
  standing: PaymentStanding,
  moment: Moment,
): Step {
  if (standing.state !== 'REFUNDED') return unchanged(submission, 'SAME');
  if (standing.amountFen !== known.amountFen || standing.currency !== currency)
    return mismatched(submission, filing, payment, standing, moment);
  const back = { ...known, refundedAt: new Date(moment.now).toISOString() };
  const surplus = payment.surplus.map((each) => (each === known ? back : each));
  const goesOn = payment.state === 'REFUNDING' || surplus.some(({ refundedAt }) => refundedAt === null);
  const less: Payment = { ...payment, surplus, attempts: 0, nextAt: goesOn ? moment.now : null };
  const told = entry('PAYMENT_SURPLUS_REFUNDED', filing, words.paymentSurplusRefunded(known.amountFen));
  return change(submission, { ...filing, payment: less }, 'TAKEN', [told], moment);
}
