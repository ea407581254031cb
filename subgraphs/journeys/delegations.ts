import { z } from 'zod';
import { type Delegated, ownerOn } from '../language/delegation.ts';
import type { PlanningBasis } from '../planning/types.ts';
import { createAskPart } from '../runtime/ask-part.ts';
import type { Doors } from '../runtime/definition.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Log } from '../runtime/log.ts';

/** Whose matters are on the day on which they are lodged, where a power is handed down. */
export interface Delegations {
  /** Matter → department, of those that are another's than the catalogue's owner today (ISO). Nobody is asked where nothing is handed down. `OUT`: nobody knows. */
  takenOver(
    filings: ReadonlyArray<{ readonly matter: string; readonly department: string }>,
    delegations: PlanningBasis['delegations'],
    today: string,
  ): Promise<ReadonlyMap<string, string> | 'OUT'>;
}

/** The part of the graph that knows what is activated. */
const part = 'supervision';
const shape = z.array(
  z.object({ matter: z.string(), to: z.string(), effectiveOn: z.string(), activatedOn: z.string() }),
);

export function createDelegations(doors: Doors, service: Identity, log: Log): Delegations {
  const ask = createAskPart(doors, part, service, log);
  return {
    async takenOver(filings, delegations = [], today) {
      const due = delegations.filter(
        ({ matter, effectiveOn }) => effectiveOn <= today && filings.some((filing) => filing.matter === matter),
      );
      if (due.length === 0) return new Map();
      const activated = await ask(
        'query ($matters: [ID!]!) { activatedDelegations(matters: $matters) { matter to effectiveOn activatedOn } }',
        { matters: due.map(({ matter }) => matter) },
        'activatedDelegations',
        shape,
      );
      if (activated === 'OUT') return activated;
      // By the catalogue that the submission is planned from: what is activated for another says nothing of this one.
      const delegatedOf = ({ matter, to, effectiveOn }: (typeof due)[number]): Delegated => {
        const known = activated.find((each) => each.matter === matter && each.to === to);
        return { to, effectiveOn, activatedOn: known?.activatedOn ?? null };
      };
      return new Map(
        filings.flatMap(({ matter, department }) => {
          const delegation = due.find((each) => each.matter === matter);
          const owner = ownerOn(department, delegation ? delegatedOf(delegation) : null, today);
          return owner === department ? [] : [[matter, owner] as const];
        }),
      );
    },
  };
}
