import { fingerprint } from '../../language/canonical.ts';
import { civilDateOf } from '../../language/civil-date.ts';
import { problem } from '../../language/problems.ts';
import { calendarEnds } from './calendar-ends.ts';
import { dueCalls, isKeptBack, isUnprovided } from './calls.ts';
import { withLapsed } from './lapsing.ts';
import { change, lost, nameOf, next, postponed, toDesk, unchanged } from './next.ts';
import { paymentAnswered } from './paying.ts';
import { beginPayment, isUnpaid } from './payment.ts';
import { provided, suppliedNow, titlesFrom, withoutProvided } from './provided.ts';
import * as words from './reasons.ts';
import { type Receipt, type ReceiptOutcome, receiptOutcomes } from './receipts.ts';
import { reminders } from './reminders.ts';
import { resultRefusals } from './results.ts';
import { hasEnded, isSettled, type ReceiptState } from './states.ts';
import {
  type Answered,
  type DepartmentCommand,
  entry,
  type Filing,
  type Moment,
  type Outcome,
  type Step,
  type Submission,
  type SubmissionEvent,
} from './submission.ts';
import { askDelay, isParked, parkedMs, refusalsToPark } from './timing.ts';

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
    case 'PAYMENT_ANSWERED':
      return paymentAnswered(submission, event, moment);
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
    case 'RETRIED': {
      const filing = submission.filings.find(({ id }) => id === event.filing);
      return filing ? retried(submission, filing, moment) : unchanged(submission, 'UNKNOWN_FILING');
    }
    case 'HARD_CASE_OPENED': {
      const filing = submission.filings.find(({ id }) => id === event.filing);
      if (!filing) return unchanged(submission, 'UNKNOWN_FILING');
      return next(submission, {}, 'DONE', [entry('HARD_CASE_OPENED', filing, words.hardCaseOpened)], moment);
    }
    case 'CONSENT_WITHDRAWN': {
      const told = entry('CONSENT_WITHDRAWN', null, words.consentWithdrawn(titlesFrom(submission.terms, event.source)));
      return next(
        submission,
        { filings: withoutProvided(submission, event.source, moment.now) },
        'DONE',
        [told],
        moment,
      );
    }
    case 'HOLD_LOST':
      return lost(submission);
  }
}

/** What is due now: calls to departments, and due dates that have passed. */
function look(submission: Submission, moment: Moment): Step {
  const today = civilDateOf(moment.now);
  const { entries, remindOn } = reminders(submission, today);
  const lapsed = withLapsed(submission, today, moment.now);
  const changes = lapsed ? { remindOn, filings: lapsed.filings } : { remindOn };
  const told = next(submission, changes, 'DONE', [...entries, ...(lapsed?.entries ?? [])], moment);
  return { ...told, commands: [...told.commands, ...dueCalls(submission, moment.now)] };
}

/** Its department is asked now: staff have mended what it was refused for, or will not wait. */
function retried(submission: Submission, filing: Filing, moment: Moment): Step {
  if (filing.retryAt === null && !filing.atDesk) return unchanged(submission, 'NOTHING_TO_RETRY');
  return change(submission, { ...filing, atDesk: false, retryAt: moment.now }, 'DONE', [], moment);
}

function answered(submission: Submission, filing: Filing, event: Answered, moment: Moment): Step {
  const { command } = event;
  if (filing.state !== command.state || filing.supplement !== command.supplement) {
    // A receipt that comes after the withdrawal tells that the department has the filing: it must hear of it.
    return event.kind === 'RECEIPT' && filing.state === 'WITHDRAWN'
      ? receive(submission, filing, event.receipt, moment)
      : unchanged(submission, 'OVERTAKEN');
  }
  // Asked before its money came, of which it is told now.
  if (command.kind === 'ASK' && filing.state === 'AWAITING_PAYMENT' && filing.payment?.state === 'PAID')
    return unchanged(submission, 'OVERTAKEN');
  if (event.kind === 'RECEIPT') return receive(submission, filing, event.receipt, moment);
  // Nothing is asked of its department any more: there is nothing to put off.
  if (isSettled(filing.state) || filing.state === 'NEEDS_CORRECTION') return unchanged(submission, 'OVERTAKEN');
  // It would say the same again.
  if (event.kind === 'REJECTED' && event.code === unreadable.code)
    return toDesk(submission, filing, unreadable.message, moment);
  const department = nameOf(submission, filing.department);
  const isOut = event.kind === 'DEPARTMENT_OUT';
  const message = isOut ? words.delayed(department) : words.notTaken(department, event.code);
  const refusals = isOut ? filing.refusals : filing.refusals + 1;
  const isPut = !isOut && isParked({ refusals });
  const afterMs = isPut ? parkedMs : afterOf(event);
  const isNew = refusals === refusalsToPark || filing.message?.zh !== message.zh;
  const entries = filing.attempts === 0 ? [entry('DELAYED', filing, message)] : [];
  if (isPut && isNew) entries.push(entry('NOT_TAKEN', filing, message));
  const changed = { ...postponed(filing, moment, afterMs), refusals, message };
  return change(submission, changed, 'POSTPONED', entries, moment);
}

/** For how long its department is not asked. */
function afterOf(event: Answered): number {
  return event.kind === 'DEPARTMENT_OUT' ? (event.afterMs ?? 0) : 0;
}

/** Writes what a department said into its filing, as far as it can follow. */
function receive(submission: Submission, filing: Filing, receipt: Receipt, moment: Moment): Step {
  const outcome = receiptOutcomes[filing.state][receipt.state];
  switch (outcome) {
    case 'TAKEN':
    case 'SAME':
      return isSettled(filing.state)
        ? heard(submission, filing, outcome, moment)
        : follow(submission, filing, receipt, outcome, moment);
    case 'CANNOT_FOLLOW':
      // Asked again, so that a department that went back on its word is not asked without a pause.
      return filing.state === 'ACCEPTED'
        ? change(submission, { ...filing, retryAt: askAt(submission, receipt, moment) }, outcome, [], moment)
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

/** A receipt that can follow, unless what it says cannot be. */
function follow(
  submission: Submission,
  filing: Filing,
  receipt: Receipt,
  outcome: ReceiptOutcome,
  moment: Moment,
): Step {
  const results = receipt.results ?? [];
  // It has taken what was supplemented, whatever else it says.
  const taken: Filing = { ...filing, supplement: null };
  if (receipt.state === 'APPROVED') {
    const [refusal] = resultRefusals(submission.terms.filings, filing.position, results, moment.now);
    if (refusal) return toDesk(submission, taken, refusal.message, moment);
    if (isUnpaid(submission, filing)) return toDesk(submission, taken, unpaid.message, moment);
  }
  const open = openReceipts.has(receipt.state);
  // It goes on by its money, whatever its department says.
  if (filing.state === 'AWAITING_PAYMENT' && open && outcome === 'TAKEN' && isUnpaid(submission, filing)) {
    return change(submission, { ...filing, retryAt: askAt(submission, receipt, moment) }, 'CANNOT_FOLLOW', [], moment);
  }
  const demands = receipt.state === 'AWAITING_PAYMENT' && filing.payment === null;
  const begun = demands ? beginPayment(submission, filing, receipt.demand ?? null, moment.now) : null;
  if (demands && begun === null) return toDesk(submission, taken, unfounded.message, moment);
  const message = receipt.messages ?? words.receipts[receipt.state];
  // Its money may have come before it waited for it.
  const tellsAtOnce = receipt.state === 'AWAITING_PAYMENT' && outcome === 'TAKEN' && filing.payment?.state === 'PAID';
  const changed: Filing = {
    ...filing,
    state: receipt.state,
    message,
    // What is not approved has issued nothing.
    results: receipt.state === 'APPROVED' ? results : [],
    corrections: receipt.corrections ?? [],
    refusalReason: reasonOf(receipt),
    supplement: null,
    atDesk: false,
    refusals: 0,
    retryAt: open ? (tellsAtOnce ? moment.now : askAt(submission, receipt, moment)) : null,
    payment: begun?.payment ?? filing.payment,
  };
  const entries = outcome === 'TAKEN' ? [entry(receipt.state, filing, message)] : [];
  if (outcome === 'SAME' && changed.payment === null && saysTheSame(filing, changed)) {
    // Nobody is told, and nothing is sealed anew.
    return { ...change(submission, { ...filing, retryAt: changed.retryAt }, outcome, [], moment), commands: [] };
  }
  return change(submission, changed, outcome, [...entries, ...calendarEnds(begun?.yearsNotCovered ?? [])], moment);
}

const reasonOf = ({ state, refusalReason = null }: Receipt): string | null =>
  state === 'REFUSED' ? refusalReason : null;

/** When its department is asked again how it stands. */
function askAt({ receivedAt }: Submission, { tells = false }: Receipt, { now, chance }: Moment): number {
  return now + askDelay(now - receivedAt, tells, chance);
}

function saysTheSame(before: Filing, after: Filing): boolean {
  const said = ({ message, results, corrections, supplement, atDesk }: Filing): string =>
    JSON.stringify([message?.zh, message?.en, results, corrections, supplement, atDesk]);
  return said(before) === said(after);
}

/** What its department says while it goes on. */
const openReceipts: ReadonlySet<ReceiptState> = new Set<ReceiptState>(['SUBMITTED', 'ACCEPTED', 'AWAITING_PAYMENT']);
const unreadable = problem('RECEIPT_INVALID');
const unpaid = problem('RECEIPT_INVALID.UNPAID');
const unfounded = problem('RECEIPT_INVALID.DEMAND');

function supplement(
  submission: Submission,
  { subject, key, materials }: SubmissionEvent & { readonly kind: 'SUPPLEMENTED' },
  moment: Moment,
): Step {
  if (submission.state !== 'NEEDS_CORRECTION') return unchanged(submission, 'NOTHING_TO_CORRECT');
  const sent = new Set(materials);
  const filings = submission.filings.map((filing): Filing => {
    if (filing.state !== 'NEEDS_CORRECTION') return filing;
    const begun = { ...filing, retryAt: null, atDesk: false, attempts: 0, refusals: 0 };
    // Its department has not seen it: what was not sent is asked of its source once more.
    if (isUnprovided(submission, filing)) {
      const provisions = filing.provisions.flatMap((each) => suppliedNow(each, sent));
      return { ...begun, state: 'WAITING', message: null, corrections: [], provisions };
    }
    return { ...begun, state: 'SUBMITTED', supplement: fingerprint([subject, key, filing.id]) };
  });
  return next(submission, { filings }, 'DONE', [entry('SUPPLEMENTED', null, words.supplemented)], moment);
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
      : change(submission, postponed(filing, moment, afterOf(event)), 'POSTPONED', [], moment);
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
