import type DataLoader from 'dataloader';
import type { Localized } from '../language/text.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Audit, JudgedItem } from './domain/availability.ts';
import type { Delegation as DelegatedPower, DelegationState, Readiness as Shown } from './domain/delegations.ts';
import type { Paper } from './domain/issues.ts';
import type { Grade } from './domain/reviews.ts';
import type { FiguresOf, FilingFigures, Journeys } from './journeys.ts';
import type { HearAsked } from './steps/asked-papers.ts';
import type { DelegationSteps } from './steps/delegations.ts';
import type { IssueSteps } from './steps/issues.ts';
import type { ReviewSteps } from './steps/reviews.ts';
import type { RecordWalkthrough } from './steps/walkthroughs.ts';
import type { Published, SupervisionStore } from './store/index.ts';
import type { KeptIssue, KeptIssueEvent } from './store/issue-records.ts';
import type { LedgerRow as Ledger } from './store/issues.ts';
import type { KeptReview } from './store/reviews.ts';
import type { KeptWalkthrough } from './store/walkthroughs.ts';

/** What the resolvers are given: each type here stands for the one of the schema with the same name. */
export interface Context {
  readonly identity: Identity | null;
  readonly store: SupervisionStore;
  /** What stands now, read once in a request and not before somebody needs it. */
  readonly published: () => Promise<Published>;
  readonly steps: DelegationSteps;
  readonly issueSteps: IssueSteps;
  readonly reviewSteps: ReviewSteps;
  readonly journeys: Journeys;
  readonly recordWalkthrough: RecordWalkthrough;
  readonly hearAsked: HearAsked;
  /** Of filings, asked for all at once. */
  readonly figures: DataLoader<FiguresOf, FilingFigures, string>;
  readonly now: () => number;
}
export interface Delegation {
  readonly delegation: DelegatedPower;
  readonly state: DelegationState;
}
export type Readiness = Shown;
export interface DelegatedMonth extends FilingFigures {
  readonly from: string;
  readonly until: string;
}
export interface Department {
  readonly code: string;
}
export interface Problem {
  readonly code: string;
  readonly message: Localized;
  readonly path: ReadonlyArray<string>;
  readonly material: string | null;
}
export interface Matter {
  readonly code: string;
}
export type AvailabilityAudit = Audit;
export type AvailabilityItem = JudgedItem;
export type AvailabilityReason = Audit['offlineByReason'][number];
export type Issue = KeptIssue;
export type IssueEvent = KeptIssueEvent;
export interface IssueOwner {
  readonly handler: string;
}
export type ObservedPaper = Paper;
export type Walkthrough = KeptWalkthrough;
export type LedgerRow = Ledger;
export interface Submission {
  readonly id: string;
}
export interface LifeEvent {
  readonly code: string;
  readonly region: string;
}
export interface FilingReview {
  readonly filing: string;
  readonly matter: string;
  readonly review: KeptReview | null;
}
export type Review = KeptReview;
export type ReviewedAs = KeptReview;
export type ReviewFollowUp = KeptIssue;
export interface ReviewReason {
  readonly code: string;
  readonly name: Localized;
}
export type ReviewGrade = Grade;
