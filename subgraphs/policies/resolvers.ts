import type { Resolvers, SituationAnswerInput } from '../../schema/generated/policies.ts';
import { isAnswerTo } from '../language/answers.ts';
import { addDays, isCivilDate } from '../language/civil-date.ts';
import type { AnswerValue, Question } from '../language/conditions.ts';
import type { EquivalenceScope } from '../language/equivalence.ts';
import { mayBeOffered } from '../language/policy.ts';
import { localized } from '../language/text.ts';
import { refusal } from '../runtime/errors.ts';
import { makePage, readPage } from '../runtime/page.ts';
import { equivalents, type Usable } from './domain/equivalents.ts';
import type { Context } from './parents.ts';

const reference = (code: string) => ({ code });
const lastDayOf = (validTo: string | null): string | null => validTo && addDays(validTo, -1);

/** What may be taken in place of one thing. Throws for a day that there is not, and for an answer that cannot be. */
async function equivalentsOf(
  scope: EquivalenceScope,
  of: string,
  asOf: string | null | undefined,
  situation: ReadonlyArray<SituationAnswerInput>,
  { rules, today }: Context,
): Promise<Usable[]> {
  const day = asOf ?? today;
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

export const resolvers: Resolvers = {
  Query: {
    policies: async (_, { region, first, after }, { rules, today }) => {
      const { limit, offset } = readPage({ first: first ?? 20, after: after ?? null });
      const offered = (await rules()).policies.filter(
        (policy) => policy.regions.includes(region) && mayBeOffered(policy, today),
      );
      return makePage(offered.slice(offset, offset + limit), offset, offered.length);
    },
    policy: async (_, { code }, { rules, today }) =>
      (await rules()).policies.find((policy) => policy.code === code && mayBeOffered(policy, today)) ?? null,
    equivalents: (_, { scope, of, asOf, situation }, context) =>
      equivalentsOf(scope, of, asOf, situation ?? [], context),
  },
  LifeEvent: {
    __resolveReference: ({ code, region }) => ({ code, region }),
    policies: async ({ code, region }, _, { rules, today }) =>
      (await rules()).policies.filter(
        (policy) =>
          'event' in policy.leadsTo &&
          policy.leadsTo.event === code &&
          policy.regions.includes(region) &&
          mayBeOffered(policy, today),
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
};
