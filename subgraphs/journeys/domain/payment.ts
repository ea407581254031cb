import { addDays, civilDateOf } from '../../language/civil-date.ts';
import type { Localized } from '../../language/text.ts';
import { isSettled } from './states.ts';
import type { Filing, Submission } from './submission.ts';
import { beginningInChina, type DueDay, dayAfter, dueDay } from './timing.ts';

/**
 * Where a payment stands: DUE the provider has yet to be told of it; DEMANDED it waits to be paid, FAILED the payer tried in vain and may again; PAID;
 * EXPIRED nobody paid in time; CANCELLED nobody need pay any more; REFUNDING money that came is to go back; REFUNDED it has.
 */
export type PaymentState = 'DUE' | 'DEMANDED' | 'FAILED' | 'PAID' | 'EXPIRED' | 'CANCELLED' | 'REFUNDING' | 'REFUNDED';
export type PaymentChannel = 'ONLINE' | 'BANK_TRANSFER' | 'COUNTER';
export const currency = 'CNY';

/** What a department demands for a filing (缴费通知). */
export interface Demanded {
  readonly amountFen: number;
  readonly items: Localized;
  /** Role. */
  readonly payer: string;
  readonly channel: PaymentChannel;
  readonly dueInWorkingDays: number;
}
/** As much of it as was published when the submission was planned. */
export interface PaymentTerms {
  /** Null: the department says how much. */
  readonly amountFen: number | null;
  readonly payer: string;
}
/** Money that nobody demanded: somebody paid once more. */
export interface Surplus {
  readonly amountFen: number;
  /** The provider's. */
  readonly receiptNumber: string;
  readonly paidAt: string;
  readonly refundedAt: string | null;
}
/** Who pays more often than that is helped by staff. */
export const mostSurplus = 10;

/** The one payment of a filing. */
export interface Payment extends Omit<Demanded, 'dueInWorkingDays'> {
  /** Also the key by which the provider demands it once. */
  readonly id: string;
  readonly state: PaymentState;
  readonly dueOn: string;
  readonly payUrl: string | null;
  readonly paidAt: string | null;
  /** The provider's, of the money. */
  readonly receiptNumber: string | null;
  /** When all of it was back. */
  readonly refundedAt: string | null;
  /** What went back of it so far, in fen. */
  readonly refundedFen: number;
  /** Money that came for the same demand besides: it goes back, each by itself. */
  readonly surplus: ReadonlyArray<Surplus>;
  /** What the provider said that does not match the demand; it counts for nothing. */
  readonly mismatch: { readonly amountFen: number; readonly currency: string } | null;
  /** How often the provider was asked in vain since something last happened. */
  readonly attempts: number;
  /** When the provider is called next, in milliseconds; null: not of itself. */
  readonly nextAt: number | null;
}

/** Ten million yuan. */
export const mostFen = 1_000_000_000;
const mostWorkingDays = 250;

/** A payment that its department demands; null where it demands what was not published, which is not passed on to anybody. */
export function beginPayment(
  { terms }: Submission,
  { id, position }: Filing,
  demanded: Demanded | null,
  now: number,
): { readonly payment: Payment; readonly yearsNotCovered: DueDay['yearsNotCovered'] } | null {
  // Null: planned before that was kept, and not judged.
  const published = terms.filings[position]?.payment ?? null;
  if (demanded === null || published === 'NONE') return null;
  const { dueInWorkingDays, ...rest } = demanded;
  const isAmount = Number.isSafeInteger(rest.amountFen) && rest.amountFen >= 1 && rest.amountFen <= mostFen;
  const isTerm = Number.isSafeInteger(dueInWorkingDays) && dueInWorkingDays >= 1 && dueInWorkingDays <= mostWorkingDays;
  if (!isAmount || !isTerm) return null;
  if (published && (published.amountFen ?? rest.amountFen) !== rest.amountFen) return null;
  if (published && published.payer !== rest.payer) return null;
  const due = dueDay(terms.calendar, civilDateOf(now), dueInWorkingDays);
  const payment: Payment = {
    ...rest,
    ...{ id: `${id}-payment`, state: 'DUE', dueOn: due.on, payUrl: null, paidAt: null, receiptNumber: null },
    ...{ refundedAt: null, refundedFen: 0, surplus: [], mismatch: null, attempts: 0, nextAt: now },
  };
  return { payment, yearsNotCovered: due.yearsNotCovered };
}

/** Whether nothing may be issued: money is demanded and has not come. */
export function isUnpaid({ terms }: Submission, { position, payment }: Filing): boolean {
  const published = terms.filings[position]?.payment ?? null;
  const demanded = payment !== null || (published !== null && published !== 'NONE');
  return demanded && (payment?.state !== 'PAID' || payment.refundedFen > 0);
}

/** Whether money may still come, or has to go back: what the submission tells of it is needed. */
export function isOpen(payment: Payment): boolean {
  const { state, nextAt } = payment;
  switch (state) {
    case 'PAID':
    case 'REFUNDED':
      return openSurplus(payment) !== null;
    case 'EXPIRED':
    case 'CANCELLED':
      return nextAt !== null;
    case 'DUE':
    case 'DEMANDED':
    case 'FAILED':
    case 'REFUNDING':
      return true;
  }
}

/** The next money that is to go back besides. */
export function openSurplus({ surplus }: Payment): Surplus | null {
  return surplus.find(({ refundedAt }) => refundedAt === null) ?? null;
}

/** Whether the whole day by which it is due has passed. */
export function isOverdue({ dueOn }: Payment, at: number): boolean {
  return civilDateOf(at) > dueOn;
}

const firstAskMs = 30_000;
const longestAskMs = 3_600_000;
/** Money that comes too late is looked for so long, where the provider's own word got lost. */
const daysWatched = 7;

/** When a provider that has nothing new is asked next: after half a minute, then ever less often, and once the day is over by which it is due. */
export function nextAsk(payment: Payment, now: number): number | null {
  const dueEnds = beginningInChina(dayAfter(payment.dueOn));
  const next = now + Math.min(longestAskMs, firstAskMs * 2 ** Math.min(payment.attempts, 12));
  if (now < dueEnds) return Math.min(next, dueEnds);
  const watched = payment.state === 'EXPIRED' || payment.state === 'CANCELLED';
  return watched && next > beginningInChina(addDays(payment.dueOn, daysWatched)) ? null : next;
}

/** The payment of a filing that ended otherwise than by approval: what was not paid need not be, what was goes back. */
export function closed(filing: Filing, now: number): Filing {
  const { payment } = filing;
  if (payment === null || !isSettled(filing.state) || filing.state === 'APPROVED') return filing;
  switch (payment.state) {
    case 'DUE':
    case 'DEMANDED':
    case 'FAILED':
      // Whoever had the bill in hand may pay it yet.
      return {
        ...filing,
        payment: {
          ...payment,
          state: 'CANCELLED',
          payUrl: null,
          attempts: 0,
          nextAt: nextAsk({ ...payment, attempts: 0 }, now),
        },
      };
    case 'PAID':
      return { ...filing, payment: { ...payment, state: 'REFUNDING', attempts: 0, nextAt: now } };
    case 'EXPIRED':
    case 'CANCELLED':
    case 'REFUNDING':
    case 'REFUNDED':
      return filing;
  }
}
