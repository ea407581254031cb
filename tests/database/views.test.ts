import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller, GraphResponse } from '../../gateway/index.ts';
import { readRegistry } from '../../schema/registry.ts';
import { newbornForm } from '../../scripts/newborn-example.ts';
import { serviceIdentity } from '../../subgraphs/runtime/identity.ts';
import {
  citizen,
  clerk,
  type Graph,
  inputFor,
  leaveToStaff,
  otherCitizen,
  planOf,
  startGraph,
  submit,
  until,
} from './gateway-of.ts';

const api = buildSchema(readFileSync(new URL('../../schema/generated/api.graphql', import.meta.url), 'utf8'));
const baby: Record<string, unknown> = { ...newbornForm.baby, name: '陈视野' };
const { name, phone, 'residence-address': residence } = newbornForm.lin as Record<string, unknown>;
/** Matters by department, in the order of work; staff at the tax bureau decide by hand and ask for a correction. */
const matters = {
  health: '330381WJ000123001000',
  'public-security': '330381GA000709105001',
  'community-health': '330381SQ000123002000',
  maternity: '330381YB000736002000',
  'human-resources': '330381RS000714001000',
  'medical-insurance': '330381YB000736001000',
  tax: '330381SW000730001000',
};
const [tax, community] = [{ code: matters.tax }, { code: matters['community-health'] }];

/** What stands for who sees it: everybody who asks has one of these views, and a role has one alone. */
type View = 'applicant' | 'tax' | 'community-health' | 'nothing';
const roles: Readonly<Record<string, { readonly as: Caller | null | 'service'; readonly view: View }>> = {
  anonymous: { as: null, view: 'nothing' },
  citizen: { as: citizen, view: 'applicant' },
  'other citizen': { as: otherCitizen, view: 'nothing' },
  'agent without mandate': { as: { ...otherCitizen, subject: 'agent', scopes: ['agent'] }, view: 'nothing' },
  // Nobody has told this service of a mandate: who files is the applicant, and another's agent sees nothing of theirs.
  'agent whom the token vouches for': {
    as: { ...otherCitizen, subject: 'agent', scopes: ['agent'], claims: { ...citizen.claims } },
    view: 'nothing',
  },
  // A party to it, whom the token vouches for: what is a person's own is told to whoever filed it.
  'party who did not file it': {
    as: { ...otherCitizen, subject: 'chen', claims: { name: '陈明', identityNumber: '330381199303030015' } },
    view: 'nothing',
  },
  'clerk of the department': { as: clerk('tax'), view: 'tax' },
  'clerk of another with a filing': { as: clerk('community-health'), view: 'community-health' },
  'clerk without': { as: clerk('education'), view: 'nothing' },
  'clerk with the applicant’s name': { as: { ...clerk('education'), subject: citizen.subject }, view: 'nothing' },
  'client key': { as: { ...citizen, kind: 'CLIENT' }, view: 'nothing' },
  service: { as: 'service', view: 'nothing' },
};

interface Row {
  readonly select?: string;
  readonly sees: Readonly<Record<Exclude<View, 'nothing'>, unknown>>;
}
const everyone = (value: unknown, select = ''): Row => ({
  select,
  sees: { applicant: value, tax: value, 'community-health': value },
});
const approved = (matter: string) => ({ event: 'APPROVED', matter: { code: matter } });
const issued = (code: string, spec: string | null = null) => ({ documentType: { code }, spec });
const vaccination = issued('vaccination-certificate');
const toCorrect = { items: [{ message: '请核对姓名' }], dueOn: expect.any(String) };
const ofTax = ['SUBMITTED', 'NEEDS_CORRECTION'].map((event) => ({ event, matter: tax }));

/** Every field of a submission, and what each view of it shows. */
const submissionRows = (id: string): Readonly<Record<string, Row>> => ({
  id: everyone(id),
  receiptNumber: everyone(expect.stringMatching(/^330381\d{16}$/)),
  state: everyone('NEEDS_CORRECTION'),
  lifeEvent: everyone({ code: 'newborn' }, '{ code }'),
  planId: everyone(expect.stringMatching(/^[0-9a-f]{40}$/)),
  receivedAt: everyone(expect.stringMatching(/Z$/)),
  dueOn: everyone(expect.stringMatching(/^\d{4}-/)),
  unverified: everyone([], '{ fact }'),
  filings: {
    select: '{ matter { code } }',
    sees: {
      applicant: Object.values(matters).map((code) => ({ matter: { code } })),
      tax: [{ matter: tax }],
      'community-health': [{ matter: community }],
    },
  },
  correction: {
    select: '{ dueOn items { message } }',
    sees: { applicant: toCorrect, tax: toCorrect, 'community-health': null },
  },
  accesses: {
    // What else was looked at meanwhile is there too.
    select: '(first: 100) { nodes { kind department { code } matter { code } } }',
    sees: {
      applicant: {
        nodes: expect.arrayContaining([{ kind: 'DECIDED', department: { code: 'tax' }, matter: tax }]),
      },
      tax: null,
      'community-health': null,
    },
  },
  erasure: everyone(null, '{ at }'),
  proof: { select: '{ brokenAt }', sees: { applicant: { brokenAt: null }, tax: null, 'community-health': null } },
  consents: {
    select: '{ source { code } granted withdrawnAt }',
    sees: {
      applicant: ['hospital-records', 'hospital-settlement'].map((code) => ({
        ...{ source: { code }, granted: true, withdrawnAt: null },
      })),
      tax: null,
      'community-health': null,
    },
  },
  // What is in the vault already, which comes after the decision.
  licences: {
    select: '{ documentType { code } }',
    sees: { applicant: expect.any(Array), tax: null, 'community-health': null },
  },
  appeals: { select: '{ id }', sees: { applicant: [], tax: null, 'community-health': null } },
  reviews: { select: '{ mayReview }', sees: { applicant: expect.any(Array), tax: null, 'community-health': null } },
  certificates: everyone(null, '{ number }'),
  appointments: { select: '{ id }', sees: { applicant: [], tax: null, 'community-health': null } },
  timeline: {
    select: '{ event matter { code } }',
    sees: {
      applicant: [
        { event: 'RECEIVED', matter: null },
        ...Object.values(matters).slice(0, -1).map(approved),
        ...ofTax,
        { event: 'NEEDS_CORRECTION', matter: null },
      ],
      tax: ofTax,
      'community-health': [approved(community.code)],
    },
  },
  results: {
    select: '{ documentType { code } spec }',
    sees: {
      applicant: [
        issued('birth-certificate', '正页'),
        issued('birth-certificate', '副页'),
        issued('citizen-identity-number'),
        issued('household-register', '本人页'),
        vaccination,
        issued('maternity-benefit-payment'),
        issued('social-security-card'),
        issued('insurance-enrolment'),
      ],
      tax: [],
      'community-health': [vaccination],
    },
  },
});

const evidence = (requirement: string, fate: string, more: object = {}) => ({
  ...{ requirement, fate, sources: [], materials: [] },
  ...more,
});
const identityCard = { material: 'resident-identity-card:chen+lin', bringToCounter: true, later: false };
/** As the hospital's register has it. */
const firstVaccination = {
  ...{ documentType: 'first-vaccination-record', parties: ['baby'], spec: null, source: 'hospital-records' },
  ...{ number: 'YM-2026-110107', trust: 'A', issuedOn: baby['birth-date'], expiresOn: null },
  data: expect.objectContaining({ 'vaccinated-on': baby['birth-date'] }),
  providedAt: expect.any(String),
};
/** Every field of a filing: the value for the filing of each department, and who sees the filing sees it. */
const filingRows = (id: string) => ({
  tax: {
    id: [`${id}-4`],
    matter: [tax, '{ code }'],
    party: [null],
    state: ['NEEDS_CORRECTION'],
    waitingFor: [[], '{ code }'],
    message: ['姓名'],
    attempts: [0],
    parked: [false],
    correctionDueOn: [expect.any(String)],
    dueOn: [expect.any(String)],
    beginsOn: [null],
    refusalReason: [null, '{ code }'],
    submission: [{ id }, '{ id }'],
    appointment: [null, '{ id }'],
    results: [[], '{ documentType { code } spec }'],
    form: [{ baby: { name: baby.name }, lin: { 'payee-account': newbornForm.lin?.['payee-account'] } }],
    files: [[], '{ upload download { url } }'],
    payment: [null, '{ id state }'],
    evidence: [[evidence('SW1001-01', 'PRODUCED'), evidence('SW1001-02', 'PRODUCED')]],
  },
  'community-health': {
    id: [`${id}-3`],
    matter: [community, '{ code }'],
    party: [null],
    state: ['APPROVED'],
    waitingFor: [[], '{ code }'],
    message: ['已办结。'],
    attempts: [0],
    parked: [false],
    correctionDueOn: [null],
    dueOn: [expect.any(String)],
    beginsOn: [null],
    refusalReason: [null, '{ code }'],
    submission: [{ id }, '{ id }'],
    appointment: [null, '{ id }'],
    results: [[vaccination], '{ documentType { code } spec }'],
    form: [
      {
        baby: { 'birth-date': baby['birth-date'], name: baby.name, sex: baby.sex },
        lin: { name, phone, 'residence-address': residence },
      },
    ],
    files: [[], '{ upload download { url } }'],
    payment: [null, '{ id state }'],
    evidence: [
      [
        evidence('SQ2002-01', 'PRODUCED'),
        evidence('SQ2002-02', 'SHARED', { sources: ['hospital-records'], documents: [firstVaccination] }),
        evidence('SQ2002-03', 'MERGED', { materials: [identityCard] }),
      ],
    ],
  },
});
const filingSees: Readonly<Record<keyof ReturnType<typeof filingRows>, ReadonlyArray<View>>> = {
  tax: ['applicant', 'tax'],
  'community-health': ['applicant', 'community-health'],
};

let graph: Graph;
let id = '';
const ask = (query: string, as: Caller | null | 'service', variables: object = { id }): Promise<GraphResponse> =>
  as === 'service'
    ? graph.gateway.internal({ query, variables: { ...variables } })
    : graph.gateway.execute({ query, variables: { ...variables } }, as);

beforeAll(async () => {
  graph = await startGraph();
  await leaveToStaff(graph, 'tax');
  const form = { ...newbornForm, baby };
  const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'views', form }));
  id = submission?.id ?? '';
  await until(graph, id, ({ filings }) => filings.filter(({ state }) => state === 'APPROVED').length === 6);
  await until(graph, id, ({ filings }) => filings.some(({ state }) => state === 'SUBMITTED'));
  const input = {
    ...{ idempotencyKey: 'views', filing: `${id}-4`, decision: 'REQUEST_CORRECTION', reason: '姓名' },
    corrections: [{ field: 'baby.name', message: '请核对姓名' }],
  };
  const query = 'mutation ($input: DecideFilingInput!) { decideFiling(input: $input) { problems { code } } }';
  expect(await ask(query, clerk('tax'), { input })).toEqual({ data: { decideFiling: { problems: [] } } });
});
afterAll(() => graph.close());

describe('the tables of views', () => {
  const fieldsOf = (type: string) => Object.keys((api.getType(type) as GraphQLObjectType).getFields()).sort();
  it('hold every field of the schema', () => {
    expect(Object.keys(submissionRows(id)).sort()).toEqual(fieldsOf('Submission'));
    for (const filing of Object.values(filingRows(id))) expect(Object.keys(filing).sort()).toEqual(fieldsOf('Filing'));
  });
});

/** What departments answer at the same time is told in the order in which they do: of a timeline, the same in the order of matters. */
function byMatter(told: unknown): unknown {
  const { timeline, ...rest } = (told ?? {}) as { readonly timeline?: ReadonlyArray<{ readonly event: string }> };
  if (!timeline) return told;
  const approvals = timeline
    .filter(({ event }) => event === 'APPROVED')
    .map((each) => JSON.stringify(each))
    .sort();
  return { ...rest, timeline: timeline.map((each) => (each.event === 'APPROVED' ? approvals.shift() : each)) };
}

describe.each(Object.entries(roles))('%s', (_role, { as, view }) => {
  it('sees of the submission what its table says', async () => {
    const rows = Object.entries(submissionRows(id));
    const query = `query ($id: ID!) { submission(id: $id) { ${rows.map(([field, { select = '' }]) => `${field} ${select}`)} } }`;
    const { data, errors } = await ask(query, as);
    expect(errors).toBeUndefined();
    const expected =
      view === 'nothing' ? null : Object.fromEntries(rows.map(([field, { sees }]) => [field, sees[view]]));
    expect(byMatter(data?.submission)).toEqual(byMatter(expected));
  });

  it.each(Object.keys(filingSees) as ReadonlyArray<keyof typeof filingSees>)('sees of the filing at %s', async (at) => {
    const rows = Object.entries(filingRows(id)[at]);
    const selection = rows.map(([field, [, select = '']]) => `${field} ${select}`);
    const query = `query ($id: ID!) { submission(id: $id) { filings { ${selection} } } }`;
    const { data } = await ask(query, as);
    const { filings = [] } = (data?.submission ?? {}) as { filings?: ReadonlyArray<Record<string, unknown>> };
    const seen = filings.filter((filing) => filing.id === `${id}-${at === 'tax' ? 4 : 3}`);
    const whole = Object.fromEntries(rows.map(([field, [value]]) => [field, value]));
    expect(seen).toEqual(filingSees[at].includes(view) ? [whole] : []);
  });

  it.each(['tax', 'community-health'])('sees of the queue at %s', async (department) => {
    const query = `query ($department: ID!) { filings(department: $department) { nodes { id form } } }`;
    const { data, errors } = await ask(query, as, { department });
    if (view === department) {
      const { id: own, form } = filingRows(id)[department as 'tax'];
      expect(data).toEqual({ filings: { nodes: [{ id: own[0], form: form[0] }] } });
    } else {
      expect(data?.filings ?? null).toBeNull();
      expect(errors?.[0]?.extensions?.code).toMatch(/^(FORBIDDEN|UNAUTHENTICATED)$/);
    }
  });
});

/** Departments with desks of their own, and the gateway: parts that sign for themselves. */
const parts = [...readRegistry().departments.map(({ code }) => code), 'gateway', 'catalogue'];
const withoutData = ['withdrawSubmission', 'requestErasure', 'withdrawConsent'];

describe.each(parts)('the inner identity of %s', (part) => {
  const ofPart = (subgraph: string, query: string, variables: object = {}) => {
    const request = { query, variables: { id, ...variables }, headers: {}, identity: serviceIdentity(part) };
    return graph.subgraphs.get(subgraph)?.execute(request) as Promise<GraphResponse>;
  };

  it('sees of a submission nothing, and of its queue', async () => {
    // Those of other parts are asked there.
    const elsewhere = ['lifeEvent', 'licences', 'appeals', 'reviews', 'certificates', 'appointments'];
    const fields = Object.entries(submissionRows(id)).filter(([field]) => !elsewhere.includes(field));
    const selection = fields.map(
      ([field, { select = '' }]) => `${field} ${select.replaceAll('department { code }', '')}`,
    );
    const { data } = await ofPart('journeys', `query ($id: ID!) { submission(id: $id) { ${selection} } }`);
    expect(data).toEqual({ submission: null });
    for (const query of [`{ filings(department: "${part}") { nodes { id form } } }`, '{ myData { nodes { data } } }']) {
      const { data: none, errors } = await ofPart('journeys', query);
      expect(Object.values(none ?? { none: null })).toEqual([null]);
      expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    }
    expect(await ofPart('journeys', '{ submissions { totalCount } }')).toEqual({
      data: { submissions: { totalCount: 0 } },
    });
  });

  it.each([
    '{ licences { totalCount } }',
    `{ licencesOf(account: "${citizen.subject}", ids: ["a"]) { id } }`,
    `{ licencesUsable(account: "${citizen.subject}", documentTypes: ["card"], on: "2026-11-24", first: 1) { id } }`,
    `{ licencesData(account: "${citizen.subject}", first: 1) { totalCount } }`,
    'mutation { licencesErase(submission: "a") }',
    'mutation { licencesGiveBack(purpose: "a") }',
    `mutation { licencesRedeem(account: "${citizen.subject}", ids: ["a"], purpose: "p") }`,
    'mutation { licencesIssue(licences: []) }',
  ])('is not told of the vault, and changes nothing in it: %s', async (query) => {
    const { data, errors } = await ofPart('licences', query);
    expect(Object.values(data ?? { none: null })).toEqual([null]);
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it.each([
    '{ appeals { totalCount } }',
    '{ appealsToHandle { totalCount } }',
    `{ appealsData(account: "${citizen.subject}", first: 1) { totalCount } }`,
    'mutation { appealsErase(submission: "a") }',
    `mutation { appealsOpenForRefusals(input: { account: "a", submission: "s", matter: "m", key: "k", topic: "t", featureZh: "z", featureEn: "e", reasons: [] }) }`,
    '{ appealsConcerningDepartment { totalCount } }',
  ])('is not told of appeals, and changes nothing in them: %s', async (query) => {
    const { data, errors } = await ofPart('appeals', query);
    expect(Object.values(data ?? { none: null })).toEqual([null]);
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it.each([
    '{ appointments { totalCount } }',
    '{ powers { totalCount } }',
    '{ agent { id } }',
    '{ agentsToReview { totalCount } }',
    '{ waitingNow(queue: "ruian-household") { id } }',
    '{ queueLog(queue: "ruian-household", date: "2026-11-27") { totalCount } }',
    '{ integrityAlerts(from: "2026-11-01", to: "2026-11-27") { totalCount } }',
    `{ appointmentsData(account: "${citizen.subject}", first: 1) { totalCount } }`,
    'mutation { appointmentsErase(submission: "a") }',
    'mutation { setQuota(input: { idempotencyKey: "a", queue: "ruian-household", date: "2099-01-01", offered: 1 }) { problems { code } } }',
    'mutation { callNext(input: { idempotencyKey: "a", queue: "ruian-household", window: "1" }) { problems { code } } }',
  ])('is not told of numbers, and changes nothing in them: %s', async (query) => {
    const { data, errors } = await ofPart('appointments', query);
    expect(Object.values(data ?? { none: null })).toEqual([null]);
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it.each([
    `{ proactiveOffers(region: "330381000000") { totalCount } }`,
    '{ offerConsents { place } }',
    `{ offersData(account: "${citizen.subject}", first: 1) { totalCount } }`,
    'mutation { forgetOffers }',
  ])('is not told of offers, and says nothing of them: %s', async (query) => {
    const { data, errors } = await ofPart('policies', query);
    expect(Object.values(data ?? { none: null })).toEqual([null]);
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('is not told what is being done for somebody', async () => {
    const query = `{ underWay(account: "${citizen.subject}", lifeEvents: ["newborn"], matters: []) { lifeEvent } }`;
    const { data, errors } = await ofPart('journeys', query);
    expect(Object.values(data ?? { none: null })).toEqual([null]);
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it.each(withoutData)('does nothing to it: %s', async (field) => {
    const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${field}(input: $input) { problems { code } } }`;
    const { data } = await ofPart('journeys', query, {
      input: { idempotencyKey: part, submission: id, ...(field === 'withdrawConsent' ? { source: 'a' } : {}) },
    });
    expect(data).toEqual({ [field]: { problems: [{ code: 'SUBMISSION_NOT_FOUND' }] } });
  });

  it.each([
    'query ($id: ID!) { taxFiling(id: $id) { state } }',
    'query ($id: ID!) { taxHeld(filing: $id) }',
    'mutation ($id: ID!) { taxErase(filing: $id) { rows } }',
    'mutation ($id: ID!) { taxWithdraw(filing: $id) { state } }',
  ])('is not told by the desk at tax: %s', async (query) => {
    const { data, errors } = await ofPart('tax', query, { id: `${id}-4` });
    expect(Object.values(data ?? { none: null })).toEqual([null]);
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
