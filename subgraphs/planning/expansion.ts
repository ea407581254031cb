import type { Condition, Truth } from '../language/conditions.ts';
import type { Identity } from './identity.ts';
import type { Lacking } from './kinds.ts';
import type { Binder } from './roles.ts';
import type {
  AcceptanceCondition,
  DocumentType,
  EventMember,
  EvidenceUse,
  HeldDocument,
  LegalBasis,
  MatterAnswer,
  MatterWait,
  Requirement,
  Source,
} from './types.ts';

/** A matter as done once, or once per party of the role it is repeated for. */
export interface MatterInstance {
  readonly index: number;
  readonly member: EventMember;
  readonly answer: MatterAnswer | null;
  /** What it hangs on: that the situation needs it, and that those concerned are entitled to it. */
  readonly condition: Condition | null;
  /** UNKNOWN: planned as if it were needed. */
  readonly truth: Truth;
  /** Conditions of acceptance that do not hold, of a matter that is needed or may be; then it is not done. */
  readonly failed: ReadonlyArray<AcceptanceCondition>;
  /** What fails is that another benefit of its group is higher. */
  readonly outbid: boolean;
  /** Those that must be over before it begins, or may have to. */
  readonly waits: ReadonlyArray<MatterWait>;
  readonly repeatedFor: string | null;
  /** Null where the matter is done once. */
  readonly party: string | null;
}
/** One use of one option, after binding: what it would take to meet it. */
export interface Need extends Identity {
  readonly key: string;
  readonly use: EvidenceUse;
  /** Of a form that the one form fills. */
  readonly generated: boolean;
  /** Indexes of the instances that make it, the surest first. */
  readonly producers: ReadonlyArray<number>;
  /** The source it is fetched from, unless a line meets it anyway. */
  readonly source: Source | null;
  /** The citizen has it, young and trusted enough. */
  readonly held: boolean;
  /** The documents held that meet it; none where it is not held. */
  readonly heldAs: ReadonlyArray<HeldDocument>;
  /** Open questions by which one of the parties may turn out not to have it. */
  readonly mayLack: ReadonlyArray<string>;
  /** What it stands in for, which they have not got. */
  readonly replaces: DocumentType | null;
}
export interface RowOption {
  readonly truth: Truth;
  readonly condition: Condition | null;
  readonly needs: ReadonlyArray<Need>;
}
export interface Row {
  readonly index: number;
  readonly instance: MatterInstance;
  /** As the event has it. */
  readonly requirement: Requirement;
  /** On what it is waived, or is otherwise than its department states it. */
  readonly basis: LegalBasis | null;
  /** Ways to meet it where its matter is done by itself. */
  readonly alone: ReadonlyArray<RowOption>;
  /** NOT_APPLICABLE, WAIVED, COMMITTED, or to be met by one of the options. */
  readonly state: 'NOT_APPLICABLE' | 'WAIVED' | 'COMMITTED' | 'OPEN';
  /** Only those that may hold. */
  readonly options: ReadonlyArray<RowOption>;
  /** Open questions that decide whether the row is needed at all, or of whom what. */
  readonly dependsOn: ReadonlyArray<string>;
  /** Not applicable, because those concerned have nothing that would meet it. */
  readonly nobodyHas: boolean;
}
export interface Expansion {
  readonly binder: Binder;
  /** Null where everybody has whatever documents there are. */
  readonly lacking: Lacking | null;
  /** Those the situation needs or may need, in order of code and party. */
  readonly instances: ReadonlyArray<MatterInstance>;
  /** Those that the situation needs or may need and nobody is entitled to, in order of code. */
  readonly refused: ReadonlyArray<MatterInstance>;
  readonly rows: ReadonlyArray<Row>;
  /** Codes of matters, wanted or possibly wanted, whose department did not answer. */
  readonly missing: ReadonlyArray<string>;
}
