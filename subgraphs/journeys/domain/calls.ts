import { civilDateOf } from '../../language/civil-date.ts';
import { openSurplus, type Payment } from './payment.ts';
import { documentsLacking, documentsOutgrown, isMissing } from './provision.ts';
import { blockedFilings, readyFilings } from './states.ts';
import type { DueCommand, Filing, PaymentCommand, Submission } from './submission.ts';
import { beginningInChina } from './timing.ts';

/** Calls that are due: to sources, and to departments to hand over, to ask, to supplement, to withdraw. */
export function dueCalls(submission: Submission, now: number): ReadonlyArray<DueCommand> {
  return allCalls(submission, now).flatMap(({ from, command }) => (from <= now ? [command] : []));
}

/** When a worker must look again, in milliseconds; null where only somebody's event can lead on. */
export function lookAt(submission: Submission, now: number): number | null {
  const times = allCalls(submission, now).map(({ from }) => from);
  if (submission.remindOn !== null) times.push(beginningInChina(submission.remindOn));
  return times.length === 0 ? null : Math.max(now, Math.min(...times));
}

interface Call {
  /** In milliseconds. */
  readonly from: number;
  readonly command: DueCommand;
}

function allCalls(submission: Submission, now: number): ReadonlyArray<Call> {
  const ready = new Set(readyFilings(submission.filings));
  const blocked = blockedFilings(submission.filings);
  return submission.filings.flatMap((filing) =>
    [
      blocked.has(filing.position) ? null : callOf(submission, filing, ready.has(filing), now),
      paymentCall(filing),
    ].flatMap((call) => call ?? []),
  );
}

/** The next call to the provider of its payment. */
function paymentCall({ id, payment }: Filing): Call | null {
  if (payment === null || payment.nextAt === null) return null;
  return { from: payment.nextAt, command: { kind: paymentKind(payment), filing: id, payment } };
}
function paymentKind(payment: Payment): PaymentCommand['kind'] {
  if (payment.state === 'DUE') return 'DEMAND';
  if (payment.state === 'REFUNDING') return 'REFUND';
  return openSurplus(payment) ? 'REFUND_SURPLUS' : 'ASK_PAYMENT';
}

/** The next call of a filing and from when; null: none of itself. */
function callOf(submission: Submission, filing: Filing, ready: boolean, now: number): Call | null {
  const { id, state, supplement, atDesk, retryAt } = filing;
  if (atDesk && state !== 'WITHDRAWN') return null;
  const seen = { filing: id, state, supplement };
  const from = retryAt ?? 0;
  switch (state) {
    case 'WAITING': {
      // Asked for at once, also where the filing waits for others: what is missing is told early, and all together.
      const documents = lackingOf(submission, filing);
      if (documents.length > 0) return { from, command: { kind: 'PROVIDE', filing: id, documents } };
      if (!ready) return null;
      // What its documents are like is looked at on the day.
      if (isHeld(filing, now)) return { from: filing.beginsAt ?? now, command: { kind: 'HAND_OVER', ...seen } };
      const outgrown = outgrownOf(submission, filing, now);
      if (outgrown.length > 0) return { from, command: { kind: 'PROVIDE', filing: id, documents: outgrown } };
      return { from, command: { kind: 'HAND_OVER', ...seen } };
    }
    case 'SUBMITTED':
    case 'ACCEPTED':
      return { from, command: { kind: supplement === null ? 'ASK' : 'SUPPLEMENT', ...seen } };
    case 'AWAITING_PAYMENT':
      return { from, command: { kind: filing.payment?.state === 'PAID' ? 'TELL_PAID' : 'ASK', ...seen } };
    case 'WITHDRAWN':
      return retryAt === null ? null : { from, command: { kind: 'WITHDRAW', ...seen } };
    case 'NEEDS_CORRECTION':
    case 'APPROVED':
    case 'REFUSED':
      return null;
  }
}

/** What a filing has yet to be provided with by its sources. */
export function lackingOf({ terms }: Submission, { position, provisions }: Filing) {
  return documentsLacking(terms.filings[position]?.rows ?? [], provisions);
}

/**
 * What was provided well and serves no more today. Of a filing that its department may have already nothing: the same filing with other documents would
 * be another.
 */
export function outgrownOf({ terms }: Submission, { position, provisions, attempts }: Filing, now: number) {
  if (attempts > 0) return [];
  return documentsOutgrown(terms.filings[position]?.rows ?? [], provisions, civilDateOf(now));
}

/** Whether it was never handed over for want of documents: its sources have not told of all, or the citizen is asked for what they have not got. */
export function isUnprovided(submission: Submission, filing: Filing): boolean {
  if (filing.state === 'NEEDS_CORRECTION') return filing.provisions.some(isMissing);
  return filing.state === 'WAITING' && lackingOf(submission, filing).length > 0;
}

/** Whether a wait of its own is not over: its department does not have it yet. */
function isHeld({ beginsAt }: Filing, now: number): boolean {
  return beginsAt !== null && beginsAt > now;
}

/** Positions of filings of which nothing can be on its way to a department: they wait for others, for a day, or for what sources have to provide. */
export function heldBack(submission: Submission, now: number): ReadonlySet<number> {
  const ready = new Set(readyFilings(submission.filings));
  const held = submission.filings.filter(
    (filing) =>
      (filing.state === 'WAITING' && (!ready.has(filing) || isHeld(filing, now))) || isUnprovided(submission, filing),
  );
  return new Set(held.map(({ position }) => position));
}

/** Whether its department has not answered for it: it can be taken back without asking. */
export function isKeptBack(submission: Submission, filing: Filing): boolean {
  return (filing.state === 'WAITING' && filing.attempts === 0) || isUnprovided(submission, filing);
}
