import { byCode } from '../language/canonical.ts';
import { addPeriod, periodOf } from '../language/civil-date.ts';
import { problem } from '../language/problems.ts';
import type { Localized } from '../language/text.ts';
import { materialId } from './account.ts';
import type { Chosen } from './choose.ts';
import type { Expansion, MatterInstance } from './expansion.ts';
import type { NameParty } from './party-names.ts';
import { titleOf } from './reasons.ts';
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

/** What the event makes so early that it no longer holds when the matter that needs it begins. */
export function expiredOnTheWay(
  { rows }: Expansion,
  { met }: Chosen,
  { startDates, endDates }: Timing,
  nameParty: NameParty,
): ReadonlyArray<PlanWarning> {
  const found = new Map<string, PlanWarning>();
  for (const { index, instance } of rows)
    for (const { need, outcome } of met.get(index)?.needs ?? []) {
      if (outcome.kind !== 'PRODUCED') continue;
      const { by } = outcome;
      const result = by.answer?.results?.find(
        ({ documentType, spec }) => documentType.code === need.documentType.code && spec === need.spec,
      );
      const period = periodOf(result?.validity?.duration ?? '');
      if (!period) continue;
      const lastDay = addPeriod(endDates[by.index] as string, period);
      if ((startDates[instance.index] as string) <= lastDay) continue;
      const told = problem('RESULT_EXPIRES_BEFORE_USE', {
        material: titleOf(need, nameParty),
        made: by.member.title,
        needed: instance.member.title,
        date: lastDay,
      });
      found.set(`${need.key} ${by.index} ${instance.index}`, {
        ...told,
        matters: [by.member.matter, instance.member.matter],
      });
    }
  return [...found].sort(([a], [b]) => byCode(a, b)).map(([, warning]) => warning);
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
