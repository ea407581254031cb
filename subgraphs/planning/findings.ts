import { problem } from '../language/problems.ts';
import type { Localized } from '../language/text.ts';
import { materialId } from './account.ts';
import type { Chosen } from './choose.ts';
import type { NameParty } from './party-names.ts';
import { titleOf } from './reasons.ts';
import type { MatterInstance } from './rows.ts';
import type { Timing } from './timing.ts';
import type { PlanningBasis, PlanWarning, Problem } from './types.ts';

const titles = (instances: ReadonlyArray<MatterInstance>): ReadonlyArray<Localized> =>
  instances.map((instance) => instance.member.title);
const matters = (instances: ReadonlyArray<MatterInstance>): ReadonlyArray<string> =>
  instances.map((instance) => instance.member.matter);

/** What makes the catalogue's plan impossible, whatever the citizen does (PLANNING, rules 5 and 9). */
export function catalogueProblems(chosen: Chosen, nameParty: NameParty): ReadonlyArray<Problem> {
  const taken = chosen.takenTwice.map(
    ({ line, by }): Problem => ({
      ...problem('TAKEN_TWICE', { material: titleOf(line, nameParty), matters: titles(by) }),
      path: matters(by),
      material: materialId(line),
    }),
  );
  return chosen.cycle ? [cycleProblem(chosen.cycle), ...taken] : taken;
}

function cycleProblem(cycle: ReadonlyArray<MatterInstance>): Problem {
  const names = titles(cycle);
  const round = { zh: names.map(({ zh }) => zh).join(' → '), en: names.map(({ en }) => en).join(' → ') };
  return { ...problem('PRODUCTION_CYCLE', { matters: round }), path: matters(cycle) };
}

/** What a reader should know though the plan stands (PLANNING, rule 12). */
export function warningsOf(
  { promisedDays }: PlanningBasis,
  workingDays: number,
  { path, yearsNotCovered }: Timing,
): ReadonlyArray<PlanWarning> {
  const warnings: PlanWarning[] = [];
  if (promisedDays !== null && promisedDays < workingDays) {
    const told = problem('PROMISE_SHORTER_THAN_PATH', { promised: promisedDays, path: workingDays });
    warnings.push({ ...told, matters: path });
  }
  if (yearsNotCovered.length > 0)
    warnings.push({ ...problem('CALENDAR_NOT_PUBLISHED', { years: yearsNotCovered }), matters: [] });
  return warnings;
}
