import type { Condition } from '../language/conditions.ts';
import type { EventMember, MatterAnswer, Requirement, RowOverride } from './types.ts';

/** A row as its department states it, and as the event has it. */
export interface StatedRow {
  /** By its department's word: what it asks for where its matter is done by itself. */
  readonly own: Requirement;
  /** What the event asks for; the same where it departs in nothing. */
  readonly requirement: Requirement;
  readonly override: RowOverride | null;
}

/** The rows of a matter with what the event departs in. It asks for no row that the department does not ask for. */
export function statedRows({ overrides = [] }: EventMember, answer: MatterAnswer | null): ReadonlyArray<StatedRow> {
  return (answer?.requirements ?? []).map((own): StatedRow => {
    const override = overrides.find(({ requirement }) => requirement === own.code);
    if (!override) return { own, requirement: own, override: null };
    const { condition, options, deferral } = override;
    const requirement = {
      ...own,
      condition: both(own.condition, condition),
      options: options ?? own.options,
      deferral: deferral ?? own.deferral,
    };
    return { own, requirement, override };
  });
}

function both(one: Condition | null, other: Condition | null): Condition | null {
  if (one === null || other === null) return one ?? other;
  return { all: [one, other] };
}
