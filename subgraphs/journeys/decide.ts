import type { DecideFilingInput } from '../../schema/generated/journeys.ts';
import { fingerprint } from '../language/canonical.ts';
import type { Identity } from '../runtime/identity.ts';
import { departmentsOut } from './domain/acceptance.ts';
import { ownSystem } from './domain/reasons.ts';
import { refuse } from './domain/refusals.ts';
import { resultRefusals } from './domain/results.ts';
import type { OpenDoor } from './doors.ts';
import { type Decided, lookUp, requestOf } from './requests.ts';
import type { SubmissionStore } from './store/index.ts';
import type { FilingRow } from './tables.ts';

export type Decide = (input: DecideFilingInput, identity: Identity | null) => Promise<Decided>;

/** Passes a decision of a department's staff to its desk, and writes down what the desk answers. */
export function createDecide(store: SubmissionStore, openDoor: OpenDoor, now: () => number): Decide {
  const refused = (problems: Decided['problems']): Decided => ({ filing: null, problems });
  return async (input, anyone) => {
    const request = requestOf(anyone, 'decideFiling', input, store);
    const { identity } = request;
    const { refused: wrong, repeated } = await lookUp(store, request);
    if (wrong.length > 0) return refused(wrong);
    const filing = await store.findFiling(input.filing);
    if (identity.kind !== 'STAFF' || !filing || filing.department !== identity.department) {
      return refused([refuse('FILING_NOT_FOUND', { path: ['filing'] })]);
    }
    const access = { submission: filing.submission, department: filing.department, clerk: identity.subject };
    if (repeated) {
      await store.accesses.add([{ ...access, kind: 'READ', filing: null }]);
      return { filing, problems: [] };
    }
    const wrongResults = await resultsOf(store, input, filing, now());
    const rejected = async (problems: Decided['problems']): Promise<Decided> => {
      await store.accesses.add([{ ...access, kind: 'REJECTED', filing: filing.id }]);
      return refused(problems);
    };
    if (wrongResults.length > 0) return rejected(wrongResults);
    const decision = {
      id: fingerprint([request.subject, request.key]),
      filing: filing.id,
      decision: input.decision,
      reason: input.reason ?? null,
      corrections: input.corrections ?? [],
      results: input.results ?? [],
      amountFen: input.amountFen ?? null,
    };
    const door = openDoor(filing.department);
    const told = await door?.decide(decision, identity);
    const decidedBefore = told?.kind === 'REJECTED' && told.code === 'FILING_ALREADY_DECIDED';
    // What it said of its decision did not hold, and may by now.
    const anew = decidedBefore && store.openFiling(filing).atDesk ? await door?.find(filing.id) : null;
    const answer = anew ?? told;
    if (answer?.kind === 'REJECTED') {
      const { code, message } = answer;
      return rejected([{ code, message: { zh: message, en: message }, path: ['filing'] }]);
    }
    if (answer?.kind !== 'RECEIPT') {
      return refused([departmentsOut([ownSystem])]);
    }
    const { outcomes } = await store.change(filing.submission, {
      events: [{ kind: 'DECIDED', filing: filing.id, receipt: answer.receipt }],
      request: request.row(filing.id),
      access: { ...access, kind: 'DECIDED', filing: filing.id },
    });
    if (outcomes.includes('DOES_NOT_HOLD')) return refused([refuse('RECEIPT_INVALID', { path: ['filing'] })]);
    return { filing: await store.findFiling(filing.id), problems: [] };
  };
}

/** What staff issue is held to the matter before their department's desk has it. */
async function resultsOf(
  store: SubmissionStore,
  { decision, results }: DecideFilingInput,
  filing: FilingRow,
  now: number,
): Promise<Decided['problems']> {
  if (decision !== 'APPROVE') return [];
  const submission = await store.find(filing.submission);
  if (!submission) return [];
  const issuedAt = new Date(now).toISOString();
  const issued = (results ?? []).map(({ documentType, subject, party, spec, number }) => ({
    ...{ documentType, subject, number, issuedAt },
    ...{ party: party ?? null, spec: spec ?? null },
  }));
  return resultRefusals(store.open(submission).filings, filing.position, issued, now);
}
