import { lapses } from './lapsing.ts';
import * as words from './reasons.ts';
import { entry, type Filing, type Step, type Submission, type TimelineEntry } from './submission.ts';
import { dayAfter } from './timing.ts';

/** Each due date that has passed is told once, on the first day after it. What follows is the department's to decide. */
export function reminders(submission: Submission, today: string): Pick<Submission, 'remindOn'> & Pick<Step, 'entries'> {
  const { state, filings, remindOn, terms } = submission;
  // Most looks end here: what the submission carries is not opened for them.
  if (remindOn === null || today < remindOn) return { remindOn, entries: [] };
  const due: Array<{ readonly after: string; readonly entry: TimelineEntry }> = [];
  for (const day of new Set(filings.flatMap((filing) => openDay(submission, filing)))) {
    due.push({ after: dayAfter(day), entry: entry('CORRECTION_OVERDUE', null, words.correctionOverdue(day)) });
  }
  if (state !== 'REFUSED' && state !== 'WITHDRAWN') {
    for (const { title, dueOn } of terms.deferred) {
      due.push({ after: dayAfter(dueOn), entry: entry('DEFERRAL_OVERDUE', null, words.deferralOverdue(title, dueOn)) });
    }
  }
  const lapsing = filings.flatMap(({ correctionDueOn }) =>
    correctionDueOn === null ? [] : [dayAfter(correctionDueOn)],
  );
  const coming = [...due.map(({ after }) => after), ...lapsing].filter((after) => after > today).sort();
  return {
    remindOn: coming[0] ?? null,
    entries: due.filter(({ after }) => after >= remindOn && after <= today).map((each) => each.entry),
  };
}

/** Of a filing that waits for corrections beyond its day, and is not taken back by it: that is told otherwise. */
function openDay(submission: Submission, filing: Filing): ReadonlyArray<string> {
  return filing.correctionDueOn === null || lapses(submission, filing) ? [] : [filing.correctionDueOn];
}
