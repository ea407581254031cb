import type { Resolvers } from '../../../schema/generated/supervision.ts';
import { civilDateOf } from '../../language/civil-date.ts';
import { beginsOn } from '../../language/delegation.ts';
import { requireService } from '../../runtime/identity.ts';
import { makePage, readPage } from '../../runtime/page.ts';
import { type Delegation, type DelegationState, firstMonthOf, nothingDone, statusOn } from '../domain/delegations.ts';
import { percentOf } from '../domain/percent.ts';
import type { Context, Delegation as KeptDelegation } from '../parents.ts';
import { keyOf } from '../store/delegations.ts';

/** Whose work it is to have filings go to whoever a matter is of. */
const filer = 'journeys';

const keptOf = (delegation: Delegation, states: ReadonlyMap<string, DelegationState>): KeptDelegation => ({
  delegation,
  state: states.get(keyOf(delegation)) ?? nothingDone,
});
const todayOf = ({ now }: Context): string => civilDateOf(now());

/** A page of those that concern a department, by their day and matter. */
async function boardOf(
  department: string | null,
  { first, after }: { readonly first?: number | null; readonly after?: string | null },
  context: Context,
) {
  const { limit, offset } = readPage({ first: first ?? 20, after: after ?? null });
  const all = (await context.published()).content.delegations
    .filter(({ from, to }) => department === null || department === from || department === to)
    .toSorted((a, b) => a.effectiveOn.localeCompare(b.effectiveOn) || a.matter.localeCompare(b.matter));
  // Counted over all, for a page says nothing of the rest; a chain is read for each that is published, of which there are thousands at most.
  const states = await context.store.delegations.states(all);
  const kept = all.map((each) => keptOf(each, states));
  const today = todayOf(context);
  const count = (status: string): number =>
    kept.filter(({ delegation, state }) => statusOn(delegation, state, today) === status).length;
  const page = makePage(kept.slice(offset, offset + limit), offset, all.length);
  return { ...page, inForce: count('IN_FORCE'), notReady: count('NOT_READY') };
}

export async function delegationOfMatter(matter: string, context: Context): Promise<KeptDelegation | null> {
  const delegation = (await context.published()).delegationOf.get(matter);
  return delegation ? keptOf(delegation, await context.store.delegations.states([delegation])) : null;
}

export const delegationQueries = {
  delegationBoard: (_, { department, ...page }, context) => boardOf(department ?? null, page, context),
  delegation: (_, { matter }, context) => delegationOfMatter(matter, context),
  activatedDelegations: async (_, { matters }, context) => {
    requireService(context.identity, filer);
    const { delegationOf } = await context.published();
    const known = matters.flatMap((matter) => delegationOf.get(matter) ?? []);
    const states = await context.store.delegations.states(known);
    return known.flatMap(({ matter, to, effectiveOn }) => {
      const activatedOn = states.get(keyOf({ matter, to }))?.activatedOn ?? null;
      return activatedOn === null ? [] : [{ matter, to, effectiveOn, activatedOn }];
    });
  },
} satisfies Resolvers['Query'];

export const delegationResolvers = {
  Department: {
    __resolveReference: ({ code }) => ({ code }),
    delegations: ({ code }, page, context) => boardOf(code, page, context),
  },
  Delegation: {
    matter: ({ delegation }) => ({ code: delegation.matter }),
    from: ({ delegation }) => ({ code: delegation.from }),
    to: ({ delegation }) => ({ code: delegation.to }),
    effectiveOn: ({ delegation }) => delegation.effectiveOn,
    legalBasis: ({ delegation }) => delegation.legalBasis,
    status: ({ delegation, state }, _, context) => statusOn(delegation, state, todayOf(context)),
    activatedOn: ({ state }) => state.activatedOn,
    beginsOn: ({ delegation, state }) =>
      beginsOn({ effectiveOn: delegation.effectiveOn, activatedOn: state.activatedOn }),
    readiness: ({ state }) => state.readiness,
    missing: ({ state }) => state.missing,
    firstMonth: async ({ delegation, state }, _, { figures, ...context }) => {
      const month = firstMonthOf(delegation, state);
      if (!month || month.from > civilDateOf(context.now())) return null;
      const counted = await figures.load({ matter: delegation.matter, department: delegation.to, ...month });
      return { ...month, ...counted };
    },
  },
  Readiness: {
    by: ({ by }) => ({ code: by }),
    evidence: ({ evidence }, _, { identity }) => (identity?.kind === 'STAFF' ? evidence : null),
  },
  DelegatedMonth: { errorRate: ({ faulty, decided }) => percentOf(faulty, decided) },
} satisfies Partial<Resolvers>;
