import { civilDateOf } from '../../language/civil-date.ts';
import { own } from '../../language/own.ts';
import { problem } from '../../language/problems.ts';
import type { Localized } from '../../language/text.ts';
import { calendarEnds } from './calendar-ends.ts';
import { closed } from './payment.ts';
import * as words from './reasons.ts';
import { wholeState } from './states.ts';
import {
  type Command,
  entry,
  type Filing,
  type Moment,
  type Outcome,
  type Step,
  type Submission,
  type TimelineEntry,
} from './submission.ts';
import { correctionDay, dayAfter, retryDelay, usualPeriod } from './timing.ts';
import { withWaits } from './waiting.ts';

/* How every step ends. */

/** `afterMs`: its department is not asked before. */
export function postponed(filing: Filing, { now, chance }: Moment, afterMs = 0): Filing {
  // Not all of those that wait for it come at the same instant.
  const delay = Math.max(retryDelay(filing.attempts, chance), afterMs * (1 + chance / 2));
  return { ...filing, attempts: filing.attempts + 1, retryAt: now + Math.ceil(delay) };
}

export function change(
  submission: Submission,
  changed: Filing,
  outcome: Outcome,
  entries: ReadonlyArray<TimelineEntry>,
  moment: Moment,
): Step {
  const filings = submission.filings.map((filing) => (filing.id === changed.id ? changed : filing));
  return next(submission, { filings }, outcome, entries, moment);
}

/** The common end of every step that may change something: the whole state, its due date, and who is told. */
export function next(
  before: Submission,
  changes: Partial<Pick<Submission, 'filings' | 'remindOn'>>,
  outcome: Outcome,
  entries: ReadonlyArray<TimelineEntry>,
  { now }: Moment,
): Step {
  const filings = changes.filings?.map((filing) => closed(filing, now));
  const held = withWaits({ ...before, filings: filings ?? before.filings }, now);
  const changed = { ...before, ...changes, filings: held.filings };
  const state = wholeState(changed.filings);
  const all = [...entries, ...goingBack(changes.filings ?? [], changed.filings), ...held.entries];
  const stand = state === before.state ? undefined : words.stands[state];
  if (stand) all.push(entry(state, null, stand));
  const due = withCorrectionDays(changed, now);
  all.push(...calendarEnds(due.yearsNotCovered));
  const days = due.filings.flatMap(({ correctionDueOn: day }) => day ?? []).sort();
  const begun = due.filings.flatMap(({ correctionDueOn: day }, position) =>
    day !== null && day !== changed.filings[position]?.correctionDueOn ? [dayAfter(day)] : [],
  );
  const remindOn = [changed.remindOn, ...begun].reduce(earlier);
  const commands: Command[] = all.length > 0 || changed.filings !== before.filings ? [{ kind: 'NOTIFY' }] : [];
  const submission = { ...changed, filings: due.filings, state, correctionDueOn: days[0] ?? null, remindOn };
  return { submission, outcome, entries: all, commands };
}

const earlier = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one;

/** Each filing that is asked for something has a day for it, from when it is asked; it goes with the asking. Filings that did not change are the same objects. */
function withCorrectionDays(
  { filings, terms }: Pick<Submission, 'filings' | 'terms'>,
  now: number,
): { readonly filings: ReadonlyArray<Filing>; readonly yearsNotCovered: ReadonlyArray<number> } {
  const years = new Set<number>();
  const dayOf = ({ position }: Filing): string => {
    const limit = terms.filings[position]?.correctionPeriod?.limit ?? usualPeriod;
    const { on, yearsNotCovered } = correctionDay(terms.calendar, civilDateOf(now), limit);
    for (const year of yearsNotCovered) years.add(year);
    return on;
  };
  const dated = filings.map((filing): Filing => {
    const isAsked = filing.state === 'NEEDS_CORRECTION';
    if (isAsked === (filing.correctionDueOn !== null)) return filing;
    return { ...filing, correctionDueOn: isAsked ? dayOf(filing) : null };
  });
  return { filings: dated, yearsNotCovered: [...years] };
}

/** Payments that begin to go back with this. */
function goingBack(filings: ReadonlyArray<Filing>, after: ReadonlyArray<Filing>): ReadonlyArray<TimelineEntry> {
  return filings.flatMap((filing, index) =>
    filing.payment?.state === 'PAID' && after[index]?.payment?.state === 'REFUNDING'
      ? [entry('PAYMENT_REFUNDING', filing, words.paymentRefunding)]
      : [],
  );
}

const unreadable = problem('RECEIPT_INVALID');

/** The department has the filing, and what it says of it does not hold: told once, with the reason, and left to its staff. A supplement that it may not have taken stays to be sent. */
export function toDesk(submission: Submission, filing: Filing, message: Localized, moment: Moment): Step {
  const state = filing.state === 'WAITING' ? 'SUBMITTED' : filing.state;
  const changed: Filing = { ...filing, state, message, atDesk: true, retryAt: null };
  const entries = filing.atDesk ? [] : [entry(unreadable.code, filing, message)];
  return change(submission, changed, 'DOES_NOT_HOLD', entries, moment);
}

export function unchanged(submission: Submission, outcome: Outcome): Step {
  return { submission, outcome, entries: [], commands: [] };
}

/** Another worker carries it: nothing of this one's round counts, and nothing more is done. */
export function lost(submission: Submission): Step {
  return unchanged(submission, 'HOLD_LOST');
}

export function nameOf({ terms }: Submission, department: string) {
  return own(terms.departments, department) ?? { zh: department, en: department };
}
