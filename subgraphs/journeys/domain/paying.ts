import { problem } from '../../language/problems.ts';
import { mismatched, paidAtOf } from './mismatch.ts';
import { change, toDesk, unchanged } from './next.ts';
import { currency, isOverdue, nextAsk, openSurplus, type Payment } from './payment.ts';
import * as words from './reasons.ts';
import { isSettled } from './states.ts';
import {
  entry,
  type Filing,
  type Moment,
  type PaymentAnswered,
  type PaymentStanding,
  type Step,
  type Submission,
} from './submission.ts';
import { otherMoney } from './surplus.ts';
import { retryDelay } from './timing.ts';

/** What a provider said of a payment, asked or of its own accord. */
export function paymentAnswered(submission: Submission, event: PaymentAnswered, moment: Moment): Step {
  const filing = submission.filings.find(({ payment }) => payment?.id === event.payment);
  const payment = filing?.payment;
  if (!filing || !payment) return unchanged(submission, 'UNKNOWN_PAYMENT');
  switch (event.answer.kind) {
    case 'STANDS': {
      const { standing } = event.answer;
      const isOther =
        payment.receiptNumber !== null && (standing.receiptNumber ?? payment.receiptNumber) !== payment.receiptNumber;
      return notAtOnce(
        isOther
          ? otherMoney(submission, filing, payment, standing, moment)
          : stands(submission, filing, payment, standing, moment),
        filing,
        moment,
      );
    }
    case 'PROVIDER_OUT':
    case 'REJECTED': {
      // Somebody may have said more meanwhile.
      if (payment.nextAt === null) return unchanged(submission, 'OVERTAKEN');
      const later = {
        ...payment,
        attempts: payment.attempts + 1,
        nextAt: moment.now + retryDelay(payment.attempts, moment.chance),
      };
      const message =
        event.answer.kind === 'REJECTED' ? words.paymentNotTaken(event.answer.code) : words.paymentDelayed;
      const tells = payment.attempts === 0 && (payment.state === 'DUE' || payment.state === 'REFUNDING');
      const entries = tells ? [entry('PAYMENT_DELAYED', filing, message)] : [];
      const told = tells && filing.state === 'AWAITING_PAYMENT' ? { message } : {};
      return change(submission, { ...filing, ...told, payment: later }, 'POSTPONED', entries, moment);
    }
    case 'NOT_KNOWN':
      return notAtOnce(
        change(submission, { ...filing, payment: forgotten(payment, moment.now) }, 'DONE', [], moment),
        filing,
        moment,
      );
  }
}

/** A refund of which the provider had nothing new to say is asked for again, but not without a pause. */
function notAtOnce(step: Step, { id }: Filing, moment: Moment): Step {
  const filing = step.submission.filings.find((each) => each.id === id) as Filing;
  const payment = filing.payment as Payment;
  const goesBack = payment.state === 'REFUNDING' || openSurplus(payment) !== null;
  if (!goesBack || payment.nextAt === null || payment.nextAt > moment.now || step.entries.length > 0) return step;
  const later = {
    ...payment,
    attempts: payment.attempts + 1,
    nextAt: moment.now + retryDelay(payment.attempts, moment.chance),
  };
  return change(step.submission, { ...filing, payment: later }, 'POSTPONED', [], moment);
}

/** The provider has no such demand: it is told once more, unless nobody need pay any more. */
function forgotten(payment: Payment, now: number): Payment {
  const { state } = payment;
  if (state === 'DEMANDED' || state === 'FAILED') return { ...payment, state: 'DUE', nextAt: now };
  return state === 'CANCELLED' || state === 'EXPIRED' ? { ...payment, nextAt: null } : payment;
}

function stands(
  submission: Submission,
  filing: Filing,
  payment: Payment,
  standing: PaymentStanding,
  moment: Moment,
): Step {
  const back = standing.refundedFen ?? (standing.state === 'REFUNDED' ? standing.amountFen : 0);
  const isWhole = standing.state === 'REFUNDED' ? back === standing.amountFen : back < standing.amountFen;
  if (standing.amountFen !== payment.amountFen || standing.currency !== currency || !isWhole)
    return mismatched(submission, filing, payment, standing, moment);
  if (standing.state === 'PAID' && back > 0)
    return partlyBack(submission, filing, payment, { ...standing, refundedFen: back }, moment);
  switch (standing.state) {
    case 'OPEN':
    case 'FAILED':
      return open(submission, filing, payment, standing, moment);
    case 'PAID':
      return moneyCame(submission, filing, payment, standing, moment);
    case 'REFUNDED': {
      if (payment.state === 'REFUNDED') return unchanged(submission, 'SAME');
      const refundedAt = new Date(moment.now).toISOString();
      const refunded = {
        ...{ ...payment, state: 'REFUNDED' as const, refundedAt, refundedFen: payment.amountFen, attempts: 0 },
        nextAt: openSurplus(payment) ? moment.now : null,
      };
      const told = entry('PAYMENT_REFUNDED', filing, words.paymentRefunded(payment.amountFen));
      // Taken back by the provider: a filing that goes on would go on without its money.
      if (payment.state === 'REFUNDING' || isSettled(filing.state))
        return change(submission, { ...filing, payment: refunded }, 'TAKEN', [told], moment);
      return toDesk(submission, { ...filing, payment: refunded }, problem('RECEIPT_INVALID.UNPAID').message, moment);
    }
  }
}

/** Some of it went back: what is left is not what was demanded. */
function partlyBack(
  submission: Submission,
  filing: Filing,
  payment: Payment,
  standing: PaymentStanding & { readonly refundedFen: number },
  moment: Moment,
): Step {
  const { refundedFen, amountFen } = standing;
  // Before it was heard that the money came: less than was demanded has.
  if (payment.state !== 'PAID' && payment.state !== 'REFUNDING' && payment.state !== 'REFUNDED')
    return mismatched(submission, filing, payment, { ...standing, amountFen: amountFen - refundedFen }, moment);
  if (payment.state === 'REFUNDED' || refundedFen <= payment.refundedFen) return unchanged(submission, 'SAME');
  const told = entry('PAYMENT_PARTLY_REFUNDED', filing, words.paymentPartlyRefunded(refundedFen, amountFen));
  const less: Payment = { ...payment, refundedFen };
  if (payment.state === 'PAID' && !isSettled(filing.state)) {
    const desk = toDesk(submission, { ...filing, payment: less }, problem('RECEIPT_INVALID.UNPAID').message, moment);
    return { ...desk, outcome: 'TAKEN', entries: [told, ...desk.entries] };
  }
  const nextAt = payment.nextAt === null ? null : moment.now + retryDelay(payment.attempts, moment.chance);
  const again = { ...less, nextAt, attempts: payment.attempts + 1 };
  return change(submission, { ...filing, payment: again }, 'TAKEN', [told], moment);
}

function moneyCame(
  submission: Submission,
  filing: Filing,
  payment: Payment,
  standing: PaymentStanding,
  moment: Moment,
): Step {
  if (payment.state === 'PAID' || payment.state === 'REFUNDING' || payment.state === 'REFUNDED')
    return unchanged(submission, 'SAME');
  const at = paidAtOf(standing, moment);
  if (at === null || standing.receiptNumber === null) return mismatched(submission, filing, payment, standing, moment);
  const { receiptNumber } = standing;
  const money = { ...payment, paidAt: new Date(at).toISOString(), receiptNumber, payUrl: null, attempts: 0 };
  const isLate = isOverdue(payment, at);
  if (isLate || payment.state === 'EXPIRED' || payment.state === 'CANCELLED' || isSettled(filing.state)) {
    const ended = isSettled(filing.state) ? filing : { ...filing, ...lapsed(payment, moment) };
    const goesBack: Payment = { ...money, state: 'REFUNDING', nextAt: moment.now };
    const told = entry(
      'PAYMENT_REFUNDING',
      filing,
      isLate ? words.paymentPaidLate(payment.dueOn) : words.paymentRefunding,
    );
    return change(submission, { ...ended, payment: goesBack }, 'TAKEN', [told], moment);
  }
  const message = words.paymentPaid(payment.amountFen, receiptNumber);
  const waits = filing.state === 'AWAITING_PAYMENT' ? { message, attempts: 0, retryAt: moment.now } : {};
  const came: Payment = { ...money, state: 'PAID', nextAt: null };
  const told = entry('PAYMENT_PAID', filing, message);
  return change(submission, { ...filing, ...waits, payment: came }, 'TAKEN', [told], moment);
}

/** Not paid yet, or no more. */
function open(
  submission: Submission,
  filing: Filing,
  payment: Payment,
  standing: PaymentStanding,
  moment: Moment,
): Step {
  const asked = { ...payment, attempts: payment.attempts + 1 };
  switch (payment.state) {
    case 'PAID':
    case 'REFUNDED':
      // Said before that was.
      return unchanged(submission, 'SAME');
    case 'REFUNDING':
      return change(
        submission,
        { ...filing, payment: { ...asked, nextAt: moment.now + retryDelay(payment.attempts, moment.chance) } },
        'POSTPONED',
        [],
        moment,
      );
    case 'CANCELLED':
    case 'EXPIRED':
      return change(
        submission,
        { ...filing, payment: { ...asked, nextAt: nextAsk(payment, moment.now) } },
        'SAME',
        [],
        moment,
      );
    case 'DUE':
    case 'DEMANDED':
    case 'FAILED': {
      if (isOverdue(payment, moment.now)) {
        const expired: Payment = { ...asked, state: 'EXPIRED', payUrl: null, attempts: 0 };
        const ended = {
          ...filing,
          ...lapsed(payment, moment),
          payment: { ...expired, nextAt: nextAsk(expired, moment.now) },
        };
        return change(
          submission,
          ended,
          'TAKEN',
          [entry('PAYMENT_EXPIRED', filing, words.paymentExpired(payment.dueOn))],
          moment,
        );
      }
      const state = standing.state === 'FAILED' ? 'FAILED' : payment.state === 'FAILED' ? 'FAILED' : 'DEMANDED';
      const isNews = state !== payment.state;
      const asks = {
        ...asked,
        payUrl: standing.payUrl ?? payment.payUrl,
        state,
        attempts: isNews ? 0 : asked.attempts,
      } as const;
      const message = state === 'FAILED' ? words.paymentFailed(payment.dueOn) : words.paymentDemanded(payment);
      const entries = isNews ? [entry(`PAYMENT_${state}`, filing, message)] : [];
      const told = isNews && filing.state === 'AWAITING_PAYMENT' ? { message } : {};
      const again = { ...filing, ...told, payment: { ...asks, nextAt: nextAsk(asks, moment.now) } };
      return change(submission, again, isNews ? 'TAKEN' : 'SAME', entries, moment);
    }
  }
}

/** Nobody paid in time: the filing is over, and its department is told. */
function lapsed({ dueOn }: Payment, { now }: Moment): Partial<Filing> {
  return {
    state: 'WITHDRAWN',
    message: words.paymentExpired(dueOn),
    supplement: null,
    atDesk: false,
    retryAt: now,
    attempts: 0,
  };
}
