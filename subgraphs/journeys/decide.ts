import type { DecideFilingInput } from '../../schema/generated/journeys.ts';
import { fingerprint } from '../language/canonical.ts';
import type { Identity } from '../runtime/identity.ts';
import { departmentsOut } from './domain/acceptance.ts';
import { ownSystem } from './domain/reasons.ts';
import { refuse } from './domain/refusals.ts';
import type { OpenDoor } from './doors.ts';
import { type Decided, lookUp, requestOf } from './requests.ts';
import type { SubmissionStore } from './store/index.ts';

export type Decide = (input: DecideFilingInput, identity: Identity | null) => Promise<Decided>;

/** Passes a decision of a department's staff to its desk, and writes down what the desk answers. */
export function createDecide(store: SubmissionStore, openDoor: OpenDoor): Decide {
  const refused = (problems: Decided['problems']): Decided => ({ filing: null, problems });
  return async (input, anyone) => {
    const request = requestOf(anyone, 'decideFiling', input);
    const { identity } = request;
    const { refused: wrong, repeated } = await lookUp(store, request);
    if (wrong.length > 0) return refused(wrong);
    const filing = await store.findFiling(input.filing);
    if (identity.kind !== 'STAFF' || !filing || filing.department !== identity.department) {
      return refused([refuse('FILING_NOT_FOUND', { path: ['filing'] })]);
    }
    if (repeated) return { filing, problems: [] };
    const decision = {
      id: fingerprint([identity.subject, input.idempotencyKey]),
      filing: filing.id,
      decision: input.decision,
      reason: input.reason ?? null,
      corrections: input.corrections ?? [],
      results: input.results ?? [],
    };
    const answer = await openDoor(filing.department)?.decide(decision, identity);
    if (answer?.kind === 'REJECTED') {
      const { code, message } = answer;
      return refused([{ code, message: { zh: message, en: message }, path: ['filing'] }]);
    }
    if (answer?.kind !== 'RECEIPT') {
      return refused([departmentsOut([ownSystem])]);
    }
    await store.change(filing.submission, {
      events: [{ kind: 'DECIDED', filing: filing.id, receipt: answer.receipt }],
      request: request.row(filing.id),
    });
    return { filing: await store.findFiling(filing.id), problems: [] };
  };
}
