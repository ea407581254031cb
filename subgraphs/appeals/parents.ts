import type DataLoader from 'dataloader';
import type { CaseAnswer, CaseState } from '../language/case-clock.ts';
import type { Localized } from '../language/text.ts';
import type { Identity } from '../runtime/identity.ts';
import type { LedgerKey } from '../runtime/ledger-key.ts';
import type { Submissions } from '../runtime/submissions.ts';
import type { Classing } from './classing.ts';
import type { Delivering } from './delivering.ts';
import type { IntakePlace as Place, IntakePoint as Point } from './domain/intake.ts';
import type { Lodged } from './domain/lodged.ts';
import type { AppealRules, ExcludingReason, AppealKind as Kind } from './domain/rules.ts';
import type { Opening } from './opening.ts';
import type { PhotoLink, Photos } from './photos.ts';
import type { Steps } from './steps.ts';
import type { AppealStore, KeptAppeal, KeptClass, KeptClassEvent, KeptEvent, KeptSource } from './store/index.ts';

/** What the resolvers are given: each type here stands for the one of the schema with the same name. */
export interface Context {
  readonly identity: Identity | null;
  readonly store: AppealStore;
  readonly submissions: Submissions;
  readonly photos: Photos;
  readonly opening: Opening;
  readonly delivering: Delivering;
  readonly classing: Classing;
  readonly steps: Steps;
  readonly ledgerKey: LedgerKey;
  readonly rules: () => Promise<AppealRules>;
  /** For one request. */
  readonly byId: DataLoader<string, KeptAppeal | null>;
  readonly ofSubmission: (id: string) => Promise<ReadonlyArray<KeptAppeal> | null>;
  /** Of an appeal, how many said it; of the citizen who asks, their own sources. */
  readonly sourceCounts: DataLoader<string, number>;
  readonly ownSources: DataLoader<string, ReadonlyArray<KeptSource>>;
  readonly points: DataLoader<string, Point | null>;
  readonly places: DataLoader<string, Place | null>;
  /** Tells apart who says nothing of who they are. */
  readonly caller: string;
  /** Writes down that the citizen who asks has received the answers of these, those that are answered. */
  readonly receive: (appeals: ReadonlyArray<KeptAppeal>) => Promise<void>;
  /** Writes down that the staff who ask look at these, each once in a request; resolves when it is kept. */
  readonly look: (appeals: ReadonlyArray<KeptAppeal>) => Promise<void>;
  /** Certificates for a submission that the caller may see; null: the caller is not concerned. */
  readonly lodgedFor: (submission: string) => Promise<ReadonlyArray<Lodged> | null>;
  readonly now: () => number;
}
export type Appeal = KeptAppeal;
export type AppealKind = Pick<Kind, 'code' | 'name' | 'classes' | 'mostWorkingDays' | 'photos'>;
export type AppealClass = CaseState['terms']['classes'][number];
/** As cases name who has them. */
export type AppealHandler = string;
export interface AppealUnit {
  readonly code: string;
  readonly name: Localized;
}
export type AppealAnswer = CaseAnswer;
export type AppealEscalation = NonNullable<CaseState['escalation']>;
export type AppealReason = ExcludingReason;
export type AppealCertificate = Lodged;
export type AppealEvent = KeptEvent;
export interface TrackedAppeal {
  readonly appeal: KeptAppeal;
  readonly source: KeptSource;
}
export type AppealSource = KeptSource;
export type AppealPlatform = AppealUnit;
export interface AppealPhoto {
  readonly appeal: string;
  readonly stage: 'BEFORE' | 'AFTER';
  readonly at: string;
  readonly upload: string;
}
export type AppealPhotoLink = PhotoLink;
export type LikeClass = KeptClass;
export type LikeClassEvent = KeptClassEvent;
export type CatalogueChange = NonNullable<KeptClass['change']>;
export interface SuggestedLikeClass {
  readonly matter: string | null;
  readonly about: string | null;
  readonly appeals: ReadonlyArray<KeptAppeal>;
}
export interface AlikeAppeal {
  readonly appeal: KeptAppeal;
  readonly alikeness: number;
}
export type IntakePoint = Point;
export type IntakePlace = Place;
export type TrackedAppealEvent = KeptEvent;
export interface Submission {
  readonly id: string;
}
export interface Problem {
  readonly code: string;
  readonly message: Localized;
  readonly path: ReadonlyArray<string>;
  readonly material: string | null;
}
