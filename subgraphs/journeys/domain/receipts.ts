import type { Localized } from '../../language/text.ts';
import type { Demanded } from './payment.ts';
import type { FilingState, ReceiptState } from './states.ts';

/** Something that a department issued (办理结果). */
export interface IssuedResult {
  readonly documentType: string;
  readonly subject: string;
  readonly party: string | null;
  readonly spec: string | null;
  readonly number: string;
  readonly issuedAt: string;
  /** What else it says, as its department sent it. */
  readonly data?: unknown;
}
/** Something to put right; `field` is `party.element` of the one form. */
export interface Correction {
  readonly field: string | null;
  readonly material: string | null;
  readonly message: Localized;
}
/** Where a department says that a filing stands (回执). */
export interface Receipt {
  readonly state: ReceiptState;
  readonly messages: Localized | null;
  readonly corrections: ReadonlyArray<Correction> | null;
  readonly results: ReadonlyArray<IssuedResult> | null;
  /** Where it is refused: the code of the reason, as its department says; absent: it says none. */
  readonly refusalReason?: string | null;
  /** Where it waits to be paid: what is to be. */
  readonly demand?: Demanded | null;
  /** Whether its department tells by itself what becomes of a filing; absent: it has to be asked. */
  readonly tells?: boolean;
}

/**
 * What a receipt does to a filing: `TAKEN` it changes; `SAME` the department says again what we know; `CANNOT_FOLLOW` it says what no order of
 * events leads to, and is asked again; `AFTER_DECISION`, `AFTER_WITHDRAWAL` it says something else of a filing that is settled, which stands.
 */
export type ReceiptOutcome = 'TAKEN' | 'SAME' | 'CANNOT_FOLLOW' | 'AFTER_DECISION' | 'AFTER_WITHDRAWAL';

const taken = {
  SUBMITTED: 'TAKEN',
  ACCEPTED: 'TAKEN',
  AWAITING_PAYMENT: 'TAKEN',
  NEEDS_CORRECTION: 'TAKEN',
  APPROVED: 'TAKEN',
  REFUSED: 'TAKEN',
  WITHDRAWN: 'TAKEN',
} as const;
const decided = {
  SUBMITTED: 'AFTER_DECISION',
  ACCEPTED: 'AFTER_DECISION',
  AWAITING_PAYMENT: 'AFTER_DECISION',
  NEEDS_CORRECTION: 'AFTER_DECISION',
  APPROVED: 'AFTER_DECISION',
  REFUSED: 'AFTER_DECISION',
  WITHDRAWN: 'AFTER_DECISION',
} as const;

/** Every state of a filing × everything a department can say. */
export const receiptOutcomes: Readonly<Record<FilingState, Readonly<Record<ReceiptState, ReceiptOutcome>>>> = {
  WAITING: taken,
  SUBMITTED: { ...taken, SUBMITTED: 'SAME' },
  // Whether it was paid is not the department's to say: see `receive`.
  AWAITING_PAYMENT: { ...taken, AWAITING_PAYMENT: 'SAME' },
  // Only a supplement leads back to SUBMITTED, and sending one is our own step.
  ACCEPTED: { ...taken, ACCEPTED: 'SAME', SUBMITTED: 'CANNOT_FOLLOW' },
  NEEDS_CORRECTION: { ...taken, NEEDS_CORRECTION: 'SAME', SUBMITTED: 'CANNOT_FOLLOW' },
  APPROVED: { ...decided, APPROVED: 'SAME' },
  REFUSED: { ...decided, REFUSED: 'SAME' },
  WITHDRAWN: {
    SUBMITTED: 'AFTER_WITHDRAWAL',
    ACCEPTED: 'AFTER_WITHDRAWAL',
    AWAITING_PAYMENT: 'AFTER_WITHDRAWAL',
    NEEDS_CORRECTION: 'AFTER_WITHDRAWAL',
    APPROVED: 'AFTER_WITHDRAWAL',
    REFUSED: 'AFTER_WITHDRAWAL',
    WITHDRAWN: 'SAME',
  },
};
