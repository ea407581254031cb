import { type Language, type Localized, localized } from '../language/text.ts';
import { type Identity, requireIdentity } from '../runtime/identity.ts';
import { masked } from '../runtime/personal-data.ts';
import type { Resolvers } from '../runtime/subgraph.ts';
import type { AcceptEvidence, AcceptEvidenceInput } from './accept-evidence.ts';
import { handOverTextVersion, type PreviewItem, sourcesToRefuse } from './domain/preview.ts';
import { consentTexts, previews } from './domain/reasons.ts';
import { toldAnswers, toldForm } from './domain/told-facts.ts';
import { matterReference, type PlanningContext } from './planning.ts';
import type { RequestEvidence, RequestEvidenceInput } from './request-evidence.ts';
import type { KeptEvidenceRequest } from './store/evidence-requests.ts';
import type { SubmissionStore } from './store/index.ts';

interface Texts {
  readonly language?: Language;
}
interface Context extends PlanningContext {
  readonly identity: Identity | null;
  readonly store: SubmissionStore;
  readonly now: () => number;
  readonly mutations: { readonly requestEvidence: RequestEvidence; readonly acceptEvidence: AcceptEvidence };
}
type Item = PreviewItem & { readonly isPersonal: boolean };
const coded = (code: string) => ({ code });

/** What is shown of evidence before it is submitted: to its applicant alone. */
export const evidenceQueries = {
  evidenceRequest: (_: unknown, { id }: { id: string }, { identity, store, now }: Context) => {
    const subject = store.pseudonym(requireIdentity(identity).subject);
    return store.evidenceRequests.find(id, subject, new Date(now()).toISOString());
  },
};
export const evidenceMutations = {
  requestEvidence: (_: unknown, { input }: { input: RequestEvidenceInput }, { mutations, identity, pin }: Context) =>
    mutations.requestEvidence(input, identity, pin),
  acceptEvidence: (_: unknown, { input }: { input: AcceptEvidenceInput }, { mutations, identity }: Context) =>
    mutations.acceptEvidence(input, identity),
};
export const evidenceResolvers: Resolvers = {
  EvidenceRequest: {
    handOverText: (_: unknown, { language }: Texts) =>
      localized(consentTexts[handOverTextVersion] as Localized, language),
    consents: ({ consents, requestedAt }: KeptEvidenceRequest) =>
      consents.map((consent) => ({ ...consent, at: requestedAt, withdrawnAt: null })),
    items: ({ items, personalNumbers }: KeptEvidenceRequest): ReadonlyArray<Item> =>
      items.map((item) => ({ ...item, isPersonal: personalNumbers.includes(item.document.documentType) })),
    answers: ({ id, items }: KeptEvidenceRequest) =>
      toldAnswers({ items }).map(({ question, value }) => ({ question: coded(question), value, toldBy: id })),
    form: ({ items }: KeptEvidenceRequest) => toldForm({ items }),
    sourcesToRefuse: ({ items }: KeptEvidenceRequest) => sourcesToRefuse(items).map(coded),
  },
  EvidenceItem: {
    source: ({ document }: Item) => coded(document.source),
    documentType: ({ document }: Item) => coded(document.documentType),
    material: ({ document }: Item) => document.material,
    title: ({ document }: Item, { language }: Texts) => localized(document.title, language),
    parties: ({ document }: Item) => document.parties,
    matters: ({ matters }: Item) => matters.map(matterReference),
    message: ({ outcome }: Item, { language }: Texts) => localized(previews[outcome], language),
    document: ({ found, isPersonal }: Item) =>
      found && { ...found, number: found.number !== null && isPersonal ? masked(found.number) : found.number },
    question: ({ question }: Item) => (question === undefined ? null : coded(question)),
    answer: ({ answer }: Item) => answer ?? null,
    values: ({ values = [] }: Item) => values.map(({ party, element, value }) => ({ party, field: element, value })),
    accepted: ({ decision }: Item) => decision?.accepted ?? null,
    decidedAt: ({ decision }: Item) => decision?.at ?? null,
  },
};
