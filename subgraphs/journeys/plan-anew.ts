import type { Plan, Problem } from '../planning/types.ts';
import type { Identity } from '../runtime/identity.ts';
import { type Pin, pinnedOn } from '../runtime/pin.ts';
import { departmentsOut, planRefusals } from './domain/acceptance.ts';
import { theCatalogue } from './domain/reasons.ts';
import { refuse } from './domain/refusals.ts';
import type { Gather, Gathered } from './gather.ts';
import { heldDocuments } from './held-licences.ts';
import type { Planner } from './planner.ts';
import { type PlanArguments, planInputOf } from './planning.ts';
import type { Vault } from './vault.ts';

/** What a client says of the plan that it looked at. */
export interface PlannedBefore extends PlanArguments {
  readonly lifeEvent: string;
  readonly region: string;
  readonly planId: string;
}
interface PlanAnewParts {
  readonly gather: Gather;
  readonly planner: Pick<Planner, 'plan'>;
  readonly vault: Vault;
}

/** The same plan made again from what departments say today, or everything that is wrong with it. A plan that a client sends is never trusted. `mayBeOpen`: whether its questions need not be answered yet. */
export async function planAnew(
  { gather, planner, vault }: PlanAnewParts,
  before: PlannedBefore,
  identity: Identity,
  { pin, today, caller }: { readonly pin: Pin; readonly today: string; readonly caller: string },
  mayBeOpen: (plan: Plan) => boolean = () => false,
): Promise<{ readonly plan: Plan; readonly event: Gathered } | { readonly refusals: ReadonlyArray<Problem> }> {
  const event = await gather(before, pinnedOn(today, pin));
  if (event === 'NONE') return { refusals: [refuse('LIFE_EVENT_NOT_OFFERED', { path: ['lifeEvent'] })] };
  if (event === 'OUT') return { refusals: [departmentsOut([theCatalogue])] };
  const { basis } = event;
  const { held, problems } = await heldDocuments(vault, identity, before.held ?? [], basis);
  const plan = await planner.plan(planInputOf({ ...event, planningBasis: basis }, before, held, today), caller);
  const judged = mayBeOpen(plan) ? { ...plan, openQuestions: [] } : plan;
  const refusals = [...problems, ...plan.problems, ...planRefusals(judged, basis, before.planId)];
  return refusals.length > 0 ? { refusals } : { plan, event };
}
