import type { Identity } from '../runtime/identity.ts';
import { changeForm, type Evidence, type FormValue, replaceEvidence, supplementRefusals } from './domain/acceptance.ts';
import { refuse } from './domain/refusals.ts';
import type { CheckForm } from './form.ts';
import { lookUp, notFound, ownSubmission, refused, requestOf, type Submitted } from './requests.ts';
import type { SubmissionStore } from './store/index.ts';

export interface SupplementInput {
  readonly idempotencyKey: string;
  readonly submission: string;
  readonly form?: FormValue | null;
  readonly evidence: ReadonlyArray<Evidence>;
}
export type Supplement = (input: SupplementInput, identity: Identity | null) => Promise<Submitted>;

/** Takes in what corrections asked for; every department that asked is sent it. */
export function createSupplement(store: SubmissionStore, checkForm: CheckForm): Supplement {
  const nothingToCorrect = refuse('NOTHING_TO_CORRECT', { path: ['submission'] });
  return async (input, anyone) => {
    const request = requestOf(anyone, 'supplementSubmission', input);
    const { identity, row } = request;
    const { refused: wrong, repeated } = await lookUp(store, request);
    if (wrong.length > 0) return refused(...wrong);
    const submission = await ownSubmission(store, input.submission, identity);
    if (!submission) return refused(notFound);
    if (repeated) return { submission, problems: [] };
    if (submission.state !== 'NEEDS_CORRECTION') return refused(nothingToCorrect);

    const record = store.open(submission);
    const materials = new Set(record.filings.flatMap(({ rows }) => rows.flatMap((each) => each.materials)));
    const uploaded = input.evidence.flatMap(({ upload }) => upload ?? []);
    const problems = [
      ...checkForm(record.formSchema, changeForm(record.form, input.form ?? {})),
      ...supplementRefusals(materials, input.evidence, await store.uploads.stored(uploaded, identity.subject)),
    ];
    if (problems.length > 0) return refused(...problems);
    const { outcomes } = await store.change(submission.id, {
      events: [{ kind: 'SUPPLEMENTED', subject: identity.subject, key: input.idempotencyKey }],
      request: row(submission.id),
      carry: (kept) => ({
        ...kept,
        form: changeForm(kept.form, input.form ?? {}),
        evidence: replaceEvidence(kept.evidence, input.evidence),
      }),
    });
    // Another supplement was faster.
    if (outcomes.includes('NOTHING_TO_CORRECT')) return refused(nothingToCorrect);
    return { submission: await store.find(submission.id), problems: [] };
  };
}
