import type {
  Receipt as Answered,
  DecisionInput,
  FilingInput,
  PaidInput,
  PaymentDemand,
  ReceiptCorrection,
  ReceiptResult,
  ReceiptState,
} from '../../schema/generated/departments.ts';
import type { Localized } from '../language/text.ts';
import { versionedRecord } from '../runtime/records.ts';

export type { DecisionInput, FilingInput, PaidInput, PaymentDemand };
export type FilingState = ReceiptState;
/** Party → data element → value. */
export type Form = FilingInput['form'];
export type Correction = ReceiptCorrection;
/** Without `data`, where there is none. */
export type IssuedResult = Omit<ReceiptResult, 'data'> & Partial<Pick<ReceiptResult, 'data'>>;
/** Where a filing stands at the department (回执); the desk always lists, if nothing. */
export interface Receipt extends Pick<Answered, 'filing' | 'state' | 'messages'> {
  readonly corrections: ReadonlyArray<Correction>;
  readonly results: ReadonlyArray<IssuedResult>;
}

export interface DeskPayment {
  readonly amountFen: number;
  readonly paid: Omit<PaidInput, 'filing'> | null;
}

/** What a filing on the desk carries, sealed at rest. Whoever changes it adds an upgrade below and a recorded release to the tests. */
export interface FilingRecord extends Omit<FilingInput, 'id' | 'matter' | 'party'> {
  /** What was demanded for it, and what was paid; null: nothing was yet. `EXEMPT`: it lay here before anything was demanded. */
  readonly payment: DeskPayment | 'EXEMPT' | null;
  readonly messages: Localized | null;
  /** Of a refused one: the code of its reason; absent: none was said. */
  readonly refusalReason?: string;
  readonly corrections: ReadonlyArray<Correction>;
  readonly results: ReadonlyArray<IssuedResult>;
  /** Fingerprint of the matter's version that it began by and goes on by; null: it lay here before that was kept. */
  readonly matterVersion: string | null;
}
export const filingRecord = versionedRecord<FilingRecord>('filing on the desk', [
  // Version 0 had the same members and no number.
  (kept) => kept,
  // Version 1 told nothing of what is verified: nothing was looked at.
  (kept) => kept,
  // Version 2 demanded no payment.
  (kept) => ({ ...kept, payment: 'EXEMPT' }),
  // Version 3 went by what was published last.
  (kept) => ({ ...kept, matterVersion: null }),
]);

/** Of a filing that is erased: nothing of anybody. */
export const nothingTold: FilingRecord = {
  ...{ parties: {}, form: {}, evidence: [], answers: {}, produced: [] },
  ...{ payment: null, messages: null, corrections: [], results: [], matterVersion: null },
};

export function isSettled(state: FilingState): boolean {
  return state === 'APPROVED' || state === 'REFUSED' || state === 'WITHDRAWN';
}
