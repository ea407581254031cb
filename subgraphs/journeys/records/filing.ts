import { versionedRecord } from '../../runtime/records.ts';
import type { Correction, IssuedResult } from '../domain/receipts.ts';

/** What a filing carries, sealed at rest. Whoever changes it adds an upgrade below and a recorded release to the tests. */
export interface FilingRecord {
  readonly results: ReadonlyArray<IssuedResult>;
  readonly corrections: ReadonlyArray<Correction>;
  /** A supplement that the department has not taken yet. */
  readonly supplement: string | null;
  /** What the department said does not hold: its staff look at it. */
  readonly atDesk: boolean;
}

export const filingRecord = versionedRecord<FilingRecord>('filing', [
  // Version 0 had the same members and no number.
  (kept) => kept,
  // Version 1 believed every receipt.
  (kept) => ({ ...kept, atDesk: false }),
]);
