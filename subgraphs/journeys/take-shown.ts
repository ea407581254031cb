import { civilDateOf } from '../language/civil-date.ts';
import { maxima } from '../language/maxima.ts';
import { own } from '../language/own.ts';
import type { Plan } from '../planning/types.ts';
import { requestNotFound } from './accept-evidence.ts';
import type { NameSource } from './domain/acceptance.ts';
import { handedOver, takeEvidence } from './domain/accepted-evidence.ts';
import type { ToldPerson } from './domain/people.ts';
import type { Refusal } from './domain/refusals.ts';
import type { Request } from './requests.ts';
import type { KeptEvidenceRequest } from './store/evidence-requests.ts';
import type { SubmissionStore } from './store/index.ts';
import type { NewSubmission } from './store/receive.ts';

/** Nobody's, ended or used: nothing is told of which. */
export const shownGone = requestNotFound('evidenceRequest');

interface Shown {
  readonly lifeEvent: string;
  readonly region: string;
  readonly answers: ReadonlyArray<{ readonly toldBy?: string | null }>;
  readonly evidenceRequest?: string | null;
}
/** The looks that a submission refers to, as far as they are the applicant's and have not ended. */
export interface Looks {
  /** At documents; null: none is named. */
  readonly evidence: KeptEvidenceRequest | 'GONE' | null;
  /** At answers, by id. */
  readonly answers: ReadonlyMap<string, KeptEvidenceRequest>;
}

export async function findLooks(
  store: SubmissionStore,
  { input, subject }: Pick<Request<Shown & { readonly idempotencyKey: string }>, 'input' | 'subject'>,
  now: number,
): Promise<Looks> {
  const at = new Date(now).toISOString();
  const find = (id: string) => store.evidenceRequests.find(id, subject, at);
  const ids = [...new Set(input.answers.flatMap(({ toldBy }) => toldBy ?? []))].slice(0, maxima.openEvidenceRequests);
  const told = await Promise.all(ids.map(find));
  const { evidenceRequest } = input;
  return {
    evidence: evidenceRequest == null ? null : ((await find(evidenceRequest)) ?? 'GONE'),
    answers: new Map(told.flatMap((each) => (each ? [[each.id, each] as const] : []))),
  };
}

/** What a submission takes along of the evidence that its applicant was shown and accepted. */
export function takeShown(
  { evidence: request }: Pick<Looks, 'evidence'>,
  { lifeEvent, region }: Pick<Shown, 'lifeEvent' | 'region'>,
  plan: Plan,
  {
    people,
    nameSource,
    now,
  }: { readonly people: ReadonlyArray<ToldPerson>; readonly nameSource: NameSource; readonly now: number },
): { readonly refusals: ReadonlyArray<Refusal>; readonly shown: NewSubmission['shown'] } {
  if (request === null) return { refusals: [], shown: null };
  if (request === 'GONE') return { refusals: [shownGone], shown: null };
  const applicant = own(plan.bound, 'APPLICANT')?.[0] ?? null;
  const { refusals, provisions } = takeEvidence(request, {
    ...{ lifeEvent, region, people, applicant, filings: plan.filings, nameSource, today: civilDateOf(now) },
  });
  return { refusals, shown: { request: request.id, provisions, consents: consentsOf(request) } };
}

/** What was agreed to in a look, and what was said to what it showed. */
export function consentsOf({ consents, items, requestedAt }: KeptEvidenceRequest): NewSubmission['told'] {
  return [...consents.map((consent) => ({ ...consent, at: requestedAt })), ...handedOver(items)];
}
