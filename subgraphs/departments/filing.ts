import type { AnswerValue } from '../language/conditions.ts';
import type { Localized } from '../language/text.ts';
import { versionedRecord } from '../runtime/records.ts';

export type FilingState = 'SUBMITTED' | 'ACCEPTED' | 'NEEDS_CORRECTION' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN';
/** Party → data element → value. */
export type Form = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** One matter's share of a submission, as it is handed in. */
export interface FilingInput {
  readonly id: string;
  readonly matter: string;
  readonly party?: string | null;
  readonly parties: Readonly<Record<string, ReadonlyArray<string>>>;
  readonly form: Form;
  readonly evidence: unknown;
  readonly answers: Readonly<Record<string, AnswerValue>>;
  readonly produced: ReadonlyArray<{
    documentType: string;
    subject: string;
    party: string | null;
    spec: string | null;
    number: string;
  }>;
}
export interface Correction {
  /** `party.element` of the one form. */
  readonly field: string | null;
  readonly material: string | null;
  readonly message: Localized;
}
export interface IssuedResult {
  readonly documentType: string;
  readonly subject: string;
  readonly party: string | null;
  readonly spec: string | null;
  readonly number: string;
  readonly data?: unknown;
  readonly issuedAt: string;
}
export interface DecisionInput {
  readonly id: string;
  readonly filing: string;
  readonly decision: string;
  readonly reason?: string | null;
  readonly corrections?: ReadonlyArray<{ field?: string | null; material?: string | null; message: string }> | null;
  readonly results?: ReadonlyArray<Omit<IssuedResult, 'issuedAt'>> | null;
}
/** Where a filing stands at the department (回执). */
export interface Receipt {
  readonly filing: string;
  readonly state: FilingState;
  readonly messages: Localized | null;
  readonly corrections: ReadonlyArray<Correction>;
  readonly results: ReadonlyArray<IssuedResult>;
}

/** What a filing on the desk carries, sealed at rest. Whoever changes it adds an upgrade below and a recorded release to the tests. */
export interface FilingRecord extends Omit<FilingInput, 'id' | 'matter' | 'party'> {
  readonly messages: Localized | null;
  readonly corrections: ReadonlyArray<Correction>;
  readonly results: ReadonlyArray<IssuedResult>;
}
export const filingRecord = versionedRecord<FilingRecord>('filing on the desk', [
  // Version 0 had the same members and no number.
  (kept) => kept,
]);

export function isSettled(state: FilingState): boolean {
  return state === 'APPROVED' || state === 'REFUSED' || state === 'WITHDRAWN';
}
