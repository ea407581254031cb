import type { Resolvers } from '../../../schema/generated/supervision.ts';
import { type Language, localized } from '../../language/text.ts';
import { requireService } from '../../runtime/identity.ts';
import { makePage, readPage } from '../../runtime/page.ts';
import { gradeOf, isFinished, ratingOf } from '../domain/reviews.ts';
import type { Context } from '../parents.ts';
import type { RatingOf } from '../store/reviews.ts';

/** Whose work it is to tell people what is held of them, and to have it erased. */
const feeder = 'journeys';

const rating = async (of: RatingOf, { store }: Context) => ratingOf(await store.reviews.counted(of));

/** Of a submission of the caller's own, each finished filing, with what they said of it; null for anyone else. */
export async function reviewsOf(submission: string, { identity, store, journeys }: Context) {
  if (identity?.kind !== 'CITIZEN') return null;
  const known = await journeys.submission(submission, identity.subject);
  if (!known) return null;
  const given = await store.reviews.ofSubmission(submission, identity.subject);
  return known.filings
    .filter(({ state }) => isFinished(state))
    .map(({ id, matter }) => ({ filing: id, matter, review: given.find(({ filing }) => filing === id) ?? null }));
}

export const reviewQueries = {
  reviewReasons: async (_, _args, { published }) => [...((await published()).content.rules?.reviewReasons ?? [])],
  reviewsData: async (_, { account, first, after }, { store, identity }) => {
    requireService(identity, feeder);
    const { limit, offset } = readPage({ first, after: after ?? null });
    const [own, total] = await Promise.all([
      store.reviews.ofAccount(account, limit, offset),
      store.reviews.countOfAccount(account),
    ]);
    const nodes = own.map((each) => ({ ...each, id: each.filing, grade: gradeOf(each.grade) }));
    const { pageInfo, totalCount } = makePage(nodes, offset, total);
    return { nodes, endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null, totalCount };
  },
} satisfies Resolvers['Query'];

/** The words of reasons, in the order of the catalogue. */
async function wordsOf(codes: ReadonlyArray<string>, language: Language | undefined, { published }: Context) {
  const { rules } = (await published()).content;
  return (rules?.reviewReasons ?? [])
    .filter(({ code }) => codes.includes(code))
    .map(({ name }) => localized(name, language));
}

export const reviewResolvers = {
  Submission: {
    __resolveReference: ({ id }) => ({ id }),
    reviews: ({ id }, _, context) => reviewsOf(id, context),
  },
  LifeEvent: {
    __resolveReference: ({ code, region }) => ({ code, region }),
    rating: ({ code, region }, _, context) => rating({ code, region }, context),
  },
  FilingReview: { matter: ({ matter }) => ({ code: matter }), mayReview: ({ review }) => review === null },
  Review: {
    grade: ({ grade }) => gradeOf(grade),
    reasons: ({ reasons }, { language }, context) => wordsOf(reasons, language, context),
    followUp: async ({ issue }, _, { store }) =>
      issue === null ? null : ((await store.issues.many([issue])).get(issue) ?? null),
  },
  ReviewFollowUp: {
    status: ({ state }) => state.status,
    dueOn: ({ state }) => state.dueOn,
    answer: ({ state }) => state.answer?.text ?? null,
  },
  ReviewReason: { name: ({ name }, { language }) => localized(name, language) },
  ReviewedAs: {
    grade: ({ grade }) => gradeOf(grade),
    reasons: ({ reasons }, { language }, context) => wordsOf(reasons, language, context),
  },
} satisfies Partial<Resolvers>;

export const ratingFields = {
  ofMatter: ({ code }: { readonly code: string }, context: Context) => rating({ matter: code }, context),
  ofDepartment: ({ code }: { readonly code: string }, context: Context) => rating({ department: code }, context),
};
