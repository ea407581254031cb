import type { RetryFilingInput } from '../../schema/generated/journeys.ts';
import type { Identity } from '../runtime/identity.ts';
import { refuse } from './domain/refusals.ts';
import { type Decided, lookUp, requestOf } from './requests.ts';
import type { SubmissionStore } from './store/index.ts';

export type Retry = (input: RetryFilingInput, identity: Identity | null) => Promise<Decided>;

/** Has the system of a department asked now, as its staff say: it is the worker that asks. */
export function createRetry(store: SubmissionStore): Retry {
  const refused = (...problems: Decided['problems']): Decided => ({ filing: null, problems });
  return async (input, anyone) => {
    const request = requestOf(anyone, 'retryFiling', input, store);
    const { identity } = request;
    const { refused: wrong, repeated } = await lookUp(store, request);
    if (wrong.length > 0) return refused(...wrong);
    const filing = await store.findFiling(input.filing);
    if (identity.kind !== 'STAFF' || !filing || filing.department !== identity.department)
      return refused(refuse('FILING_NOT_FOUND', { path: ['filing'] }));
    const { submission, department, id } = filing;
    const access = { submission, department, clerk: identity.subject, kind: 'READ' as const, filing: null };
    if (repeated) {
      await store.accesses.add([access]);
      return { filing, problems: [] };
    }
    const { outcomes } = await store.change(submission, {
      events: [{ kind: 'RETRIED', filing: id }],
      request: request.row(id),
      access,
    });
    if (outcomes.includes('NOTHING_TO_RETRY')) return refused(refuse('NOTHING_TO_RETRY', { path: ['filing'] }));
    return { filing: await store.findFiling(id), problems: [] };
  };
}
