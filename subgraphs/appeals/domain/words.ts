import type { CaseStatus } from '../../language/case-clock.ts';

/** What one of several for whom an appeal is says of its answer. */
export interface SaidWord {
  readonly accepted: boolean;
  readonly grade: number | null;
}
/** How an appeal stands when a source says its word. */
export interface HeardWhen {
  readonly status: CaseStatus;
  /** Number of the event that answered last; null: nobody has answered. */
  readonly answer: number | null;
  /** Whether it is a word on that answer, and on none before it. */
  readonly isLatest: boolean;
  /** Whether this source said its word on that answer already. */
  readonly hasSaid: boolean;
  /** Of the other sources, how many have not accepted that answer. */
  readonly others: number;
}
/**
 * What a word does: `STEP` it is the word of all, or somebody does not accept, and the appeal goes on by it; `NOTED` it is counted, and the word of others is
 * still awaited, or it is closed already.
 */
export type Heard = 'STEP' | 'NOTED' | 'CASE_NOT_ANSWERED' | 'CASE_ALREADY_CLOSED' | 'APPEAL_WORD_SAID';

/** Nobody's appeal is closed by the word of others: each accepts, or one who had no part in it checks. */
export function hear({ accepted }: SaidWord, { status, answer, isLatest, hasSaid, others }: HeardWhen): Heard {
  if (answer === null || !isLatest) return 'CASE_NOT_ANSWERED';
  if (status === 'CLOSED') return hasSaid ? 'CASE_ALREADY_CLOSED' : 'NOTED';
  if (status !== 'ANSWERED') return 'CASE_NOT_ANSWERED';
  if (hasSaid) return 'APPEAL_WORD_SAID';
  return accepted && others > 0 ? 'NOTED' : 'STEP';
}
