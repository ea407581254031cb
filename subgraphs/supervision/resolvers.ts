import type { Resolvers } from '../../schema/generated/supervision.ts';
import { localized } from '../language/text.ts';
import type { Context } from './parents.ts';
import type { Asked } from './steps/told.ts';
import { availabilityQueries, availabilityResolvers } from './views/availability.ts';
import { delegationOfMatter, delegationQueries, delegationResolvers } from './views/delegations.ts';

/** What a step on a delegation answers. */
async function delegationPayload({ id, problems }: Asked, context: Context) {
  return { delegation: id === null ? null : await delegationOfMatter(id, context), problems };
}

export const resolvers: Resolvers = {
  Query: { ...availabilityQueries, ...delegationQueries },
  Mutation: {
    recordReadiness: async (_, { input }, context) =>
      delegationPayload(await context.steps.recordReadiness(input, context.identity), context),
    activateDelegation: async (_, { input }, context) =>
      delegationPayload(await context.steps.activate(input, context.identity), context),
  },
  ...availabilityResolvers,
  ...delegationResolvers,
  Problem: { message: ({ message }, { language }) => localized(message, language) },
};
