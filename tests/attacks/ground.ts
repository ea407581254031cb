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
  const appeal = { idempotencyKey: 'a', appeal: 'none' };
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
    'Query.policy(code:)': 'kindergarten-at-three',
    'Query.equivalents(of:)': 'rosuvastatin',
    'Query.equivalents(asOf:)': '2026-12-31',
    'Query.equivalents(situation:)': [{ question: 'institution-level', value: 1 }],
    'Query.appeal(id:)': 'none',
    'Query.trackAppeal(code:)': '7QK2-7QK2-7QK2-7QK2',
    'Query.intakePoint(code:)': 'RA-MCH-01',
    'Query.appealSatisfaction(kind:)': 'hard-case',
    'Query.appealSatisfaction(department:)': 'tax',
    'Query.appealSatisfaction(platform:)': 'mayor-hotline',
    'Query.appealSatisfaction(from:)': '2026-01-01',
    'Query.appealSatisfaction(to:)': '2026-12-31',
    'Query.appealFigures(kind:)': 'hard-case',
    'Query.appealFigures(from:)': '2026-01-01',
    'Query.appealFigures(to:)': '2026-12-31',
    'Mutation.openAppeal(input:)': {
      ...{ idempotencyKey: 'a', kind: 'hard-case', text: '办不成', submission, matter: '330381WJ000123001000' },
    },
    'Mutation.openAppealAt(input:)': {
      ...{ idempotencyKey: 'a'.repeat(16), point: 'RA-MCH-01', text: '办不成' },
      location: { latitude: 27.78, longitude: 120.65 },
    },
    'Mutation.confirmTrackedAppeal(input:)': {
      ...{ idempotencyKey: 'a', trackingCode: '7QK2-7QK2-7QK2-7QK2', accepted: true, grade: 5, text: '好' },
    },
    'Mutation.confirmAppeal(input:)': { ...appeal, accepted: true, grade: 5, text: '好' },
    'Mutation.classifyAppeal(input:)': { ...appeal, class: 'SIMPLE', reason: '简单' },
    'Mutation.assignAppeal(input:)': { ...appeal, department: 'tax', reason: '属其职责' },
    'Mutation.pauseAppeal(input:)': { ...appeal, reason: '等补件' },
    'Mutation.resumeAppeal(input:)': appeal,
    'Mutation.extendAppeal(input:)': { ...appeal, workingDays: 1, reason: '需会商', notified: true },
    'Mutation.escalateAppeal(input:)': {
      ...{ ...appeal, unit: 'joint-committee', members: ['卫健局'], meetsOn: '2026-12-01', reason: '规定矛盾' },
    },
    'Mutation.telephoneAppeal(input:)': { ...appeal, reason: '已告知' },
    'Mutation.answerAppeal(input:)': { ...appeal, outcome: 'SOLVED', text: '已办成', alternatives: [] },
    'Mutation.checkAppeal(input:)': { ...appeal, holds: true, text: '已核查' },
    'Query.availability(authority:)': 'medical-insurance',
    'Query.availability(asOf:)': '2026-09-02',
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
export const askedByStaff: ReadonlyArray<string> = [
  ...['filings', 'decideFiling', 'appealsToHandle', 'classifyAppeal', 'assignAppeal', 'pauseAppeal', 'resumeAppeal'],
  ...['extendAppeal', 'escalateAppeal', 'telephoneAppeal', 'answerAppeal', 'checkAppeal'],
];
