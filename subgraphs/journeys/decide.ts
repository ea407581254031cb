import type { DecisionInput } from '../../schema/generated/departments.ts';
import type { DecideFilingInput } from '../../schema/generated/journeys.ts';
import { fingerprint } from '../language/canonical.ts';
import { refusal } from '../runtime/errors.ts';
import type { Identity } from '../runtime/identity.ts';
import { askedTarget, type KnownTypes } from './asked-papers.ts';
import { departmentsOut } from './domain/acceptance.ts';
import { ownSystem } from './domain/reasons.ts';
import { refuse } from './domain/refusals.ts';
import { resultRefusals } from './domain/results.ts';
import type { OpenDoor } from './doors.ts';
import type { ReasonsOfMatters } from './refusal-reasons.ts';
import { type Decided, lookUp, requestOf } from './requests.ts';
import type { SubmissionStore } from './store/index.ts';
import type { FilingRow } from './tables.ts';

export type Decide = (input: DecideFilingInput, identity: Identity | null) => Promise<Decided>;

/** Passes a decision of a department's staff to its desk, and writes down what the desk answers. */
export interface DecideParts {
  readonly store: SubmissionStore;
  readonly openDoor: OpenDoor;
  readonly reasonsOf: ReasonsOfMatters;
  readonly knownTypes: KnownTypes;
  readonly now: () => number;
}

export function createDecide({ store, openDoor, reasonsOf, knownTypes, now }: DecideParts): Decide {
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
    const wrongInput = [
      ...(await resultsOf(store, input, filing, now())),
      ...(await reasonOf(reasonsOf, input, filing)),
      ...(await papersOf(knownTypes, input)),
    ];
    const rejected = async (problems: Decided['problems']): Promise<Decided> => {
      await store.accesses.add([{ ...access, kind: 'REJECTED', filing: filing.id }]);
      return refused(problems);
    };
    if (wrongInput.length > 0) return rejected(wrongInput);
    const decision = decisionOf(input, fingerprint([request.subject, request.key]));
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
      tell: typesIn(input).map((type) => ({ kind: 'ASKED_PAPER', target: askedTarget(filing.id, type) })),
    });
    if (outcomes.includes('DOES_NOT_HOLD')) return refused([refuse('RECEIPT_INVALID', { path: ['filing'] })]);
    return { filing: await store.findFiling(filing.id), problems: [] };
  };
}

function decisionOf(input: DecideFilingInput, id: string): DecisionInput {
  const { filing, decision, reason, corrections, results, amountFen, refusalReason } = input;
  return {
    ...{ id, filing, decision, reason: reason ?? null, results: results ?? [] },
    // Which paper it is concerns whoever looks after lists; the words are the citizen's.
    corrections: (corrections ?? []).map(({ documentType: _looked, ...correction }) => correction),
    amountFen: amountFen ?? null,
    // A system of a department's own need not know of it.
    ...(refusalReason == null ? {} : { refusalReason }),
  };
}

/** Types of papers that corrections ask for, each once. */
function typesIn({ decision, corrections }: DecideFilingInput): ReadonlyArray<string> {
  if (decision !== 'REQUEST_CORRECTION') return [];
  return [...new Set((corrections ?? []).flatMap(({ documentType }) => documentType ?? []))];
}

async function papersOf(knownTypes: KnownTypes, input: DecideFilingInput): Promise<Decided['problems']> {
  const types = typesIn(input);
  if (types.length === 0) return [];
  const known = await knownTypes(types);
  if (known === 'OUT') throw refusal('CATALOGUE_UNAVAILABLE');
  return (input.corrections ?? []).flatMap(({ documentType }, index) =>
    documentType == null || known.has(documentType)
      ? []
      : [refuse('PAPER_UNKNOWN.TYPE', { path: ['corrections', String(index), 'documentType'] })],
  );
}

/** A reason is one for which the catalogue says that the matter may be refused, and stands at a refusal. */
async function reasonOf(
  reasonsOf: ReasonsOfMatters,
  { decision, refusalReason = null }: DecideFilingInput,
  { matter }: FilingRow,
): Promise<Decided['problems']> {
  if (refusalReason === null) return [];
  const at = { path: ['refusalReason'] };
  if (decision !== 'REFUSE') return [refuse('REFUSAL_REASON_WITHOUT_REFUSAL', at)];
  const reasons = await reasonsOf([matter]);
  if (reasons === 'OUT') throw refusal('CATALOGUE_UNAVAILABLE');
  const known = reasons.get(matter) ?? [];
  if (known.some(({ code }) => code === refusalReason)) return [];
  return [refuse('REFUSAL_REASON_UNKNOWN', at, { reasons: known.map(({ code }) => code).join(', ') })];
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
