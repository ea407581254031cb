import type { ActivateDelegationInput, RecordReadinessInput } from '../../../schema/generated/supervision.ts';
import { fingerprint } from '../../language/canonical.ts';
import { civilDateOf, isCivilDate } from '../../language/civil-date.ts';
import { type Identity, requireScope } from '../../runtime/identity.ts';
import { type Delegation, type DelegationEvent, nothingDone } from '../domain/delegations.ts';
import { readinessNames } from '../domain/reasons.ts';
import { type DelegationStepped, keyOf } from '../store/delegations.ts';
import type { Published, SupervisionStore } from '../store/index.ts';
import { type Asked, keyRefusal, refused } from './told.ts';

interface Parts {
  readonly store: SupervisionStore;
  readonly published: () => Promise<Published>;
  readonly now: () => number;
}
type Step<Input> = (input: Input, identity: Identity | null) => Promise<Asked>;
export interface DelegationSteps {
  readonly recordReadiness: Step<RecordReadinessInput>;
  readonly activate: Step<ActivateDelegationInput>;
}

export function createDelegationSteps({ store, published, now }: Parts): DelegationSteps {
  const told = async (outcome: DelegationStepped, delegation: Delegation): Promise<Asked> => {
    switch (outcome) {
      case 'DONE':
        return { id: delegation.matter, problems: [] };
      case 'KEY_REUSED':
        return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
      case 'TOO_MANY':
        return refused('SUPERVISION_TOO_LONG', 'matter');
      case 'READINESS_WITHOUT_EVIDENCE':
        return refused(outcome, 'evidence');
      case 'DELEGATION_ACTIVE':
        return refused(outcome, 'matter');
      case 'DELEGATION_NOT_READY': {
        const { missing } = (await store.delegations.states([delegation])).get(keyOf(delegation)) ?? nothingDone;
        return refused(outcome, 'matter', { missing: missing.map((kind) => readinessNames[kind]) });
      }
    }
  };
  /** `may`: for which of both departments somebody may do it. */
  const step = async (
    { idempotencyKey, ...content }: { readonly idempotencyKey: string; readonly matter: string },
    name: string,
    anyone: Identity | null,
    may: ReadonlyArray<'from' | 'to'>,
    eventOf: (on: string) => DelegationEvent | Asked,
  ): Promise<Asked> => {
    const { subject: by, department } = requireScope(anyone, 'delegations');
    const wrong = keyRefusal(idempotencyKey);
    if (wrong) return wrong;
    const delegation = (await published()).delegationOf.get(content.matter);
    if (!delegation) return refused('DELEGATION_NOT_FOUND', 'matter');
    const unit = may.map((side) => delegation[side]).find((code) => code === department);
    if (unit === undefined) return refused('DELEGATION_NOT_YOURS', 'matter');
    const at = now();
    const event = eventOf(civilDateOf(at));
    if ('problems' in event) return event;
    const outcome = await store.delegations.step(delegation, {
      ...{ event, unit, by, at: new Date(at).toISOString() },
      ...{ request: JSON.stringify([by, name, idempotencyKey]), requestHash: fingerprint(content) },
    });
    return told(outcome, delegation);
  };
  return {
    recordReadiness: (input, identity) =>
      step(input, 'readiness', identity, ['to', 'from'], (today) => {
        const { readiness, count, evidence, on } = input;
        const day = on ?? today;
        if (!isCivilDate(day) || day > today) return refused('READINESS_WITHOUT_EVIDENCE', 'on');
        return { kind: 'EVIDENCE', on: day, readiness, count, evidence: evidence.trim() };
      }),
    // Whoever hands it down says that the other is ready, having looked.
    activate: (input, identity) => step(input, 'activate', identity, ['from'], (on) => ({ kind: 'ACTIVATED', on })),
  };
}
