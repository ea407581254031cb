import { randomUUID } from 'node:crypto';
import type { KnownPerson } from '../language/held-licence.ts';
import type { AskPart } from '../runtime/ask-part.ts';
import { refusal } from '../runtime/errors.ts';
import type { Identity } from '../runtime/identity.ts';
import { usableLicences } from '../runtime/vault.ts';
import { type Standing, vaultPlace } from './domain/events.ts';
import { inquiriesOf, inquiryKey, type Offer, offersOf } from './domain/offers.ts';
import type { OfferedPolicy, PolicyRules } from './domain/rules.ts';
import type { Known } from './domain/tellers.ts';
import type { AskSource, Provided } from './sources.ts';
import { underWayOf } from './submissions.ts';

export interface LookingParts {
  readonly askVault: AskPart;
  readonly askSubmissions: AskPart;
  readonly askSource: AskSource;
  readonly idOf: (...parts: ReadonlyArray<string>) => string;
}
/** What somebody may have, and the sources that did not say what they were asked: what rests on them is not offered for now. */
export interface Found {
  readonly caller: KnownPerson;
  readonly offers: ReadonlyArray<Offer>;
  readonly out: ReadonlyArray<string>;
}

/** As many as sources are asked for one answer. */
const mostInquiries = 50;

export const callerOf = ({ claims = {} }: Identity): KnownPerson => ({
  name: claims.name ?? null,
  identityNumber: claims.identityNumber ?? null,
  bornOn: null,
});

/** Looks where somebody agreed, and nowhere else. Throws OFFERS_UNAVAILABLE where the vault or submissions do not answer: what they have could be offered then. */
export async function lookFor(
  parts: LookingParts,
  identity: Identity,
  rules: PolicyRules,
  policies: ReadonlyArray<OfferedPolicy>,
  { agreed, declined }: Standing,
  today: string,
): Promise<Found> {
  const caller = callerOf(identity);
  const nothing = { caller, offers: [], out: [] };
  if (!agreed.has(vaultPlace) || policies.length === 0) return nothing;
  const account = { account: identity.subject, identityNumber: caller.identityNumber };
  const [licences, underWay] = await Promise.all([
    usableLicences(parts.askVault, account, typesOf(policies), today),
    underWayOf(parts.askSubmissions, identity.subject, {
      lifeEvents: [...new Set(policies.flatMap(({ leadsTo }) => ('event' in leadsTo ? [leadsTo.event] : [])))],
      matters: [...new Set(policies.flatMap(({ leadsTo }) => ('matter' in leadsTo ? [leadsTo.matter] : [])))],
    }),
  ]);
  if (licences === 'OUT' || underWay === 'OUT') throw refusal('OFFERS_UNAVAILABLE');
  const questions = new Map(rules.questions.map((question) => [question.code, question]));
  const places = new Set(agreed.keys());
  const before: Known = { agreed: places, caller, licences, provided: () => undefined };
  const inquiries = inquiriesOf(policies, { known: before, questions, today }, mostInquiries);
  const request = randomUUID();
  const provided = new Map<string, Provided>(
    await Promise.all(
      inquiries.map(
        async (inquiry, index): Promise<[string, Provided]> => [
          inquiryKey(inquiry),
          await parts.askSource(inquiry, caller, rules.sources, `${request}-${index + 1}`),
        ],
      ),
    ),
  );
  const known: Known = {
    ...before,
    provided: (inquiry) => {
      const said = provided.get(inquiryKey(inquiry));
      return said === 'OUT' || said == null ? undefined : said.data;
    },
  };
  const out = inquiries.filter((inquiry) => provided.get(inquiryKey(inquiry)) === 'OUT').map(({ source }) => source);
  return {
    caller,
    offers: offersOf(policies, { known, underWay, declined, questions, today, idOf: parts.idOf }),
    out: [...new Set(out)].sort(),
  };
}

/** Every type of licence that policies look at. */
function typesOf(policies: ReadonlyArray<OfferedPolicy>): ReadonlyArray<string> {
  const types = policies.flatMap(({ about, facts, had }) => [
    ...(about ? [about.documentType] : []),
    ...facts.flatMap(({ tellers }) =>
      tellers.flatMap((teller) => (teller.place === 'VAULT' ? [teller.documentType] : [])),
    ),
    ...had.map(({ documentType }) => documentType),
  ]);
  return [...new Set(types)].sort();
}
