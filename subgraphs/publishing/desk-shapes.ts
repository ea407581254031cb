import type { AnswerValue, Condition } from '../language/conditions.ts';
import type { EquivalenceScope, EquivalenceTerm } from '../language/equivalence.ts';
import type { NumberPart } from '../language/identity-number.ts';
import type { LicenceTelling } from '../language/policy.ts';
import type { Localized } from '../language/text.ts';
import type { AgentRules, CaseKind, CaseUnit, QueueRules, ServiceHall, SupervisionRules } from './published-desk.ts';
import type { BasisInFile, RequirementInFile } from './shapes.ts';

/** What the files of the service desk say: windows, appeals, supervision, policies. Absent members are absent, not null. */

export interface IntakePointsFile {
  readonly places: ReadonlyArray<{
    readonly code: string;
    readonly name: Localized;
    readonly region: string;
    readonly location?: { readonly latitude: number; readonly longitude: number };
  }>;
  readonly points: ReadonlyArray<{
    readonly code: string;
    readonly name: Localized;
    readonly place: string;
    readonly kind: string;
    readonly matter?: string;
    readonly department?: string;
  }>;
}
export interface CaseRulesFile {
  readonly units: ReadonlyArray<CaseUnit>;
  readonly platforms?: ReadonlyArray<CaseUnit>;
  readonly caseKinds: ReadonlyArray<
    Omit<CaseKind, 'recurrence' | 'photos'> & Partial<Pick<CaseKind, 'recurrence' | 'photos'>>
  >;
}
/** What an authority has online and what not (网上可办情况). */
export interface AvailabilityFile {
  readonly authority: string;
  readonly reasons?: ReadonlyArray<{ readonly code: string; readonly name: Localized }>;
  readonly items: ReadonlyArray<{
    readonly code: string;
    readonly name: Localized;
    readonly matter?: string;
    readonly onlineSince?: string;
    readonly exempt?: { readonly reason: string; readonly legalBasis?: BasisInFile };
    readonly offline?: { readonly reason: string; readonly since: string; readonly promised?: string };
  }>;
}
export type TellerInFile = { readonly answers?: Readonly<Record<string, AnswerValue>> } & (
  | { readonly identity: NumberPart }
  | { readonly licence: string; readonly tells: LicenceTelling; readonly field?: string }
  | { readonly source: string; readonly type: string; readonly field: string }
);
export interface PoliciesFile {
  readonly policies: ReadonlyArray<{
    readonly code: string;
    readonly name: Localized;
    readonly region: string;
    readonly legalBasis: BasisInFile;
    readonly validFrom: string;
    readonly validTo?: string;
    readonly about?: { readonly type: string; readonly role: string };
    readonly applicant: string;
    readonly facts: ReadonlyArray<{ readonly question: string; readonly from: ReadonlyArray<TellerInFile> }>;
    readonly condition: Condition;
    readonly why: Localized;
    readonly benefit: { readonly text: Localized; readonly amountFen?: number };
    readonly leadsTo: { readonly event: string } | { readonly matter: string };
    readonly had: ReadonlyArray<{ readonly type: string; readonly matter?: string }>;
  }>;
}
export interface EquivalencesFile {
  readonly scope: EquivalenceScope;
  readonly groups?: ReadonlyArray<{ readonly code: string; readonly name: Localized }>;
  readonly terms?: ReadonlyArray<EquivalenceTerm>;
  readonly equivalences: ReadonlyArray<{
    readonly code: string;
    readonly from: string;
    readonly to: string;
    readonly condition?: Condition;
    readonly legalBasis: BasisInFile;
    readonly approvedBy?: Localized;
    readonly approvedOn?: string;
    readonly validFrom: string;
    readonly validTo?: string;
    readonly provenance: NonNullable<RequirementInFile['provenance']>;
  }>;
}
export interface ServiceWindowsFile {
  readonly halls: ReadonlyArray<ServiceHall>;
  readonly exemptions?: ReadonlyArray<{
    readonly code: string;
    readonly name: Localized;
    readonly legalBasis: BasisInFile;
  }>;
  readonly queues: ReadonlyArray<
    Omit<QueueRules, 'opening' | 'offered' | 'offeredReason'> & {
      readonly opening: Pick<QueueRules['opening'], 'shifts'> &
        Partial<Pick<QueueRules['opening'], 'workingWeekendsAs'>>;
      readonly offered?: number;
      readonly offeredReason?: Localized;
    }
  >;
  readonly agents?: AgentRules;
}
/** How walks, their issues and bad reviews are seen to the end (监督评价规则). */
export type SupervisionFile = SupervisionRules;
/** Powers that are handed down (权力下放). */
export interface DelegationsFile {
  readonly delegations: ReadonlyArray<{
    readonly matter: string;
    readonly from: string;
    readonly to: string;
    readonly effectiveOn: string;
    readonly legalBasis: BasisInFile;
  }>;
}
export interface RefusalReasonsFile {
  readonly features: ReadonlyArray<{ readonly code: string; readonly name: Localized }>;
  readonly refusalReasons: ReadonlyArray<{
    readonly code: string;
    readonly name: Localized;
    readonly catalogCodes: ReadonlyArray<string>;
    readonly legalBasis: BasisInFile;
    readonly demands?: { readonly feature: string; readonly present: boolean };
  }>;
}
export interface InstitutionsFile {
  readonly institutions: ReadonlyArray<{
    readonly code: string;
    readonly name: Localized;
    readonly department: string;
    readonly issues?: ReadonlyArray<{ readonly type: string; readonly validDays: number }>;
    readonly redeems?: ReadonlyArray<string>;
  }>;
}
