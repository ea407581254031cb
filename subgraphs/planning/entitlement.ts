import { byCode } from '../language/canonical.ts';
import { type Condition, type Facts, openIn } from '../language/conditions.ts';
import { problem } from '../language/problems.ts';
import type { NameParty } from './reasons.ts';
import type { Expansion } from './rows.ts';
import type {
  AcceptanceCondition,
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

/** What a matter hangs on: that the situation needs it, and that those concerned are entitled to it. */
export function conditionOf(
  { condition }: EventMember,
  acceptance: ReadonlyArray<AcceptanceCondition>,
): Condition | null {
  if (acceptance.length === 0) return condition;
  const entitled = acceptance.map((each) => each.condition);
  return { all: condition === null ? entitled : [condition, ...entitled] };
}

/** Every condition of acceptance that does not hold: about whom, why, by which law, and what else is possible. */
export function refusalsOf(
  { alternatives }: PlanningBasis,
  { refused, binder }: Expansion,
  facts: Facts,
  nameParty: NameParty,
): ReadonlyArray<PlannedRefusal> {
  return refused.flatMap((instance) =>
    instance.failed.map((failed): PlannedRefusal => {
      const parties = failed.subject === null ? [] : binder.partiesOf(failed.subject);
      const names = parties.map(nameParty);
      const other = failed.alternativeMatter;
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
