import { civilDateOf } from '../language/civil-date.ts';
import { own } from '../language/own.ts';
import type { Identity } from '../runtime/identity.ts';
import { changeForm, type Evidence, type FormValue, replaceEvidence, sameFileRefusals } from './domain/acceptance.ts';
import { bindPerson, type SignedIn } from './domain/binding.ts';
import { evidenceUses, licencesIn } from './domain/licence-use.ts';
import { changeRefusals, noticeOf, supplementRefusals } from './domain/notice.ts';
import { peopleOf } from './domain/people.ts';
import { type Refusal, refuse } from './domain/refusals.ts';
import { twiceRefusals } from './domain/same-person.ts';
import { materialsOf } from './domain/travel.ts';
import { type CheckForm, titleAt } from './form.ts';
import type { FilingPlan, SubmissionRecord } from './records/submission.ts';
import { lookUp, notFound, ownSubmission, refused, requestOf, type Submitted, signedIn } from './requests.ts';
import type { SubmissionStore } from './store/index.ts';
import { cameToNothing, lookUpLicences, redeemLicences } from './use-licences.ts';
import type { Vault } from './vault.ts';

export interface SupplementInput {
  readonly idempotencyKey: string;
  readonly submission: string;
  readonly form?: FormValue | null;
  readonly evidence: ReadonlyArray<Evidence>;
}
export type Supplement = (input: SupplementInput, identity: Identity | null) => Promise<Submitted>;

/** Takes in what corrections asked for, judged as a submission is; every department that asked is sent it. */
export interface SupplementParts {
  readonly store: SubmissionStore;
  readonly vault: Vault;
  readonly checkForm: CheckForm;
  readonly now: () => number;
}

export function createSupplement({ store, vault, checkForm, now }: SupplementParts): Supplement {
  const nothingToCorrect = refuse('NOTHING_TO_CORRECT', { path: ['submission'] });
  return async (input, anyone) => {
    const request = requestOf(anyone, 'supplementSubmission', input, store);
    const { identity, row } = request;
    const { refused: wrong, repeated } = await lookUp(store, request);
    if (wrong.length > 0) return refused(...wrong);
    const submission = await ownSubmission(store, input.submission, identity);
    if (!submission) return refused(notFound);
    if (repeated) return { submission, problems: [] };
    if (submission.state !== 'NEEDS_CORRECTION') return refused(nothingToCorrect);

    const record = store.open(submission);
    const asking = (await store.filingsOf([submission.id]))
      .filter(({ state }) => state === 'NEEDS_CORRECTION')
      .map((filing) => ({
        ...(record.filings[filing.position] as FilingPlan),
        corrections: store.openFiling(filing).corrections,
      }));
    const notice = noticeOf(asking);
    const materials = new Set(record.filings.flatMap(({ rows }) => rows.flatMap(materialsOf)));
    const sent = new Set(input.evidence.map(({ material }) => material));
    const kept = record.evidence.filter(({ material }) => !sent.has(material));
    const uploaded = [...kept, ...input.evidence].flatMap(({ upload }) => upload ?? []);
    const stored = await store.uploads.stored(uploaded, request.subject);
    const changes = input.form ?? {};
    const receivedOn = civilDateOf(Date.parse(submission.receivedAt));
    const form = changeForm(record.form, changes);
    // It has to hold when the matter starts, and now, where that is later.
    const today = civilDateOf(now());
    const terms = Object.fromEntries(
      Object.entries(record.licenceTerms).map(([material, each]) => [
        material,
        each.neededOn < today ? { ...each, neededOn: today } : each,
      ]),
    );
    const uses = evidenceUses(input.evidence, terms);
    const people = peopleOf(record.formSchema, form);
    const licences = await lookUpLicences(vault, identity, uses, people, { now: now(), purposes: record.purposes });
    const problems = [
      ...changeRefusals(notice, record.form, changes, (path) => titleAt(record.formSchema, path)),
      ...checkForm(record.formSchema, form, receivedOn),
      ...personRefusals(record, form, signedIn(identity)),
      ...supplementRefusals(notice, materials, input.evidence, stored, record, record.titles),
      ...sameFileRefusals(kept, input.evidence, stored),
      ...licences.refusals,
      ...unknowable(input.evidence, record),
    ];
    if (problems.length > 0) return refused(...problems);
    const step = { submission: submission.id, purpose: `${submission.id} ${request.key}` };
    const { purpose, refusals } = await redeemLicences({ vault, store, now }, identity, licences, uses, step);
    if (refusals.length > 0) return refused(...refusals);
    const { outcomes, repeated: again } = await store.change(submission.id, {
      events: [{ kind: 'SUPPLEMENTED', subject: request.subject, key: request.key, materials: [...sent] }],
      request: row(submission.id),
      purpose,
      carry: (before) => ({
        ...before,
        form: changeForm(before.form, changes),
        evidence: replaceEvidence(before.evidence, input.evidence),
        licences: { ...before.licences, ...licences.supplied },
        purposes: purpose === null ? before.purposes : [...before.purposes, purpose],
      }),
    });
    if (again || outcomes.includes('NOTHING_TO_CORRECT')) await cameToNothing({ store, now }, purpose);
    // Another supplement was faster.
    if (outcomes.includes('NOTHING_TO_CORRECT')) return refused(nothingToCorrect);
    return { submission: await store.find(submission.id), problems: [] };
  };
}

/** Licences for materials of a submission that was received before any was looked up: nobody can say what they have to be. */
function unknowable(evidence: ReadonlyArray<Evidence>, { licenceTerms }: SubmissionRecord): ReadonlyArray<Refusal> {
  return evidence.flatMap((item, index) =>
    licencesIn(item).length > 0 && own(licenceTerms, item.material) === undefined
      ? [refuse('LICENCE_NOT_FOUND', { path: ['evidence', String(index), 'licence'], material: item.material })]
      : [],
  );
}

/** Who applies stays who applied: a supplement makes nothing uncertain that was certain. */
function personRefusals(
  { formSchema, roles, unverified }: SubmissionRecord,
  form: FormValue,
  person: SignedIn,
): ReadonlyArray<Refusal> {
  const people = peopleOf(formSchema, form);
  const twice = twiceRefusals(people, (party) => titleAt(formSchema, [party]));
  if (roles === null) return twice;
  const binding = bindPerson(person, people, roles);
  const uncertain = binding.unverified.filter(({ fact }) => !unverified.some((known) => known.fact === fact));
  return [
    ...binding.refusals,
    ...uncertain.map(({ party }) => refuse('PERSON_DIFFERS', { path: party === null ? ['form'] : ['form', party] })),
    ...twice,
  ];
}
