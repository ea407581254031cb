import { own } from '../../language/own.ts';
import type { MatterAnswer } from '../../planning/types.ts';
import type { PaymentTerms } from '../domain/payment.ts';

/** What a matter's department has published of what has to be paid for it, for this filing's parties. */
export function paymentTermsOf(
  matters: ReadonlyArray<Pick<MatterAnswer, 'code' | 'payment'> | null> | null | undefined,
  matter: string,
  parties: Readonly<Record<string, ReadonlyArray<string>>>,
): PaymentTerms | 'NONE' {
  const payment = matters?.find((each) => each?.code === matter)?.payment;
  if (!payment) return 'NONE';
  const { amountFen, each, payer } = payment;
  const times = each === null ? 1 : Math.max(1, own(parties, each)?.length ?? 0);
  return { amountFen: amountFen === null ? null : amountFen * times, payer };
}
