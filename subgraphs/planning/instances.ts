import { byCode } from '../language/canonical.ts';
import { evaluate, type Facts } from '../language/conditions.ts';
import { createEntitlementOf, failedOf } from './entitlement.ts';
import type { MatterInstance } from './expansion.ts';
import type { Binder } from './roles.ts';
import type { MatterAnswer, PlanInput } from './types.ts';

export interface Instances {
  /** Those the situation needs or may need, in order of code and party. */
  readonly instances: ReadonlyArray<MatterInstance>;
  /** The others, once each, in order of code. */
  readonly idle: ReadonlyArray<MatterInstance>;
  /** Codes of matters, wanted or possibly wanted, whose department did not answer. */
  readonly missing: ReadonlyArray<string>;
}

/** What is done of the event's matters: once, or once for each party of the role that one is repeated for. */
export function instancesOf({ basis, matters }: PlanInput, facts: Facts, binder: Binder): Instances {
  const answers = new Map((matters ?? []).flatMap((answer) => (answer ? [[answer.code, answer] as const] : [])));
  const members = [...basis.members].sort((a, b) => byCode(a.matter, b.matter));
  const entitlementOf = createEntitlementOf(basis, answers);
  const instances: MatterInstance[] = [];
  const idle: MatterInstance[] = [];
  const missing: string[] = [];
  for (const member of members) {
    const answer = answers.get(member.matter) ?? null;
    const entitlement = entitlementOf(member);
    const { condition } = entitlement;
    const truth = evaluate(condition, facts);
    const failed =
      truth === 'FALSE' && evaluate(member.condition, facts) !== 'FALSE' ? failedOf(entitlement, facts) : [];
    const outbid = failed.some((each) => each === entitlement.highest);
    if (truth !== 'FALSE' && !answeredFully(answer)) missing.push(member.matter);
    const parties = member.repeatedFor === null ? [] : binder.partiesOf(member.repeatedFor);
    const waits = (answer?.waits ?? []).filter((wait) => evaluate(wait.condition, facts) !== 'FALSE');
    const base = { member, answer, condition, truth, failed, outbid, waits, repeatedFor: member.repeatedFor };
    if (truth === 'FALSE') idle.push({ ...base, index: -1, party: null });
    else if (parties.length > 1) {
      for (const party of parties) instances.push({ ...base, index: instances.length, party });
    } else instances.push({ ...base, index: instances.length, party: null });
  }
  return { instances, idle, missing };
}

/** A department answered a matter when none of what the plan rests on is null. */
function answeredFully(answer: MatterAnswer | null): boolean {
  return answer !== null && answer.requirements !== null && answer.results !== null && answer.formFields !== null;
}
