import { addPeriod } from '../../language/civil-date.ts';
import { beginsOn, type ReadinessKind, readinessKinds } from '../../language/delegation.ts';

/** A power that is handed down, as the catalogue publishes it. */
export interface Delegation {
  readonly matter: string;
  readonly from: string;
  readonly to: string;
  readonly effectiveOn: string;
  readonly legalBasis: {
    readonly title: string;
    readonly article: string | null;
    readonly documentNumber: string | null;
  };
}

export type DelegationEvent = { readonly on: string } & (
  | {
      /** That whoever takes it over has something. */
      readonly kind: 'EVIDENCE';
      readonly readiness: ReadinessKind;
      /** People trained or posted, windows, systems. */
      readonly count: number;
      /** What shows it: a document, a record. */
      readonly evidence: string;
    }
  | { readonly kind: 'ACTIVATED' }
);
export interface DoneFor {
  readonly event: DelegationEvent;
  /** Code of the department that did it. */
  readonly unit: string;
}

export interface Readiness {
  readonly kind: ReadinessKind;
  readonly count: number;
  readonly evidence: string;
  readonly on: string;
  readonly by: string;
}
export interface DelegationState {
  /** What is shown last of each kind, in the order of the kinds. */
  readonly readiness: ReadonlyArray<Readiness>;
  readonly missing: ReadonlyArray<ReadinessKind>;
  readonly activatedOn: string | null;
}
export const nothingDone: DelegationState = { readiness: [], missing: readinessKinds, activatedOn: null };

export type DelegationRefusal = 'DELEGATION_NOT_READY' | 'DELEGATION_ACTIVE' | 'READINESS_WITHOUT_EVIDENCE';

/** What something that is done makes of a delegation, or why it cannot be: nothing is activated before all is shown, and evidence is of something. */
export function stepDelegation(
  state: DelegationState,
  { event, unit }: DoneFor,
): { readonly state: DelegationState } | { readonly refusal: DelegationRefusal } {
  if (state.activatedOn !== null && event.kind === 'ACTIVATED') return { refusal: 'DELEGATION_ACTIVE' };
  if (event.kind === 'ACTIVATED') {
    if (state.missing.length > 0) return { refusal: 'DELEGATION_NOT_READY' };
    return { state: { ...state, activatedOn: event.on } };
  }
  if (event.evidence.trim() === '' || event.count < 1) return { refusal: 'READINESS_WITHOUT_EVIDENCE' };
  const { readiness: kind, count, evidence, on } = event;
  const shown = [...state.readiness.filter((each) => each.kind !== kind), { kind, count, evidence, on, by: unit }];
  return {
    state: {
      ...state,
      readiness: readinessKinds.flatMap((each) => shown.filter((one) => one.kind === each)),
      missing: readinessKinds.filter((each) => !shown.some((one) => one.kind === each)),
    },
  };
}

/** A delegation as what was done made of it. Throws where that does not follow from one another: then somebody has changed it. */
export function delegationOf(events: ReadonlyArray<DoneFor>): DelegationState {
  return events.reduce<DelegationState>((state, done) => {
    const step = stepDelegation(state, done);
    if ('refusal' in step) throw new Error(`A step of a delegation cannot have been: ${step.refusal}.`);
    return step.state;
  }, nothingDone);
}

/** `PLANNED`: its day is to come; `NOT_READY`: its day has come, and its owner keeps what is lodged; `ACTIVATED`: it begins on its day; `IN_FORCE`. */
export type DelegationStatus = 'PLANNED' | 'NOT_READY' | 'ACTIVATED' | 'IN_FORCE';

export function statusOn({ effectiveOn }: Delegation, { activatedOn }: DelegationState, day: string): DelegationStatus {
  const begins = beginsOn({ effectiveOn, activatedOn });
  if (begins === null) return day < effectiveOn ? 'PLANNED' : 'NOT_READY';
  return day < begins ? 'ACTIVATED' : 'IN_FORCE';
}

/** What its owner has to look at: what was lodged in its first month, from the first day to the day after the last. Null: it has not been activated. */
export function firstMonthOf(
  { effectiveOn }: Delegation,
  { activatedOn }: DelegationState,
): { readonly from: string; readonly until: string } | null {
  const from = beginsOn({ effectiveOn, activatedOn });
  return from === null ? null : { from, until: addPeriod(from, { months: 1 }) };
}
