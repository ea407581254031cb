import { describe, expect, it } from 'vitest';
import { filingRecord } from '../../../subgraphs/journeys/records/filing.ts';
import { submissionRecord } from '../../../subgraphs/journeys/records/submission.ts';

const plan = { fields: { lin: ['name'] }, questions: [], rows: [], consumes: [], parties: { MOTHER: ['lin'] } };

describe('what was sealed before anybody was held to their word', () => {
  it('of a submission is read as unjudged, with all that it held', () => {
    const kept = { form: { lin: { name: '林静' } }, parties: [{ id: 'lin', roles: ['MOTHER'] }], deferred: [] };
    expect(submissionRecord.read({ version: 1, ...kept, filings: [plan] })).toEqual({
      ...kept,
      filings: [{ ...plan, issues: null, payment: null, correctionPeriod: null }],
      unverified: [],
      roles: null,
      taken: {},
      photos: {},
      titles: {},
      ...{ account: null, licenceTerms: {}, licences: {}, purposes: [], catalogue: null },
    });
  });

  it('of a filing is at nobody’s desk', () => {
    const kept = { results: [], corrections: [], supplement: 's' };
    expect(filingRecord.read({ version: 1, ...kept })).toEqual({ ...kept, atDesk: false, provisions: [] });
  });
});
