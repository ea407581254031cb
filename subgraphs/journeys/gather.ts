import type { PlanningBasis } from '../planning/types.ts';
import type { GraphClient } from '../runtime/definition.ts';
import { type Pin, pinHeaders } from '../runtime/pin.ts';
import type { GatheredEvent } from './planning.ts';

const planningInput = `query PlanningInput($code: ID!, $region: RegionCode!) {
  lifeEvent(code: $code, region: $region) { planningInput }
}`;
type PlanningInput = Pick<GatheredEvent, 'matterCodes' | 'matters'> & { readonly basis: PlanningBasis | null };
export type Gathered = Omit<PlanningInput, 'basis'> & { readonly basis: PlanningBasis };

/** What an event's plan is made from, as of the pin. `NONE`: not offered in this region; `OUT`: the catalogue did not answer. */
export type Gather = (
  event: { readonly lifeEvent: string; readonly region: string },
  pin: Pin,
) => Promise<Gathered | 'NONE' | 'OUT'>;

export const gatherFrom =
  (graph: GraphClient): Gather =>
  async (event, pin) => {
    const { data, errors } = await graph(
      { query: planningInput, variables: { code: event.lifeEvent, region: event.region } },
      pinHeaders(pin),
    );
    const found = data?.lifeEvent as { planningInput: PlanningInput | null } | null | undefined;
    if (found === null && !errors?.length) return 'NONE';
    const gathered = found?.planningInput;
    return gathered?.basis ? { ...gathered, basis: gathered.basis } : 'OUT';
  };
