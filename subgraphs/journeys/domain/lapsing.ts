import { isUnprovided } from './calls.ts';
import * as words from './reasons.ts';
import { entry, type Filing, type Submission, type TimelineEntry } from './submission.ts';

/** Takes back filings for which nothing was sent by their day, where the catalogue says that it means that (逾期视为撤回); null: there is none. */
export function withLapsed(
  submission: Submission,
  today: string,
  now: number,
): { readonly filings: ReadonlyArray<Filing>; readonly entries: ReadonlyArray<TimelineEntry> } | null {
  const entries: TimelineEntry[] = [];
  const filings = submission.filings.map((filing): Filing => {
    const { correctionDueOn: day } = filing;
    if (day === null || day >= today || !lapses(submission, filing)) return filing;
    const message = words.correctionLapsed(day);
    entries.push(entry('CORRECTION_LAPSED', filing, message));
    // Its department hears of it, where it has the filing.
    const retryAt = isUnprovided(submission, filing) ? null : now;
    return { ...filing, state: 'WITHDRAWN', message, corrections: [], attempts: 0, refusals: 0, retryAt };
  });
  return entries.length === 0 ? null : { filings, entries };
}

/** Whether a filing for which nothing is corrected in time is taken back by that. */
export function lapses({ terms }: Pick<Submission, 'terms'>, { position }: Pick<Filing, 'position'>): boolean {
  return terms.filings[position]?.correctionPeriod?.deemedWithdrawn === true;
}
