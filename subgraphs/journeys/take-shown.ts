import { civilDateOf } from '../language/civil-date.ts';
import { own } from '../language/own.ts';
import type { Plan } from '../planning/types.ts';
import { requestNotFound } from './accept-evidence.ts';
import type { NameSource } from './domain/acceptance.ts';
import { handedOver, takeEvidence } from './domain/accepted-evidence.ts';
import type { ToldPerson } from './domain/people.ts';
import type { Refusal } from './domain/refusals.ts';
import type { Request } from './requests.ts';
import type { SubmissionStore } from './store/index.ts';
import type { NewSubmission } from './store/receive.ts';

/** Nobody's, ended or used: nothing is told of which. */
export const shownGone = requestNotFound('evidenceRequest');

interface Shown {
  readonly lifeEvent: string;
  readonly region: string;
  readonly evidenceRequest?: string | null;
}

/** What a submission takes along of the evidence that its applicant was shown and accepted. */
export async function takeShown(
  store: SubmissionStore,
  { input, subject }: Pick<Request<Shown & { readonly idempotencyKey: string }>, 'input' | 'subject'>,
  plan: Plan,
  {
    people,
    nameSource,
    now,
  }: { readonly people: ReadonlyArray<ToldPerson>; readonly nameSource: NameSource; readonly now: number },
): Promise<{ readonly refusals: ReadonlyArray<Refusal>; readonly shown: NewSubmission['shown'] }> {
  const { evidenceRequest, lifeEvent, region } = input;
  if (evidenceRequest == null) return { refusals: [], shown: null };
  const at = new Date(now).toISOString();
  const request = await store.evidenceRequests.find(evidenceRequest, subject, at);
  if (!request) return { refusals: [shownGone], shown: null };
  const applicant = own(plan.bound, 'APPLICANT')?.[0] ?? null;
  const { refusals, provisions } = takeEvidence(request, {
    ...{ lifeEvent, region, people, applicant, filings: plan.filings, nameSource, today: civilDateOf(now) },
  });
  const looked = request.consents.map((consent) => ({ ...consent, at: request.requestedAt }));
  return {
    refusals,
    shown: { request: request.id, provisions, consents: [...looked, ...handedOver(request.items)] },
  };
}
