import type { Plan, PlanInput } from '../planning/types.ts';
import type { Pin } from '../runtime/pin.ts';
import type { Gather, Gathered } from './gather.ts';
import type { Planner } from './planner.ts';

/** For many who plan at the same time: what is the same for them is gathered and planned once. */
export interface SharedPlanning {
  readonly gather: Gather;
  readonly planner: Pick<Planner, 'plan'>;
  /** What is gathered is kept while any such work is under way. */
  during<T>(work: () => Promise<T>): Promise<T>;
}
export interface SharedPlanningParts {
  readonly gather: Gather;
  readonly planner: Pick<Planner, 'plan'>;
  /** Milliseconds of a clock that nobody sets. */
  readonly clock: () => number;
}

/** For so long at most an outage that has begun, or is over, is not noticed by whoever comes to others. */
const longestMs = 1000;
/** Events of regions, and situations in each: more are planned and not kept. One plan takes some 100 KB. */
const mostEvents = 20;
const mostSituations = 20;

type Gathering = ReturnType<Gather>;

/**
 * A numbered revision of the catalogue says the same on a day, so that what is gathered of it by one serves the others who come while it is at work. Whoever
 * comes alone has it gathered anew: nothing is kept for later.
 */
export function createSharedPlanning({ gather, planner, clock }: SharedPlanningParts): SharedPlanning {
  const gathered = new Map<string, { readonly at: number; readonly gathering: Gathering }>();
  const plans = new WeakMap<object, Map<string, Promise<Plan>>>();
  let underWay = 0;
  const gatherShared = (event: Parameters<Gather>[0], pin: Pin): Gathering => {
    if (pin.revision === null || underWay === 0) return gather(event, pin);
    const key = JSON.stringify([event.lifeEvent, event.region, pin.revision, pin.date]);
    const known = gathered.get(key);
    if (known && clock() - known.at < longestMs) return known.gathering;
    if (!known && gathered.size >= mostEvents) return gather(event, pin);
    const gathering = gather(event, pin);
    gathered.set(key, { at: clock(), gathering });
    const forget = (): void => {
      if (gathered.get(key)?.gathering === gathering) gathered.delete(key);
    };
    gathering.then((found) => isWhole(found) || forget(), forget);
    return gathering;
  };
  const plan = (input: PlanInput, caller: string): Promise<Plan> => {
    const known = plans.get(input.basis) ?? new Map<string, Promise<Plan>>();
    plans.set(input.basis, known);
    const key = JSON.stringify([input.situation, input.today]);
    const before = known.get(key);
    if (before) return before;
    const planned = planner.plan(input, caller);
    if (known.size < mostSituations) {
      known.set(key, planned);
      planned.catch(() => known.delete(key));
    }
    return planned;
  };
  return {
    gather: gatherShared,
    planner: { plan },
    async during(work) {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        if (underWay === 0) gathered.clear();
      }
    },
  };
}

/** Whether everybody answered who was asked. */
function isWhole(found: Gathered | 'NONE' | 'OUT'): boolean {
  return typeof found === 'object' && found.matters?.every((matter) => matter !== null) === true;
}
