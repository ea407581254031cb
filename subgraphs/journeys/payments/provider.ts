import type { Localized } from '../../language/text.ts';
import { currency, openSurplus, type PaymentChannel, type Surplus } from '../domain/payment.ts';
import type { PaymentAnswered, PaymentCommand, PaymentStanding } from '../domain/submission.ts';

/** What a provider is asked to collect. It is told of nobody. */
export interface ProviderDemand {
  /** One demand however often it is told. */
  readonly id: string;
  readonly amountFen: number;
  readonly currency: string;
  readonly item: Localized;
  readonly channel: PaymentChannel;
  /** Last day, in China. */
  readonly dueOn: string;
}
export type ProviderAnswer = PaymentAnswered['answer'];
/** Whoever collects money (统一支付平台). Every call may be repeated: the same id is the same demand, and the same refund. */
export interface PaymentProvider {
  demand(demand: ProviderDemand): Promise<ProviderAnswer>;
  ask(id: string): Promise<ProviderAnswer>;
  /** Pays back all of the money that came under this number. */
  refund(id: string, receiptNumber: string): Promise<ProviderAnswer>;
  /** What a call-back says; null: it is not of this provider, or not of now. */
  readCallBack(text: string): Promise<{ readonly id: string; readonly standing: PaymentStanding } | null>;
}

/** Performs what is due with the provider. */
export async function pay(
  provider: PaymentProvider,
  { kind, payment }: PaymentCommand,
  worker: string,
): Promise<PaymentAnswered> {
  const { id, amountFen, items: item, channel, dueOn } = payment;
  const call = {
    DEMAND: () => provider.demand({ id, amountFen, currency, item, channel, dueOn }),
    ASK_PAYMENT: () => provider.ask(id),
    REFUND: () => provider.refund(id, payment.receiptNumber as string),
    REFUND_SURPLUS: () => provider.refund(id, (openSurplus(payment) as Surplus).receiptNumber),
  }[kind];
  const answer = await call().catch(() => ({ kind: 'PROVIDER_OUT' as const }));
  return { kind: 'PAYMENT_ANSWERED', payment: id, worker, answer };
}
