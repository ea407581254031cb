import { isOpen } from './payment.ts';
import { hasEnded } from './states.ts';
import type { Submission } from './submission.ts';

/** Why what a submission tells of persons is still needed: it goes on, a department has yet to hear that it was taken back, or money may come or has to go back. */
export function neededStill({
  state,
  filings,
}: Pick<Submission, 'state' | 'filings'>): 'UNDER_WAY' | 'NOT_TOLD' | 'PAYMENT_OPEN' | null {
  if (!hasEnded(state)) return 'UNDER_WAY';
  if (filings.some(({ payment }) => payment !== null && isOpen(payment))) return 'PAYMENT_OPEN';
  return filings.some((filing) => filing.state === 'WITHDRAWN' && filing.retryAt !== null) ? 'NOT_TOLD' : null;
}
