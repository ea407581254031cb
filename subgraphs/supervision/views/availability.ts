import type { Resolvers } from '../../../schema/generated/supervision.ts';
import { civilDateOf, isCivilDate } from '../../language/civil-date.ts';
import { type Language, localized } from '../../language/text.ts';
import { refusal } from '../../runtime/errors.ts';
import { auditOf, judgeItem } from '../domain/availability.ts';
import type { Context } from '../parents.ts';

const todayOf = ({ now }: Context): string => civilDateOf(now());

/** The words of a reason; null: nobody says why. */
async function reasonOf(reason: string | null, language: Language | null | undefined, { published }: Context) {
  if (reason === null) return null;
  const { content } = await published();
  const known = content.availabilityReasons.find(({ code }) => code === reason);
  return known ? localized(known.name, language ?? undefined) : null;
}

export const availabilityQueries = {
  availability: async (_, { authority, asOf }, context) => {
    const day = asOf ?? todayOf(context);
    if (!isCivilDate(day)) throw refusal('INVALID_DATE.DAY', { date: day });
    return auditOf((await context.published()).content.businessItems, authority, day);
  },
} satisfies Resolvers['Query'];

export const availabilityResolvers = {
  Matter: {
    __resolveReference: ({ code }) => ({ code }),
    availability: async ({ code }, _, context) => {
      const item = (await context.published()).itemOf.get(code);
      return item ? judgeItem(item, todayOf(context)) : null;
    },
  },
  AvailabilityAudit: { authority: ({ authority }) => ({ code: authority }) },
  AvailabilityItem: {
    code: ({ item }) => item.code,
    name: ({ item }, { language }) => localized(item.name, language),
    matter: ({ item }) => (item.matter === null ? null : { code: item.matter }),
    reason: ({ reason }, { language }, context) => reasonOf(reason, language, context),
    overdue: ({ isOverdue }) => isOverdue,
    legalBasis: ({ item }) => item.exempt?.legalBasis ?? null,
  },
  AvailabilityReason: { reason: ({ reason }, { language }, context) => reasonOf(reason, language, context) },
} satisfies Partial<Resolvers>;
