import { fingerprint } from '../../language/canonical.ts';
import { civilDateOf } from '../../language/civil-date.ts';
import { own } from '../../language/own.ts';
import { problem } from '../../language/problems.ts';
import type { Localized } from '../../language/text.ts';
import { dueCalls, isKeptBack, isUnprovided, lackingOf } from './calls.ts';
import { attemptsAtSource, documentsNeeded, givenUp, isMissing, type Provision, provisionOf } from './provision.ts';
import * as words from './reasons.ts';
import { type Correction, type Receipt, receiptOutcomes } from './receipts.ts';
import { reminders } from './reminders.ts';
import { resultRefusals } from './results.ts';
import { hasEnded, isSettled, wholeState } from './states.ts';
import {
  type Answered,
  type Command,
  type DepartmentCommand,
  entry,
  type Filing,
  type Moment,
  type Outcome,
  type Step,
  type Submission,
  type SubmissionEvent,
  type TimelineEntry,
} from './submission.ts';
import { askEveryMs, dayAfter, dueDay, retryDelay, workingDaysToCorrect } from './timing.ts';

/** What happens next: `(submission with its filings, event) → changes, timeline, commands`. Nothing else decides about a submission. */
export function step(submission: Submission, event: SubmissionEvent, moment: Moment): Step {
  if ('worker' in event && event.worker !== null && event.worker !== submission.heldBy) return lost(submission);
  switch (event.kind) {
    case 'SUBMITTED': {
      const entries = [entry('RECEIVED', null, words.received(event.receiptNumber))];
      entries.push(...calendarEnds(event.yearsNotCovered));
      return next(submission, {}, 'DONE', entries, moment);
    }
    case 'TIME_PASSED':
      return look(submission, moment);
    case 'RECEIPT':
    case 'DEPARTMENT_OUT':
    case 'REJECTED': {
      const filing = submission.filings.find(({ id }) => id === event.command.filing);
      if (!filing) return unchanged(submission, 'UNKNOWN_FILING');
      return event.command.kind === 'WITHDRAW'
        ? withdrawalAnswered(submission, filing, event, moment)
        : answered(submission, filing, event, moment);
    }
    case 'PROVIDED':
      return provided(submission, event, moment);
    case 'DECIDED': {
      const filing = submission.filings.find(({ id }) => id === event.filing);
      return filing ? receive(submission, filing, event.receipt, moment) : unchanged(submission, 'UNKNOWN_FILING');
    }
    case 'SUPPLEMENTED':
      return supplement(submission, event, moment);
    case 'WITHDRAWN':
      return withdraw(submission, moment);
    case 'CONSENT_WITHDRAWN': {
      const told = entry('CONSENT_WITHDRAWN', null, words.consentWithdrawn(event.source));
      return next(submission, {}, 'DONE', [told], moment);
    }
    case 'HOLD_LOST':
      return lost(submission);
  }
}

/** What is due now: calls to departments, and due dates that have passed. */
function look(submission: Submission, moment: Moment): Step {
  const { entries, remindOn } = reminders(submission, civilDateOf(moment.now));
  const told = next(submission, { remindOn }, 'DONE', entries, moment);
  return { ...told, commands: [...told.commands, ...dueCalls(submission, moment.now)] };
}

function answered(submission: Submission, filing: Filing, event: Answered, moment: Moment): Step {
  const { command } = event;
  if (filing.state !== command.state || filing.supplement !== command.supplement) {
    // A receipt that comes after the withdrawal tells that the department has the filing: it must hear of it.
    return event.kind === 'RECEIPT' && filing.state === 'WITHDRAWN'
      ? receive(submission, filing, event.receipt, moment)
      : unchanged(submission, 'OVERTAKEN');
  }
  if (event.kind === 'RECEIPT') return receive(submission, filing, event.receipt, moment);
  // Nothing is asked of its department any more: there is nothing to put off.
  if (isSettled(filing.state) || filing.state === 'NEEDS_CORRECTION') return unchanged(submission, 'OVERTAKEN');
  // It would say the same again.
  if (event.kind === 'REJECTED' && event.code === unreadable.code)
    return toDesk(submission, filing, unreadable.message, moment);
  const department = nameOf(submission, filing.department);
  const message = event.kind === 'DEPARTMENT_OUT' ? words.delayed(department) : words.notTaken(department, event.code);
  const entries = filing.attempts === 0 ? [entry('DELAYED', filing, message)] : [];
  return change(submission, { ...postponed(filing, moment), message }, 'POSTPONED', entries, moment);
}

/** Writes down what sources have; what they have not is asked of the citizen, and of a source that cannot tell yet it is asked again. */
function provided(
  submission: Submission,
  { command, answers }: SubmissionEvent & { readonly kind: 'PROVIDED' },
  moment: Moment,
): Step {
  const filing = submission.filings.find(({ id }) => id === command.filing);
  if (!filing) return unchanged(submission, 'UNKNOWN_FILING');
  if (filing.state !== 'WAITING') return unchanged(submission, 'OVERTAKEN');
  const isLast = filing.attempts + 1 >= attemptsAtSource;
  const known = new Set(filing.provisions.map(({ material }) => material));
  const today = civilDateOf(moment.now);
  const came = command.documents.flatMap((document, index): ReadonlyArray<Provision> => {
    const answer = answers[index] ?? { outcome: 'LATER' };
    if (known.has(document.material)) return [];
    if (answer.outcome === 'LATER' && isLast) return [givenUp(document, moment.now)];
    const kept = provisionOf(document, answer, moment.now, today);
    return kept ? [kept] : [];
  });
  const provisions = [...filing.provisions, ...came];
  const changed: Filing = { ...filing, provisions };
  const open = lackingOf(submission, changed);
  if (open.length > 0) {
    const message = words.sourceDelayed(nameOf(submission, open[0]?.provider ?? ''));
    const entries = filing.attempts === 0 ? [entry('DELAYED', filing, message)] : [];
    return change(submission, { ...postponed(changed, moment), message }, 'POSTPONED', entries, moment);
  }
  const settled = { ...changed, attempts: 0, retryAt: null };
  const missing = provisions.filter(isMissing);
  if (missing.length === 0) return change(submission, { ...settled, message: null }, 'DONE', [], moment);
  const documents = new Map(
    documentsNeeded(submission.terms.filings[filing.position]?.rows ?? []).map((each) => [each.material, each]),
  );
  const corrections = missing.flatMap(({ material, outcome }): ReadonlyArray<Correction> => {
    const document = documents.get(material);
    if (!document || outcome === 'FOUND' || outcome === 'SUPPLIED') return [];
    const source = nameOf(submission, document.provider);
    return [{ field: null, material, message: words.notProvided[outcome](source, document.title) }];
  });
  const message = words.notAllProvided;
  const asked: Filing = { ...settled, state: 'NEEDS_CORRECTION', message, corrections };
  return change(submission, asked, 'DONE', [entry('EVIDENCE_NOT_PROVIDED', filing, message)], moment);
}

/** Writes what a department said into its filing, as far as it can follow. */
function receive(submission: Submission, filing: Filing, receipt: Receipt, moment: Moment): Step {
  const outcome = receiptOutcomes[filing.state][receipt.state];
  switch (outcome) {
    case 'TAKEN':
    case 'SAME': {
      if (isSettled(filing.state)) return heard(submission, filing, outcome, moment);
      const results = receipt.results ?? [];
      if (receipt.state === 'APPROVED') {
        const [refusal] = resultRefusals(submission.terms.filings, filing.position, results, moment.now);
        if (refusal) return toDesk(submission, filing, refusal.message, moment);
      }
      const message = receipt.messages ?? words.receipts[receipt.state];
      const open = receipt.state === 'SUBMITTED' || receipt.state === 'ACCEPTED';
      const changed: Filing = {
        ...filing,
        state: receipt.state,
        message,
        // What is not approved has issued nothing.
        results: receipt.state === 'APPROVED' ? results : [],
        corrections: receipt.corrections ?? [],
        supplement: null,
        atDesk: false,
        retryAt: open ? moment.now + askEveryMs : null,
      };
      const entries = outcome === 'TAKEN' ? [entry(receipt.state, filing, message)] : [];
      return change(submission, changed, outcome, entries, moment);
    }
    case 'CANNOT_FOLLOW':
      // Asked again, so that a department that went back on its word is not asked without a pause.
      return filing.state === 'ACCEPTED'
        ? change(submission, { ...filing, retryAt: moment.now + askEveryMs }, outcome, [], moment)
        : unchanged(submission, outcome);
    case 'AFTER_DECISION':
      return unchanged(submission, outcome);
    case 'AFTER_WITHDRAWAL': {
      if (!isSettled(receipt.state)) {
        return change(submission, { ...filing, retryAt: moment.now }, outcome, [], moment);
      }
      const message = words.decidedBeforeWithdrawal(nameOf(submission, filing.department));
      const entries = [entry('DECIDED_BEFORE_WITHDRAWAL', filing, message)];
      return change(submission, { ...filing, retryAt: null }, outcome, entries, moment);
    }
  }
}

const unreadable = problem('RECEIPT_INVALID');

/** The department has the filing, and what it says of it does not hold: told once, with the reason, and left to its staff. */
function toDesk(submission: Submission, filing: Filing, message: Localized, moment: Moment): Step {
  const state = filing.state === 'WAITING' ? 'SUBMITTED' : filing.state;
  const changed: Filing = { ...filing, state, message, supplement: null, atDesk: true, retryAt: null };
  const entries = filing.atDesk ? [] : [entry(unreadable.code, filing, message)];
  return change(submission, changed, 'DOES_NOT_HOLD', entries, moment);
}

function supplement(
  submission: Submission,
  { subject, key, materials }: SubmissionEvent & { readonly kind: 'SUPPLEMENTED' },
  moment: Moment,
): Step {
  if (submission.state !== 'NEEDS_CORRECTION') return unchanged(submission, 'NOTHING_TO_CORRECT');
  const sent = new Set(materials);
  const filings = submission.filings.map((filing): Filing => {
    if (filing.state !== 'NEEDS_CORRECTION') return filing;
    const begun = { ...filing, retryAt: null, atDesk: false, attempts: 0 };
    // Its department has not seen it: what was not sent is asked of its source once more.
    if (isKeptBack(submission, filing)) {
      const provisions = filing.provisions.flatMap((each) => suppliedNow(each, sent));
      return { ...begun, state: 'WAITING', message: null, corrections: [], provisions };
    }
    return { ...begun, state: 'SUBMITTED', supplement: fingerprint([subject, key, filing.id]) };
  });
  return next(submission, { filings }, 'DONE', [entry('SUPPLEMENTED', null, words.supplemented)], moment);
}

function suppliedNow(provision: Provision, sent: ReadonlySet<string>): ReadonlyArray<Provision> {
  if (!isMissing(provision)) return [provision];
  return sent.has(provision.material) ? [{ ...provision, outcome: 'SUPPLIED' }] : [];
}

/** First nothing more is handed over; then each department that has something is told. */
function withdraw(submission: Submission, moment: Moment): Step {
  if (hasEnded(submission.state)) return unchanged(submission, 'ALREADY_ENDED');
  const filings = submission.filings.map((filing) =>
    isKeptBack(submission, filing) ? takenBack(submission, filing, moment) : filing,
  );
  const begun = next(submission, { filings }, 'DONE', [], moment);
  const told = filings
    .filter(({ state }) => !isSettled(state))
    .map(({ id, state, supplement }): DepartmentCommand => ({ kind: 'WITHDRAW', filing: id, state, supplement }));
  return { ...begun, commands: [...begun.commands, ...told] };
}

/** A worker may just be handing it over: then the department is told afterwards, whatever it answers now. */
function takenBack(submission: Submission, filing: Filing, { now }: Moment): Filing {
  const mayBeOnItsWay = submission.heldBy !== null && !isUnprovided(submission, filing);
  return { ...filing, state: 'WITHDRAWN', retryAt: mayBeOnItsWay ? now : null };
}

function withdrawalAnswered(submission: Submission, filing: Filing, event: Answered, moment: Moment): Step {
  if (event.kind === 'RECEIPT') {
    if (isSettled(event.receipt.state)) return receive(submission, filing, event.receipt, moment);
    return filing.state === 'WITHDRAWN'
      ? change(submission, postponed(filing, moment), 'POSTPONED', [], moment)
      : unchanged(submission, 'NOT_TOLD');
  }
  if (filing.state === 'WITHDRAWN') {
    // Rejected: the department has nothing to take back.
    return event.kind === 'REJECTED'
      ? heard(submission, filing, 'DONE', moment)
      : change(submission, postponed(filing, moment), 'POSTPONED', [], moment);
  }
  if (isSettled(filing.state)) return unchanged(submission, 'AFTER_DECISION');
  return event.kind === 'REJECTED' && filing.state === 'WAITING'
    ? change(submission, takenBack(submission, filing, moment), 'DONE', [], moment)
    : unchanged(submission, 'NOT_TOLD');
}

/** The department of a withdrawn filing knows: it need not be called any more. */
function heard(submission: Submission, filing: Filing, outcome: Outcome, moment: Moment): Step {
  return filing.retryAt === null
    ? unchanged(submission, outcome)
    : change(submission, { ...filing, retryAt: null }, outcome, [], moment);
}

function postponed(filing: Filing, { now, chance }: Moment): Filing {
  return { ...filing, attempts: filing.attempts + 1, retryAt: now + retryDelay(filing.attempts, chance) };
}

function change(
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
function next(
  before: Submission,
  changes: Partial<Pick<Submission, 'filings' | 'remindOn'>>,
  outcome: Outcome,
  entries: ReadonlyArray<TimelineEntry>,
  { now }: Moment,
): Step {
  const changed = { ...before, ...changes };
  const state = wholeState(changed.filings);
  const all = [...entries];
  const stand = state === before.state ? undefined : words.stands[state];
  if (stand) all.push(entry(state, null, stand));
  let { correctionDueOn, remindOn } = changed;
  if (state !== 'NEEDS_CORRECTION') correctionDueOn = null;
  else if (correctionDueOn === null) {
    const due = dueDay(before.terms.calendar, civilDateOf(now), workingDaysToCorrect);
    correctionDueOn = due.on;
    const after = dayAfter(due.on);
    remindOn = remindOn === null || after < remindOn ? after : remindOn;
    all.push(...calendarEnds(due.yearsNotCovered));
  }
  const commands: Command[] = all.length > 0 || changed.filings !== before.filings ? [{ kind: 'NOTIFY' }] : [];
  return { submission: { ...changed, state, correctionDueOn, remindOn }, outcome, entries: all, commands };
}

/** A date that was counted over a year without a calendar is told as the guess it is. */
function calendarEnds(years: ReadonlyArray<number>): ReadonlyArray<TimelineEntry> {
  if (years.length === 0) return [];
  const { code, message } = problem('CALENDAR_NOT_PUBLISHED', { years });
  return [entry(code, null, message)];
}

function unchanged(submission: Submission, outcome: Outcome): Step {
  return { submission, outcome, entries: [], commands: [] };
}

/** Another worker carries it: nothing of this one's round counts, and nothing more is done. */
function lost(submission: Submission): Step {
  return unchanged(submission, 'HOLD_LOST');
}

function nameOf({ terms }: Submission, department: string) {
  return own(terms.departments, department) ?? { zh: department, en: department };
}
