import type { Calendar } from '../../language/calendar.ts';
import type { Localized } from '../../language/text.ts';
import type { Pin } from '../../runtime/pin.ts';
import { versionedRecord } from '../../runtime/records.ts';
import type { AskedPhotos, Consent, Evidence, FormValue, TakenTypes } from '../domain/acceptance.ts';
import type { Roles, UnverifiedFact } from '../domain/binding.ts';
import type { LicenceTerms, SuppliedLicence } from '../domain/licence-use.ts';
import type { PaymentTerms } from '../domain/payment.ts';
import type { CorrectionPeriod, Issued } from '../domain/results.ts';
import type { DeferredMaterial } from '../domain/submission.ts';
import type { Consumed, MetRow } from '../domain/travel.ts';

/** What one filing takes along to its department, as planned. A shape of its own: the plan's may change while submissions are under way. */
export interface FilingPlan {
  /** Party → data elements of the department's own form. */
  readonly fields: Readonly<Record<string, ReadonlyArray<string>>>;
  readonly questions: ReadonlyArray<string>;
  readonly rows: ReadonlyArray<MetRow>;
  readonly consumes: ReadonlyArray<Consumed>;
  /** What it may issue, and for whom; null: planned before that was kept. */
  readonly issues: ReadonlyArray<Issued> | null;
  /** What has to be paid before it does; null: planned before that was kept. */
  readonly payment: PaymentTerms | 'NONE' | null;
  /** Null: nobody says, or planned before that was kept. */
  readonly correctionPeriod: CorrectionPeriod | null;
  /** Role → parties. */
  readonly parties: Readonly<Record<string, ReadonlyArray<string>>>;
}

/** What a submission carries, sealed at rest. Whoever changes it adds an upgrade below and a recorded release to the tests. */
export interface SubmissionRecord {
  readonly form: FormValue;
  readonly formSchema: Readonly<Record<string, unknown>>;
  readonly answers: ReadonlyArray<{ readonly question: string; readonly value: unknown }>;
  readonly parties: ReadonlyArray<{
    readonly id: string;
    readonly roles: ReadonlyArray<string>;
    readonly name?: string | null;
  }>;
  readonly evidence: ReadonlyArray<Evidence>;
  readonly consents: ReadonlyArray<Consent>;
  /** By position. */
  readonly filings: ReadonlyArray<FilingPlan>;
  readonly deferred: ReadonlyArray<DeferredMaterial>;
  /** What citizens are told each material of the plan is. */
  readonly titles: Readonly<Record<string, Localized>>;
  /** What nobody has verified when it was received. */
  readonly unverified: ReadonlyArray<UnverifiedFact>;
  /** Whom who signed in was bound by; null: received before that was judged. */
  readonly roles: Roles | null;
  /** Document types whose number tells who somebody is. */
  readonly personalNumbers: ReadonlyArray<string>;
  readonly departments: Readonly<Record<string, Localized>>;
  readonly taken: TakenTypes;
  readonly photos: AskedPhotos;
  readonly calendar: Calendar;
  /** Whose vault its results go to, as signed in; null: received before there was a vault, or erased. */
  readonly account: string | null;
  /** Material → what a licence for it has to be. */
  readonly licenceTerms: Readonly<Record<string, LicenceTerms>>;
  /** Licences that are its evidence, by id, as they were looked up. */
  readonly licences: Readonly<Record<string, SuppliedLicence>>;
  /** What licences were used up for in it. */
  readonly purposes: ReadonlyArray<string>;
  /** The catalogue that it was planned from, by which its departments go; null: received before that was kept. */
  readonly catalogue: Pin | null;
}

/** What stays of it when what it tells of persons is erased: what the catalogue says of everybody. */
export function withoutPersons(record: SubmissionRecord): SubmissionRecord {
  const nothing: FilingPlan = {
    fields: {},
    questions: [],
    rows: [],
    consumes: [],
    issues: null,
    payment: null,
    correctionPeriod: null,
    parties: {},
  };
  return {
    ...record,
    ...{
      form: {},
      formSchema: {},
      answers: [],
      parties: [],
      evidence: [],
      consents: [],
      deferred: [],
      titles: {},
      taken: {},
      photos: {},
      account: null,
      licenceTerms: {},
      licences: {},
      purposes: [],
    },
    ...{ filings: record.filings.map(() => nothing), unverified: [], roles: null },
  };
}

type FilingBefore = Omit<FilingPlan, 'issues' | 'payment' | 'correctionPeriod'>;
interface PlannedBefore extends FilingBefore {
  readonly matter: string;
}

export const submissionRecord = versionedRecord<SubmissionRecord>('submission', [
  // Version 0 kept the plan's filings as they were, the titles of matters, and no due dates of deferred materials.
  ({ planned, titles: _titles, ...kept }) => ({
    ...kept,
    filings: (planned as ReadonlyArray<PlannedBefore>).map(({ fields, questions, rows, consumes, parties }) => ({
      fields,
      questions,
      rows,
      consumes,
      parties,
    })),
    deferred: [],
  }),
  // Version 1 did not say what a filing may issue, nor whom who signed in is.
  ({ filings, ...kept }) => ({
    ...kept,
    filings: (filings as ReadonlyArray<FilingBefore>).map((filing) => ({ ...filing, issues: null })),
    unverified: [],
    roles: null,
  }),
  // Version 2 fetched nothing of what was shared.
  ({ filings, ...kept }) => ({
    ...kept,
    filings: (filings as ReadonlyArray<FilingPlan>).map((filing) => ({
      ...filing,
      rows: filing.rows.map((row) => ({ ...row, shared: [] })),
    })),
  }),
  // Version 3 took any file for any material.
  (kept) => ({ ...kept, taken: {} }),
  // Version 4 did not say what has to be paid.
  ({ filings, ...kept }) => ({
    ...kept,
    filings: (filings as ReadonlyArray<FilingPlan>).map((filing) => ({ ...filing, payment: null })),
  }),
  // Version 5 called a material by its id.
  (kept) => ({ ...kept, titles: {} }),
  // Version 6 looked no licence up, and put none into a vault.
  ({ filings, ...kept }) => ({
    ...kept,
    filings: (filings as ReadonlyArray<FilingPlan>).map((filing) => ({
      ...filing,
      rows: filing.rows.map((row) => ({ ...row, licences: [] })),
    })),
    ...{ account: null, licenceTerms: {}, licences: {}, purposes: [] },
  }),
  // Version 7 took any picture for a photograph.
  (kept) => ({ ...kept, photos: {} }),
  // Version 8 did not say from which catalogue it was planned.
  (kept) => ({ ...kept, catalogue: null }),
  // Version 9 gave fifteen working days for corrections, and did nothing after them.
  ({ filings, ...kept }) => ({
    ...kept,
    filings: (filings as ReadonlyArray<FilingPlan>).map((filing) => ({ ...filing, correctionPeriod: null })),
  }),
]);
