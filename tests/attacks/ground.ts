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
  /** Of the applicant; default none. */
  readonly appeal?: string;
}

/** Values that the product would take, so that what is hostile among them gets past the first look. */
export function samplesOn({ plan, submission, filing, material, appeal: opened = 'none' }: Ground): Samples {
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
    'Query.adoption(documentType:)': 'prescription',
    'Query.adoption(month:)': '2026-11',
    'Mutation.issueLicence(input:)': {
      ...{ idempotencyKey: 'a', institution: 'ruian-hospital', documentType: 'prescription', name: '林静' },
      ...{ identityNumber: '330381199505050022', number: 'RX-1', data: { drug: '布洛芬' } },
    },
    'Mutation.useUpLicence(input:)': {
      ...{ idempotencyKey: 'a', institution: 'wansong-pharmacy', code: '7QK2MX-7QK2MX-7QK2MX-7QK2MX' },
    },
    'Mutation.agreeToOffers(input:)': { idempotencyKey: 'a', places: [{ place: 'VAULT' }] },
    'Mutation.withdrawOfferConsent(input:)': {
      idempotencyKey: 'a',
      places: [{ place: 'SOURCE', source: 'police-data' }],
    },
    'Mutation.declineOffer(input:)': { idempotencyKey: 'a', offer: `kindergarten-at-three.${'0'.repeat(32)}` },
    'Query.policy(code:)': 'kindergarten-at-three',
    'Query.equivalents(of:)': 'rosuvastatin',
    'Query.equivalents(asOf:)': '2026-12-31',
    'Query.equivalents(situation:)': [{ question: 'institution-level', value: 1 }],
    'Query.appeal(id:)': opened,
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
    'Query.platformNotices(platform:)': 'mayor-hotline',
    'Mutation.deliverAppeals(input:)': {
      platform: 'mayor-hotline',
      appeals: [
        {
          ...{ number: '1', kind: 'complaint', text: '没有车', matter: null, department: 'transport' },
          place: 'ruian-service-hall',
        },
      ],
    },
    'Mutation.acknowledgeAppealNotices(input:)': {
      ...{ platform: 'mayor-hotline', receipts: [{ notice: '1', accepted: true, grade: 5, text: '好' }] },
    },
    'Mutation.mergeAppeals(input:)': { ...appeal, other: 'another', reason: '同一件事' },
    'Mutation.appealsNotSame(input:)': { ...appeal, other: 'another', reason: '不是一处' },
    'Mutation.photographAppeal(input:)': { ...appeal, photos: ['none'] },
    'Mutation.answerAppeals(input:)': {
      ...{ idempotencyKey: 'a', appeals: ['none'], outcome: 'SOLVED', text: '已办成', alternatives: [] },
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
    'Mutation.reviewFiling(input:)': {
      ...{ idempotencyKey: 'a', submission, filing, grade: 'BAD', reasons: ['slow'], text: '太慢' },
    },
    'Mutation.confirmFollowUp(input:)': { idempotencyKey: 'a', submission, filing, accepted: true },
    'Query.issue(id:)': 'none',
    'Query.issueLedger(filter:)': { status: 'OPEN', department: 'tax', origin: 'WALKTHROUGH' },
    'Query.ledgerReport(month:)': '2026-11',
    'Query.walkthroughs(matter:)': '330381YB000736001000',
    'Query.driftReport(matter:)': '330381YB000736001000',
    'Mutation.recordWalkthrough(input:)': {
      ...{
        idempotencyKey: 'a',
        matter: '330381YB000736001000',
        walkedOn: '2026-01-05',
        steps: 3,
        minutes: 20,
        metres: 100,
      },
      ...{ papers: [{ documentType: 'resident-identity-card' }], note: '已走流程' },
    },
    'Mutation.assignIssue(input:)': {
      ...{
        idempotencyKey: 'a',
        issue: 'none',
        department: 'tax',
        section: '服务科',
        measure: '停止收取',
        reason: '属其职责',
      },
    },
    'Mutation.extendIssue(input:)': {
      ...{ idempotencyKey: 'a', issue: 'none', workingDays: 1, reason: '需会商', notified: true },
    },
    'Mutation.answerIssue(input:)': { idempotencyKey: 'a', issue: 'none', text: '已公布' },
    'Mutation.checkIssue(input:)': { idempotencyKey: 'a', issue: 'none', holds: true, text: '已核查' },
    'Query.delegation(matter:)': '330381RS000714043000',
    'Query.delegationBoard(department:)': 'township',
    'Mutation.recordReadiness(input:)': {
      ...{
        idempotencyKey: 'a',
        matter: '330381RS000714043000',
        readiness: 'STAFF',
        count: 2,
        evidence: '名单',
        on: '2026-01-01',
      },
    },
    'Mutation.activateDelegation(input:)': { idempotencyKey: 'a', matter: '330381RS000714043000' },
    'Query.availability(authority:)': 'medical-insurance',
    'Query.availability(asOf:)': '2026-09-02',
    'Query.appointment(id:)': 'none',
    'Query.waitingNow(queue:)': 'ruian-household',
    'Query.queueLog(queue:)': 'ruian-household',
    'Query.queueLog(date:)': '2026-11-27',
    'Query.integrityAlerts(from:)': '2026-11-01',
    'Query.integrityAlerts(to:)': '2026-11-30',
    'Query.integrityAlerts(kind:)': 'CAPACITY_GAP',
    'Query.integrityAlerts(queue:)': 'ruian-insurance',
    'Matter.slots(from:)': '2026-11-27',
    'Matter.slots(to:)': '2026-12-04',
    'Department.quota(date:)': '2026-11-27',
    'Mutation.bookAppointment(input:)': {
      ...{ idempotencyKey: 'a', queue: 'ruian-household', date: '2026-11-30', from: '09:00', submission },
      matters: ['330381GA000709105001'],
    },
    'Mutation.cancelAppointment(input:)': { idempotencyKey: 'a', appointment: 'none' },
    'Mutation.issueTicket(input:)': {
      ...{ idempotencyKey: 'a', queue: 'ruian-household', matters: ['330381GA000709105001'], exemption: 'elderly' },
      person: { name: '陈静', identityNumber: '330325199001011234' },
    },
    'Mutation.checkIn(input:)': { idempotencyKey: 'a', appointment: 'none', exemption: 'elderly' },
    'Mutation.callNext(input:)': { idempotencyKey: 'a', queue: 'ruian-household', window: '1' },
    'Mutation.serve(input:)': {
      ...{ idempotencyKey: 'a', queue: 'ruian-household', window: '1', matter: '330381GA000709105001' },
      person: { name: '陈静', identityNumber: '330325199001011234' },
    },
    'Mutation.markNoShow(input:)': { idempotencyKey: 'a', appointment: 'none' },
    'Mutation.setQuota(input:)': {
      ...{ idempotencyKey: 'a', queue: 'ruian-household', date: '2026-11-30', offered: 60 },
      reason: { zh: '培训', en: 'Training' },
    },
    'Mutation.registerAgent(input:)': { idempotencyKey: 'a', name: '王磊', organisation: '代办社' },
    'Mutation.reviewAgent(input:)': { idempotencyKey: 'a', agent: 'none', admitted: true, reason: '已核实' },
    'Mutation.grantPower(input:)': {
      ...{ idempotencyKey: 'a', agent: 'none', matters: ['330381GA000709105001'], validTo: '2026-12-31' },
      text: '代为预约取号',
    },
    'Mutation.revokePower(input:)': { idempotencyKey: 'a', power: 'none' },
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
const askedByStaff: ReadonlyArray<string> = [
  ...['filings', 'decideFiling', 'appealsToHandle', 'classifyAppeal', 'assignAppeal', 'pauseAppeal', 'resumeAppeal'],
  ...['extendAppeal', 'escalateAppeal', 'telephoneAppeal', 'answerAppeal', 'checkAppeal'],
  ...['recordReadiness', 'activateDelegation', 'answerAppeals', 'photographAppeal'],
  ...['linkAppealClass', 'proposeAppealClassChange', 'closeAppealClass', 'likeClass', 'likeClasses'],
  'appealClassesSuggested',
  ...['mergeAppeals', 'appealsNotSame', 'deliverAppeals', 'acknowledgeAppealNotices', 'platformNotices'],
];

/** Of kinds of staff (`schema/scopes.yaml`), those whose work it is. */
const askedByKind: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['waitingNow', 'issueTicket', 'checkIn', 'callNext', 'serve', 'markNoShow'].map((root) => [root, 'window-clerk']),
  ),
  ...{ issueLicence: 'prescriber', useUpLicence: 'pharmacist' },
  ...{ agentsToReview: 'station-head', setQuota: 'station-head', reviewAgent: 'station-head' },
  ...{ recordReadiness: 'township-head', activateDelegation: 'section-head', recordWalkthrough: 'walker' },
  ...{
    walkthroughs: 'walker',
    driftReport: 'walker',
    issue: 'auditor',
    issueLedger: 'auditor',
    ledgerReport: 'auditor',
  },
  ...{ assignIssue: 'auditor', checkIssue: 'auditor', extendIssue: 'section-head', answerIssue: 'section-head' },
  ...{ queueLog: 'auditor', integrityAlerts: 'auditor', agent: 'agent', registerAgent: 'agent' },
};

/** Token of who gets furthest with a root field. */
export function bearerOf(
  root: string,
  tokens: {
    readonly citizen: string;
    readonly clerks: Readonly<Record<string, string>>;
    readonly staff: Readonly<Record<string, string>>;
  },
): string | undefined {
  const kind = askedByKind[root];
  if (kind !== undefined) return tokens.staff[kind];
  return askedByStaff.includes(root) ? tokens.clerks.tax : tokens.citizen;
}
