import { own } from '../language/own.ts';
import type { MatterContent } from '../publishing/published.ts';
import { refusal } from '../runtime/errors.ts';
import type { DeskPayment, FilingRecord, PaymentDemand } from './filing.ts';
import type { Decision } from './store/filings.ts';

/** What the desk goes by. */
export type Rules = Pick<MatterContent, 'automatic' | 'payment'>;

/** Where it waits for its money; null: there is nothing to wait for. A person has to say how much where the matter does not. */
export function demandedByRule(record: FilingRecord, payment: Rules['payment']): Decision | null {
  if (payment === null || isPaid(record, payment)) return null;
  const amountFen = published(record, payment);
  return amountFen === null ? { state: 'SUBMITTED', record } : awaiting(record, amountFen);
}

/** Accepted, or waiting for its money. `saidFen`: what staff say it costs. */
export function demandedByStaff(record: FilingRecord, payment: Rules['payment'], saidFen: number | null): Decision {
  const owed = payment !== null && !isPaid(record, payment);
  const fixed = owed ? published(record, payment) : null;
  if (saidFen !== null && (!owed || saidFen !== (fixed ?? saidFen))) throw refusal('PAYMENT_AMOUNT');
  if (!owed) return { state: 'ACCEPTED', record };
  const amountFen = fixed ?? saidFen;
  if (amountFen === null || amountFen < 1 || amountFen > mostFen) throw refusal('PAYMENT_AMOUNT');
  return awaiting(record, amountFen);
}

function awaiting(record: FilingRecord, amountFen: number): Decision {
  return { state: 'AWAITING_PAYMENT', record: { ...record, payment: { amountFen, paid: null } } };
}

/** Ten million yuan: a slip of the hand has more digits. */
const mostFen = 1_000_000_000;

function published(record: FilingRecord, { amountFen, each }: NonNullable<Rules['payment']>): number | null {
  if (amountFen === null || each === null) return amountFen;
  return amountFen * Math.max(1, own(record.parties, each)?.length ?? 0);
}

/** Nothing is owed for it: it was paid, or nothing is demanded of it. */
export function isPaid({ payment: kept }: FilingRecord, payment: Rules['payment']): boolean {
  return payment === null || kept === 'EXEMPT' || (kept !== null && kept.paid !== null);
}

export function demandOf({ payment: kept }: FilingRecord, payment: Rules['payment']): PaymentDemand | null {
  if (payment === null || kept === null || kept === 'EXEMPT') return null;
  const { items, payer, channel, dueInWorkingDays } = payment;
  return { amountFen: kept.amountFen, items, payer, channel, dueInWorkingDays };
}

export function withPaid(record: FilingRecord, paid: NonNullable<DeskPayment['paid']>): FilingRecord {
  const { payment } = record;
  if (payment === null || payment === 'EXEMPT' || payment.amountFen !== paid.amountFen)
    throw refusal('PAYMENT_NOT_DEMANDED');
  return { ...record, payment: { ...payment, paid } };
}

/** Whether it was a person who demanded it: then a person goes on. */
export function acceptedByStaff(record: FilingRecord, { automatic, payment }: Rules): boolean {
  return payment?.demanded !== 'ON_RECEIPT' && (automatic === null || (record.unverified ?? []).length > 0);
}
