import { byCode } from '../language/canonical.ts';
import { evaluate, openIn } from '../language/conditions.ts';
import { waivedBy } from './exemptions.ts';
import type { Expansion, MatterInstance, Row, RowOption } from './expansion.ts';
import { instancesOf } from './instances.ts';
import { createLacking } from './kinds.ts';
import { createNeedsOf } from './needs.ts';
import { type StatedRow, statedRows } from './overrides.ts';
import { createBinder } from './roles.ts';
import type { Understood } from './situation.ts';
import type { EventMember, PlanInput, Requirement } from './types.ts';

/** Every row of every matter of the event, bound to parties, with what each of its options would take on the day its matter begins. */
export function expandRows(
  input: PlanInput,
  understood: Understood,
  startsOn: (instance: number) => string,
): Expansion {
  const { basis } = input;
  const { facts } = understood;
  const binder = createBinder(basis.roles, understood.parties, understood.bindings, basis.bindings, understood.same);
  const lacking = createLacking(basis, facts, binder);
  const { instances, idle, missing } = instancesOf(input, facts, binder);
  const needsOf = createNeedsOf(basis, understood, binder, lacking, instances, startsOn);

  const stated = new Map<EventMember, ReadonlyArray<StatedRow>>();
  /** By code; one list for all parties that a matter is repeated for. */
  const rowsOf = ({ member, answer }: MatterInstance): ReadonlyArray<StatedRow> => {
    const known = stated.get(member) ?? [...statedRows(member, answer)].sort((a, b) => byCode(a.own.code, b.own.code));
    stated.set(member, known);
    return known;
  };
  const rows: Row[] = [];
  for (const instance of [...instances, ...idle]) {
    for (const stated of rowsOf(instance)) rows.push(expandRow(instance, stated, rows.length));
  }
  const refused = idle.filter(({ failed }) => failed.length > 0);
  return { binder, lacking, instances, refused, rows, missing };

  function expandRow(instance: MatterInstance, stated: StatedRow, index: number): Row {
    const { own, requirement, override } = stated;
    const alone = optionsOf(instance, own);
    const options = override ? optionsOf(instance, requirement) : alone;
    const basis = override?.legalBasis ?? null;
    const row = { index, instance, requirement, basis, alone, options: [], dependsOn: [], nobodyHas: false };
    if (!(lacking ? mayApply(instance, own) : alone.length > 0))
      return { ...row, basis: null, state: 'NOT_APPLICABLE' };
    const waiver = waivedBy(requirement);
    // Its department asks nobody for it, with the event or without.
    if (waiver !== null) return { ...row, basis: waiver, alone: [], state: 'WAIVED' };
    if (!(lacking ? mayApply(instance, requirement) : options.length > 0)) return { ...row, state: 'WAIVED' };
    if (options.length === 0) return { ...row, basis: null, state: 'NOT_APPLICABLE', nobodyHas: true };
    const committed = requirement.commitment !== null && understood.commitments.has(requirement.code);
    return {
      index,
      instance,
      requirement,
      basis,
      alone,
      nobodyHas: false,
      state: committed ? 'COMMITTED' : 'OPEN',
      options: committed ? [] : options,
      dependsOn: dependsOnOf(instance, requirement, options),
    };
  }

  /** Open questions that decide whether the row is needed, or of whom what. */
  function dependsOnOf(
    instance: MatterInstance,
    requirement: Requirement,
    options: ReadonlyArray<RowOption>,
  ): ReadonlyArray<string> {
    const dependsOn = [
      ...openIn(instance.condition, facts),
      ...openIn(requirement.condition, facts),
      // Needed at all only if an option opens; where one is certainly open the row is certain.
      ...(options.some((option) => option.truth === 'TRUE')
        ? []
        : options.flatMap((option) => openIn(option.condition, facts))),
      ...(lacking ? options.flatMap(({ needs }) => needs.flatMap(({ mayLack }) => mayLack)) : []),
    ];
    return dependsOn.length < 2 ? dependsOn : [...new Set(dependsOn)].sort(byCode);
  }

  /** Whether the situation asks for the row, whoever has what. */
  function mayApply(instance: MatterInstance, { condition, options }: Requirement): boolean {
    if (instance.truth === 'FALSE' || evaluate(condition, facts) === 'FALSE') return false;
    return options.some((option) => evaluate(option.condition, facts) !== 'FALSE');
  }

  /** Those that may hold and that somebody can meet, where the row may be needed at all. */
  function optionsOf(instance: MatterInstance, requirement: Requirement): ReadonlyArray<RowOption> {
    if (instance.truth === 'FALSE' || evaluate(requirement.condition, facts) === 'FALSE') return [];
    return requirement.options.flatMap(({ condition, uses }): RowOption[] => {
      const truth = evaluate(condition, facts);
      if (truth === 'FALSE') return [];
      const needs = needsOf(instance, requirement, uses);
      return needs ? [{ truth, condition, needs }] : [];
    });
  }
}
