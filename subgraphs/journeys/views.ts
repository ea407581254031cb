import DataLoader from 'dataloader';
import type { Identity } from '../runtime/identity.ts';
import { toldToApplicant } from './domain/once.ts';
import { peopleOf } from './domain/people.ts';
import { shownTo, withoutOthers } from './domain/withheld.ts';
import { suppliedFiles } from './downloads.ts';
import { type Erasure, erasureOf } from './erase.ts';
import type { SubmissionRecord } from './records/submission.ts';
import { signedIn } from './requests.ts';
import { type Sent, sentWith } from './sent.ts';
import type { KeptConsent } from './store/consents.ts';
import type { SubmissionStore } from './store/index.ts';
import type { Proof } from './store/proofs.ts';
import type { Part } from './store/read.ts';
import type { AccessRow, FilingRow, SubmissionRow, TimelineRow, UploadRow } from './tables.ts';

/** Who sees what of a submission, for one request: the applicant all of it, staff what is their own department's, others nothing. */
export interface Views {
  /** Null where it does not concern the caller, as where there is none. A look of staff is written down first. */
  submission(id: string): Promise<SubmissionRow | null>;
  /** Writes down, once for each submission and request, that staff look at what their department has of it. Rejects where that cannot be kept. */
  lookedAt(filings: ReadonlyArray<FilingRow>): Promise<void>;
  /** Who looked and decided; null for all but the applicant. */
  accesses(row: SubmissionRow, limit: number, offset: number): Promise<Part<AccessRow> | null>;
  /** What its applicant agreed to; null for all but them. */
  consents(row: SubmissionRow): Promise<ReadonlyArray<KeptConsent> | null>;
  /** What is proven of it; null for all but the applicant. */
  proof(row: SubmissionRow): Promise<Proof | null>;
  /** What was erased of it; null for all but the applicant. */
  erasure(row: SubmissionRow): Promise<Erasure | null>;
  /** Its filings that the caller sees, in the order of work. */
  share(row: SubmissionRow): Promise<ReadonlyArray<FilingRow>>;
  /** What happened, as far as the caller sees it: staff what happened to their department's filings. */
  timeline(row: SubmissionRow): Promise<ReadonlyArray<TimelineRow>>;
  /** All of its filings, for what one of them waits for. */
  filings(id: string): Promise<ReadonlyArray<FilingRow>>;
  /** Of a filing that the caller sees. */
  recordOf(filing: FilingRow): Promise<SubmissionRecord | null>;
  record(row: SubmissionRow): SubmissionRecord;
  /** What nobody has verified. An applicant who may be a stranger is not told whom other submissions concern. */
  unverified(row: SubmissionRow): SubmissionRecord['unverified'];
  /** Whether the caller is its applicant or of its department's staff. */
  concerns(filing: FilingRow): Promise<boolean>;
  /** What a filing's department is sent; null for all but its staff and the applicant. */
  sent(filing: FilingRow): Promise<Sent | null>;
  /** The files among it, as far as they are still kept; null as above. */
  files(filing: FilingRow): Promise<ReadonlyArray<SuppliedFile> | null>;
}
/** A file that was supplied for a material of a filing. */
export interface SuppliedFile extends UploadRow {
  readonly upload: string;
  readonly material: string;
  readonly filing: string;
}

export function createViews(store: SubmissionStore, identity: Identity | null): Views {
  const rows = new DataLoader<string, SubmissionRow | null>((ids) => Promise.all(ids.map((id) => store.find(id))));
  const filings = new DataLoader<string, ReadonlyArray<FilingRow>>(async (ids) => {
    const found = await store.filingsOf(ids);
    return ids.map((id) => found.filter((row) => row.submission === id));
  });
  const uploads = new DataLoader<string, UploadRow | null>(async (ids) => {
    const found = await store.uploads.many(ids);
    return ids.map((id) => found.get(id) ?? null);
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
  const looks = new DataLoader<string, true>(async (ids) => {
    const { subject: clerk, department } = identity as Identity;
    await store.accesses.add(
      ids.map((submission) => ({
        ...{ submission, clerk, kind: 'READ' as const, filing: null },
        department: department as string,
      })),
    );
    return ids.map(() => true);
  });
  const lookedAt = async (shown: ReadonlyArray<FilingRow>): Promise<void> => {
    if (identity?.kind === 'STAFF') await Promise.all(shown.map(({ submission }) => looks.load(submission)));
  };
  const recordOf = async ({ submission }: FilingRow): Promise<SubmissionRecord | null> => {
    const row = await rows.load(submission);
    return row && record(row);
  };
  const concerned = async (filing: FilingRow): Promise<SubmissionRow | null> => {
    const row = await rows.load(filing.submission);
    return row && (isApplicants(row) || isDepartments(filing)) ? row : null;
  };
  const sent = async (filing: FilingRow): Promise<Sent | null> => {
    const row = await concerned(filing);
    if (!row) return null;
    const known = record(row);
    const told = sentWith(known, filing.position, store.openFiling(filing).provisions);
    if (isDepartments(filing) || !identity) return told;
    const { identityNumber } = signedIn(identity);
    const isShown = shownTo(peopleOf(known.formSchema, known.form), identityNumber);
    return { ...told, evidence: withoutOthers(told.evidence, isShown) };
  };
  return {
    lookedAt,
    accesses: async (row, limit, offset) => (isApplicants(row) ? store.accesses.of(row.id, limit, offset) : null),
    consents: async (row) => (isApplicants(row) ? store.consents.of(row.id) : null),
    proof: async (row) => (isApplicants(row) ? store.proving.proofOf(row) : null),
    erasure: async (row) => (isApplicants(row) ? erasureOf(store, row) : null),
    share,
    record,
    unverified: (row) => {
      const { unverified } = record(row);
      return isApplicants(row) ? toldToApplicant(unverified, unverified) : unverified;
    },
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
      if (!row || isApplicants(row)) return row;
      const shown = await share(row);
      await lookedAt(shown);
      return shown.length > 0 ? row : null;
    },
    sent,
    concerns: async (filing) => (await concerned(filing)) !== null,
    async files(filing) {
      const told = await sent(filing);
      if (!told) return null;
      const files = suppliedFiles(told).map(async ({ material, upload }) => {
        const row = await uploads.load(upload);
        return row ? [{ ...row, upload, material, filing: filing.id }] : [];
      });
      return (await Promise.all(files)).flat();
    },
  };
}
