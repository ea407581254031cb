import type { Log } from '../../runtime/log.ts';
import type { SubmissionStore } from '../store/index.ts';
import type { PaymentProvider } from './provider.ts';

/** What a provider says of its own accord counts only as far as it is signed and matches the demand. */
export type HearProvider = (text: string) => Promise<'TAKEN' | 'NOT_SIGNED' | 'UNKNOWN' | 'DOES_NOT_MATCH'>;

export function createHearProvider(
  store: Pick<SubmissionStore, 'submissionOfPayment' | 'change'>,
  provider: Pick<PaymentProvider, 'readCallBack'>,
  log: Log,
): HearProvider {
  return async (text) => {
    const said = await provider.readCallBack(text);
    if (!said) return 'NOT_SIGNED';
    const { id: payment, standing } = said;
    const submission = await store.submissionOfPayment(payment);
    if (submission === null) {
      log.warn({ payment }, 'a provider told of a payment that nobody demanded');
      return 'UNKNOWN';
    }
    const answer = { kind: 'STANDS', standing } as const;
    const { outcomes } = await store.change(submission, {
      events: [{ kind: 'PAYMENT_ANSWERED', payment, worker: null, answer }],
    });
    return outcomes.includes('DOES_NOT_MATCH') ? 'DOES_NOT_MATCH' : 'TAKEN';
  };
}
