import { randomUUID } from 'node:crypto';
import { civilDateOf } from '../language/civil-date.ts';
import { maxima } from '../language/maxima.ts';
import type { Problem, Situation } from '../planning/types.ts';
import { refusal } from '../runtime/errors.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Pin } from '../runtime/pin.ts';
import { createAdmit } from './admitting.ts';
import type { Delegations } from './delegations.ts';
import {
  type Consent,
  consentRefusals,
  createNameSource,
  departmentsOut,
  type Evidence,
  evidenceRefusals,
  type FormValue,
  keyRefusals,
  sameFileRefusals,
} from './domain/acceptance.ts';
import { bindPerson, type Roles } from './domain/binding.ts';
import { evidenceUses, heldUses, licenceTerms } from './domain/licence-use.ts';
import { onceKeys } from './domain/once.ts';
import { peopleOf } from './domain/people.ts';
import { asAccepted, asToldBefore, theDelegations } from './domain/reasons.ts';
import { refuse } from './domain/refusals.ts';
import { concernedAlready, twiceRefusals } from './domain/same-person.ts';
import { contradictionsOfTold, filledIn, formOfFacts, toldForm, untoldRefusals } from './domain/told-facts.ts';
import { type CheckForm, titleAt } from './form.ts';
import type { Gather } from './gather.ts';
import { jointTypes } from './held-licences.ts';
import { newSubmission, uploadTerms } from './new-submission.ts';
import { planAnew } from './plan-anew.ts';
import type { Planner } from './planner.ts';
import type { HeldInput } from './planning.ts';
import { keyReused, type Request, refused, requestOf, type Submitted, signedIn } from './requests.ts';
import { createSharedPlanning } from './shared-planning.ts';
import { createSingleFlight } from './single-flight.ts';
import type { SubmissionStore } from './store/index.ts';
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
  readonly delegations: Delegations;
  readonly store: SubmissionStore;
  readonly gather: Gather;
  readonly planner: Pick<Planner, 'plan'>;
  readonly checkForm: CheckForm;
  readonly now: () => number;
}

/**
 * Receives a submission: plans anew, judges all that was sent, and writes it down. Identical requests at once are one from the first step on; the unique
 * key decides between processes.
 */
export function createSubmit(parts: SubmitParts): Submit {
  const fly = createSingleFlight<Submitted>();
  const shared = createSharedPlanning({ ...parts, clock: () => performance.now() });
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
      async () =>
        (await replayed(parts.store, request)) ??
        admit(() => shared.during(() => receive({ ...parts, ...shared }, request, pin))),
    );
  };
}

async function receive(
  { store, vault, delegations, gather, planner, checkForm, now }: SubmitParts,
  request: Request<SubmitLifeEventInput>,
  pin: Pin,
): Promise<Submitted> {
  const { identity, input } = request;
  // The catalogue of a day that the caller names is for looking: what is submitted is judged by today's.
  const today = civilDateOf(now());
  const refusedSources = input.consents.filter(({ granted }) => !granted).map(({ source }) => source);
  const before = { ...input, refusedSources };
  const planned = await planAnew({ gather, planner, vault }, before, identity, {
    pin,
    today,
    caller: identity.subject,
  });
  if ('refusals' in planned) return refused(...planned.refusals);
  const { plan, event } = planned;
  const { basis } = event;
  // Settled by the day on which it is lodged, and not asked again.
  const owners = await delegations.takenOver(plan.filings, basis.delegations, today);
  if (owners === 'OUT') return refused(departmentsOut([theDelegations]));
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
  const joint = jointTypes(basis.documentTypes);
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
    ...evidenceRefusals(plan, input.evidence, stored, uploadTerms(plan, basis)),
    ...sameFileRefusals([], input.evidence, stored),
    ...licences.refusals,
    ...consentRefusals(plan, input.consents, nameSource),
  ];
  const handed = takeShown(looks, input, plan, { people, nameSource, now: now() });
  if (handed.refusals.includes(shownGone)) return (await replayed(store, request)) ?? refused(...problems, shownGone);
  problems.push(...handed.refusals);
  // What is used up may be so by this very request, which another process has received meanwhile.
  if (licences.refusals.length > 0) return (await replayed(store, request)) ?? refused(...problems);
  if (problems.length > 0) return refused(...problems);

  const unseen = input.held.some(({ licence }) => licence == null);
  const held = unseen ? [{ fact: 'HELD' as const, party: null }] : [];
  const ofSomebody = licences.unverified.map((party) => ({ fact: 'LICENCE' as const, party }));
  const catalogue = { revision: pin.revision, date: today };
  const known = { roles, unverified: [...binding.unverified, ...held, ...ofSomebody], catalogue };
  const redeemed = await redeemLicences({ vault, store, now }, identity, licences, uses, {
    submission: id,
    purpose: id,
  });
  if (redeemed.refusals.length > 0) return (await replayed(store, request)) ?? refused(...redeemed.refusals);
  const purposes = redeemed.purpose === null ? [] : [redeemed.purpose];
  const repeatedFor = basis.members.flatMap((member) => member.repeatedFor ?? []);
  const received = await store.receive(
    {
      ...newSubmission(
        { ...request, input: { ...input, form } },
        plan,
        event,
        { id, owners, terms, licences, purposes, ...known },
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
