import { versionedRecord } from '../../runtime/records.ts';
import type { Payment } from '../domain/payment.ts';

/** What a payment carries, sealed at rest. Whoever changes it adds an upgrade below and a recorded release to the tests. */
export type PaymentRecord = Pick<
  Payment,
  'items' | 'payer' | 'channel' | 'payUrl' | 'receiptNumber' | 'mismatch' | 'refundedFen' | 'surplus'
>;

export const paymentRecord = versionedRecord<PaymentRecord>('payment', [
  // Version 0 knew all of a payment's money or none: what came besides was not told apart.
  (kept) => ({ ...kept, refundedFen: 0, surplus: [] }),
]);
