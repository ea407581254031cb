import { describe, expect, it } from 'vitest';
import { type ReadinessKind, readinessKinds } from '../../../subgraphs/language/delegation.ts';
import {
  type Delegation,
  type DoneFor,
  delegationOf,
  firstMonthOf,
  nothingDone,
  statusOn,
  stepDelegation,
} from '../../../subgraphs/supervision/domain/delegations.ts';

const shown = (readiness: ReadinessKind, more: { count?: number; evidence?: string; on?: string } = {}): DoneFor => ({
  event: { kind: 'EVIDENCE', readiness, count: 2, evidence: '签到表', on: '2026-06-01', ...more },
  unit: 'district',
});
const activated: DoneFor = { event: { kind: 'ACTIVATED', on: '2026-06-10' }, unit: 'city' };
const all = readinessKinds.map((kind) => shown(kind));
const delegation: Delegation = {
  ...{ matter: 'M', from: 'city', to: 'district', effectiveOn: '2026-06-22' },
  legalBasis: { title: '下放目录', article: null, documentNumber: null },
};

describe('a delegation', () => {
  it.each(readinessKinds)('is not activated before %s is shown', (kind) => {
    const state = delegationOf(readinessKinds.filter((each) => each !== kind).map((each) => shown(each)));
    expect(state.missing).toEqual([kind]);
    expect(stepDelegation(state, activated)).toEqual({ refusal: 'DELEGATION_NOT_READY' });
  });

  it('is activated once all is shown, and once', () => {
    const state = delegationOf([...all, activated]);
    expect(state).toMatchObject({ missing: [], activatedOn: '2026-06-10' });
    expect(stepDelegation(state, activated)).toEqual({ refusal: 'DELEGATION_ACTIVE' });
    expect(stepDelegation(nothingDone, activated)).toEqual({ refusal: 'DELEGATION_NOT_READY' });
  });

  it('takes no evidence of nothing', () => {
    for (const more of [{ count: 0 }, { evidence: ' ' }])
      expect(stepDelegation(nothingDone, shown('STAFF', more))).toEqual({ refusal: 'READINESS_WITHOUT_EVIDENCE' });
    expect(stepDelegation(nothingDone, shown('STAFF', { count: 1 }))).toHaveProperty('state');
  });

  it('shows the latest of each kind, in their order', () => {
    const { readiness } = delegationOf([shown('SYSTEM'), shown('TRAINING'), shown('TRAINING', { count: 7 })]);
    expect(readiness.map(({ kind, count, by }) => [kind, count, by])).toEqual([
      ['TRAINING', 7, 'district'],
      ['SYSTEM', 2, 'district'],
    ]);
  });

  it('that was changed is none', () => {
    expect(() => delegationOf([activated])).toThrow(/cannot have been/);
  });

  it.each([
    [[], '2026-06-21', 'PLANNED'],
    [[], '2026-06-22', 'NOT_READY'],
    [[...all, activated], '2026-06-21', 'ACTIVATED'],
    [[...all, activated], '2026-06-22', 'IN_FORCE'],
  ] as const)('stands by its day and what was done: %#', (events, day, status) => {
    expect(statusOn(delegation, delegationOf(events), day)).toBe(status);
  });

  it('is looked after for a month from the day on which it begins', () => {
    expect(firstMonthOf(delegation, delegationOf([...all, activated]))).toEqual({
      ...{ from: '2026-06-22', until: '2026-07-22' },
    });
    expect(firstMonthOf(delegation, nothingDone)).toBeNull();
  });
});
