import { asc, eq, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { isSafeId } from '../../language/safe-id.ts';
import type { Sealer } from '../../runtime/personal-data.ts';
import { currency, type Payment } from '../domain/payment.ts';
import type { Filing } from '../domain/submission.ts';
import { type PaymentRecord, paymentRecord } from '../records/payment.ts';
import { type PaymentHistoryRow, type PaymentRow, paymentHistory, payments } from '../tables.ts';
import { places } from './places.ts';
import type { Transaction } from './write.ts';

/** Opens and seals what rows of payments carry. */
export interface SealedPayments {
  openPayment(row: PaymentRow): Payment;
  sealPayment(id: string, record: PaymentRecord): Buffer;
}

export function createSealedPayments(sealer: Sealer): SealedPayments {
  return {
    openPayment: ({ sealed, nextAt, paidAt, refundedAt, id, state, amountFen, dueOn, attempts }) => ({
      ...{ id, state, amountFen, dueOn, attempts },
      ...paymentRecord.read(sealer.open(sealed, places.payment(id))),
      paidAt: paidAt && new Date(paidAt).toISOString(),
      refundedAt: refundedAt && new Date(refundedAt).toISOString(),
      nextAt: nextAt === null ? null : Date.parse(nextAt),
    }),
    sealPayment: (id, record) => sealer.seal(paymentRecord.write(record), places.payment(id)),
  };
}

const instantOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Writes what an event changed in the payment of a filing, and adds to its history; the caller holds the submission's lock. */
export async function updatePayment(
  transaction: Transaction,
  records: SealedPayments,
  { submission, at }: { readonly submission: string; readonly at: string },
  before: Payment | null,
  { id: filing, payment }: Filing,
): Promise<void> {
  if (payment === null || payment === before) return;
  const { items, payer, channel, payUrl, receiptNumber, mismatch, refundedFen, surplus, nextAt, ...columns } = payment;
  const kept = { items, payer, channel, payUrl, receiptNumber, mismatch, refundedFen, surplus };
  const row = {
    ...columns,
    nextAt: instantOf(nextAt),
    sealed: records.sealPayment(payment.id, kept),
  };
  if (before) await transaction.update(payments).set(row).where(eq(payments.id, payment.id));
  else await transaction.insert(payments).values({ ...row, submission, filing, demandedAt: at });
  // What came and was not demanded: the amount does not match, or it came once more.
  const isMismatch = mismatch !== null && mismatch !== before?.mismatch;
  const more = surplus.slice(before?.surplus.length ?? 0).at(-1);
  const said = more ? { ...more, currency } : isMismatch ? mismatch : null;
  if (payment.state === before?.state && said === null) return;
  const { id, state } = payment;
  await transaction.insert(paymentHistory).values({
    ...{ submission, payment: id, at, state },
    number: sql`(select coalesce(max(number), 0) + 1 from payment_history where payment = ${id})`,
    saidFen: said?.amountFen ?? null,
    saidCurrency: said?.currency ?? null,
  });
}

/** Oldest first. */
export type PaymentHistory = (payment: string) => Promise<ReadonlyArray<PaymentHistoryRow>>;

export function createPaymentHistory(db: PostgresJsDatabase): PaymentHistory {
  return (payment) =>
    db.select().from(paymentHistory).where(eq(paymentHistory.payment, payment)).orderBy(asc(paymentHistory.number));
}

/** Of which submission a payment is; null: there is none. */
export type SubmissionOfPayment = (id: string) => Promise<string | null>;

export function createSubmissionOfPayment(db: PostgresJsDatabase): SubmissionOfPayment {
  return async (id) => {
    if (!isSafeId(id)) return null;
    const [row] = await db.select({ submission: payments.submission }).from(payments).where(eq(payments.id, id));
    return row?.submission ?? null;
  };
}
