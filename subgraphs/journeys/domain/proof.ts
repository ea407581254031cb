import type { Outcome, SubmissionEvent } from './submission.ts';

/** What is proven of a submission: that it was received, handed over, answered, decided, paid, supplemented, taken back. */
export type ProvenKind = Exclude<
  SubmissionEvent['kind'],
  'TIME_PASSED' | 'RETRIED' | 'HOLD_LOST' | 'DEPARTMENT_OUT' | 'REJECTED'
>;

/** One event as it is proven. */
export interface Proven {
  readonly kind: ProvenKind;
  /** Codes, ids and states: it stays for ever. */
  readonly body: Readonly<Record<string, unknown>>;
  /** What it was about: of this a keyed digest alone stays. */
  readonly content: ReadonlyArray<unknown>;
}

/** With which an event did something; what is said again, comes too late or is put off is not proven. */
const done: ReadonlySet<Outcome> = new Set<Outcome>(['DONE', 'TAKEN', 'AFTER_WITHDRAWAL']);

/** Null: it did nothing that anybody would have to prove. `lapsed`: filings that it took back since nothing was corrected in time. */
export function provenOf(event: SubmissionEvent, outcome: Outcome, lapsed: ReadonlyArray<string> = []): Proven | null {
  if (!done.has(outcome)) return null;
  switch (event.kind) {
    case 'TIME_PASSED':
      return lapsed.length === 0 ? null : { kind: 'WITHDRAWN', body: { lapsed }, content: [] };
    case 'RECEIPT': {
      const { filing, kind: call } = event.command;
      return { kind: event.kind, body: { filing, call, state: event.receipt.state }, content: [event.receipt] };
    }
    case 'DECIDED':
      return {
        kind: event.kind,
        body: { filing: event.filing, state: event.receipt.state },
        content: [event.receipt],
      };
    case 'PROVIDED':
      return {
        kind: event.kind,
        body: { filing: event.command.filing, outcomes: event.answers.map((answer) => answer.outcome) },
        content: [event.answers],
      };
    case 'PAYMENT_ANSWERED':
      return {
        kind: event.kind,
        body: { payment: event.payment, answer: event.answer.kind },
        content: [event.answer],
      };
    case 'SUPPLEMENTED':
      return { kind: event.kind, body: { materials: event.materials }, content: [event.subject, event.key] };
    case 'SUBMITTED':
      return { kind: event.kind, body: { receiptNumber: event.receiptNumber }, content: [] };
    case 'HARD_CASE_OPENED':
      return { kind: event.kind, body: { filing: event.filing }, content: [] };
    case 'CONSENT_WITHDRAWN':
      return { kind: event.kind, body: { source: event.source }, content: [] };
    case 'WITHDRAWN':
      return { kind: event.kind, body: {}, content: [] };
    default:
      return null;
  }
}
