import type { Localized } from '../language/text.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Institution as OfCatalogue } from './domain/institutions.ts';
import type { Issuing } from './issuing.ts';
import type { InstitutionStore } from './store/institutions.ts';
import type { KeptLicence, LicenceStore } from './store.ts';

/** What the resolvers are given: each type here stands for the one of the schema with the same name. */
export interface Context {
  readonly identity: Identity | null;
  readonly store: LicenceStore;
  /** Of a submission, for one request. */
  readonly ofSubmission: (id: string) => Promise<ReadonlyArray<KeptLicence> | null>;
  readonly issuing: Issuing;
  readonly institutions: InstitutionStore;
  /** Null: the catalogue has it no more. For one request. */
  readonly institutionOf: (code: string) => Promise<Institution | null>;
  readonly now: () => number;
}
export type Institution = OfCatalogue;
export type Licence = KeptLicence;
export type VerifiedLicence = KeptLicence;
export type HeldLicence = KeptLicence;
export type LicenceHolder = KeptLicence['holder'];
export interface Submission {
  readonly id: string;
}
export interface Problem {
  readonly code: string;
  readonly message: Localized;
  readonly path: ReadonlyArray<string>;
  readonly material: string | null;
}
