import type { Calendar } from '../../language/calendar.ts';
import type { Localized } from '../../language/text.ts';
import type { Payment } from './payment.ts';
import type { Provision, SharedDocument, SourceAnswer } from './provision.ts';
import type { Correction, IssuedResult, Receipt, ReceiptOutcome } from './receipts.ts';
import type { FilingTerms } from './results.ts';
import type { FilingProgress, FilingState, SubmissionState } from './states.ts';
import type { Wait } from './waiting.ts';

/** One matter's share of a submission, as far as anything is decided from it. */
export interface Filing extends FilingProgress {
  readonly id: string;
  readonly matter: string;
  readonly department: string;
  readonly party: string | null;
  readonly message: Localized | null;
  /** How often its department was out or did not take it, since it last began. */
  readonly attempts: number;
  /** How often in a row its department did not take it. */
  readonly refusals: number;
  /** When its department may be called again, in milliseconds. Of a withdrawn filing: the department may not have heard of it yet. */
  readonly retryAt: number | null;
  /** Of a refused one: the code of its reason; null: it has none. */
  readonly refusalReason: string | null;
  /** Id of a supplement that the department has not taken yet. */
  readonly supplement: string | null;
  /** Its department's answer does not hold: a person there decides, and it is not called of itself. */
  readonly atDesk: boolean;
  readonly results: ReadonlyArray<IssuedResult>;
  readonly corrections: ReadonlyArray<Correction>;
  /** Last day for what it is asked for, while it is. */
  readonly correctionDueOn: string | null;
  readonly provisions: ReadonlyArray<Provision>;
  /** Null: nothing was demanded. */
  readonly payment: Payment | null;
  /** What has to go by before its department has it. */
  readonly waits: ReadonlyArray<Wait>;
  /** From when its department may have it, in milliseconds; null: nothing holds it back, or it is not known before what it comes after is approved. */
  readonly beginsAt: number | null;
}

/** A material that was to follow later (容缺后补) and has not. */
export interface DeferredMaterial {
  readonly material: string;
  readonly title: Localized;
  readonly dueOn: string;
}

/** What was settled when the submission was received, and stays. */
export interface Terms {
  readonly departments: Readonly<Record<string, Localized>>;
  readonly calendar: Calendar;
  readonly deferred: ReadonlyArray<DeferredMaterial>;
  /** By position. */
  readonly filings: ReadonlyArray<FilingTerms>;
}

/** A submission with its filings: everything that what happens next is decided from. */
export interface Submission {
  readonly state: SubmissionState;
  /** Last day for the corrections that are due first, while some are asked for. */
  readonly correctionDueOn: string | null;
  /** First day on which a passed due date must be told. */
  readonly remindOn: string | null;
  /** In milliseconds. */
  readonly receivedAt: number;
  /** The worker that carries it. */
  readonly heldBy: string | null;
  readonly filings: ReadonlyArray<Filing>;
  readonly terms: Terms;
}

/** What a filing was like when its department was called. */
interface Seen {
  readonly filing: string;
  readonly state: FilingState;
  readonly supplement: string | null;
}
/** A call to the department of a filing. */
export type DepartmentCommand = Seen & { readonly kind: 'HAND_OVER' | 'ASK' | 'SUPPLEMENT' | 'TELL_PAID' | 'WITHDRAW' };
/** A call to the sources of a filing that has not been handed over. */
export interface ProvideCommand {
  readonly kind: 'PROVIDE';
  readonly filing: string;
  readonly documents: ReadonlyArray<SharedDocument>;
}
/** A call to the provider of payments. */
export interface PaymentCommand {
  /** `REFUND_SURPLUS`: what came besides, the first of it that has not gone back. */
  readonly kind: 'DEMAND' | 'ASK_PAYMENT' | 'REFUND' | 'REFUND_SURPLUS';
  readonly filing: string;
  readonly payment: Payment;
}
/** What a worker has to do. */
export type DueCommand = DepartmentCommand | ProvideCommand | PaymentCommand;
/** `NOTIFY`: those who watch the submission. */
export type Command = DueCommand | { readonly kind: 'NOTIFY' };

/** How a payment stands with its provider. */
export interface PaymentStanding {
  readonly state: 'OPEN' | 'FAILED' | 'PAID' | 'REFUNDED';
  readonly amountFen: number;
  readonly currency: string;
  /** Where it is paid, while it can be. */
  readonly payUrl: string | null;
  readonly paidAt: string | null;
  /** Of the money that is spoken of: of two for one demand each has its own. */
  readonly receiptNumber: string | null;
  /** What went back of it; null: none, or all where it is REFUNDED. */
  readonly refundedFen: number | null;
}
/** What a provider says, asked or of its own accord. `worker`: who asked; null: nobody did. */
export interface PaymentAnswered {
  readonly kind: 'PAYMENT_ANSWERED';
  readonly payment: string;
  readonly worker: string | null;
  readonly answer:
    | { readonly kind: 'STANDS'; readonly standing: PaymentStanding }
    | { readonly kind: 'NOT_KNOWN' }
    | { readonly kind: 'PROVIDER_OUT' }
    | { readonly kind: 'REJECTED'; readonly code: string };
}

/** A department's answer to a command. `worker`: who carried it out; null for the applicant's own request. */
export type Answered = { readonly command: DepartmentCommand; readonly worker: string | null } & (
  | { readonly kind: 'RECEIPT'; readonly receipt: Receipt }
  | { readonly kind: 'DEPARTMENT_OUT'; readonly afterMs?: number }
  | { readonly kind: 'REJECTED'; readonly code: string }
);
export type SubmissionEvent =
  /** `yearsNotCovered`: years that the calendar lacks and over which a due date was counted. */
  | { readonly kind: 'SUBMITTED'; readonly receiptNumber: string; readonly yearsNotCovered: ReadonlyArray<number> }
  /** A worker looks at what is due. */
  | { readonly kind: 'TIME_PASSED'; readonly worker: string }
  | Answered
  | PaymentAnswered
  | { readonly kind: 'DECIDED'; readonly filing: string; readonly receipt: Receipt }
  /** `materials`: for which evidence was sent. */
  | {
      readonly kind: 'SUPPLEMENTED';
      readonly subject: string;
      readonly key: string;
      readonly materials: ReadonlyArray<string>;
    }
  /** What sources answered, in the order of the command's documents. */
  | {
      readonly kind: 'PROVIDED';
      readonly command: ProvideCommand;
      readonly worker: string;
      readonly answers: ReadonlyArray<SourceAnswer>;
    }
  | { readonly kind: 'WITHDRAWN' }
  /** Staff have its department asked now. */
  | { readonly kind: 'RETRIED'; readonly filing: string }
  /** Its refusal and a rule of another department exclude each other: a unit beside the departments has it. */
  | { readonly kind: 'HARD_CASE_OPENED'; readonly filing: string }
  | { readonly kind: 'CONSENT_WITHDRAWN'; readonly source: string }
  | { readonly kind: 'HOLD_LOST' };

/**
 * What came of an event. `OVERTAKEN`: the filing went on while its department was asked, and what stands counts. `NOT_TOLD`: a department did not
 * take the withdrawal, which is therefore not done. `DOES_NOT_MATCH`: the money is not what was demanded, and counts for nothing. `POSTPONED`: the department is called again later. `DOES_NOT_HOLD`: a person at the department has to look.
 */
export type Outcome =
  | ReceiptOutcome
  | 'DONE'
  | 'DOES_NOT_HOLD'
  | 'POSTPONED'
  | 'OVERTAKEN'
  | 'NOT_TOLD'
  | 'HOLD_LOST'
  | 'NOTHING_TO_CORRECT'
  | 'NOTHING_TO_RETRY'
  | 'ALREADY_ENDED'
  | 'DOES_NOT_MATCH'
  | 'UNKNOWN_PAYMENT'
  | 'UNKNOWN_FILING';

export interface TimelineEntry {
  readonly event: string;
  readonly matter: string | null;
  readonly party: string | null;
  readonly message: Localized;
}

/** An entry about one filing, or about the whole submission. */
export function entry(
  event: string,
  filing: Pick<Filing, 'matter' | 'party'> | null,
  message: TimelineEntry['message'],
): TimelineEntry {
  return { event, matter: filing?.matter ?? null, party: filing?.party ?? null, message };
}

/** The clock, in milliseconds, and a random number in [0, 1). */
export interface Moment {
  readonly now: number;
  readonly chance: number;
}

/** What an event leads to. Filings that did not change are the same objects. */
export interface Step {
  readonly submission: Submission;
  readonly outcome: Outcome;
  readonly entries: ReadonlyArray<TimelineEntry>;
  readonly commands: ReadonlyArray<Command>;
}
