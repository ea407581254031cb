import { civilDateOf } from '../language/civil-date.ts';
import type { PhotoFacts } from '../language/photo-facts.ts';
import type { Localized } from '../language/text.ts';
import type { Plan, PlanningBasis } from '../planning/types.ts';
import type { Pin } from '../runtime/pin.ts';
import { traceparentNow } from '../runtime/tracing.ts';
import type { UploadTerms } from './domain/acceptance.ts';
import type { Roles, UnverifiedFact } from './domain/binding.ts';
import { dueDays } from './domain/due-days.ts';
import type { Judged } from './domain/licence-use.ts';
import type { Gathered } from './gather.ts';
import { paymentTermsOf } from './payments/terms.ts';
import type { SubmissionRecord } from './records/submission.ts';
import type { Request } from './requests.ts';
import type { NewSubmission } from './store/receive.ts';
import type { SubmitLifeEventInput } from './submit.ts';

/** Of the lines of the list, and of what is shared: that may be asked for yet. */
function titlesOf({ materials, filings }: Plan): Readonly<Record<string, Localized>> {
  const shared = filings.flatMap(({ rows }) => rows.flatMap((row) => row.shared));
  return Object.fromEntries([
    ...materials.map(({ id, title }) => [id, title] as const),
    ...shared.map(({ material, title }) => [material, title] as const),
  ]);
}

/** What uploads for the same have to be: of which media types, and of photographs what else. */
export function uploadTerms({ materials, filings }: Plan, { documentTypes }: PlanningBasis): UploadTerms {
  const types = new Map(documentTypes.map((type) => [type.code, type]));
  const shared = filings.flatMap(({ rows }) => rows.flatMap((row) => row.shared));
  const lines = [
    ...materials,
    // Nothing is shared that has to be more than its type says.
    ...shared.map(({ material: id, documentType }) => ({ id, documentType, photo: types.get(documentType)?.photo })),
  ];
  const taken: Record<string, ReadonlyArray<string>> = {};
  const photos: Record<string, PhotoFacts> = {};
  for (const { id, documentType, photo } of lines) {
    const contentTypes = types.get(documentType)?.contentTypes;
    if (contentTypes) taken[id] = contentTypes;
    if (photo) photos[id] = photo;
  }
  return { taken, photos };
}

/** What is known of a submission beside what was sent and planned. */
interface Known {
  readonly id: string;
  /** Matter → department, of those that are another's than the plan says. */
  readonly owners: ReadonlyMap<string, string>;
  readonly terms: SubmissionRecord['licenceTerms'];
  readonly licences: Judged;
  readonly purposes: ReadonlyArray<string>;
  readonly roles: Roles;
  readonly unverified: ReadonlyArray<UnverifiedFact>;
  readonly catalogue: Pin;
}

/** A submission as it is to be received, but for what is settled with it (`receive`). `receivedAt` in milliseconds. */
export function newSubmission(
  { identity, input, subject, key, requestHash }: Request<SubmitLifeEventInput>,
  plan: Plan,
  { basis, matters }: Gathered,
  { id, owners, terms, licences, purposes, ...known }: Known,
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
      through: identity.through ?? null,
      traceparent: traceparentNow() ?? null,
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
        correctionPeriod: matters?.find((each) => each?.code === matter)?.correctionPeriod ?? null,
        parties,
      })),
      deferred: due.deferred,
      titles: titlesOf(plan),
      ...known,
      personalNumbers: basis.documentTypes
        .filter(({ personalNumber }) => personalNumber === true)
        .map(({ code }) => code),
      ...uploadTerms(plan, basis),
      departments: Object.fromEntries(basis.departments.map(({ code, name }) => [code, name])),
      calendar: basis.calendar,
      ...{ account: identity.subject, licenceTerms: terms, licences: licences.supplied, purposes },
    },
    filings: plan.filings.map(({ matter, department, party, stage, after }, position) => ({
      matter,
      department: owners.get(matter) ?? department,
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
