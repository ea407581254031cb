import type { Calendar } from '../language/calendar.ts';
import type { Condition, PartyRole, Question } from '../language/conditions.ts';
import type { EquivalenceTerm } from '../language/equivalence.ts';
import type { Localized, Text } from '../language/text.ts';
import type { SpecialProcedure, TimeLimit } from '../language/time-limit.ts';
import type {
  AcceptanceCondition,
  BenefitAmount,
  CorrectionPeriod,
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
import type {
  BusinessItem,
  CaseKind,
  CaseUnit,
  Institution,
  PublishedDelegation,
  PublishedEquivalence,
  PublishedIntakePoint,
  PublishedPolicy,
  RefusalReason,
  ServiceWindows,
  SupervisionRules,
} from './published-desk.ts';

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
  /** Code of the matter of a region above that it is taken over from; absent: it is the region's own. */
  readonly inherits?: string;
  /** Name, pinyin and initials. */
  readonly search: string;
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
  /** Null: what comes of it when nothing is mended its department decides. */
  readonly correctionPeriod: (CorrectionPeriod & { readonly legalBasis: LegalBasis }) | null;
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
