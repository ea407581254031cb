import type { Resolvers } from '../../schema/generated/supervision.ts';
import { localized } from '../language/text.ts';
import { requireService } from '../runtime/identity.ts';
import type { Context } from './parents.ts';
import type { Asked } from './steps/told.ts';
import { availabilityQueries, availabilityResolvers } from './views/availability.ts';
import { delegationOfMatter, delegationQueries, delegationResolvers } from './views/delegations.ts';
import { issueOf, issueQueries, issueResolvers } from './views/issues.ts';
import { ratingFields, reviewQueries, reviewResolvers, reviewsOf } from './views/reviews.ts';

/** What a step on a delegation answers. */
async function delegationPayload({ id, problems }: Asked, context: Context) {
  return { delegation: id === null ? null : await delegationOfMatter(id, context), problems };
}

async function reviewPayload({ id, problems }: Asked, context: Context) {
  return { reviews: id === null ? null : await reviewsOf(id, context), problems };
}
async function issuePayload({ id, problems }: Asked, context: Context) {
  return { issue: id === null ? null : await issueOf(id, context), problems };
}

export const resolvers: Resolvers = {
  Query: { ...availabilityQueries, ...delegationQueries, ...issueQueries, ...reviewQueries },
  Mutation: {
    recordReadiness: async (_, { input }, context) =>
      delegationPayload(await context.steps.recordReadiness(input, context.identity), context),
    activateDelegation: async (_, { input }, context) =>
      delegationPayload(await context.steps.activate(input, context.identity), context),
    supervisionHearAsked: (_, { paper }, { hearAsked, identity }) => hearAsked(paper, identity),
    recordWalkthrough: async (_, { input }, context) => {
      const { id, problems } = await context.recordWalkthrough(input, context.identity);
      return { walkthrough: id === null ? null : ((await context.store.walkthroughs.many([id]))[0] ?? null), problems };
    },
    assignIssue: async (_, { input }, context) =>
      issuePayload(await context.issueSteps.assign(input, context.identity), context),
    extendIssue: async (_, { input }, context) =>
      issuePayload(await context.issueSteps.extend(input, context.identity), context),
    answerIssue: async (_, { input }, context) =>
      issuePayload(await context.issueSteps.answer(input, context.identity), context),
    checkIssue: async (_, { input }, context) =>
      issuePayload(await context.issueSteps.check(input, context.identity), context),
    reviewFiling: async (_, { input }, context) =>
      reviewPayload(await context.reviewSteps.review(input, context.identity), context),
    confirmFollowUp: async (_, { input }, context) =>
      reviewPayload(await context.reviewSteps.confirm(input, context.identity), context),
    reviewsErase: (_, { submission }, { store, identity, now }) => {
      requireService(identity, 'journeys');
      return store.reviews.eraseOf(submission, new Date(now()).toISOString());
    },
  },
  ...availabilityResolvers,
  ...delegationResolvers,
  ...issueResolvers,
  ...reviewResolvers,
  Matter: { ...availabilityResolvers.Matter, rating: (matter, _, context) => ratingFields.ofMatter(matter, context) },
  Department: {
    ...delegationResolvers.Department,
    rating: (department, _, context) => ratingFields.ofDepartment(department, context),
  },
  Issue: {
    ...issueResolvers.Issue,
    review: async ({ id, origin }, _, { store }) =>
      origin === 'REVIEW' ? ((await store.reviews.ofIssues([id])).get(id) ?? null) : null,
  },
  Problem: { message: ({ message }, { language }) => localized(message, language) },
};
