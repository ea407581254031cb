import type { CaseTerms } from '../language/case-clock.ts';
import type { Equivalence } from '../language/equivalence.ts';
import type { Opening } from '../language/opening-hours.ts';
import type { Carried, Policy } from '../language/policy.ts';
import type { Localized } from '../language/text.ts';
import type { LegalBasis } from '../planning/types.ts';

/** A reason for which matters may be refused (不予办理理由). */
export interface RefusalReason {
  readonly code: string;
  /** As the applicant is told. */
  readonly name: Localized;
  readonly legalBasis: LegalBasis;
  /** What it wants to be there, or not to be: another that wants the opposite excludes it. Null: neither. */
  readonly demands: RefusalDemand | null;
}
export interface RefusalDemand {
  readonly feature: { readonly code: string; readonly name: Localized };
  readonly present: boolean;
}
/** Who may have a case beside the departments. */
export interface CaseUnit {
  readonly code: string;
  readonly name: Localized;
}
/** How cases of one kind are seen to the end (诉求办理规则). */
export interface CaseKind extends Omit<CaseTerms, 'calendar'> {
  readonly code: string;
  readonly name: Localized;
  /** The unit that has it first. */
  readonly owner: string;
  /** Whether it is opened with a photograph, and done by showing another. */
  readonly photos: boolean;
  /** The how-manieth like case within so many natural days is escalated at once; null: none is. */
  readonly recurrence: { readonly count: number; readonly withinDays: number } | null;
  /** Opened by itself where refusals of two departments exclude each other; absent: not. */
  readonly forExcludingRefusals?: boolean;
}
/** Something that an authority does for people, and since when it can be done online (业务模块). */
export interface BusinessItem {
  readonly authority: string;
  readonly code: string;
  readonly name: Localized;
  /** Null: it is no matter of the catalogue. */
  readonly matter: string | null;
  /** ISO date; null: it is not online. */
  readonly onlineSince: string | null;
  /** Why it need not be online. `legalBasis` null: nobody says by which law. */
  readonly exempt: { readonly reason: string; readonly legalBasis: LegalBasis | null } | null;
  /** Why it is not online, or was not until it was. `since`, `promised`: ISO dates. */
  readonly offline: { readonly reason: string; readonly since: string; readonly promised: string | null } | null;
}
/** A policy with every region in which it may be offered, its own and those below, and what it leads to is filled with. */
export type PublishedPolicy = Policy & { readonly regions: ReadonlyArray<string>; readonly carries: Carried };
export interface PublishedEquivalence extends Equivalence {
  readonly provenance: 'SOURCED' | 'RECONSTRUCTED' | 'BACKGROUND';
}
/** A code on a wall, a window or a stop, by which appeals come in (扫码提). */
export interface PublishedIntakePoint {
  readonly code: string;
  readonly name: Localized;
  readonly kind: string;
  readonly place: {
    readonly code: string;
    readonly name: Localized;
    readonly region: string;
    /** WGS 84, in degrees. */
    readonly location: { readonly latitude: number; readonly longitude: number } | null;
  };
  readonly matter: string | null;
  readonly department: string | null;
}
/** A hall in which windows are (办事大厅). */
export interface ServiceHall {
  readonly code: string;
  readonly name: Localized;
  readonly address: Localized;
  readonly region: string;
}
/** People who are called first (优先人群). */
export interface QueueExemption {
  readonly code: string;
  readonly name: Localized;
  readonly legalBasis: LegalBasis;
}
/** The windows that take one series of numbers, and how these are given (预约取号). */
export interface QueueRules {
  readonly code: string;
  readonly name: Localized;
  readonly kind: 'WINDOW' | 'SITE_VISIT';
  /** Which runs it. */
  readonly department: string;
  readonly hall: string;
  /** Codes; of a site visit those of several departments. */
  readonly matters: ReadonlyArray<string>;
  readonly serviceMinutes: number;
  readonly opening: Opening;
  /** Numbers a day; null: as many as can be served. */
  readonly offered: number | null;
  readonly offeredReason: Localized | null;
  readonly walkInPercent: number;
  readonly periodMinutes: number;
  /** Times of the day so many days ahead, each with its share of what is booked. */
  readonly release: {
    readonly daysAhead: number;
    readonly waves: ReadonlyArray<{ readonly at: string; readonly percent: number }>;
  };
  readonly noShow: {
    readonly graceMinutes: number;
    readonly count: number;
    readonly withinDays: number;
    readonly barredDays: number;
  };
}
export interface AgentRules {
  /** From Monday to Sunday. */
  readonly mostPerWeek: number;
  readonly powerDays: number;
}
/** Everything about windows that one revision publishes. */
export interface ServiceWindows {
  readonly halls: ReadonlyArray<ServiceHall>;
  readonly exemptions: ReadonlyArray<QueueExemption>;
  readonly queues: ReadonlyArray<QueueRules>;
  /** Null: nobody may book for others. */
  readonly agents: AgentRules | null;
}
/** How issues of one origin are seen to the end (问题台账). */
export interface IssueKind extends Pick<CaseTerms, 'classes' | 'firstClass' | 'mostWorkingDays'> {
  readonly origin: 'WALKTHROUGH' | 'CORRECTIONS' | 'REVIEW';
  readonly name: Localized;
  readonly section: Localized;
  readonly measure: Localized;
}
export interface SupervisionRules {
  /** Who checks whether an issue is mended. */
  readonly unit: { readonly code: string; readonly name: Localized };
  readonly issueKinds: ReadonlyArray<IssueKind>;
  /** Why a review gives its grade, by codes. */
  readonly reviewReasons: ReadonlyArray<{ readonly code: string; readonly name: Localized }>;
  /** When a paper that no row names is asked for so often that it is drift. */
  readonly drift: { readonly percent: number; readonly leastFilings: number; readonly withinDays: number };
}
/** A power that one department hands down to another, once whoever takes it over is ready (权力下放). */
export interface PublishedDelegation {
  readonly matter: string;
  readonly from: string;
  readonly to: string;
  /** ISO date. */
  readonly effectiveOn: string;
  readonly legalBasis: LegalBasis;
}
/** An institution beside the departments that issues licences or takes them in (机构). */
export interface Institution {
  readonly code: string;
  readonly name: Localized;
  /** That it is under. */
  readonly department: string;
  /** Document types, with how many natural days each holds, the day of issue among them, and whether it is used up by being used once. */
  readonly issues: ReadonlyArray<{
    readonly documentType: string;
    readonly validDays: number;
    readonly consumable: boolean;
  }>;
  /** Document types that it uses up. */
  readonly redeems: ReadonlyArray<string>;
}
