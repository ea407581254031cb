import type { Resolvers, SituationAnswerInput } from '../../schema/generated/policies.ts';
import { isAnswerTo } from '../language/answers.ts';
import { addDays, isCivilDate } from '../language/civil-date.ts';
import type { AnswerValue, Question } from '../language/conditions.ts';
import type { EquivalenceScope } from '../language/equivalence.ts';
import { mayBeOffered } from '../language/policy.ts';
import { type Localized, localized } from '../language/text.ts';
import { refusal } from '../runtime/errors.ts';
import { requireService } from '../runtime/identity.ts';
import { makePage, readPage } from '../runtime/page.ts';
import { equivalents, type Usable } from './domain/equivalents.ts';
import { partsOf, type Standing, standingOn, vaultPlace } from './domain/events.ts';
import { consentTexts, consentTextVersion } from './domain/reasons.ts';
import { situationOf } from './domain/situation.ts';
import { placeOf } from './domain/tellers.ts';
import { lookFor } from './looking.ts';
import type { Context, OfferConsent } from './parents.ts';
import type { KeptRegister } from './store/registers.ts';
import { citizenOf, declineOffer, sayOfPlaces } from './words.ts';

const reference = (code: string) => ({ code });
const lastDayOf = (validTo: string | null): string | null => validTo && addDays(validTo, -1);

/** What may be taken in place of one thing. Throws for a day that there is not, and for an answer that cannot be. */
async function equivalentsOf(
  scope: EquivalenceScope,
  of: string,
  asOf: string | null | undefined,
  situation: ReadonlyArray<SituationAnswerInput>,
  { rules, catalogueDay }: Context,
): Promise<Usable[]> {
  const day = asOf ?? catalogueDay;
  if (!isCivilDate(day)) throw refusal('INVALID_DATE.DAY', { date: day });
  const published = await rules();
  const questions = new Map(published.questions.map((question) => [question.code, question]));
  const answers = new Map(
    situation.map(({ question, value }) => [question, answerTo(questions.get(question), question, value)]),
  );
  return [...equivalents(published.equivalences, { scope, of }, day, answers, questions)];
}

function answerTo(question: Question | undefined, code: string, value: unknown): AnswerValue {
  if (question && isAnswerTo(question, value)) return value as AnswerValue;
  throw refusal('INVALID_ANSWER.SITUATION', { question: question?.text ?? code });
}

/** Whose work it is to tell people what is held of them. */
const feeder = 'journeys';

async function standing(account: string, { registers, today }: Context): Promise<Standing> {
  return standingOn((await registers.of(account))?.events ?? [], today);
}

/** Everywhere that policies look today, with what the account agreed to there. */
async function consentsOf(account: string, context: Context): Promise<OfferConsent[]> {
  const { agreed } = await standing(account, context);
  const { policies } = await context.rules();
  const looked = policies
    .filter((policy) => mayBeOffered(policy, context.today))
    .flatMap(({ facts }) => facts.flatMap(({ tellers }) => tellers.map(placeOf)));
  // Everything rests on the vault, and what is agreed to can be taken back whether or not anything looks there.
  const places = new Set([vaultPlace, ...looked, ...agreed.keys()]);
  return [...places].sort().map((place) => ({ place, standing: agreed.get(place) ?? null }));
}

/** The text that was agreed to, or that is agreed to now. */
function textOf({ place, standing: given }: OfferConsent): Localized {
  const texts = consentTexts[given?.textVersion ?? consentTextVersion];
  if (!texts) throw new Error(`There is no consent text ${given?.textVersion}.`);
  return texts[partsOf(place).place];
}

export const resolvers: Resolvers = {
  Query: {
    policies: async (_, { region, first, after }, { rules, catalogueDay }) => {
      const { limit, offset } = readPage({ first: first ?? 20, after: after ?? null });
      const offered = (await rules()).policies.filter(
        (policy) => policy.regions.includes(region) && mayBeOffered(policy, catalogueDay),
      );
      return makePage(offered.slice(offset, offset + limit), offset, offered.length);
    },
    policy: async (_, { code }, { rules, catalogueDay }) =>
      (await rules()).policies.find((policy) => policy.code === code && mayBeOffered(policy, catalogueDay)) ?? null,
    equivalents: (_, { scope, of, asOf, situation }, context) =>
      equivalentsOf(scope, of, asOf, situation ?? [], context),
    proactiveOffers: async (_, { region, first, after }, context) => {
      const identity = citizenOf(context.identity);
      const { limit, offset } = readPage({ first: first ?? 20, after: after ?? null });
      const rules = await context.rules();
      const policies = rules.policies.filter(({ regions }) => regions.includes(region));
      const stands = await standing(identity.subject, context);
      const { caller, offers, out } = await lookFor(context.looking, identity, rules, policies, stands, context.today);
      const nodes = offers.slice(offset, offset + limit).map((offer) => ({ ...offer, caller, region }));
      return { ...makePage(nodes, offset, offers.length), notAnswering: out.map(reference) };
    },
    offerConsents: (_, _args, context) => consentsOf(citizenOf(context.identity).subject, context),
    offersData: async (_, { account, first, after }, { registers, identity }) => {
      requireService(identity, feeder);
      const { limit, offset } = readPage({ first, after: after ?? null });
      const register = await registers.of(account);
      const all = register ? [heldOf(register)] : [];
      const { pageInfo, totalCount } = makePage(all.slice(offset, offset + limit), offset, all.length);
      return {
        nodes: all.slice(offset, offset + limit),
        endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
        totalCount,
      };
    },
  },
  Mutation: {
    agreeToOffers: async (_, { input }, context) => {
      const identity = citizenOf(context.identity);
      const problems = await sayOfPlaces(context.words, 'AGREED', input, identity);
      return { consents: problems.length > 0 ? null : await consentsOf(identity.subject, context), problems };
    },
    withdrawOfferConsent: async (_, { input }, context) => {
      const identity = citizenOf(context.identity);
      const problems = await sayOfPlaces(context.words, 'WITHDRAWN', input, identity);
      return { consents: problems.length > 0 ? null : await consentsOf(identity.subject, context), problems };
    },
    declineOffer: async (_, { input }, context) => {
      const problems = await declineOffer(context.words, input, citizenOf(context.identity));
      return { declined: problems.length > 0 ? null : input.offer, problems };
    },
    forgetOffers: (_, _args, { identity, registers, words }) =>
      registers.forget(citizenOf(identity).subject, new Date(words.now()).toISOString()),
  },
  LifeEvent: {
    __resolveReference: ({ code, region }) => ({ code, region }),
    policies: async ({ code, region }, _, { rules, catalogueDay }) =>
      (await rules()).policies.filter(
        (policy) =>
          'event' in policy.leadsTo &&
          policy.leadsTo.event === code &&
          policy.regions.includes(region) &&
          mayBeOffered(policy, catalogueDay),
      ),
  },
  DocumentType: {
    __resolveReference: ({ code }) => ({ code }),
    equivalents: ({ code }, { asOf, situation }, context) =>
      equivalentsOf('DOCUMENT_TYPE', code, asOf, situation ?? [], context),
  },
  Policy: {
    __resolveReference: async ({ code }, { rules }) =>
      (await rules()).policies.find((policy) => policy.code === code) ?? null,
    name: ({ name }, { language }) => localized(name, language),
    lastDay: ({ validTo }) => lastDayOf(validTo),
    benefit: ({ benefit }, { language }) => localized(benefit.text, language),
    amountFen: ({ benefit }) => benefit.amountFen,
    event: ({ leadsTo, region }) => ('event' in leadsTo ? { code: leadsTo.event, region } : null),
    matter: ({ leadsTo }) => ('matter' in leadsTo ? reference(leadsTo.matter) : null),
  },
  PolicyFact: {
    question: ({ question }) => reference(question),
    knownBy: ({ tellers }) => [...tellers],
  },
  FactTeller: {
    documentType: (teller) => (teller.place === 'IDENTITY' ? null : reference(teller.documentType)),
    source: (teller) => (teller.place === 'SOURCE' ? reference(teller.source) : null),
  },
  Equivalence: {
    code: ({ row }) => row.code,
    scope: ({ row }) => row.scope,
    from: ({ row: { scope, from } }) => ({ scope, code: from }),
    to: ({ row: { scope, to } }) => ({ scope, code: to }),
    condition: ({ row }) => row.condition,
    dependsOn: ({ dependsOn }) => dependsOn.map(reference),
    legalBasis: ({ row }) => row.legalBasis,
    // Of one that may be used neither is null.
    approvedBy: ({ row: { approvedBy } }, { language }) =>
      localized(approvedBy as NonNullable<typeof approvedBy>, language),
    approvedOn: ({ row }) => row.approvedOn as string,
    validFrom: ({ row }) => row.validFrom,
    lastDay: ({ row }) => lastDayOf(row.validTo),
    provenance: ({ row }) => row.provenance,
  },
  EquivalenceTerm: {
    name: async ({ scope, code }, { language }, { rules }) => {
      if (scope === 'DOCUMENT_TYPE') return null;
      const term = (await rules()).terms.find((each) => each.code === code);
      return term ? localized(term.name, language) : null;
    },
    group: async ({ code }, _, { rules }) => (await rules()).terms.find((each) => each.code === code)?.group ?? null,
    documentType: ({ scope, code }) => (scope === 'DOCUMENT_TYPE' ? reference(code) : null),
  },
  Offer: {
    why: ({ policy }, { language }) => localized(policy.why, language),
    because: ({ because }) => [...because],
    about: ({ subject }) => (subject.isCaller ? null : subject.person.name),
    event: ({ policy: { leadsTo }, region }) => ('event' in leadsTo ? { code: leadsTo.event, region } : null),
    matter: ({ policy: { leadsTo } }) => ('matter' in leadsTo ? reference(leadsTo.matter) : null),
    answers: (offer) => [...situationOf(offer, offer.caller).answers],
    parties: (offer) =>
      situationOf(offer, offer.caller).parties.map((party) => ({ ...party, roles: [...party.roles] })),
    facts: (offer) => [...situationOf(offer, offer.caller).facts],
  },
  OfferReason: {
    question: ({ question }) => reference(question),
    knownBy: ({ teller }) => teller,
    licence: ({ licence }) => licence && { id: licence.id },
  },
  OfferConsent: {
    place: ({ place }) => partsOf(place).place,
    source: ({ place }) => {
      const { source } = partsOf(place);
      return source === null ? null : reference(source);
    },
    text: (consent, { language }) => localized(textOf(consent), language),
    agreedAt: ({ standing: given }) => given?.at ?? null,
    lastDay: ({ standing: given }) => given && addDays(given.until, -1),
    policies: async ({ place }, _, { rules, today }) =>
      (await rules()).policies.filter(
        (policy) =>
          mayBeOffered(policy, today) &&
          (place === vaultPlace || policy.facts.some(({ tellers }) => tellers.map(placeOf).includes(place))),
      ),
  },
  Problem: { message: ({ message }, { language }) => localized(message, language) },
};

/** Everything that is held of an account, as whoever it is about is told. */
const heldOf = ({ id, openedAt, events }: KeptRegister) => ({ id, submission: null, openedAt, history: events });
