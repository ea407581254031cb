import { randomUUID } from 'node:crypto';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';

/** Receives a submission that says nothing, with a filing for each department; its id. */
export async function receiveOne(
  store: SubmissionStore,
  departments: ReadonlyArray<string>,
  account: string | null = null,
): Promise<string> {
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
  const submission = {
    row: {
      ...{
        id,
        subject: store.pseudonym('lin'),
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
  };
  await store.receive(submission, () => null);
  return id;
}
