import { byCode } from '../language/canonical.ts';
import { type Condition, evaluate, type Facts, openIn } from '../language/conditions.ts';
import { problem } from '../language/problems.ts';
import type { Expansion } from './expansion.ts';
import { type Candidate, doneOfGroup, isHighest } from './groups.ts';
import type { NameParty } from './party-names.ts';
import type {
  AcceptanceCondition,
  BenefitAmount,
  EventMember,
  MatterAnswer,
  PlannedRefusal,
  PlanningBasis,
  Problem,
} from './types.ts';

/** Conditions of acceptance by the department's word, else (the department is out) by the catalogue's; in order of code. */
export function acceptanceOf(
  { acceptance }: EventMember,
  answer: MatterAnswer | null,
): ReadonlyArray<AcceptanceCondition> {
  const told = answer?.acceptance ?? acceptance ?? [];
  return told.length < 2 ? told : [...told].sort((a, b) => byCode(a.code, b.code));
}

/** What one matter of the event hangs on. */
export interface Entitlement {
  /** What must hold of those concerned, in the order in which it is told. */
  readonly acceptance: ReadonlyArray<AcceptanceCondition>;
  /** Of a benefit of a group: that no other is higher. */
  readonly highest: AcceptanceCondition | null;
  /** That the situation needs it, and that they are entitled to it. */
  readonly condition: Condition | null;
}

/** Of every member what it hangs on; of a benefit that gives way to a higher one, that there is none. */
export function createEntitlementOf(
  { members, groups = [] }: PlanningBasis,
  answers: ReadonlyMap<string, MatterAnswer>,
): (member: EventMember) => Entitlement {
  /** With what it rests on: of what is not needed itself nothing is asked, since then it is not in the way. */
  const acceptanceWithBases = (member: EventMember, seen: ReadonlySet<EventMember>): Entitlement['acceptance'] => {
    const bases = members.filter((base) => member.restsOn?.includes(base.matter) && !seen.has(base));
    return [
      ...acceptanceOf(member, answers.get(member.matter) ?? null),
      ...bases.flatMap((base) =>
        acceptanceWithBases(base, new Set([...seen, base])).map((each) => unlessUnneeded(each, base)),
      ),
    ];
  };
  const ofItself = (member: EventMember): Entitlement => {
    const acceptance = acceptanceWithBases(member, new Set([member]));
    return { acceptance, highest: null, condition: conditionOf(member, acceptance) };
  };
  const candidate = (member: EventMember): Candidate => ({
    matter: member.matter,
    condition: ofItself(member).condition,
    benefits: benefitsOf(member, answers.get(member.matter) ?? null),
  });
  return (member) => {
    const own = ofItself(member);
    const group = groups.find(({ code, choose }) => code === member.exclusiveGroup && choose === 'HIGHEST_BENEFIT');
    if (!group) return own;
    const others = members.filter((each) => each.exclusiveGroup === group.code && each.matter !== member.matter);
    const highest = isHighest(group, candidate(member), others.map(candidate));
    return { ...own, highest, condition: conditionOf(member, [...own.acceptance, highest]) };
  };
}

function unlessUnneeded(told: AcceptanceCondition, { condition }: EventMember): AcceptanceCondition {
  return condition === null ? told : { ...told, condition: { any: [{ not: condition }, told.condition] } };
}

export function benefitsOf({ benefits }: EventMember, answer: MatterAnswer | null): ReadonlyArray<BenefitAmount> {
  return answer?.benefits ?? benefits ?? [];
}

function conditionOf({ condition }: EventMember, acceptance: ReadonlyArray<AcceptanceCondition>): Condition | null {
  if (acceptance.length === 0) return condition;
  const entitled = acceptance.map((each) => each.condition);
  return { all: condition === null ? entitled : [condition, ...entitled] };
}

/** Those of its conditions that fail; that another benefit is higher concerns only who is entitled to this one. */
export function failedOf({ acceptance, highest }: Entitlement, facts: Facts): ReadonlyArray<AcceptanceCondition> {
  const failed = acceptance.filter(({ condition }) => evaluate(condition, facts) === 'FALSE');
  // On what two others rest it rests twice, and is told of it once.
  return failed.length === 0 && highest ? [highest] : [...new Map(failed.map((each) => [each.reasons, each])).values()];
}

/** Every condition of acceptance that does not hold: about whom, why, by which law, and what else is possible. */
export function refusalsOf(
  { alternatives }: PlanningBasis,
  expansion: Expansion,
  facts: Facts,
  nameParty: NameParty,
): ReadonlyArray<PlannedRefusal> {
  const { refused, binder } = expansion;
  return refused.flatMap((instance) =>
    instance.failed.map((failed): PlannedRefusal => {
      const parties = failed.subject === null ? [] : binder.partiesOf(failed.subject);
      const names = parties.map(nameParty);
      const other = instance.outbid ? doneOfGroup(failed.code, expansion) : failed.alternativeMatter;
      return {
        matter: instance.member.matter,
        condition: failed.code,
        subject: failed.subject,
        parties,
        who:
          names.length === 0
            ? null
            : { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') },
        reason: failed.reasons,
        legalBasis: failed.legalBasis,
        alternative: failed.alternatives,
        alternativeMatter: other === null ? null : (alternatives?.[other] ?? other),
        dependsOn: [...new Set(openIn(instance.member.condition, facts))].sort(byCode),
      };
    }),
  );
}

/** An application for nothing is none: it cannot be submitted. */
export function withoutMatter({ instances, refused }: Expansion): ReadonlyArray<Problem> {
  if (instances.length > 0) return [];
  if (refused.length === 0) return [{ ...problem('NO_MATTER'), path: ['answers'] }];
  const matters = refused.map(({ member }) => member.title);
  return [{ ...problem('NO_MATTER.NOT_ENTITLED', { matters }), path: ['answers'] }];
}
