import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { importCatalogue } from '../../scripts/database.ts';
import { civilDateOf } from '../../subgraphs/language/civil-date.ts';
import { catalogue, inputFor as coreInputFor } from '../pure/planning/catalogue-input.ts';
import { type Form, filledForm } from './every-event/filled-form.ts';
import { submittable } from './every-event/situation.ts';
import { clerk, type Graph, inputFor, planOf, startGraph, submit } from './gateway-of.ts';
import { mutate } from './lived.ts';

// A clinic whose name one department wants to hold the owner's, and another forbids to: over real databases, staff decide.

const lifeEvent = 'clinic-opening';
const region = '330381000000';
const registration = '330381SJ000131004000';
const record = '330381WJ000123040000';
/** A Thursday; of the year that the calendar has. */
const june25 = '2026-06-25T10:00:00+08:00';
let now = Date.parse(june25);
let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ now: () => now });
  const byStaff = new Set(['market-regulation', 'health']);
  const departments = new Map(
    [...catalogue.departments].map(([code, matters]) => [
      code,
      byStaff.has(code) ? matters.map((each) => ({ ...each, content: { ...each.content, automatic: null } })) : matters,
    ]),
  );
  const publication = { ...catalogue.publication, contentHash: 'staff decide on clinics' };
  await importCatalogue(graph.database.adminUrl, { publication, departments });
});
afterAll(() => graph.close());
beforeEach(() => {
  now = Math.max(now, Date.parse(june25)) + 1000;
});

const unit = (code: string): Caller => ({ ...clerk(code), subject: `staff-${code}`, scopes: [`cases:${code}`] });
const station = unit('service-station');
const committee = unit('joint-committee');
const market = clerk('market-regulation');
const health = clerk('health');

interface Seen {
  readonly state: string;
  readonly correction: { readonly items: ReadonlyArray<{ readonly material: string }> } | null;
  readonly filings: ReadonlyArray<{
    readonly id: string;
    readonly state: string;
    readonly matter: { readonly code: string };
    readonly refusalReason: { readonly code: string; readonly name: string } | null;
  }>;
  readonly timeline: ReadonlyArray<{ readonly event: string; readonly at: string; readonly message: string }>;
  readonly certificates: ReadonlyArray<{ readonly number: string }> | null;
  readonly appeals: ReadonlyArray<Appeal> | null;
}
interface Appeal {
  readonly id: string;
  readonly status: string;
  readonly dueOn: string;
  readonly closedBy: string | null;
  readonly trackingCode: string | null;
  readonly owner: { readonly unit: { readonly code: string } | null };
  readonly reasons: ReadonlyArray<{
    readonly code: string;
    readonly department: { readonly code: string };
    readonly text: string;
    readonly refused: boolean;
  }>;
  readonly certificates: ReadonlyArray<{ readonly title: string; readonly number: string }>;
}
const appealFields = `id status dueOn closedBy trackingCode owner { unit { code } } certificates { title number }
  reasons { code department { code } text(language: EN) refused }`;
const query = `query ($id: ID!) { submission(id: $id) {
  state correction { items { material } } timeline { event at message(language: EN) } certificates { number } appeals { ${appealFields} }
  filings { id state matter { code } refusalReason { code name(language: EN) } }
} }`;
const see = async (id: string, as: Caller): Promise<Seen> =>
  (await graph.ask<{ submission: Seen }>({ query, variables: { id } }, as)).submission;
async function until(id: string, as: Caller, so: (seen: Seen) => unknown): Promise<Seen> {
  for (let turn = 0; ; turn++) {
    const seen = await see(id, as);
    if (so(seen)) return seen;
    if (turn > 1000) throw new Error(`It does not come: ${JSON.stringify(seen)}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

let sent = 0;
/** The clinic's whole event, under a name; everything is brought to the counter. */
async function open(subject: string, clinicName: string): Promise<{ readonly id: string; readonly as: Caller }> {
  const today = civilDateOf(now);
  const situation = submittable({ ...coreInputFor(lifeEvent, region), today }).find(({ plan }) =>
    plan.filings.some(({ matter }) => matter === record),
  );
  if (!situation) throw new Error('No situation of the event can be submitted.');
  const { answers, parties, plan: core } = situation;
  const plan = await planOf(graph, { code: lifeEvent, region, answers, parties });
  const form: Form = filledForm(plan.form.schema, today, people.indexOf(subject) + 900);
  for (const values of Object.values(form)) if ('clinic-name' in values) values['clinic-name'] = clinicName;
  const own = (core.bound.APPLICANT ?? []).map((party) => form[party]).find((values) => values?.['identity-number']);
  const claims = own ? { name: String(own.name), identityNumber: String(own['identity-number']) } : {};
  const as: Caller = { subject, kind: 'CITIZEN', department: null, scopes: [], claims };
  sent += 1;
  const input = inputFor(plan, { idempotencyKey: `clinic ${sent}`, lifeEvent, region, answers, parties, form });
  const { submission, problems } = await submit(graph, input, as);
  expect(problems).toEqual([]);
  const id = submission?.id ?? '';
  // What no register has is brought.
  const { correction } = await until(id, as, (seen) => seen.correction !== null);
  const evidence = (correction?.items ?? []).map(({ material }) => ({ material, bringToCounter: true }));
  await mutate(graph, 'supplementSubmission', { idempotencyKey: `clinic ${sent}`, submission: id, evidence }, as);
  return { id, as };
}
const people = ['hao', 'jin', 'wu', 'qian', 'old-doctor', 'zhu', 'zhou'];

const filingOf = (seen: Seen, matter: string): string =>
  seen.filings.find((each) => each.matter.code === matter)?.id ?? '';
const isAt = (matter: string, state: string) => (seen: Seen) =>
  seen.filings.some((each) => each.matter.code === matter && each.state === state);

let keys = 0;
const key = (): string => `k${++keys}`;
async function decide(
  { id, as }: { readonly id: string; readonly as: Caller },
  matter: string,
  clerkOf: Caller,
  more: Record<string, unknown>,
): Promise<void> {
  const seen = await until(id, as, isAt(matter, 'SUBMITTED'));
  await mutate(graph, 'decideFiling', { idempotencyKey: key(), filing: filingOf(seen, matter), ...more }, clerkOf);
}
const refuse = (reason: string, refusalReason: string) => ({ decision: 'REFUSE', reason, refusalReason });
const licence = { documentType: 'business-licence', subject: 'ENTERPRISE', number: '92330381MA2CLINIC1' };
const approve = (results: ReadonlyArray<object>) => ({ decision: 'APPROVE', results });
const step = (field: string, appeal: string, as: Caller, more: Record<string, unknown>) =>
  mutate<{ appeal: Appeal }>(
    graph,
    field,
    { idempotencyKey: key(), appeal, ...more },
    as,
    `appeal { ${appealFields} }`,
  );

it('systems 7, Test, and issue 15, shown by 2: the clinic passes health and fails naming, its case opens with both reasons, an alternative is accepted, the certificate is lodged with both, and it is done before it opens on 7 July', async () => {
  const first = await open('hao', '金华内科诊所');
  await decide(first, registration, market, refuse('“金华”为受保护标志。', 'NAME_IS_PROTECTED'));
  const opened = await until(first.id, first.as, ({ appeals }) => (appeals ?? []).length > 0);
  expect(opened.filings.find(({ matter }) => matter.code === registration)).toMatchObject({
    state: 'REFUSED',
    refusalReason: { code: 'NAME_IS_PROTECTED', name: expect.stringContaining('protected mark') },
  });
  const [hard] = opened.appeals as [Appeal];
  expect(hard).toMatchObject({
    status: 'IN_HAND',
    owner: { unit: { code: 'service-station' } },
    // Three working days from a Thursday.
    dueOn: '2026-06-30',
    trackingCode: expect.stringMatching(/-/),
    reasons: [
      { code: 'NAME_IS_PROTECTED', department: { code: 'market-regulation' }, refused: true },
      { code: 'CLINIC_NAME_LACKS_OWNER', department: { code: 'health' }, refused: false },
    ],
  });
  await until(first.id, first.as, ({ timeline }) => timeline.some(({ event }) => event === 'HARD_CASE_OPENED'));

  // Both departments see it among what concerns them, another does not.
  const concerning = `{ appealsConcerningDepartment { totalCount nodes { id } } }`;
  type Concerning = { appealsConcerningDepartment: { totalCount: number; nodes: ReadonlyArray<{ id: string }> } };
  for (const [as, ids] of [
    [market, [hard.id]],
    [health, [hard.id]],
    [clerk('tax'), []],
  ] as const) {
    const { appealsConcerningDepartment: found } = await graph.ask<Concerning>({ query: concerning }, as);
    expect([found.totalCount, found.nodes.map(({ id }) => id)]).toEqual([ids.length, ids]);
  }

  now = Date.parse('2026-06-26T09:00:00+08:00');
  const classified = await step('classifyAppeal', hard.id, station, {
    ...{ class: 'COMPLEX', reason: '涉及两个部门的名称规定', notified: true },
  });
  // Ten working days: over a weekend, and beyond the opening day.
  expect(classified.appeal.dueOn).toBe('2026-07-09');
  await step('escalateAppeal', hard.id, station, {
    ...{
      unit: 'joint-committee',
      members: ['市场监管局局长', '卫生健康局局长'],
      meetsOn: '2026-06-30',
      reason: '规定互相排斥',
    },
  });
  now = Date.parse('2026-06-30T15:00:00+08:00');
  await step('answerAppeal', hard.id, committee, {
    ...{ outcome: 'SOLVED', text: '可使用“郝医生内科诊所”，由市场监管局出具证明。', alternatives: ['郝医生内科诊所'] },
  });

  now = Date.parse('2026-07-01T09:00:00+08:00');
  const second = await open('hao', '郝医生内科诊所');
  const certificate = { title: '名称使用证明', number: '瑞市监证〔2026〕1号', submission: second.id };
  const lodged = await step('lodgeCertificate', hard.id, market, certificate);
  expect(lodged.appeal.certificates).toEqual([{ title: '名称使用证明', number: certificate.number }]);
  await decide(second, registration, market, approve([licence]));
  const atHealth = await until(second.id, second.as, isAt(record, 'SUBMITTED'));
  for (const as of [second.as, market, health])
    expect((await see(second.id, as)).certificates, as.subject).toEqual([{ number: certificate.number }]);
  expect(atHealth.certificates).toHaveLength(1);
  await decide(
    second,
    record,
    health,
    approve([{ documentType: 'clinic-record', subject: 'CLINIC', number: 'WJ3040N1' }]),
  );

  now = Date.parse('2026-07-05T10:00:00+08:00');
  expect(await until(second.id, second.as, ({ state }) => state === 'COMPLETED')).toMatchObject({ state: 'COMPLETED' });
  const confirmed = await step('confirmAppeal', hard.id, first.as, { accepted: true, grade: 5 });
  expect(confirmed.appeal).toMatchObject({ status: 'CLOSED', closedBy: 'WORD' });
  // By what was written down, within the limit and before the opening day.
  const { timeline } = await see(second.id, second.as);
  const completedAt = timeline.find(({ event }) => event === 'COMPLETED')?.at ?? '';
  expect(civilDateOf(Date.parse(completedAt)) < '2026-07-07').toBe(true);
  expect(civilDateOf(Date.parse(completedAt)) < confirmed.appeal.dueOn).toBe(true);
});

it('service-desk: a filing refused by two departments for reasons that exclude each other opens one case, with both refusals', async () => {
  const first = await open('jin', '金家诊所');
  graph.switches.stopped.add('appeals door');
  await decide(first, registration, market, refuse('受保护。', 'NAME_IS_PROTECTED'));
  await until(first.id, first.as, isAt(registration, 'REFUSED'));
  const second = await open('jin', '瑞安诊所');
  await decide(second, registration, market, approve([licence]));
  await decide(second, record, health, refuse('名称不含姓名。', 'CLINIC_NAME_LACKS_OWNER'));
  await until(second.id, second.as, isAt(record, 'REFUSED'));
  // Nobody heard of either while appeals were out; it is told once they answer.
  graph.switches.stopped.delete('appeals door');
  now += 600_000;
  const opened = await until(first.id, first.as, ({ timeline }) =>
    timeline.some(({ event }) => event === 'HARD_CASE_OPENED'),
  );
  const again = await until(second.id, second.as, ({ timeline }) =>
    timeline.some(({ event }) => event === 'HARD_CASE_OPENED'),
  );
  const cases = [...(opened.appeals ?? []), ...(again.appeals ?? [])];
  expect(cases).toHaveLength(1);
  expect(cases[0]?.reasons.map(({ refused }) => refused)).toEqual([true, true]);
  expect(new Set(cases[0]?.reasons.map(({ code }) => code))).toEqual(
    new Set(['NAME_IS_PROTECTED', 'CLINIC_NAME_LACKS_OWNER']),
  );
});

describe('no case opens', () => {
  it('for a reason that wants nothing that another forbids, nor for a refusal without one', async () => {
    const plain = await open('wu', '吴记诊所');
    await decide(plain, registration, market, refuse('名称夸大。', 'NAME_EXAGGERATES'));
    const silent = await open('qian', '钱家诊所');
    await decide(silent, registration, market, { decision: 'REFUSE', reason: '材料不符。' });
    for (const { id, as } of [plain, silent]) {
      const seen = await until(id, as, isAt(registration, 'REFUSED'));
      expect(seen.timeline.map(({ event }) => event)).not.toContain('HARD_CASE_OPENED');
    }
    // Whatever is to be told has been, once the one that was refused last is.
    const last = await open('zhu', '朱家诊所');
    await decide(last, registration, market, refuse('受保护。', 'NAME_IS_PROTECTED'));
    await until(last.id, last.as, ({ appeals }) => (appeals ?? []).length > 0);
    for (const { id, as } of [plain, silent]) expect((await see(id, as)).appeals).toEqual([]);
  });
});

it('a reason that the matter does not have, or that stands at no refusal, is refused and changes nothing', async () => {
  const { id, as } = await open('old-doctor', '老中医诊所');
  const seen = await until(id, as, isAt(registration, 'SUBMITTED'));
  const told = async (more: Record<string, unknown>): Promise<unknown> =>
    mutate(
      graph,
      'decideFiling',
      { idempotencyKey: key(), filing: filingOf(seen, registration), ...more },
      market,
    ).catch((error: Error) => error.message);
  expect(await told(refuse('…', 'CLINIC_NAME_LACKS_OWNER'))).toMatch(/REFUSAL_REASON_UNKNOWN.*NAME_IS_PROTECTED/);
  expect(await told({ ...approve([licence]), refusalReason: 'NAME_IS_PROTECTED' })).toMatch(
    /REFUSAL_REASON_WITHOUT_REFUSAL/,
  );
  expect((await see(id, as)).filings.find(({ matter }) => matter.code === registration)?.state).toBe('SUBMITTED');
});

describe('a certificate', () => {
  it('is lodged by a department of the case alone, for a submission of whose case it is, and with a number', async () => {
    const { id, as } = await open('old-doctor', '别家诊所');
    await decide({ id, as }, registration, market, refuse('受保护。', 'NAME_IS_PROTECTED'));
    const [hard] = (await until(id, as, ({ appeals }) => (appeals ?? []).length > 0)).appeals as [Appeal];
    const other = await open('zhu', '另家诊所');
    const lodge = (by: Caller, more: Record<string, unknown> = {}): Promise<unknown> =>
      step('lodgeCertificate', hard.id, by, {
        title: '名称使用证明',
        number: '1号',
        submission: id,
        ...more,
      })
        .then(() => 'LODGED')
        .catch((error: Error) => /"code":"(\w+)"/.exec(error.message)?.[1]);
    expect(await lodge(clerk('tax'))).toBe('APPEAL_NOT_FOUND');
    expect(await lodge(station)).toBe('APPEAL_NOT_FOUND');
    expect(await lodge(as)).toBe('APPEAL_NOT_FOUND');
    expect(await lodge(market, { submission: other.id })).toBe('SUBMISSION_NOT_FOUND');
    expect(await lodge(market, { number: ' ' })).toBe('CASE_REASON_MISSING');
    expect(await lodge(market, { title: '' })).toBe('CASE_REASON_MISSING');
    expect(await lodge(health)).toBe('LODGED');
    // A look of staff at it is written down, for the applicant to see.
    expect(await see(id, health)).toMatchObject({ certificates: [{ number: '1号' }] });
    const sql = postgres(graph.database.adminUrl, { max: 1 });
    const looks = await sql`select unit from appeals.appeal_accesses where appeal = ${hard.id} and kind = 'READ'`;
    await sql.end();
    expect(looks.map(({ unit: of }) => of)).toContain('department:health');
    // Who is not concerned sees none, though they see the submission or hold its id.
    expect((await see(id, as)).certificates).toEqual([{ number: '1号' }]);
    const blind = `query ($id: ID!) { submission(id: $id) { certificates { number } } }`;
    for (const stranger of [other.as, clerk('tax')]) {
      const { submission } = await graph.ask<{ submission: { certificates: unknown } | null }>(
        { query: blind, variables: { id } },
        stranger,
      );
      expect(submission?.certificates ?? null).toBeNull();
    }
  });
});

it('issue 15, shown by 2: the old doctor without a licence is refused before anything is filed, and in his case, with the law and another way', async () => {
  const answers = [{ question: 'has-practice-licence', value: false }];
  const { lifeEvent: planned } = await graph.ask<{
    lifeEvent: { plan: { refusals: ReadonlyArray<{ legalBasis: { title: string }; alternative: string | null }> } };
  }>({
    query: `query ($answers: [AnswerInput!]!) { lifeEvent(code: "clinic-opening", region: "330381000000") {
      plan(answers: $answers) { refusals { legalBasis { title } alternative } } } }`,
    variables: { answers },
  });
  expect(planned.plan.refusals[0]).toMatchObject({
    legalBasis: { title: '诊所备案管理暂行办法' },
    alternative: expect.stringContaining('专家评审'),
  });

  const doctor: Caller = { subject: 'old-doctor', kind: 'CITIZEN', department: null, scopes: [], claims: {} };
  const opening = {
    idempotencyKey: key(),
    kind: 'hard-case',
    text: '行医四十年，没有执业证书，诊所办不成。',
    matter: record,
  };
  const { appeal } = await mutate<{ appeal: Appeal }>(
    graph,
    'openAppeal',
    opening,
    doctor,
    `appeal { ${appealFields} }`,
  );
  const refusedWith = (more: object): Promise<unknown> =>
    step('answerAppeal', appeal.id, station, { outcome: 'REFUSED', text: '没有执业证书，诊所不能备案。', ...more })
      .then(({ appeal: { status } }) => status)
      .catch((error: Error) => /"code":"(\w+)"/.exec(error.message)?.[1]);
  const legalBasis = '诊所备案管理暂行办法第六条';
  const alternatives = ['可申请中医医术确有专长人员专家评审，通过后注册执业。'];
  expect(await refusedWith({})).toBe('CASE_REFUSAL_INCOMPLETE');
  expect(await refusedWith({ legalBasis })).toBe('CASE_REFUSAL_INCOMPLETE');
  expect(await refusedWith({ alternatives })).toBe('CASE_REFUSAL_INCOMPLETE');
  expect(await refusedWith({ legalBasis, alternatives })).toBe('ANSWERED');
});

it('of a submission that is erased before appeals hear of its refusal, no case opens, and nothing is left to be told', async () => {
  const { id, as } = await open('zhou', '周家诊所');
  graph.switches.stopped.add('appeals door');
  await decide({ id, as }, registration, market, refuse('受保护。', 'NAME_IS_PROTECTED'));
  await until(id, as, isAt(registration, 'REFUSED'));
  const sql = postgres(graph.database.adminUrl, { max: 1 });
  const left = async (): Promise<number> =>
    Number((await sql`select count(*) from journeys.outbox where submission = ${id} and kind = 'REFUSED'`)[0]?.count);
  expect(await left()).toBe(1);
  const ended = await until(id, as, ({ state }) => ['REFUSED', 'PARTLY_COMPLETED'].includes(state));
  expect(ended.state).toBe('REFUSED');
  await mutate(graph, 'requestErasure', { idempotencyKey: key(), submission: id }, as);
  graph.switches.stopped.delete('appeals door');
  now += 600_000;
  for (let turn = 0; (await left()) > 0 && turn < 400; turn++) await new Promise((done) => setTimeout(done, 25));
  expect(await left()).toBe(0);
  const opened = await sql`select 1 from appeals.appeals where submission = ${id}`;
  await sql.end();
  expect(opened).toHaveLength(0);
});
