import { randomUUID } from 'node:crypto';
import { isAnswerTo } from '../language/answers.ts';
import { civilDateOf } from '../language/civil-date.ts';
import { answerIn } from '../language/facts.ts';
import { maxima } from '../language/maxima.ts';
import { own } from '../language/own.ts';
import type { Plan, PlanningBasis, Problem } from '../planning/types.ts';
import { refusal } from '../runtime/errors.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Pin } from '../runtime/pin.ts';
import { type Consent, type FormValue, keyRefusals } from './domain/acceptance.ts';
import { bindPerson } from './domain/binding.ts';
import { peopleOf } from './domain/people.ts';
import {
  isOfCaller,
  type PreviewItem,
  type PreviewPlace,
  previewed,
  previewPlaces,
  previewTextVersion,
} from './domain/preview.ts';
import type { SharedDocument, SourceAnswer } from './domain/provision.ts';
import { refuse } from './domain/refusals.ts';
import { factPlaces, valuesIn } from './domain/told-facts.ts';
import type { OpenDoor } from './doors.ts';
import { inTime } from './in-time.ts';
import { type PlannedBefore, planAnew } from './plan-anew.ts';
import { askSource } from './provide.ts';
import { keyReused, type Request, requestOf, signedIn } from './requests.ts';
import { createSingleFlight } from './single-flight.ts';
import type { KeptEvidenceRequest } from './store/evidence-requests.ts';
import type { SubmitParts } from './submit.ts';

export interface RequestEvidenceInput extends PlannedBefore {
  readonly idempotencyKey: string;
  readonly form: FormValue;
  readonly consents: ReadonlyArray<Consent>;
}
/** Either the request or every problem at once. */
export interface Requested {
  readonly request: KeptEvidenceRequest | null;
  readonly problems: ReadonlyArray<Problem>;
}
export type RequestEvidence = (input: RequestEvidenceInput, identity: Identity | null, pin: Pin) => Promise<Requested>;
export interface RequestEvidenceParts extends Omit<SubmitParts, 'delegations'> {
  readonly openDoor: OpenDoor;
  /** Sources that one request asks at once. */
  readonly atOnce: number;
  /** How long sources have altogether, in milliseconds; one that has not answered by then cannot tell yet. */
  readonly withinMs: number;
  /** How long what was shown is kept. */
  readonly shownForMs: number;
}

const refused = (...problems: ReadonlyArray<Problem>): Requested => ({ request: null, problems });

/** Asks, before anything is submitted, the sources of everything that a plan shares, as far as the citizen consents, and shows what they have. */
export function createRequestEvidence(parts: RequestEvidenceParts): RequestEvidence {
  const { store, now } = parts;
  const fly = createSingleFlight<Requested>();
  return async (input, anyone, pin) => {
    const request = requestOf(anyone, 'requestEvidence', input, store);
    if (request.identity.kind !== 'CITIZEN') throw refusal('FORBIDDEN.APPLICANT');
    const wrong = keyRefusals(input.idempotencyKey);
    if (wrong.length > 0) return refused(...wrong);
    const before = async (): Promise<Requested | null> => {
      const known = await store.evidenceRequests.byKey(request.subject, request.key, new Date(now()).toISOString());
      if (!known) return null;
      return known.requestHash === request.requestHash ? { request: known, problems: [] } : refused(keyReused);
    };
    const key = JSON.stringify([request.identity.subject, input.idempotencyKey]);
    return fly(key, JSON.stringify([request.requestHash, pin]), async () => {
      const known = await before();
      if (known) return known;
      const made = await look(parts, request, pin);
      if (made.request === null) return made;
      const added = await store.evidenceRequests.add(made.request);
      if (added === 'TOO_MANY')
        return refused(refuse('EVIDENCE_REQUESTS_OPEN', { path: [] }, { most: maxima.openEvidenceRequests }));
      return added === 'ADDED' ? made : ((await before()) ?? refused(keyReused));
    });
  };
}

async function look(
  parts: RequestEvidenceParts,
  { identity, input, subject, key, requestHash }: Request<RequestEvidenceInput>,
  pin: Pin,
): Promise<Requested> {
  const { checkForm, now } = parts;
  const at = { pin, today: civilDateOf(now()), caller: identity.subject };
  const planned = await planAnew(parts, input, identity, at, isToldBySources);
  if ('refusals' in planned) return refused(...planned.refusals);
  const { plan, event } = planned;
  const { basis } = event;
  const people = peopleOf(plan.form.schema, input.form);
  const binding = bindPerson(signedIn(identity), people, { bound: plan.bound, standing: basis.standing ?? null });
  const problems = [
    // What is missing yet is missing: it is not a submission.
    ...checkForm(plan.form.schema, input.form).filter(
      ({ code }) => code !== 'FIELD_MISSING' && code !== 'PROBLEMS_MORE',
    ),
    ...binding.refusals,
  ];
  // Data are shown to who they are about, as their token vouches; who is only said to be them has the departments look.
  if (problems.length === 0 && binding.unverified.length > 0)
    problems.push(refuse('EVIDENCE_PERSON_UNVERIFIED', { path: ['form'] }));
  if (problems.length > 0) return refused(...problems);

  const id = randomUUID();
  const applicant = own(plan.bound, 'APPLICANT')?.[0] ?? null;
  // Documents may still turn out not to be needed while questions are open: then only these are looked up.
  const places: ReadonlyArray<PreviewPlace & { readonly question?: string }> = isToldBySources(plan)
    ? factPlaces(plan.openQuestions)
    : previewPlaces(plan.filings);
  const mayAsk = consented(plan, input.consents);
  const { identityNumber } = signedIn(identity);
  const reasonNotTo = ({ document }: PreviewPlace): 'NOT_ASKED' | 'OF_ANOTHER' | null => {
    if (!mayAsk(document.source)) return 'NOT_ASKED';
    return isOfCaller(document, people, identityNumber) ? null : 'OF_ANOTHER';
  };
  const ask = (place: PreviewPlace, index: number): Promise<SourceAnswer> =>
    askSource(parts.openDoor, {
      ...{ id: `${id}-${index + 1}`, matter: place.matters[0] ?? '', document: place.document, people, applicant },
    });
  const items = await inTime(places, parts, async (place, index, inTimeOr): Promise<PreviewItem> => {
    const not = reasonNotTo(place);
    const item = { ...place, id: String(index + 1), decision: null };
    if (not) return { ...item, outcome: not, found: null, at: new Date(now()).toISOString() };
    const answer = await inTimeOr<SourceAnswer>({ outcome: 'LATER' }, () => ask(place, index));
    const shown = previewed(place.document, answer, now(), civilDateOf(now()));
    if (place.question !== undefined)
      return { ...item, ...answered(plan, basis, place.question, place.document, shown) };
    const values = valuesIn(place, shown.found?.data, plan.form.told);
    return { ...item, ...shown, ...(values.length > 0 ? { values } : {}) };
  });
  return {
    request: {
      ...{ id, subject, idempotencyKey: key, requestHash },
      requestedAt: new Date(now()).toISOString(),
      expiresAt: new Date(now() + parts.shownForMs).toISOString(),
      ...{ lifeEvent: input.lifeEvent, region: input.region, people, applicant, items },
      consents: consentsGiven(places, mayAsk),
      personalNumbers: personalNumbersOf(basis),
    },
    problems: [],
  };
}

/** Questions are open, and sources know answers to some. */
const isToldBySources = ({ openQuestions }: Plan): boolean => openQuestions.some(({ knownBy }) => knownBy.length > 0);

/** The answer that a found document gives, and of the document nothing else; one that gives none agrees with no answer. */
function answered(
  { openQuestions }: Plan,
  { questions }: PlanningBasis,
  code: string,
  { source, documentType }: SharedDocument,
  shown: Pick<PreviewItem, 'outcome' | 'found' | 'at'>,
): Pick<PreviewItem, 'outcome' | 'found' | 'at' | 'answer'> {
  if (shown.found === null) return shown;
  const known = openQuestions
    .find(({ question }) => question === code)
    ?.knownBy.find((each) => each.source === source && each.documentType === documentType);
  const question = questions.find((each) => each.code === code);
  const answer = known && answerIn(known, shown.found.data);
  if (!known || !question || !isAnswerTo(question, answer)) return { ...shown, outcome: 'NOT_MATCHED', found: null };
  const data = { [known.field]: own(shown.found.data as Readonly<Record<string, unknown>>, known.field) };
  return { ...shown, found: { ...shown.found, data }, answer };
}

/** A source that wants no consent may be asked as long as it is not refused. */
function consented({ sources, openQuestions }: Plan, consents: ReadonlyArray<Consent>): (source: string) => boolean {
  const said = new Map(consents.map(({ source, granted }) => [source, granted]));
  const knowing = openQuestions.flatMap(({ knownBy }) =>
    knownBy.map(({ source, requiresConsent }) => ({ code: source, requiresConsent })),
  );
  const wants = new Set(
    [...sources, ...knowing].filter(({ requiresConsent }) => requiresConsent).map(({ code }) => code),
  );
  return (source) => said.get(source) ?? !wants.has(source);
}

function consentsGiven(places: ReadonlyArray<PreviewPlace>, mayAsk: (source: string) => boolean) {
  const sources = [...new Set(places.map(({ document }) => document.source))];
  return sources.map((source) => ({
    ...{ source, granted: mayAsk(source), purpose: 'PREVIEW' as const, textVersion: previewTextVersion },
    requirements: places.flatMap(({ document, requirements }) => (document.source === source ? requirements : [])),
  }));
}

function personalNumbersOf({ documentTypes }: PlanningBasis): ReadonlyArray<string> {
  return documentTypes.filter(({ personalNumber }) => personalNumber === true).map(({ code }) => code);
}
