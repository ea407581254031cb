import { departmentForm } from '../planning/form.ts';
import type { Provision } from './domain/provision.ts';
import { evidenceFor } from './domain/travel.ts';
import type { FilingPlan, SubmissionRecord } from './records/submission.ts';

/** What the department of the filing at a position is sent of a submission's form and evidence, and nothing that is for another. */
export function sentWith(
  { filings, form, evidence, licences }: SubmissionRecord,
  position: number,
  provisions: ReadonlyArray<Provision>,
) {
  const { fields, rows } = filings[position] as FilingPlan;
  return { form: departmentForm(fields, form), evidence: evidenceFor(rows, evidence, provisions, licences) };
}
export type Sent = ReturnType<typeof sentWith>;
