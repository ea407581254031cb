import { asc, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { isSafeId } from '../../language/safe-id.ts';
import type { Sealer } from '../../runtime/personal-data.ts';
import type { Payment } from '../domain/payment.ts';
import { type PaymentRecord, paymentRecord } from '../records/payment.ts';
import { type PaymentHistoryRow, type PaymentRow, paymentHistory, payments } from '../tables.ts';
import { places } from './places.ts';

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
