import { wholeDays } from '../language/time-limit.ts';
import type { MatterInstance } from './expansion.ts';
import type { Timing } from './timing.ts';
import type { AccountRow, Fate, Reduction, Tally } from './types.ts';
import type { Visits } from './visits.ts';

/** What the event saves: the same matters one by one, against the plan (PLANNING, rule 14). */
export function reductionOf(
  instances: ReadonlyArray<MatterInstance>,
  account: ReadonlyArray<AccountRow>,
  hasForm: boolean,
  materials: number,
  visits: Visits,
  timing: Timing,
): Reduction {
  const count = (fate: Fate): number => account.filter((row) => row.fate === fate).length;
  const generated = count('GENERATED');
  const notApplicable = count('NOT_APPLICABLE');
  const notEntitled = count('NOT_ENTITLED');
  const before: Tally = {
    departments: new Set(instances.map((instance) => instance.member.department)).size,
    matters: instances.length,
    forms: generated,
    materials: account.length - generated - notApplicable - notEntitled,
    visits: visits.before,
    workingDays: wholeDays(timing.oneByOne),
  };
  const after: Tally = {
    departments: Math.min(1, before.departments),
    matters: Math.min(1, before.matters),
    forms: hasForm ? 1 : 0,
    materials,
    visits: visits.after,
    workingDays: wholeDays(timing.end),
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
    waived: count('WAIVED'),
    notApplicable,
    notEntitled,
  };
}
