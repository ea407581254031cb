import type { Bindings, Condition, QuestionKind, QuestionOption } from '../language/conditions.ts';
import type { FactRule, KnownFact, QuestionFact } from '../language/facts.ts';
import type { ElementGroup, ElementWords } from '../language/form-words.ts';
import type { NumberFormat } from '../language/formats.ts';
import type { PhotoBackground, PhotoFact } from '../language/photo-facts.ts';
import type { Localized, Text } from '../language/text.ts';
import type { TimeLimit, WaitingPeriod } from '../language/time-limit.ts';
import type { UploadType } from '../language/upload-types.ts';
import type {
  BenefitAmount,
  CorrectionPeriod,
  ExemptionMethod,
  GroupChoice,
  Holding,
  LegalBasis,
  MatterPayment,
  Necessity,
  ProxyKind,
  TrustGrade,
  UseKind,
} from '../planning/types.ts';
import type { LodgingScope, RemedyKind } from './published.ts';

/** What the files say, once their JSON Schema holds. Absent members are absent, not null. */
export interface RegionsFile {
  readonly regions: ReadonlyArray<{ readonly code: string; readonly name: Localized; readonly parent: string | null }>;
}
export interface RolesFile {
  readonly roles: ReadonlyArray<{
    readonly code: string;
    readonly name: Localized;
    readonly members?: ReadonlyArray<string>;
    readonly mayBe?: ReadonlyArray<{ readonly role: string; readonly text?: Localized }>;
    readonly neverIs?: ReadonlyArray<string>;
  }>;
  readonly kinds?: ReadonlyArray<{
    readonly code: string;
    readonly name: Localized;
    readonly lacks: ReadonlyArray<{ readonly type: string; readonly instead?: string }>;
  }>;
}
export interface RemediesFile {
  readonly remedies: ReadonlyArray<{
    readonly code: string;
    readonly kind: RemedyKind;
    readonly to: Localized;
    readonly within?: string;
    readonly legalBasis: BasisInFile;
    readonly matterTypes?: ReadonlyArray<string>;
    readonly departments?: ReadonlyArray<string>;
    readonly exceptDepartments?: ReadonlyArray<string>;
  }>;
}
export interface CalendarFile {
  readonly years: ReadonlyArray<{
    readonly year: number;
    readonly holidays: ReadonlyArray<string>;
    readonly workdays: ReadonlyArray<string>;
  }>;
}
export interface DocumentTypesFile {
  readonly sources?: ReadonlyArray<{
    readonly code: string;
    readonly name: Localized;
    readonly method: ExemptionMethod;
    readonly requiresConsent: boolean;
    readonly provider?: string;
    readonly condition?: Condition;
  }>;
  readonly documentTypes?: ReadonlyArray<{
    readonly code: string;
    readonly name: Localized;
    readonly aliases: ReadonlyArray<string>;
    readonly licenceCode?: string;
    readonly holding: Holding;
    readonly sources?: ReadonlyArray<string>;
    readonly rarelyHeld?: boolean;
    readonly tells?: ReadonlyArray<string>;
    readonly tellsOf?: Readonly<Record<string, ReadonlyArray<string>>>;
    readonly prevailsOver?: ReadonlyArray<string>;
    readonly distinctFrom?: ReadonlyArray<string>;
    readonly personalNumber?: boolean;
    readonly consumable?: boolean;
    readonly provesPayment?: boolean;
    readonly numberFormat?: NumberFormat;
    readonly contentTypes?: ReadonlyArray<UploadType>;
    readonly photo?: PhotoInFile;
  }>;
}
/** One number, or what lies between two. */
export type RangeInFile = number | { readonly min?: number; readonly max?: number };
export interface PhotoInFile extends Partial<Record<Exclude<PhotoFact, 'background'>, RangeInFile>> {
  readonly background?: Lowercase<PhotoBackground>;
}
export interface QuestionsFile {
  /** In the order in which they are asked. */
  readonly groups?: ReadonlyArray<{ readonly code: string; readonly title: Localized }>;
  readonly questions: ReadonlyArray<{
    readonly code: string;
    readonly kind: QuestionKind;
    readonly text: Localized;
    readonly condition?: Condition;
    readonly options?: ReadonlyArray<QuestionOption>;
    readonly facts?: ReadonlyArray<QuestionFact>;
    readonly knownBy?: ReadonlyArray<KnownFact>;
    readonly mayBeUnknown?: true;
    readonly group?: string;
  }>;
}
export interface DataElementsFile {
  readonly dataElements: ReadonlyArray<
    {
      readonly code: string;
      readonly title: Localized;
      readonly schema: Readonly<Record<string, unknown>>;
      /** Code list of which its values are names. */
      readonly codeList?: string;
      readonly sensitive?: boolean;
    } & ElementWords
  >;
  /** In the order in which a form asks. */
  readonly groups?: ReadonlyArray<ElementGroup>;
  readonly rules?: ReadonlyArray<FactRule>;
  /** Tables of a standard (代码表), once. */
  readonly codeLists?: ReadonlyArray<{
    readonly code: string;
    readonly standard: string;
    readonly codes: ReadonlyArray<{ readonly code: string; readonly name: Localized }>;
  }>;
}
export interface LifeEventFile {
  readonly code: string;
  readonly region: string;
  readonly title: Localized;
  readonly audience: 'PERSON' | 'ENTERPRISE';
  readonly promisedDays?: number;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly bindings?: Bindings;
  readonly standing?: ReadonlyArray<string>;
  readonly onceFor?: ReadonlyArray<{
    readonly role: string;
    readonly sameBy: ReadonlyArray<ReadonlyArray<{ readonly element: string; readonly subject?: string }>>;
  }>;
  readonly lead?: string;
  readonly lodging?: LodgingScope;
  readonly groups?: ReadonlyArray<{
    readonly code: string;
    readonly choose: GroupChoice;
    readonly reason: Localized;
    readonly legalBasis: BasisInFile;
  }>;
  readonly members: ReadonlyArray<{
    readonly matter: string;
    readonly condition?: Condition;
    readonly exclusiveGroup?: string;
    readonly repeatedFor?: string;
    readonly restsOn?: ReadonlyArray<string>;
    readonly overrides?: ReadonlyArray<OverrideInFile>;
  }>;
}
/** What a region has otherwise of the event above it: what is stated stands, whole, in place of the same there; all else is taken over. */
export interface RegionalEventFile extends Partial<Omit<LifeEventFile, 'code' | 'region' | 'audience' | 'members'>> {
  readonly code: string;
  readonly region: string;
  readonly legalBasis: BasisInFile;
  /** Codes of members above. */
  readonly removed?: ReadonlyArray<string>;
  readonly replaced?: ReadonlyArray<{ readonly member: string; readonly by: LifeEventFile['members'][number] }>;
  readonly added?: LifeEventFile['members'];
}
/** What an event has otherwise of a row: waived, needed only where a condition holds, met by other documents, or following later. */
export interface OverrideInFile extends Pick<RequirementInFile, 'condition' | 'uses' | 'options' | 'deferral'> {
  readonly requirement: string;
  readonly waived?: true;
  readonly legalBasis: BasisInFile;
}
export interface UseInFile {
  readonly type: string;
  readonly subject: string;
  readonly spec?: string;
  readonly use: UseKind;
  readonly copies?: number;
  readonly minimumTrust?: TrustGrade;
  readonly maximumAgeDays?: number;
  readonly photo?: PhotoInFile;
}
export interface OptionInFile {
  readonly condition?: Condition;
  readonly proxy?: ProxyKind;
  readonly uses: ReadonlyArray<UseInFile>;
}
export interface RequirementInFile {
  readonly code: string;
  readonly name: Text;
  readonly necessity?: Necessity;
  readonly condition?: Condition;
  readonly declaredSource?: 'APPLICANT' | 'GOVERNMENT' | 'OTHER';
  readonly deferral?: { readonly workingDays: number; readonly consequence: Localized };
  readonly commitment?: { readonly text: Localized; readonly consequence: Localized };
  readonly proxy?: ProxyKind;
  readonly uses?: ReadonlyArray<UseInFile>;
  readonly options?: ReadonlyArray<OptionInFile>;
  readonly legalBasis?: BasisInFile;
  readonly onSite?: boolean;
  readonly exemptions?: ReadonlyArray<{
    readonly sources?: ReadonlyArray<string>;
    readonly regions?: ReadonlyArray<string>;
    readonly legalBasis: BasisInFile;
  }>;
  readonly provenance?: 'sourced' | 'reconstructed' | 'background';
}
export type BasisInFile = Pick<LegalBasis, 'title'> & { readonly article?: string; readonly documentNumber?: string };
export interface AcceptanceInFile {
  readonly code: string;
  readonly condition: Condition;
  readonly subject?: string;
  readonly otherwise: {
    readonly reason: Localized;
    readonly legalBasis: BasisInFile;
    readonly alternative?: { readonly text: Localized; readonly matter?: string };
  };
}
export interface PaymentInFile extends Omit<MatterPayment, 'items' | 'amountFen' | 'each' | 'basis'> {
  readonly item: Localized;
  readonly amountFen?: number;
  readonly each?: string;
  readonly basis: BasisInFile;
}
export interface MatterFile {
  readonly code: string;
  readonly catalogCode: string;
  readonly title: Localized;
  readonly region: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly type: string;
  readonly authority: Text;
  readonly statutoryLimit?: TimeLimit;
  readonly promisedLimit?: TimeLimit;
  readonly specialProcedures?: ReadonlyArray<{
    readonly code: string;
    readonly title: Localized;
    readonly limit: TimeLimit;
    readonly stopsClock: boolean;
  }>;
  readonly waits?: ReadonlyArray<{
    readonly code: string;
    readonly title: Localized;
    readonly limit: TimeLimit;
    readonly since?: WaitingPeriod['since'];
    readonly condition?: Condition;
    readonly legalBasis: BasisInFile;
  }>;
  readonly visits?: number;
  readonly onlineDepth?: number;
  readonly channels?: ReadonlyArray<string>;
  readonly conditions?: ReadonlyArray<Text>;
  readonly acceptance?: ReadonlyArray<AcceptanceInFile>;
  readonly benefits?: ReadonlyArray<Omit<BenefitAmount, 'condition'> & { readonly condition?: Condition }>;
  readonly legalBases?: ReadonlyArray<BasisInFile>;
  readonly costs?: ReadonlyArray<{ readonly item: Text; readonly amountFen: number; readonly basis: string }>;
  readonly payment?: PaymentInFile;
  readonly correctionPeriod?: CorrectionPeriod & { readonly legalBasis: BasisInFile };
  readonly remedies?: ReadonlyArray<string>;
  readonly requirements: ReadonlyArray<RequirementInFile>;
  readonly results: ReadonlyArray<{
    readonly type: string;
    readonly subject: string;
    readonly spec?: string;
    readonly validity?: string | { readonly until: Localized };
  }>;
  readonly formFields: ReadonlyArray<{
    readonly element: string;
    readonly subject: string;
    readonly required: boolean;
    readonly condition?: Condition;
    readonly schema?: Readonly<Record<string, unknown>>;
  }>;
  readonly automatic?: {
    readonly checks: ReadonlyArray<CheckInFile>;
    readonly issues: ReadonlyArray<{
      readonly type: string;
      readonly subject: string;
      readonly spec?: string;
      readonly number:
        | { readonly prefix: string; readonly digits: number }
        | { readonly sameAs: string }
        | {
            readonly residentIdentityNumber: {
              readonly area: string;
              readonly birthDate: string;
              readonly sex: string;
            };
          };
    }>;
  };
}
export type CheckInFile = { readonly subject: string; readonly condition?: Condition; readonly message: Localized } & (
  | { readonly check: 'DATE_NOT_IN_FUTURE'; readonly element: string }
  | { readonly check: 'DATE_NOT_BEFORE'; readonly element: string; readonly other: string }
  | { readonly check: 'PRODUCED_PRESENT'; readonly type: string; readonly spec?: string }
);
