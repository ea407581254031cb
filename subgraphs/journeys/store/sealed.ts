import type { Pseudonym, Sealer } from '../../runtime/personal-data.ts';
import type { Filing, Submission, Terms } from '../domain/submission.ts';
import { type FilingRecord, filingRecord } from '../records/filing.ts';
import { type SubmissionRecord, submissionRecord } from '../records/submission.ts';
import type { FilingRow, SubmissionRow } from '../tables.ts';
import { createSealedConsents, type SealedConsents } from './consents.ts';
import { createSealedPayments, type SealedPayments } from './payments.ts';
import { places } from './places.ts';
import { createSealedWords, type SealedWords } from './words.ts';

/** Opens and seals what the rows carry. */
export interface SealedRecords extends SealedWords, SealedConsents, SealedPayments {
  /** Of a subject, an idempotency key or a request's hash: what rows are found by. */
  readonly pseudonym: Pseudonym;
  open(row: Pick<SubmissionRow, 'id' | 'sealed'>): SubmissionRecord;
  seal(id: string, record: SubmissionRecord): Buffer;
  openFiling(row: Pick<FilingRow, 'id' | 'sealed'>): FilingRecord;
  sealFiling(id: string, record: FilingRecord): Buffer;
  /** What the reducer decides from. `record`: what it carries, for whoever needs that as well. */
  submissionOf(row: SubmissionRow, filings: ReadonlyArray<FilingRow>, record?: () => SubmissionRecord): Submission;
}

/** Opened when first asked for, and then kept: most steps need none of it. */
export function once<T>(open: () => T): () => T {
  let opened: T | undefined;
  return () => {
    opened ??= open();
    return opened;
  };
}

export function createSealedRecords(sealer: Sealer, pseudonym: Pseudonym): SealedRecords {
  const open: SealedRecords['open'] = ({ id, sealed }) =>
    submissionRecord.read(sealer.open(sealed, places.submission(id)));
  const openFiling: SealedRecords['openFiling'] = ({ id, sealed }) =>
    filingRecord.read(sealer.open(sealed, places.filing(id)));
  return {
    ...createSealedWords(sealer),
    ...createSealedConsents(sealer),
    ...createSealedPayments(sealer),
    pseudonym,
    open,
    openFiling,
    seal: (id, record) => sealer.seal(submissionRecord.write(record), places.submission(id)),
    sealFiling: (id, record) => sealer.seal(filingRecord.write(record), places.filing(id)),
    submissionOf: (row, rows, record = once(() => open(row))) => ({
      state: row.state,
      correctionDueOn: row.correctionDueOn,
      remindOn: row.remindOn,
      receivedAt: Date.parse(row.receivedAt),
      heldBy: row.heldBy,
      filings: rows.map((filing): Filing => {
        const { id, position, matter, department, party, after, state, message, attempts, retryAt, payment } = filing;
        const { waits, beginsAt, refusalReason, refusals, correctionDueOn } = filing;
        const { results, corrections, supplement, atDesk, provisions } = openFiling(filing);
        return {
          ...{ id, position, matter, department, party, after, state, message, attempts, refusals, refusalReason },
          retryAt: retryAt === null ? null : Date.parse(retryAt),
          beginsAt: beginsAt === null ? null : Date.parse(beginsAt),
          ...{ results, corrections, supplement, atDesk, provisions, payment, waits, correctionDueOn },
        };
      }),
      terms: termsOf(record),
    }),
  };
}

function termsOf(record: () => SubmissionRecord): Terms {
  return {
    get departments() {
      return record().departments;
    },
    get calendar() {
      return record().calendar;
    },
    get filings() {
      return record().filings;
    },
    get deferred() {
      const { deferred, evidence } = record();
      const later = new Set(evidence.filter((item) => item.later === true).map(({ material }) => material));
      return deferred.filter(({ material }) => later.has(material));
    },
  };
}
