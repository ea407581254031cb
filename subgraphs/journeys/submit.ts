import { randomUUID } from 'node:crypto';
import { civilDateOf } from '../language/civil-date.ts';
import { maxima } from '../language/maxima.ts';
import type { Localized } from '../language/text.ts';
import type { Plan, PlanningBasis, Problem, Situation } from '../planning/types.ts';
import type { GraphClient } from '../runtime/definition.ts';
import { refusal } from '../runtime/errors.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Pin } from '../runtime/pin.ts';
import { createAdmit } from './admitting.ts';
import {
  type Consent,
  consentRefusals,
  createNameSource,
  type Evidence,
  evidenceRefusals,
  type FormValue,
  keyRefusals,
  sameFileRefusals,
  type TakenTypes,
} from './domain/acceptance.ts';
import { bindPerson, type Roles, type UnverifiedFact } from './domain/binding.ts';
import { dueDays } from './domain/due-days.ts';
import { evidenceUses, heldUses, type Judged, licenceTerms } from './domain/licence-use.ts';
import { onceKeys } from './domain/once.ts';
import { peopleOf } from './domain/people.ts';
import { asAccepted, asToldBefore } from './domain/reasons.ts';
import { refuse } from './domain/refusals.ts';
import { concernedAlready, twiceRefusals } from './domain/same-person.ts';
import { contradictionsOfTold, filledIn, formOfFacts, toldForm, untoldRefusals } from './domain/told-facts.ts';
import { type CheckForm, titleAt } from './form.ts';
import type { Gathered } from './gather.ts';
import { paymentTermsOf } from './payments/terms.ts';
import { planAnew } from './plan-anew.ts';
import type { Planner } from './planner.ts';
import type { HeldInput } from './planning.ts';
import type { SubmissionRecord } from './records/submission.ts';
import { keyReused, type Request, refused, requestOf, type Submitted, signedIn } from './requests.ts';
import { createSingleFlight } from './single-flight.ts';
import type { SubmissionStore } from './store/index.ts';
import type { NewSubmission } from './store/receive.ts';
import { consentsOf, findLooks, shownGone, takeShown } from './take-shown.ts';
import { cameToNothing, lookUpLicences, redeemLicences } from './use-licences.ts';
import type { Vault } from './vault.ts';

export interface SubmitLifeEventInput {
  readonly idempotencyKey: string;
  readonly lifeEvent: string;
  readonly region: string;
  readonly planId: string;
  readonly answers: Situation['answers'];
  readonly parties: Situation['parties'];
  readonly held: ReadonlyArray<HeldInput>;
  readonly commitments: ReadonlyArray<string>;
  readonly facts?: Situation['facts'] | null;
  readonly form: FormValue;
  readonly evidence: ReadonlyArray<Evidence>;
  readonly consents: ReadonlyArray<Consent>;
  readonly evidenceRequest?: string | null;
}
export type Submit = (input: SubmitLifeEventInput, identity: Identity | null, pin: Pin) => Promise<Submitted>;

/** Well within the time that the gateway waits for an answer, if nobody says otherwise. */
const admittedWithinMs = 4000;

export interface SubmitParts {
  readonly vault: Vault;
  readonly store: SubmissionStore;
  readonly graph: GraphClient;
  readonly planner: Planner;
  readonly checkForm: CheckForm;
  readonly now: () => number;
}

/**
 * Receives a submission: plans anew, judges all that was sent, and writes it down. Identical requests at once are one from the first step on; the unique
 * key decides between processes.
 */
export function createSubmit(parts: SubmitParts): Submit {
  const fly = createSingleFlight<Submitted>();
  const admit = createAdmit({
    withinMs: admittedWithinMs,
    now: parts.now,
    refuse: (seconds) => refusal('SUBMISSIONS_BUSY', { seconds }),
  });
  return async (input, anyone, pin) => {
    const request = requestOf(anyone, 'submitLifeEvent', input, parts.store);
    if (request.identity.kind !== 'CITIZEN') throw refusal('FORBIDDEN.APPLICANT');
    const wrong = keyRefusals(input.idempotencyKey);
    if (wrong.length > 0) return refused(...wrong);
    const key = JSON.stringify([request.identity.subject, input.idempotencyKey]);
    const content = JSON.stringify([request.requestHash, pin]);
    return fly(
      key,
      content,
      async () => (await replayed(parts.store, request)) ?? admit(() => receive(parts, request, pin)),
    );
  };
}

async function receive(
  { store, vault, graph, planner, checkForm, now }: SubmitParts,
  request: Request<SubmitLifeEventInput>,
  pin: Pin,
): Promise<Submitted> {
  const { identity, input } = request;
  // The catalogue of a day that the caller names is for looking: what is submitted is judged by today's.
  const today = civilDateOf(now());
  const refusedSources = input.consents.filter(({ granted }) => !granted).map(({ source }) => source);
  const before = { ...input, refusedSources };
  const planned = await planAnew({ graph, planner, vault }, before, identity, { pin, today, caller: identity.subject });
  if ('refusals' in planned) return refused(...planned.refusals);
  const { plan, event } = planned;
  const { basis } = event;
  const uploaded = input.evidence.flatMap(({ upload }) => upload ?? []);
  const stored = await store.uploads.stored(uploaded, request.subject);
  const looks = await findLooks(store, request, now());
  const told = looks.evidence === null || looks.evidence === 'GONE' ? {} : toldForm(looks.evidence);
  const form = filledIn(input.form, plan.form.fields, told);
  const people = peopleOf(plan.form.schema, form);
  const nameSource = createNameSource(basis.documentTypes);
  const roles: Roles = { bound: plan.bound, standing: basis.standing ?? null };
  const binding = bindPerson(signedIn(identity), people, roles);
  const id = randomUUID();
  const joint = jointTypes(basis);
  const terms = licenceTerms(plan, joint);
  const uses = [...evidenceUses(input.evidence, terms), ...heldUses(plan, input.held, joint)];
  const licences = await lookUpLicences(vault, identity, uses, people, { now: now(), purposes: [] });
  const problems: Problem[] = [
    ...checkForm(plan.form.schema, form),
    ...contradictionsOfTold(form, told, (path) => titleAt(plan.form.schema, path), asAccepted),
    ...contradictionsOfTold(
      form,
      formOfFacts(input.facts ?? []),
      (path) => titleAt(plan.form.schema, path),
      asToldBefore,
    ),
    ...untoldRefusals(input.answers, looks.answers, { ...input, people }),
    ...binding.refusals,
    ...twiceRefusals(people, (party) => titleAt(plan.form.schema, [party])),
    ...evidenceRefusals(plan, input.evidence, stored, takenTypes(plan, basis)),
    ...sameFileRefusals([], input.evidence, stored),
    ...licences.refusals,
    ...consentRefusals(plan, input.consents, nameSource),
  ];
  const handed = takeShown(looks, input, plan, { people, nameSource, now: now() });
  if (handed.refusals.includes(shownGone)) return (await replayed(store, request)) ?? refused(...problems, shownGone);
  problems.push(...handed.refusals);
  if (problems.length > 0) return refused(...problems);

  const unseen = input.held.some(({ licence }) => licence == null);
  const held = unseen ? [{ fact: 'HELD' as const, party: null }] : [];
  const ofSomebody = licences.unverified.map((party) => ({ fact: 'LICENCE' as const, party }));
  const known = { roles, unverified: [...binding.unverified, ...held, ...ofSomebody] };
  const redeemed = await redeemLicences({ vault, store, now }, identity, licences, uses, {
    submission: id,
    purpose: id,
  });
  if (redeemed.refusals.length > 0) return refused(...redeemed.refusals);
  const purposes = redeemed.purpose === null ? [] : [redeemed.purpose];
  const repeatedFor = basis.members.flatMap((member) => member.repeatedFor ?? []);
  const received = await store.receive(
    {
      ...newSubmission(
        { ...request, input: { ...input, form } },
        plan,
        event,
        { id, terms, licences, purposes, ...known },
        now(),
      ),
      purpose: redeemed.purpose,
      once: onceKeys(input.lifeEvent, basis.onceFor ?? [], plan.bound, form),
      shown: handed.shown,
      told: [...looks.answers.values()].flatMap(consentsOf),
    },
    (before) => {
      const told = { people: peopleOf(before.formSchema, before.form), parties: before.parties };
      return concernedAlready({ people, parties: input.parties }, told, repeatedFor);
    },
  );
  if (received.kind === 'RECEIVED') return { submission: received.submission, problems: [] };
  await cameToNothing({ store, now }, redeemed.purpose);
  if (received.kind === 'TOO_MANY')
    return refused(refuse('SUBMISSIONS_OPEN', { path: [] }, { most: maxima.openSubmissions }));
  if (received.kind === 'SAME_PERSON') {
    const { party, receiptNumber } = received;
    return refused(refuse('ALREADY_SUBMITTED', { path: ['form', party] }, { receiptNumber }));
  }
  return (await replayed(store, request)) ?? refused(received.kind === 'SHOWN_GONE' ? shownGone : keyReused);
}

/** The same key again: the same submission as it stands now, or a refusal where the content differs. */
async function replayed(
  store: SubmissionStore,
  { subject, key, requestHash }: Request<SubmitLifeEventInput>,
): Promise<Submitted | null> {
  const known = await store.findByKey(subject, key);
  if (!known) return null;
  return known.requestHash === requestHash ? { submission: known, problems: [] } : refused(keyReused);
}

/** Types of which a group has one together. */
function jointTypes({ documentTypes }: PlanningBasis): ReadonlySet<string> {
  return new Set(documentTypes.flatMap(({ code, holding }) => (holding === 'JOINT' ? [code] : [])));
}

/** Of the lines of the list, and of what is shared: that may be asked for yet. */
function titlesOf({ materials, filings }: Plan): Readonly<Record<string, Localized>> {
  const shared = filings.flatMap(({ rows }) => rows.flatMap((row) => row.shared));
  return Object.fromEntries([
    ...materials.map(({ id, title }) => [id, title] as const),
    ...shared.map(({ material, title }) => [material, title] as const),
  ]);
}

/** Of the same. */
function takenTypes({ materials, filings }: Plan, { documentTypes }: PlanningBasis): TakenTypes {
  const types = new Map(
    documentTypes.flatMap(({ code, contentTypes }) => (contentTypes ? [[code, contentTypes]] : [])),
  );
  const shared = filings.flatMap(({ rows }) => rows.flatMap((row) => row.shared));
  const lines = [...materials, ...shared.map(({ material, documentType }) => ({ id: material, documentType }))];
  return Object.fromEntries(
    lines.flatMap(({ id, documentType }) => {
      const taken = types.get(documentType);
      return taken ? [[id, taken]] : [];
    }),
  );
}

/** What is known of a submission beside what was sent and planned. */
interface Known {
  readonly id: string;
  readonly terms: SubmissionRecord['licenceTerms'];
  readonly licences: Judged;
  readonly purposes: ReadonlyArray<string>;
  readonly roles: Roles;
  readonly unverified: ReadonlyArray<UnverifiedFact>;
}

function newSubmission(
  { identity, input, subject, key, requestHash }: Request<SubmitLifeEventInput>,
  plan: Plan,
  { basis, matters }: Gathered,
  { id, terms, licences, purposes, ...known }: Known,
  receivedAt: number,
): Omit<NewSubmission, 'shown' | 'told' | 'purpose' | 'once'> {
  const types = new Map(basis.documentTypes.map((type) => [type.code, type]));
  const due = dueDays(plan, basis.calendar, input.evidence, civilDateOf(receivedAt));
  return {
    row: {
      id,
      subject,
      idempotencyKey: key,
      requestHash,
      lifeEvent: input.lifeEvent,
      region: input.region,
      planId: plan.id,
      dueOn: due.whole,
    },
    record: {
      form: input.form,
      formSchema: plan.form.schema,
      answers: [...input.answers, ...plan.derivedAnswers].map(({ question, value }) => ({ question, value })),
      parties: input.parties,
      evidence: input.evidence,
      consents: input.consents,
      filings: plan.filings.map(({ matter, fields, questions, rows, consumes, issues, parties }) => ({
        fields,
        questions,
        rows,
        consumes,
        issues: issues.map((issued) => {
          const type = types.get(issued.documentType);
          return {
            ...issued,
            ...(type ? { title: type.name } : {}),
            numberFormat: type?.numberFormat ?? null,
            consumable: type?.consumable ?? false,
          };
        }),
        payment: paymentTermsOf(matters, matter, parties),
        parties,
      })),
      deferred: due.deferred,
      titles: titlesOf(plan),
      ...known,
      personalNumbers: basis.documentTypes
        .filter(({ personalNumber }) => personalNumber === true)
        .map(({ code }) => code),
      taken: takenTypes(plan, basis),
      departments: Object.fromEntries(basis.departments.map(({ code, name }) => [code, name])),
      calendar: basis.calendar,
      ...{ account: identity.subject, licenceTerms: terms, licences: licences.supplied, purposes },
    },
    filings: plan.filings.map(({ matter, department, party, stage, after }, position) => ({
      matter,
      department,
      party,
      stage,
      after,
      dueOn: due.filings[position] ?? null,
      waits: waitsOf(plan, matter, party),
    })),
    remindOn: due.remindOn,
    receivedAt,
    yearsNotCovered: due.yearsNotCovered,
  };
}

function waitsOf({ steps }: Plan, matter: string, party: string | null) {
  const step = steps.find((each) => each.matter === matter && each.party === party);
  return (step?.waits ?? []).map(({ titles, limit, since }) => ({ titles, limit, since }));
}
