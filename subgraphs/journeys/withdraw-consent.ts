import type { Identity } from '../runtime/identity.ts';
import { heldBack } from './domain/calls.ts';
import { withoutSource } from './domain/consent.ts';
import { refuse } from './domain/refusals.ts';
import { lookUp, notFound, ownSubmission, refused, requestOf, type Submitted } from './requests.ts';
import type { SubmissionStore } from './store/index.ts';

export interface WithdrawConsentInput {
  readonly idempotencyKey: string;
  readonly submission: string;
  readonly source: string;
}
export type WithdrawConsent = (input: WithdrawConsentInput, identity: Identity | null) => Promise<Submitted>;

/** Takes consent to a source back: from now on no filing is handed over that says its documents may be obtained there. */
export function createWithdrawConsent(store: SubmissionStore, now: () => number): WithdrawConsent {
  const notGiven = refuse('CONSENT_NOT_GIVEN', { path: ['source'] });
  return async (input, anyone) => {
    const request = requestOf(anyone, 'withdrawConsent', input, store);
    const { refused: wrong, repeated } = await lookUp(store, request);
    if (wrong.length > 0) return refused(...wrong);
    const row = await ownSubmission(store, input.submission, request.identity);
    if (!row) return refused(notFound);
    if (repeated) return { submission: row, problems: [] };
    const { source } = input;
    if (!store.open(row).consents.some((each) => each.source === source && each.granted)) return refused(notGiven);
    await store.change(row.id, {
      events: [{ kind: 'CONSENT_WITHDRAWN', source }],
      request: request.row(row.id),
      consent: source,
      carry: (record, before) => ({
        ...record,
        consents: record.consents.map((each) => (each.source === source ? { ...each, granted: false } : each)),
        filings: withoutSource(record.filings, heldBack(before, now()), source),
      }),
    });
    return { submission: await store.find(row.id), problems: [] };
  };
}
