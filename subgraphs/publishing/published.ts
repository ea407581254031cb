import type { Calendar } from '../language/calendar.ts';
import type { CaseTerms } from '../language/case-clock.ts';
import type { Condition, PartyRole, Question } from '../language/conditions.ts';
import type { Equivalence, EquivalenceTerm } from '../language/equivalence.ts';
import type { Opening } from '../language/opening-hours.ts';
import type { Carried, Policy } from '../language/policy.ts';
import type { Localized, Text } from '../language/text.ts';
import type { SpecialProcedure, TimeLimit } from '../language/time-limit.ts';
import type {
  AcceptanceCondition,
  BenefitAmount,
  DocumentType,
  FormField,
  LegalBasis,
  MatterPayment,
  MatterWait,
  PlanningBasis,
  Requirement,
  ResultValidity,
  RoleDefinition,
  Source,
} from '../planning/types.ts';

/**
 * The shape in which catalogue files are handed over to the subgraphs that answer them: the centre's part, and each department's own.
 * It stands between them because both sides read it and neither may read the other.
 */
export interface PublishedRegion {
  readonly code: string;
  readonly name: Localized;
  readonly parent: string | null;
}
export type PublishedSource = Source;
export interface PublishedDocumentType extends DocumentType {
  readonly aliases: ReadonlyArray<string>;
  readonly licenceCode: string | null;
}
/** Within what area any counter takes an event in (通办范围). */
export type LodgingScope = 'NATION' | 'PROVINCE' | 'CITY' | 'COUNTY';
export type RemedyKind = 'RECONSIDERATION' | 'LITIGATION' | 'CIVIL_ACTION' | 'COMPLAINT';
/** A way to challenge a decision (救济渠道). */
export interface Remedy {
  readonly kind: RemedyKind;
  /** To whom. */
  readonly addressees: Localized;
  /** ISO 8601, from the day on which one knows of the decision; null: no limit. */
  readonly within: string | null;
  readonly legalBasis: LegalBasis;
}
/** What stands for one event in one region; content is stored once however many regions share it. */
export interface LifeEventContent {
  readonly title: Localized;
  readonly audience: 'PERSON' | 'ENTERPRISE';
  readonly promisedDays: number | null;
  readonly matterCodes: ReadonlyArray<string>;
  /** Code of the department that leads; null: nobody says. */
  readonly lead: string | null;
  /** Codes of the other departments of its matters, in order. */
  readonly partners: ReadonlyArray<string>;
  /** Null: nobody says. Of the country no region. */
  readonly lodging: { readonly scope: LodgingScope; readonly region: string | null } | null;
  /** On what basis it is otherwise here than in the region above; null: it is not. */
  readonly regionalBasis: LegalBasis | null;
  readonly basis: Omit<PlanningBasis, 'revision' | 'region'>;
}
export interface PublishedLifeEvent {
  readonly code: string;
  readonly region: string;
  /** First day and the day after the last on which it holds; null: open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly content: LifeEventContent;
  readonly search: string;
}
/** A matter's entry in the basic directory: what stands while its department is out, and for ever. */
export interface PublishedMatterEntry {
  readonly code: string;
  readonly catalogCode: string;
  readonly title: Localized;
  readonly department: string;
  readonly region: string;
  /** Codes of the reasons for which it may be refused. */
  readonly refusalReasons: ReadonlyArray<string>;
  /** Name, pinyin and initials. */
  readonly search: string;
}
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
/** Everything that one revision of the catalogue publishes, apart from what departments answer. */
export interface CataloguePublication {
  readonly contentHash: string;
  readonly regions: ReadonlyArray<PublishedRegion>;
  readonly departments: ReadonlyArray<{ readonly code: string; readonly name: Localized }>;
  readonly roles: ReadonlyArray<RoleDefinition>;
  readonly sources: ReadonlyArray<PublishedSource>;
  readonly documentTypes: ReadonlyArray<PublishedDocumentType>;
  readonly questions: ReadonlyArray<Question>;
  readonly lifeEvents: ReadonlyArray<PublishedLifeEvent>;
  readonly matters: ReadonlyArray<PublishedMatterEntry>;
  readonly refusalReasons: ReadonlyArray<RefusalReason>;
  readonly calendar: Calendar;
  readonly caseUnits: ReadonlyArray<CaseUnit>;
  readonly caseKinds: ReadonlyArray<CaseKind>;
  readonly businessItems: ReadonlyArray<BusinessItem>;
  readonly delegations: ReadonlyArray<PublishedDelegation>;
  /** Null: nobody says how supervision is done. */
  readonly supervision: SupervisionRules | null;
  /** Why something is exempt or offline, by code. */
  readonly availabilityReasons: ReadonlyArray<{ readonly code: string; readonly name: Localized }>;
  readonly policies: ReadonlyArray<PublishedPolicy>;
  readonly equivalenceTerms: ReadonlyArray<EquivalenceTerm>;
  readonly equivalences: ReadonlyArray<PublishedEquivalence>;
  readonly institutions: ReadonlyArray<Institution>;
  /** By which appeals are delivered. */
  readonly casePlatforms: ReadonlyArray<CaseUnit>;
  readonly intakePoints: ReadonlyArray<PublishedIntakePoint>;
  readonly serviceWindows: ServiceWindows;
}

/** What a department publishes of one matter (实施清单): the answer to every field of its type, and its desk's own rule. */
export interface MatterContent {
  readonly type: string;
  readonly authority: Text;
  readonly statutoryLimit: TimeLimit | null;
  readonly promisedLimit: TimeLimit | null;
  readonly specialProcedures: ReadonlyArray<SpecialProcedure>;
  readonly waits: ReadonlyArray<MatterWait>;
  readonly visits: number;
  readonly onlineDepth: number;
  readonly channels: ReadonlyArray<string>;
  readonly conditions: ReadonlyArray<Text>;
  readonly legalBases: ReadonlyArray<LegalBasis>;
  readonly costs: ReadonlyArray<{ readonly item: Text; readonly amountFen: number; readonly basis: string }>;
  /** Null: it demands none. */
  readonly payment: MatterPayment | null;
  readonly requirements: ReadonlyArray<Requirement>;
  readonly results: ReadonlyArray<{
    readonly documentType: { readonly code: string };
    readonly subject: PartyRole;
    readonly spec: string | null;
    readonly validity: ResultValidity | null;
  }>;
  readonly formFields: ReadonlyArray<FormField>;
  readonly remedies: ReadonlyArray<Remedy>;
  readonly acceptance: ReadonlyArray<AcceptanceCondition>;
  readonly benefits: ReadonlyArray<BenefitAmount>;
  /** Null: staff decide. */
  readonly automatic: AutomaticRule | null;
}
/** How the built-in desk decides a filing without staff: after its checks hold, it issues numbered results. */
export interface AutomaticRule {
  readonly checks: ReadonlyArray<DeskCheck>;
  readonly issues: ReadonlyArray<IssueRule>;
}
interface CheckBase {
  readonly subject: PartyRole;
  /** Verified only where this holds. */
  readonly condition: Condition | null;
  /** What the citizen must do when it does not hold. */
  readonly message: Localized;
}
export type DeskCheck =
  | (CheckBase & { readonly check: 'DATE_NOT_IN_FUTURE'; readonly element: string })
  | (CheckBase & { readonly check: 'DATE_NOT_BEFORE'; readonly element: string; readonly other: string })
  | (CheckBase & { readonly check: 'PRODUCED_PRESENT'; readonly documentType: string; readonly spec: string | null });
export interface IssueRule {
  readonly documentType: string;
  readonly subject: PartyRole;
  readonly spec: string | null;
  readonly number: NumberRule;
}
/** Prefix and a sequence of so many digits; the number of the same type with another spec; or a number by GB 11643. */
export type NumberRule =
  | { readonly prefix: string; readonly digits: number }
  | { readonly sameAs: string }
  | {
      readonly residentIdentityNumber: { readonly area: string; readonly birthDate: string; readonly sex: string };
    };

export interface PublishedMatter {
  readonly code: string;
  /** First day and the day after the last on which it holds; null: open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly content: MatterContent;
}
