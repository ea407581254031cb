import { versionedRecord } from '../../runtime/records.ts';
import type { Provision } from '../domain/provision.ts';
import type { Correction, IssuedResult } from '../domain/receipts.ts';

/** What a filing carries, sealed at rest. Whoever changes it adds an upgrade below and a recorded release to the tests. */
export interface FilingRecord {
  readonly results: ReadonlyArray<IssuedResult>;
  readonly corrections: ReadonlyArray<Correction>;
  /** A supplement that the department has not taken yet. */
  readonly supplement: string | null;
  /** What the department said does not hold: its staff look at it. */
  readonly atDesk: boolean;
  /** What sources had, or had not, of what it needs of them. */
  readonly provisions: ReadonlyArray<Provision>;
}

/** Of a filing that has not begun. */
export const notBegun: FilingRecord = { results: [], corrections: [], supplement: null, atDesk: false, provisions: [] };

export const filingRecord = versionedRecord<FilingRecord>('filing', [
  // Version 0 had the same members and no number.
  (kept) => kept,
  // Version 1 believed every receipt.
  (kept) => ({ ...kept, atDesk: false }),
  // Version 2 fetched nothing.
  (kept) => ({ ...kept, provisions: [] }),
]);
