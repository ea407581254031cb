import * as words from './reasons.ts';
import { entry, type Step, type Submission, type TimelineEntry } from './submission.ts';
import { dayAfter } from './timing.ts';

/** Each due date that has passed is told once, on the first day after it. What follows is the department's to decide. */
export function reminders(submission: Submission, today: string): Pick<Submission, 'remindOn'> & Pick<Step, 'entries'> {
  const { state, correctionDueOn, remindOn, terms } = submission;
  // Most looks end here: what the submission carries is not opened for them.
  if (remindOn === null || today < remindOn) return { remindOn, entries: [] };
  const due: Array<{ readonly after: string; readonly entry: TimelineEntry }> = [];
  if (correctionDueOn !== null) {
    const told = entry('CORRECTION_OVERDUE', null, words.correctionOverdue(correctionDueOn));
    due.push({ after: dayAfter(correctionDueOn), entry: told });
  }
  if (state !== 'REFUSED' && state !== 'WITHDRAWN') {
    for (const { title, dueOn } of terms.deferred) {
      due.push({ after: dayAfter(dueOn), entry: entry('DEFERRAL_OVERDUE', null, words.deferralOverdue(title, dueOn)) });
    }
  }
  const coming = due.flatMap(({ after }) => (after > today ? [after] : [])).sort();
  return {
    remindOn: coming[0] ?? null,
    entries: due.filter(({ after }) => after >= remindOn && after <= today).map((each) => each.entry),
  };
}
