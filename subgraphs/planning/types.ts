/**
 * The words of the planning core. Everything here is plain data: it crosses the graph as JSON and runs in a browser unchanged.
 * Terms follow CPSV-AP / CCCEV; the official Chinese term stands in brackets.
 */
import type { Calendar } from '../language/calendar.ts';
import type { AnswerValue, Bindings, Condition, PartyRole, Question } from '../language/conditions.ts';
import type { FactRule, KnownFact } from '../language/facts.ts';
import type { FormWords } from '../language/form-words.ts';
import type { NumberFormat } from '../language/formats.ts';
import type { PhotoFacts } from '../language/photo-facts.ts';
import type { Localized } from '../language/text.ts';
import type { SpecialProcedure, TimeLimit, WaitingPeriod } from '../language/time-limit.ts';
import type { UploadType } from '../language/upload-types.ts';

export type Holding = 'EACH' | 'JOINT';
export type ExemptionMethod =
  | 'GENERATED_FORM'
  | 'BOUND_LICENCE'
  | 'DATA_VERIFICATION'
  | 'PERSONAL_VAULT'
  | 'PRODUCED_IN_EVENT'
  | 'COMMITMENT';
/** Something that can supply a document type without the citizen (数据共享). */
export interface Source {
  readonly code: string;
  readonly name: Localized;
  /** GENERATED_FORM marks an application form that the one form fills. */
  readonly method: ExemptionMethod;
  readonly requiresConsent: boolean;
  /** Department whose system answers for it; none: what it holds is not fetched. */
  readonly provider?: string;
  /** Has anything only where this may hold: a birth abroad is in no hospital's records. */
  readonly condition?: Condition | null;
}
export interface DocumentType {
  readonly code: string;
  readonly name: Localized;
  readonly holding: Holding;
  readonly sources: ReadonlyArray<Source>;
  /** The citizen is unlikely to hold it already; see cost rule 3. */
  readonly rarelyHeld?: boolean;
  /** Codes of form fields about the document's subject that it tells. */
  readonly tells?: ReadonlyArray<string>;
  /** Codes of form fields about others that it tells, where there is one in the role. */
  readonly tellsOf?: Readonly<Record<PartyRole, ReadonlyArray<string>>>;
  /** Codes of document types that give way to it where both tell a field. */
  readonly prevailsOver?: ReadonlyArray<string>;
  /** Its number is personal information and is masked in answers. */
  readonly personalNumber?: boolean;
  /** Used up by being used once. */
  readonly consumable?: boolean;
  /** How its number is written and checked; absent: as its department likes. Nothing is planned from it. */
  readonly numberFormat?: NumberFormat;
  /** Media types that an upload of it may have; absent: all that are taken. Nothing is planned from it. */
  readonly contentTypes?: ReadonlyArray<UploadType>;
  /** What every photograph of the type is; rows may ask for more. Absent: nothing is said. */
  readonly photo?: PhotoFacts;
}

/** Document type × subject × spec that a matter issues (结果). */
export interface Output {
  readonly documentType: string;
  readonly subject: PartyRole;
  readonly spec: string | null;
}
export interface RoleDefinition {
  readonly code: PartyRole;
  readonly name: Localized;
  /** Of a group: the roles it covers. */
  readonly members?: ReadonlyArray<PartyRole>;
  /** Roles whose party is never this one's. */
  readonly neverIs?: ReadonlyArray<PartyRole>;
}
/** A kind of person (人群), by what documents such a one has not got. */
export interface PersonKind {
  readonly code: string;
  readonly name: Localized;
  /** Codes of document types; and what stands in for each, if anything does. */
  readonly lacks: ReadonlyArray<{ readonly documentType: string; readonly instead: string | null }>;
}
/** One matter of a life event (联办事项), as the catalogue knows it. */
export interface EventMember {
  readonly matter: string;
  readonly department: string;
  readonly title: Localized;
  readonly condition: Condition | null;
  /** Of the members of a group one is done at most; which, the group says. One that says nothing: exactly one. */
  readonly exclusiveGroup: string | null;
  /** Done once for each party of this role. */
  readonly repeatedFor: PartyRole | null;
  /** Who makes what also stands in the catalogue, so that a producer's outage cannot look like a demand. */
  readonly produces: ReadonlyArray<Output>;
  /** Who is entitled stands there too; absent: whoever needs the matter. */
  readonly acceptance?: ReadonlyArray<AcceptanceCondition>;
  /** Matters of the event that must be possible for this one to be: who is not entitled to them is not to it. */
  readonly restsOn?: ReadonlyArray<string>;
  /** What it pays; absent: nothing that is known. */
  readonly benefits?: ReadonlyArray<BenefitAmount>;
  /** Rows of the matter that the event waives or has otherwise; of a row one. */
  readonly overrides?: ReadonlyArray<RowOverride>;
}
/** What an event has otherwise than the department, of one of its rows. What it leaves null stands. */
export interface RowOverride {
  /** Code of the row. */
  readonly requirement: string;
  /** The row is needed only where this holds too; elsewhere it is waived. */
  readonly condition: Condition | null;
  /** In place of the department's. */
  readonly options: ReadonlyArray<EvidenceOption> | null;
  readonly deferral: Requirement['deferral'];
  readonly legalBasis: LegalBasis;
}
/** AT_MOST_ONE: the citizen's choice. EXACTLY_ONE: by the situation. HIGHEST_BENEFIT: of those that they are entitled to the one that pays most. */
export type GroupChoice = 'AT_MOST_ONE' | 'EXACTLY_ONE' | 'HIGHEST_BENEFIT';
export interface MatterGroup {
  readonly code: string;
  readonly choose: GroupChoice;
  /** Why not several. */
  readonly reasons: Localized;
  readonly legalBasis: LegalBasis;
}
/** Everything the catalogue knows that the core needs, for one event in one region. Two languages throughout; no field depends on the caller. */
/** Any one list of fields that are all equal tells that it is the same person; without a `subject`, of the person. */
export interface OnceFor {
  readonly role: PartyRole;
  readonly sameBy: ReadonlyArray<ReadonlyArray<{ readonly element: string; readonly subject?: PartyRole }>>;
}
export interface PlanningBasis {
  readonly revision: string;
  readonly event: string;
  readonly region: string;
  readonly title: Localized;
  readonly promisedDays: number | null;
  readonly members: ReadonlyArray<EventMember>;
  readonly groups?: ReadonlyArray<MatterGroup>;
  readonly questions: ReadonlyArray<Question>;
  /** What must hold between fields of the form. */
  readonly rules?: ReadonlyArray<FactRule>;
  /** Absent: fields stand in order of code, and say their titles alone. */
  readonly words?: FormWords;
  /** The event's default binding of roles. */
  readonly bindings: Bindings;
  /** Roles whose holder may apply by being who they are; absent: whoever is a party may. Nothing is planned from it. */
  readonly standing?: ReadonlyArray<PartyRole>;
  /** Who the event happens to once in a life, and by which fields of the form two of them are one. Nothing is planned from it. */
  readonly onceFor?: ReadonlyArray<OnceFor>;
  readonly roles: ReadonlyArray<RoleDefinition>;
  /** Those that answers to the questions make somebody. */
  readonly kinds?: ReadonlyArray<PersonKind>;
  readonly departments: ReadonlyArray<{ readonly code: string; readonly name: Localized }>;
  readonly documentTypes: ReadonlyArray<DocumentType>;
  readonly calendar: Calendar;
  /** Matters that are handed down, to whom and from which day (ISO) on. Nothing is planned from it. */
  readonly delegations?: ReadonlyArray<{ readonly matter: string; readonly to: string; readonly effectiveOn: string }>;
  /** Matters that are named as alternatives → as this region carries them out, where the code is another. */
  readonly alternatives?: Readonly<Record<string, string>>;
}

export type UseKind = 'INSPECT' | 'COPY' | 'INSPECT_AND_COPY' | 'HAND_IN' | 'ELECTRONIC';
export type TrustGrade = 'A' | 'B' | 'C' | 'D';
export interface EvidenceUse {
  readonly documentType: { readonly code: string };
  readonly subject: PartyRole;
  readonly spec: string | null;
  readonly use: UseKind;
  readonly copies: number;
  readonly minimumTrust: TrustGrade;
  readonly maximumAgeDays: number | null;
  /** What it asks of a photograph beside what its type says. Absent or null: nothing. */
  readonly photo?: PhotoFacts | null;
}
/** By what somebody acts for another (代办方式). */
export type ProxyKind = 'WRITTEN_POWER' | 'STATUTORY_GUARDIAN' | 'EMPLOYEE' | 'INSTITUTION';
/** Everything in it must be supplied (AND). CCCEV: EvidenceTypeList. */
export interface EvidenceOption {
  readonly condition: Condition | null;
  /** By what it authorises somebody to act for another; absent: it does not. Nothing is planned from it. */
  readonly proxy?: ProxyKind;
  readonly uses: ReadonlyArray<EvidenceUse>;
}
export type Necessity = 'REQUIRED' | 'CONDITIONAL' | 'DEFERRABLE';
export interface LegalBasis {
  readonly title: string;
  readonly article: string | null;
  readonly documentNumber: string | null;
}
/** A condition of acceptance that is decided (受理条件), and what follows where it does not hold. */
export interface AcceptanceCondition {
  /** Unique within the matter. */
  readonly code: string;
  readonly condition: Condition;
  /** About whom; null: about no party. */
  readonly subject: PartyRole | null;
  /** Why who does not meet it is not entitled. */
  readonly reasons: Localized;
  readonly legalBasis: LegalBasis;
  /** What else is possible; null: nothing. */
  readonly alternatives: Localized | null;
  /** Code of the matter that is possible instead, if it is one. */
  readonly alternativeMatter: string | null;
}
/** What a benefit pays (待遇标准); of several amounts the first whose condition holds. */
export interface BenefitAmount {
  readonly condition: Condition | null;
  readonly amountFen: number;
  readonly per: 'ONCE' | 'MONTH' | 'YEAR';
}
/** A wait of a matter, where its condition holds. */
export interface MatterWait extends WaitingPeriod {
  readonly condition: Condition | null;
  readonly legalBasis: LegalBasis;
}
/** How long what is issued holds (有效期): so long from its day on, or until something happens. */
export interface ResultValidity {
  /** ISO 8601 (P1Y, P6M, P90D); null: it ends with an event. */
  readonly duration: string | null;
  readonly untils: Localized | null;
}
/** A payment that a matter demands (缴费要求). */
export interface MatterPayment {
  readonly items: Localized;
  /** Null: the department says how much. */
  readonly amountFen: number | null;
  /** The amount is for each party in this role; null: for the whole filing. */
  readonly each: PartyRole | null;
  readonly payer: PartyRole;
  readonly channel: 'ONLINE' | 'BANK_TRANSFER' | 'COUNTER';
  readonly dueInWorkingDays: number;
  readonly demanded: 'ON_RECEIPT' | 'AFTER_ACCEPTANCE';
  readonly basis: LegalBasis;
}
/** How long an applicant has for what is asked for (补正期限). */
export interface CorrectionPeriod {
  readonly limit: TimeLimit;
  /** What is not completed by then counts as taken back (逾期视为撤回). */
  readonly deemedWithdrawn: boolean;
}
/** That a row need not be brought (免提交), in the region the department was asked about, and on what basis. */
export interface Exemption {
  /** Those that meet it instead; null: nothing is asked for. */
  readonly sources: ReadonlyArray<{ readonly code: string }> | null;
  readonly legalBasis: LegalBasis;
}
/** One row of one matter, as the department states it (申请材料). Any one option is enough (OR). */
export interface Requirement {
  readonly code: string;
  readonly names: Localized;
  readonly necessity: Necessity;
  readonly condition: Condition | null;
  readonly declaredSource: 'APPLICANT' | 'GOVERNMENT' | 'OTHER' | null;
  readonly deferral: { readonly workingDays: number; readonly consequences: Localized } | null;
  readonly commitment: { readonly texts: Localized; readonly consequences: Localized } | null;
  readonly options: ReadonlyArray<EvidenceOption>;
  readonly legalBasis: LegalBasis | null;
  /** Met on site alone (须到现场): a photograph taken there, a signature before somebody. Absent: no. */
  readonly onSite?: boolean | null;
  /** By which sources it may be met here, or that it is waived. Absent or null: by any of its document types'; empty: by none. */
  readonly exemptions?: ReadonlyArray<Exemption> | null;
  /** How sure the row is; nothing is planned from it. */
  readonly provenance?: 'SOURCED' | 'RECONSTRUCTED' | 'BACKGROUND' | null;
}
export interface FormField {
  /** Data element code, the same in every department (数据元). */
  readonly code: string;
  readonly subject: PartyRole;
  readonly titles: Localized;
  readonly required: boolean;
  readonly sensitive: boolean;
  /** Asked only where this holds. */
  readonly condition: Condition | null;
  /** JSON Schema 2020-12 of the value. */
  readonly schema: Readonly<Record<string, unknown>>;
}
/**
 * What one department answered about one matter: exactly the selection that `LifeEvent.plan` requires.
 * A null in any list means that the department did not answer it.
 */
export interface MatterAnswer {
  readonly code: string;
  readonly visits: number | null;
  /** Absent or null: not known, then taken as online too. */
  readonly channels?: ReadonlyArray<string> | null;
  readonly promisedLimit: TimeLimit | null;
  readonly statutoryLimit: TimeLimit | null;
  readonly specialProcedures: ReadonlyArray<SpecialProcedure> | null;
  /** Absent or null: none that is known. */
  readonly waits?: ReadonlyArray<MatterWait> | null;
  readonly requirements: ReadonlyArray<Requirement> | null;
  readonly results: ReadonlyArray<{
    readonly documentType: { readonly code: string };
    readonly subject: PartyRole;
    readonly spec: string | null;
    /** Absent or null: not known. */
    readonly validity?: ResultValidity | null;
  }> | null;
  readonly formFields: ReadonlyArray<FormField> | null;
  /** Absent or null: the catalogue's word stands. */
  readonly acceptance?: ReadonlyArray<AcceptanceCondition> | null;
  readonly benefits?: ReadonlyArray<BenefitAmount> | null;
  /** Nothing is planned from it. */
  readonly payment?: MatterPayment | null;
  /** Likewise. */
  readonly correctionPeriod?: CorrectionPeriod | null;
}

export interface Answer {
  readonly question: string;
  readonly value: unknown;
  /** Id of the look at sources in which one told it; absent or null: the citizen said so. Only counted here. */
  readonly toldBy?: string | null;
}
/** A field of the form that is filled in already, before the plan is made. */
export interface ToldFact {
  readonly party: string;
  /** Data element. */
  readonly field: string;
  readonly value: unknown;
}
/** An answer that follows from fields that are filled in. */
export interface DerivedAnswer {
  readonly question: string;
  readonly value: AnswerValue;
}
export interface PartyBinding {
  readonly id: string;
  readonly roles: ReadonlyArray<PartyRole>;
  /** What the party is called in titles, and nothing else is planned from; absent: by its role. */
  readonly name?: string | null;
}
export interface HeldDocument {
  readonly documentType: string;
  readonly subject?: PartyRole | null;
  readonly party?: string | null;
  readonly spec?: string | null;
  readonly trust: TrustGrade;
  readonly issuedOn?: string | null;
  /** Last day on which it holds; null: no end is known. */
  readonly expiresOn?: string | null;
  /** Id of the licence that it is in the vault; null: the citizen says that they hold it. */
  readonly licence?: string | null;
}
/** What the citizen said: the arguments of `LifeEvent.plan`. */
export interface Situation {
  readonly answers: ReadonlyArray<Answer>;
  readonly parties: ReadonlyArray<PartyBinding>;
  readonly refusedSources: ReadonlyArray<string>;
  readonly held: ReadonlyArray<HeldDocument>;
  /** Codes of requirements for which the signed commitment is chosen. */
  readonly commitments: ReadonlyArray<string>;
  /** Absent: none. */
  readonly facts?: ReadonlyArray<ToldFact>;
}

/** The input of the core. Same values, same plan. */
export interface PlanInput {
  readonly basis: PlanningBasis;
  /** Codes of the event's matters: an answer absent for one of them is a department that did not answer. */
  readonly matterCodes: ReadonlyArray<string>;
  /** As gathered: null, or an item with nulls inside, where a department did not answer. */
  readonly matters: ReadonlyArray<MatterAnswer | null> | null;
  readonly situation: Situation;
  /** ISO date on which the plan is made. */
  readonly today: string;
  /** Search nodes after which the best list found is returned with `optimal: false`. Default 20 000, a tenth of a second or so. */
  readonly nodeBudget?: number;
}

export type Fate =
  | 'KEPT'
  | 'MERGED'
  | 'PRODUCED'
  | 'SHARED'
  | 'GENERATED'
  | 'COMMITTED'
  | 'DEFERRED'
  | 'WAIVED'
  | 'NOT_APPLICABLE'
  | 'NOT_ENTITLED';

export interface Problem {
  readonly code: string;
  readonly message: Localized;
  readonly path: ReadonlyArray<string>;
  readonly material?: string | null;
}
export interface PlannedMaterial {
  readonly id: string;
  readonly documentType: string;
  readonly subjects: ReadonlyArray<PartyRole>;
  readonly parties: ReadonlyArray<string>;
  readonly party: string | null;
  readonly spec: string | null;
  /** What it has to be for all of its rows, where it is a photograph of which any says so. */
  readonly photo: PhotoFacts | null;
  readonly title: Localized;
  readonly showOriginal: boolean;
  readonly handIn: boolean;
  readonly copies: number;
  readonly minimumTrust: TrustGrade;
  readonly maximumAgeDays: number | null;
  readonly deferrable: boolean;
  readonly dueInWorkingDays: number | null;
  /** Indexes into `Plan.account`. */
  readonly neededBy: ReadonlyArray<number>;
  /** Codes of open questions. */
  readonly dependsOn: ReadonlyArray<string>;
  /** Codes of document types. */
  readonly alternatives: ReadonlyArray<string>;
  /** Lines of the same kind and somebody's of whom it is too, for which the same photograph does not do, and why. */
  readonly apart: ReadonlyArray<{ readonly material: string; readonly reason: Localized }>;
}
export interface AccountRow {
  readonly matter: string;
  readonly requirement: string;
  readonly names: Localized;
  readonly party: string | null;
  readonly fate: Fate;
  readonly material: string | null;
  readonly dependsOn: ReadonlyArray<string>;
  readonly producedBy: string | null;
  readonly source: string | null;
  readonly reason: Localized;
  /** On what it is shared or waived, where somebody says; or on what the event has it otherwise than its department. */
  readonly basis: LegalBasis | null;
}
export interface Tally {
  readonly departments: number;
  readonly matters: number;
  readonly forms: number;
  readonly materials: number;
  readonly visits: number;
  readonly workingDays: number;
}
export interface Reduction {
  readonly before: Tally;
  readonly after: Tally;
  readonly rows: number;
  readonly kept: number;
  readonly merged: number;
  readonly produced: number;
  readonly shared: number;
  readonly generated: number;
  readonly committed: number;
  readonly deferred: number;
  readonly waived: number;
  readonly notApplicable: number;
  readonly notEntitled: number;
}
export interface OneFormField {
  readonly code: string;
  readonly subject: PartyRole;
  readonly party: string;
  readonly titles: Localized;
  readonly required: boolean;
  readonly sensitive: boolean;
  readonly receivedBy: ReadonlyArray<string>;
  readonly prefilledFrom: string | null;
  /** The one value that is left, and the question whose answer leaves it; no question: it was told before. Null: nothing is settled. */
  readonly fixed: { readonly question: string | null; readonly value: unknown } | null;
}
export interface ToldField {
  readonly party: string;
  readonly code: string;
  readonly source: string;
  readonly documentType: string;
  /** Of the document. */
  readonly parties: ReadonlyArray<string>;
}
export interface OneForm {
  /**
   * JSON Schema 2020-12 with each title in Chinese, and as `description` in English; `formIn` gives it in one language. `properties` is party id → object →
   * data element code, in the order of the fields. While questions are open, `$answers` may hold their
   * answers by code, and `allOf` says as `if/then` what they make required.
   */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly fields: ReadonlyArray<OneFormField>;
  /** Fields that documents of sources tell, and which documents. Not in the public schema; what was seen before fills them. */
  readonly told: ReadonlyArray<ToldField>;
  /** Names of the departments' forms that it replaces. */
  readonly replaces: ReadonlyArray<string>;
}
export interface PlanStep {
  readonly matter: string;
  readonly party: string | null;
  readonly stage: number;
  readonly after: ReadonlyArray<string>;
  readonly promised: TimeLimit | null;
  /** What must be over before it begins, or may have to. */
  readonly waits: ReadonlyArray<MatterWait>;
  /** Somebody has to be there: it is done at the counter alone, or one of its rows is met on site. */
  readonly inPerson: boolean;
}
export interface PlanWarning {
  readonly code: string;
  readonly message: Localized;
  readonly matters: ReadonlyArray<string>;
}
/** That those concerned are not entitled to a matter which the situation needs, or may need. */
export interface PlannedRefusal {
  readonly matter: string;
  /** Code of the condition of acceptance that does not hold, of the matter or of one that it rests on; or of the group of which another benefit is higher. */
  readonly condition: string;
  /** About whom; of a condition about no party none. */
  readonly subject: PartyRole | null;
  readonly parties: ReadonlyArray<string>;
  readonly who: Localized | null;
  readonly reason: Localized;
  readonly legalBasis: LegalBasis;
  readonly alternative: Localized | null;
  readonly alternativeMatter: string | null;
  /** Codes of open questions that decide whether the matter is needed at all. */
  readonly dependsOn: ReadonlyArray<string>;
}
export interface PlannedQuestion {
  readonly question: string;
  readonly mostMaterials: number;
  readonly fewestMaterials: number;
  /** It changes nothing but what the form asks. */
  readonly onlyForm: boolean;
  /** Sources that can answer it, of those not refused. */
  readonly knownBy: ReadonlyArray<KnowingSource>;
  /** Fields of the form that answer it once they are filled in. */
  readonly answeredBy: ReadonlyArray<OneFormField>;
}
/** A source that can answer a question, and the document of it that does. */
export interface KnowingSource {
  readonly source: string;
  readonly provider: string;
  readonly requiresConsent: boolean;
  readonly documentType: string;
  readonly party: string;
  readonly field: string;
  readonly answers: NonNullable<KnownFact['answers']> | null;
  readonly title: Localized;
}
/** What came of an event's questions. */
export interface Questionnaire {
  readonly open: number;
  /** Answered by the citizen. */
  readonly asked: number;
  /** Answered by sources instead. */
  readonly told: number;
  /** Followed from fields. */
  readonly derived: number;
}
/** What the core answers. Every list is in a decided order. */
export interface Plan {
  readonly id: string;
  readonly catalogueRevision: string;
  readonly problems: ReadonlyArray<Problem>;
  readonly complete: boolean;
  readonly missing: ReadonlyArray<string>;
  readonly openQuestions: ReadonlyArray<PlannedQuestion>;
  readonly questionnaire: Questionnaire;
  readonly derivedAnswers: ReadonlyArray<DerivedAnswer>;
  readonly refusals: ReadonlyArray<PlannedRefusal>;
  readonly materials: ReadonlyArray<PlannedMaterial>;
  readonly account: ReadonlyArray<AccountRow>;
  readonly reduction: Reduction;
  readonly form: OneForm;
  readonly steps: ReadonlyArray<PlanStep>;
  readonly criticalPath: { readonly workingDays: number; readonly matters: ReadonlyArray<string> };
  readonly optimal: boolean;
  readonly lowerBound: number;
  readonly warnings: ReadonlyArray<PlanWarning>;
  /** Sources the plan draws on, with whether consent must be given: `submitLifeEvent` demands the consents. */
  readonly sources: ReadonlyArray<{ readonly code: string; readonly requiresConsent: boolean }>;
  /** Every role of the event → its parties. Not in the public schema; who signed in is bound to them. */
  readonly bound: Bindings;
  /** What each filing takes along. Not in the public schema; the submission files by it. */
  readonly filings: ReadonlyArray<PlannedFiling>;
}
/** One matter's share of a submission, as planned. */
/** A document that a source is asked for instead of the citizen (rule 6). */
export interface SharedDocument {
  readonly source: string;
  /** Department whose system is asked. */
  readonly provider: string;
  readonly documentType: string;
  /** Those who hold it together; of a type that each has of their own, one. */
  readonly parties: ReadonlyArray<string>;
  readonly spec: string | null;
  readonly minimumTrust: TrustGrade;
  readonly maximumAgeDays: number | null;
  /** Id of the material that the citizen is asked for where the source has not got it. */
  readonly material: string;
  readonly title: Localized;
}
/** A licence of the vault that meets a use of a row, and what that use asks of it. */
export interface MetByLicence {
  readonly licence: string;
  readonly documentType: string;
  readonly parties: ReadonlyArray<string>;
  readonly spec: string | null;
  readonly minimumTrust: TrustGrade;
  readonly maximumAgeDays: number | null;
  readonly title: Localized;
}
export interface PlannedFiling {
  readonly matter: string;
  readonly department: string;
  readonly party: string | null;
  readonly stage: number;
  /** Indexes into `Plan.filings` of those that must be approved first. */
  readonly after: ReadonlyArray<number>;
  /** ISO date on which its matter is expected to start. */
  readonly startsOn: string;
  /** Working days after the plan's day within which it should be decided, all that it waits for included; rounded up once. */
  readonly endsAfterWorkingDays: number;
  /** Party → data elements of its own form. */
  readonly fields: Readonly<Record<string, ReadonlyArray<string>>>;
  /** Questions that its conditions name. */
  readonly questions: ReadonlyArray<string>;
  /** How each of its rows is met: by lines of the list, by what another filing issues, by a source. */
  readonly rows: ReadonlyArray<{
    readonly requirement: string;
    readonly fate: Fate;
    readonly materials: ReadonlyArray<string>;
    readonly sources: ReadonlyArray<string>;
    readonly shared: ReadonlyArray<SharedDocument>;
    /** Licences of the vault that it is met by. */
    readonly licences: ReadonlyArray<MetByLicence>;
  }>;
  /** What it issues, and for whom. */
  readonly issues: ReadonlyArray<{
    readonly documentType: string;
    readonly subject: PartyRole;
    readonly parties: ReadonlyArray<string>;
    readonly spec: string | null;
    readonly validity: string | null;
  }>;
  /** What earlier filings issue and this one needs. */
  readonly consumes: ReadonlyArray<{
    readonly documentType: string;
    readonly parties: ReadonlyArray<string>;
    readonly spec: string | null;
    readonly filing: number;
  }>;
  /** Roles of the event → their parties, as bound for this filing. */
  readonly parties: Readonly<Record<PartyRole, ReadonlyArray<string>>>;
}
