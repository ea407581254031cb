import { byCode } from '../language/canonical.ts';
import type { Condition } from '../language/conditions.ts';
import { problem } from '../language/problems.ts';
import type { Expansion, MatterInstance } from './expansion.ts';
import type { AcceptanceCondition, BenefitAmount, MatterGroup, PlanningBasis, Problem } from './types.ts';

/** A matter that may pay more than another, or less. */
export interface Candidate {
  readonly matter: string;
  /** That it is needed, and that those concerned are entitled to it; null: always. */
  readonly condition: Condition | null;
  readonly benefits: ReadonlyArray<BenefitAmount>;
}

/** That no other benefit of the group, to which they are entitled as well, is higher; of equal ones the first by code is done. */
export function isHighest(
  { code, reasons, legalBasis }: MatterGroup,
  own: Candidate,
  others: ReadonlyArray<Candidate>,
): AcceptanceCondition {
  const higher = others.flatMap((other) => outbids(other, own).map((outbid) => allOf([other.condition, outbid])));
  return {
    code,
    condition: { not: { any: higher } },
    subject: null,
    reasons,
    legalBasis,
    alternatives: null,
    alternativeMatter: null,
  };
}

/** The ways in which one benefit pays more than another. */
function outbids(one: Candidate, other: Candidate): ReadonlyArray<Condition> {
  return amountsOf(one).flatMap((more) =>
    amountsOf(other)
      .filter(
        (less) =>
          more.amountFen > less.amountFen ||
          (more.amountFen === less.amountFen && byCode(one.matter, other.matter) < 0),
      )
      .map((less) => allOf([more.condition, less.condition])),
  );
}

/** Amounts, each with all that must hold for it to be the one that is paid; nothing where none does. */
function amountsOf({
  benefits,
}: Candidate): ReadonlyArray<{ readonly condition: Condition; readonly amountFen: number }> {
  return [...benefits, { condition: null, amountFen: 0 }].map(({ condition, amountFen }, at) => ({
    amountFen,
    condition: allOf([
      ...benefits.slice(0, at).map((earlier): Condition => ({ not: allOf([earlier.condition]) })),
      condition,
    ]),
  }));
}

function allOf(conditions: ReadonlyArray<Condition | null>): Condition {
  return { all: conditions.filter((condition) => condition !== null) };
}

/** Several of a group that knows only one, or none of one that knows exactly one: nothing that can be submitted. */
export function groupProblems(
  { members, groups = [] }: PlanningBasis,
  { instances }: Expansion,
): ReadonlyArray<Problem> {
  const codes = new Set(members.flatMap(({ exclusiveGroup }) => exclusiveGroup ?? []));
  return [...codes].sort(byCode).flatMap((code): ReadonlyArray<Problem> => {
    const group = groups.find((each) => each.code === code);
    const possible = inGroup(code, instances);
    const certain = possible.filter(({ truth }) => truth === 'TRUE');
    if (certain.length > 1) return [together(group, certain)];
    if ((group?.choose ?? 'EXACTLY_ONE') !== 'EXACTLY_ONE' || possible.length > 0) return [];
    const named = members.filter(({ exclusiveGroup }) => exclusiveGroup === code);
    const path = named.map(({ matter }) => matter).sort(byCode);
    return [{ ...problem('NONE_OF_GROUP', { matters: named.map(({ title }) => title) }), path }];
  });
}

/** A matter done for each of two children is one. */
function inGroup(code: string, instances: ReadonlyArray<MatterInstance>): ReadonlyArray<MatterInstance> {
  const matters = new Map<string, MatterInstance>();
  for (const instance of instances)
    if (instance.member.exclusiveGroup === code) matters.set(instance.member.matter, instance);
  return [...matters.values()];
}

function together(group: MatterGroup | undefined, those: ReadonlyArray<MatterInstance>): Problem {
  const matters = those.map(({ member }) => member.title);
  const told =
    group?.choose === 'AT_MOST_ONE'
      ? problem('EXCLUSIVE_MATTERS_TOGETHER.CHOOSE', { matters, reason: group.reasons, law: group.legalBasis.title })
      : problem('EXCLUSIVE_MATTERS_TOGETHER', { matters });
  return { ...told, path: those.map(({ member }) => member.matter) };
}

/** The one matter of a group that is done, once it is certain which. */
export function doneOfGroup(code: string, { instances }: Expansion): string | null {
  const [one, ...more] = inGroup(code, instances);
  return one && more.length === 0 ? one.member.matter : null;
}
