import { hasEnded } from './states.ts';
import type { Submission } from './submission.ts';

/** Why what a submission tells of persons is still needed: it goes on, or a department has yet to hear that it was taken back. */
export function neededStill({
  state,
  filings,
}: Pick<Submission, 'state' | 'filings'>): 'UNDER_WAY' | 'NOT_TOLD' | null {
  if (!hasEnded(state)) return 'UNDER_WAY';
  return filings.some((filing) => filing.state === 'WITHDRAWN' && filing.retryAt !== null) ? 'NOT_TOLD' : null;
}
