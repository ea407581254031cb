import DataLoader from 'dataloader';
import type { Identity } from '../runtime/identity.ts';
import type { SubmissionRecord } from './records/submission.ts';
import { type Sent, sentWith } from './sent.ts';
import type { SubmissionStore } from './store/index.ts';
import type { FilingRow, SubmissionRow, TimelineRow } from './tables.ts';

/** Who sees what of a submission, for one request: the applicant all of it, staff what is their own department's, others nothing. */
export interface Views {
  /** Null where it does not concern the caller, as where there is none. */
  submission(id: string): Promise<SubmissionRow | null>;
  /** Its filings that the caller sees, in the order of work. */
  share(row: SubmissionRow): Promise<ReadonlyArray<FilingRow>>;
  /** What happened, as far as the caller sees it: staff what happened to their department's filings. */
  timeline(row: SubmissionRow): Promise<ReadonlyArray<TimelineRow>>;
  /** All of its filings, for what one of them waits for. */
  filings(id: string): Promise<ReadonlyArray<FilingRow>>;
  /** Of a filing that the caller sees. */
  recordOf(filing: FilingRow): Promise<SubmissionRecord | null>;
  record(row: SubmissionRow): SubmissionRecord;
  /** What a filing's department is sent; null for all but its staff and the applicant. */
  sent(filing: FilingRow): Promise<Sent | null>;
}

export function createViews(store: SubmissionStore, identity: Identity | null): Views {
  const rows = new DataLoader<string, SubmissionRow | null>((ids) => Promise.all(ids.map((id) => store.find(id))));
  const filings = new DataLoader<string, ReadonlyArray<FilingRow>>(async (ids) => {
    const found = await store.filingsOf(ids);
    return ids.map((id) => found.filter((row) => row.submission === id));
  });
  // Opened once however many fields and filings ask.
  const opened = new WeakMap<SubmissionRow, SubmissionRecord>();
  const record = (row: SubmissionRow): SubmissionRecord => {
    const known = opened.get(row) ?? store.open(row);
    opened.set(row, known);
    return known;
  };
  const pseudonym = identity?.kind === 'CITIZEN' ? store.pseudonym(identity.subject) : null;
  const isApplicants = ({ subject }: SubmissionRow): boolean => subject === pseudonym;
  const isDepartments = ({ department }: FilingRow): boolean =>
    identity?.kind === 'STAFF' && department === identity.department;
  const share = async (row: SubmissionRow): Promise<ReadonlyArray<FilingRow>> => {
    const all = await filings.load(row.id);
    return isApplicants(row) ? all : all.filter(isDepartments);
  };
  const recordOf = async ({ submission }: FilingRow): Promise<SubmissionRecord | null> => {
    const row = await rows.load(submission);
    return row && record(row);
  };
  return {
    share,
    record,
    recordOf,
    filings: (id) => filings.load(id),
    async timeline(row) {
      const entries = await store.timelineOf(row.id);
      if (isApplicants(row)) return entries;
      const matters = new Set((await share(row)).map(({ matter }) => matter));
      return entries.filter(({ matter }) => matter !== null && matters.has(matter));
    },
    async submission(id) {
      const row = await rows.load(id);
      return row && (isApplicants(row) || (await share(row)).length > 0) ? row : null;
    },
    async sent(filing) {
      const row = await rows.load(filing.submission);
      return row && (isApplicants(row) || isDepartments(filing)) ? sentWith(record(row), filing.position) : null;
    },
  };
}
