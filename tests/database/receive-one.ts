import { randomUUID } from 'node:crypto';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import type { NewSubmission } from '../../subgraphs/journeys/store/receive.ts';

/** A submission that says nothing, with a filing for each department. `subject`: in clear. */
export function newSubmission(
  store: SubmissionStore,
  departments: ReadonlyArray<string>,
  {
    subject = 'lin',
    account = null,
    ...more
  }: Partial<NewSubmission> & { readonly subject?: string; readonly account?: string | null } = {},
): NewSubmission {
  const id = randomUUID();
  const plan = {
    fields: {},
    questions: [],
    rows: [],
    consumes: [],
    issues: null,
    payment: null,
    correctionPeriod: null,
    parties: {},
  };
  return {
    row: {
      ...{
        id,
        subject: store.pseudonym(subject),
        idempotencyKey: id,
        requestHash: '',
        lifeEvent: 'e',
        region: '330381000000',
      },
      ...{ planId: 'p', dueOn: '2026-12-31' },
    },
    record: {
      ...{ form: {}, formSchema: {}, answers: [], parties: [], evidence: [], consents: [] },
      ...{ deferred: [], unverified: [], roles: null, personalNumbers: [], departments: {}, titles: {} },
      ...{ taken: {}, photos: {} },
      ...{ account, licenceTerms: {}, licences: {}, purposes: [], catalogue: null },
      filings: departments.map(() => plan),
      calendar: { holidays: [], workdays: [], years: [] },
    },
    filings: departments.map((department) => ({
      ...{ matter: 'm', department, party: null, stage: 1, dueOn: null, waits: [], after: [] },
    })),
    shown: null,
    told: [],
    purpose: null,
    once: [],
    remindOn: null,
    receivedAt: Date.now(),
    yearsNotCovered: [],
    ...more,
  };
}

/** Receives one; its id. */
export async function receiveOne(
  store: SubmissionStore,
  departments: ReadonlyArray<string>,
  account: string | null = null,
): Promise<string> {
  const submission = newSubmission(store, departments, { account });
  await store.receive(submission, () => null);
  return submission.row.id;
}
