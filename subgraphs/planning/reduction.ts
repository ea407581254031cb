import { nominalWorkingDays, wholeDays } from '../language/time-limit.ts';
import type { MatterInstance } from './rows.ts';
import type { AccountRow, Fate, Reduction, Tally } from './types.ts';

/** What the event saves: the same matters one by one, against the plan (PLANNING, rule 14). */
export function reductionOf(
  instances: ReadonlyArray<MatterInstance>,
  account: ReadonlyArray<AccountRow>,
  hasForm: boolean,
  materials: number,
  workingDays: number,
): Reduction {
  const count = (fate: Fate): number => account.filter((row) => row.fate === fate).length;
  const generated = count('GENERATED');
  const notApplicable = count('NOT_APPLICABLE');
  const notEntitled = count('NOT_ENTITLED');
  const visits = instances.map((instance) => instance.answer?.visits ?? 0);
  const limits = instances.map((instance) => instance.answer?.promisedLimit ?? null);
  const before: Tally = {
    departments: new Set(instances.map((instance) => instance.member.department)).size,
    matters: instances.length,
    forms: generated,
    materials: account.length - generated - notApplicable - notEntitled,
    visits: visits.reduce((sum, each) => sum + each, 0),
    // One after another, each begun on a day of its own: what it took without the event.
    workingDays: limits.reduce((sum, limit) => sum + (limit === null ? 0 : wholeDays(nominalWorkingDays(limit))), 0),
  };
  const after: Tally = {
    departments: Math.min(1, before.departments),
    matters: Math.min(1, before.matters),
    forms: hasForm ? 1 : 0,
    materials,
    visits: Math.min(1, Math.max(0, ...visits)),
    workingDays,
  };
  return {
    before,
    after,
    rows: account.length,
    kept: count('KEPT'),
    merged: count('MERGED'),
    produced: count('PRODUCED'),
    shared: count('SHARED'),
    generated,
    committed: count('COMMITTED'),
    deferred: count('DEFERRED'),
    notApplicable,
    notEntitled,
  };
}
