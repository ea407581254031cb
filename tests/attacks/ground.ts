import { newbornAnswers, newbornForm, newbornParties } from '../../scripts/newborn-example.ts';
import type { PlanAnswer } from '../database/gateway-of.ts';
import { inputFor, newborn } from '../database/gateway-of.ts';
import type { Samples } from './inputs.ts';

/** What stands in the product before it is attacked. */
export interface Ground {
  readonly plan: PlanAnswer;
  readonly submission: string;
  /** At the tax bureau, whose staff ask through `decideFiling`. */
  readonly filing: string;
  readonly material: string;
}

/** Values that the product would take, so that what is hostile among them gets past the first look. */
export function samplesOn({ plan, submission, filing, material }: Ground): Samples {
  const evidence = [{ material, bringToCounter: true }];
  const { evidence: _supplied, ...looked } = inputFor(plan);
  return {
    region: newborn.region,
    department: 'tax',
    first: 2,
    after: null,
    search: '出生',
    submission,
    state: 'APPROVED',
    answers: newbornAnswers,
    parties: newbornParties,
    held: [{ documentType: 'resident-identity-card', subject: 'MOTHER' }],
    'Query.lifeEvent(code:)': newborn.code,
    'Query.documentType(code:)': 'resident-identity-card',
    'Query.matter(code:)': '330381WJ000123001000',
    'Query.submission(id:)': submission,
    'Query.licence(id:)': `${submission}-1-1`,
    'Query.licences(documentType:)': 'birth-certificate',
    'Query.verifyLicence(code:)': '7QK2MX-7QK2MX-7QK2MX-7QK2MX',
    'Mutation.removeLicence(id:)': `${submission}-1-1`,
    'Mutation.submitLifeEvent(input:)': inputFor(plan),
    'Mutation.requestEvidence(input:)': looked,
    'Mutation.acceptEvidence(input:)': { idempotencyKey: 'a', request: 'none', items: [{ item: '1', accepted: true }] },
    'Mutation.supplementSubmission(input:)': {
      ...{ idempotencyKey: 'a', submission, evidence },
      form: { lin: { phone: newbornForm.lin?.phone } },
    },
    'Mutation.createUpload(input:)': {
      ...{ fileName: 'a.pdf', contentType: 'application/pdf', bytes: 100, sha256: 'a'.repeat(64) },
    },
    'Mutation.decideFiling(input:)': {
      ...{ idempotencyKey: 'a', filing, decision: 'REQUEST_CORRECTION', reason: '姓名', results: [], amountFen: null },
      corrections: [{ field: 'baby.name', message: '请核对姓名' }],
    },
    'Mutation.withdrawConsent(input:)': { idempotencyKey: 'a', submission, source: 'hospital-records' },
    'Mutation.withdrawSubmission(input:)': { idempotencyKey: 'a', submission: 'none', reason: 'a' },
    'Mutation.requestErasure(input:)': { idempotencyKey: 'a', submission: 'none' },
  };
}

/** Who gets furthest with it; everybody else is turned away before. */
export const askedByStaff: ReadonlyArray<string> = ['filings', 'decideFiling'];
