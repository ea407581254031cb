import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { operationText } from '../../scripts/assemble.ts';
import { importCatalogue } from '../../scripts/database.ts';
import { newbornApplicant, newbornFormOn } from '../../scripts/newborn-example.ts';
import type { Policy } from '../../subgraphs/language/policy.ts';
import { catalogue } from '../pure/planning/catalogue-input.ts';
import { citizen, clerk, type Graph, inputFor, otherCitizen, planOf, startGraph, submit, until } from './gateway-of.ts';

const birth = Date.parse('2026-11-27T04:00:00Z');
const dayMs = 24 * 60 * 60_000;
const year = 365 * dayMs;
const region = '330381000000';
let now = birth;
let graph: Graph;
let admin: postgres.Sql;

beforeAll(async () => {
  graph = await startGraph({ now: () => now, pace: { dueMs: 100, keptMs: 100 } });
  admin = postgres(graph.database.adminUrl, { max: 1 });
});
afterAll(async () => {
  await admin.end();
  await graph.close();
});

const refused = async (query: string, variables: Record<string, unknown> = {}) =>
  (await graph.gateway.execute({ query, variables })).errors?.map(({ extensions }) => extensions?.code);

describe('what stands in for something else', () => {
  const query = `query ($of: ID!, $asOf: Date, $situation: [SituationAnswerInput!]) {
    equivalents(scope: DRUG, of: $of, asOf: $asOf, situation: $situation) {
      code from { code name } to { name(language: EN) group } dependsOn { code text }
      legalBasis { title } approvedBy(language: EN) approvedOn validFrom lastDay provenance
    }
  }`;
  const ask = async (variables: Record<string, unknown>) =>
    (await graph.ask<{ equivalents: ReadonlyArray<Record<string, unknown>> }>({ query, variables })).equivalents;
  const clinic = [{ question: 'institution-level', value: 1 }];

  it('is told to anybody, with basis, approval and days', async () => {
    expect(await ask({ of: 'rosuvastatin', situation: clinic })).toEqual([
      {
        ...{ code: 'restricted-rosuvastatin', from: { code: 'rosuvastatin', name: '瑞舒伐他汀片' } },
        ...{ to: { name: 'Atorvastatin', group: 'statin' }, dependsOn: [] },
        legalBasis: { title: '基层医疗机构常用药品替代目录' },
        ...{ approvedBy: 'The prefecture’s panel on drugs', approvedOn: '2021-02-20' },
        ...{ validFrom: '2021-03-01', lastDay: null, provenance: 'RECONSTRUCTED' },
      },
    ]);
    expect(await ask({ of: 'rosuvastatin', situation: clinic, asOf: '2021-02-28' })).toEqual([]);
    expect(await ask({ of: 'rosuvastatin' })).toMatchObject([
      { dependsOn: [{ code: 'institution-level', text: expect.stringContaining('几级') }] },
    ]);
  });

  it('is refused where the day or the situation cannot be', async () => {
    expect(await refused(query, { of: 'rosuvastatin', asOf: '2021-02-30' })).toEqual(['INVALID_DATE']);
    for (const [question, value] of [
      ['institution-level', 'one'],
      ['level', 1],
    ])
      expect(await refused(query, { of: 'rosuvastatin', situation: [{ question, value }] })).toEqual([
        'INVALID_ANSWER',
      ]);
  });

  it('of a document type stands with it, wherever it is named', async () => {
    const { documentType } = await graph.ask<Record<string, unknown>>({
      query: `{ documentType(code: "household-register") { name
        equivalents { to { code name documentType { name } } legalBasis { title article } }
        before: equivalents(asOf: "2020-06-30") { code } } }`,
    });
    expect(documentType).toEqual({
      name: '居民户口簿',
      equivalents: [
        {
          to: { code: 'household-record', name: null, documentType: { name: '户籍登记信息' } },
          legalBasis: { title: '国务院关于在线政务服务的若干规定', article: '第十条' },
        },
      ],
      before: [],
    });
  });
});

describe('policies', () => {
  it('are told to anybody, in their region and below, with what they look at and what they lead to', async () => {
    const query = `query ($region: RegionCode!) { policies(region: $region) {
      totalCount nodes { code name benefit legalBasis { title article } event { code title } lastDay
        facts { question { code } knownBy { place documentType { code } source { code } } } } } }`;
    const { policies } = await graph.ask<{ policies: { totalCount: number; nodes: ReadonlyArray<{ code: string }> } }>({
      query,
      variables: { region },
    });
    expect(policies.nodes.find(({ code }) => code === 'pension-at-sixty')).toEqual({
      ...{ code: 'pension-at-sixty', name: '达到退休年龄的养老待遇', benefit: '按月领取基本养老金', lastDay: null },
      legalBasis: { title: '国务院关于渐进式延迟法定退休年龄的办法', article: '第三条' },
      event: { code: 'retirement', title: '退休一件事' },
      facts: [
        {
          question: { code: 'retiree-born-on' },
          knownBy: [
            { place: 'IDENTITY', documentType: null, source: null },
            { place: 'SOURCE', documentType: { code: 'household-record' }, source: { code: 'police-data' } },
          ],
        },
        { question: { code: 'retiree-kind' }, knownBy: [{ place: 'IDENTITY', documentType: null, source: null }] },
      ],
    });
    expect(policies.totalCount).toBe(policies.nodes.length);
    expect(await graph.ask({ query: '{ policies(region: "530000000000") { totalCount } }' })).toEqual({
      policies: { totalCount: 0 },
    });
  });

  it('stand with the event that they lead to', async () => {
    const query = `query ($region: RegionCode!) { lifeEvent(code: "kindergarten-entry", region: $region) { policies { code } } }`;
    expect(await graph.ask({ query, variables: { region } })).toEqual({
      lifeEvent: { policies: [{ code: 'kindergarten-at-three' }] },
    });
  });
});

interface Offered {
  readonly id: string;
  readonly policy: { readonly code: string };
  readonly why: string;
  readonly because: ReadonlyArray<Record<string, unknown>>;
  readonly about: string | null;
  readonly lastDay: string | null;
  readonly event: { readonly code: string; readonly region: string } | null;
  readonly answers: ReadonlyArray<unknown>;
  readonly parties: ReadonlyArray<{ readonly id: string }>;
  readonly facts: ReadonlyArray<unknown>;
}
interface Offers {
  readonly offerConsents: ReadonlyArray<{
    place: string;
    source: { code: string } | null;
    agreedAt: string | null;
    lastDay: string | null;
  }>;
  readonly proactiveOffers: {
    readonly totalCount: number;
    readonly nodes: ReadonlyArray<Offered>;
    readonly notAnswering: ReadonlyArray<{ code: string }>;
  };
}
const look = (as: Caller = citizen) => graph.ask<Offers>({ query: operationText('offers'), variables: { region } }, as);
const offers = async (as: Caller = citizen) => (await look(as)).proactiveOffers.nodes;
const codes = async (as: Caller = citizen) => (await offers(as)).map(({ policy }) => policy.code);
async function say(field: string, type: string, input: object, as: Caller = citizen): Promise<ReadonlyArray<string>> {
  const answer = await graph.ask<
    Record<string, { problems: ReadonlyArray<{ code: string; path: ReadonlyArray<string> }> }>
  >(
    {
      query: `mutation ($input: ${type}!) { ${field}(input: $input) { problems { code message path } } }`,
      variables: { input: { idempotencyKey: randomUUID(), ...input } },
    },
    as,
  );
  return (answer[field]?.problems ?? []).map(({ code, path }) => `${code} ${path.join('.')}`);
}
const vault = { place: 'VAULT' };
const identity = { place: 'IDENTITY' };
const register = { place: 'SOURCE', source: 'police-data' };
const agree = (places: ReadonlyArray<object>, as?: Caller) => say('agreeToOffers', 'OfferPlacesInput', { places }, as);
const takeBack = (places: ReadonlyArray<object>, as?: Caller) =>
  say('withdrawOfferConsent', 'OfferPlacesInput', { places }, as);
const decline = (offer: string, as?: Caller) => say('declineOffer', 'DeclineOfferInput', { offer }, as);
const forget = async (as: Caller = citizen) =>
  (await graph.ask<{ forgetOffers: number }>({ query: 'mutation { forgetOffers }' }, as)).forgetOffers;
/** The test's own time limit is the only clock. */
async function eventually<T>(see: () => Promise<T>, so: (seen: T) => boolean): Promise<T> {
  for (;;) {
    const seen = await see();
    if (so(seen)) return seen;
    await new Promise((done) => setTimeout(done, 25));
  }
}
const bornOn = new Date(birth - 20 * dayMs).toISOString().slice(0, 10);
const kindergarten = 'kindergarten-at-three';

describe('service-desk, offers (免申即享): an offer', () => {
  beforeAll(async () => {
    const whole = newbornFormOn(birth);
    const form = { ...whole, baby: { ...whole.baby, name: '陈安' } };
    const { submission, problems } = await submit(
      graph,
      inputFor(await planOf(graph), { idempotencyKey: 'born', form }, birth),
    );
    expect(problems).toEqual([]);
    await until(graph, submission?.id ?? '', ({ state }) => state === 'COMPLETED');
    const issued = '{ licences(documentType: "birth-certificate") { totalCount } }';
    await eventually(
      () => graph.ask<{ licences: { totalCount: number } }>({ query: issued }, citizen),
      ({ licences }) => licences.totalCount === 2,
    );
  });

  it('is made over facts that the citizen agreed to have looked at alone, and says where anything looks', async () => {
    now = birth + 3 * year;
    const before = await look();
    expect(before.proactiveOffers.nodes).toEqual([]);
    expect(before.offerConsents.map(({ place, source, agreedAt }) => [place, source?.code ?? null, agreedAt])).toEqual([
      ['IDENTITY', null, null],
      ['SOURCE', 'police-data', null],
      ['VAULT', null, null],
    ]);
    expect(await agree([identity])).toEqual([]);
    expect(await codes()).toEqual([]);
    expect(await agree([vault])).toEqual([]);
    expect(await codes()).toEqual([kindergarten, 'services-of-the-card']);
    expect(await takeBack([identity])).toEqual([]);
    expect(await codes()).toEqual([kindergarten]);
    const { offerConsents } = await look();
    const given = offerConsents.find(({ place }) => place === 'VAULT');
    expect(given).toMatchObject({
      agreedAt: new Date(now).toISOString(),
      lastDay: expect.stringMatching(/^2030-11-2\d$/),
    });
    // What one agreed to is nothing to another.
    expect((await look(otherCitizen)).offerConsents.map(({ agreedAt }) => agreedAt)).toEqual([null, null, null]);
    expect(await codes(otherCitizen)).toEqual([]);
  });

  it('is judged by no day that a client names', async () => {
    const { data } = await graph.gateway.execute({ query: operationText('offers'), variables: { region } }, citizen, {
      'catalogue-date': '2060-01-01',
    });
    expect((data as unknown as Offers).proactiveOffers.nodes.map(({ policy: { code } }) => code)).toEqual([
      kindergarten,
    ]);
  });

  it('says why, by which policy, until when, and who told what it rests on', async () => {
    const [offer] = await offers();
    expect(offer).toMatchObject({
      ...{ about: '陈安', lastDay: `2031-${bornOn.slice(5)}`, event: { code: 'kindergarten-entry', region } },
      policy: { code: kindergarten, legalBasis: { title: '幼儿园工作规程', article: '第四条' } },
      because: [
        {
          question: { code: 'student-born-on', text: '孩子的出生日期？' },
          value: bornOn,
          knownBy: { place: 'VAULT', documentType: { name: '出生医学证明' } },
          licence: { issuer: { name: '瑞安市卫生健康局（助产医院）' } },
        },
      ],
    });
    expect(offer?.why).toContain('三周岁');
  });

  it('is one tap from a plan that is already filled: what is known is not asked, and what the vault has need not be brought', async () => {
    const [offer] = await offers();
    const plan = async (given: object) => {
      const { lifeEvent } = await graph.ask<{
        lifeEvent: {
          plan: {
            problems: unknown[];
            openQuestions: { question: { code: string } }[];
            materials: { id: string }[];
            licences: { documentType: { code: string } }[];
            form: { fields: { code: string; party: string; value: unknown }[] };
          };
        };
      }>(
        {
          query: `query ($code: ID!, $region: RegionCode!, $answers: [AnswerInput!], $parties: [PartyInput!], $facts: [FactInput!], $fromVault: Boolean) {
            lifeEvent(code: $code, region: $region) {
              plan(answers: $answers, parties: $parties, facts: $facts, fromVault: $fromVault) {
                problems { code message path } openQuestions { question { code } } materials { id }
                licences { documentType { code } } form { fields { code party value } }
              }
            }
          }`,
          variables: { ...offer?.event, ...given },
        },
        citizen,
      );
      return lifeEvent.plan;
    };
    const { answers, parties, facts } = offer as Offered;
    const filled = await plan({ answers, parties, facts, fromVault: true });
    const bare = await plan({});
    expect(filled.problems).toEqual([]);
    const open = ({ openQuestions }: typeof bare) => openQuestions.map(({ question }) => question.code);
    expect(open(bare)).toContain('student-born-on');
    expect(open(filled)).not.toContain('student-born-on');
    expect(filled.licences.map(({ documentType }) => documentType.code).sort()).toEqual([
      'household-register',
      'vaccination-certificate',
    ]);
    expect(filled.materials.length).toBe(bare.materials.length - 2);
    const known = filled.form.fields.filter(({ party, value }) => party === 'subject' && value !== null);
    expect(known.map(({ code, value }) => [code, value]).sort()).toEqual([
      ['birth-date', bornOn],
      ['name', '陈安'],
    ]);
  });

  it('of every policy that leads to an event fills a plan that has no problem', async () => {
    for (const policy of catalogue.publication.policies as ReadonlyArray<Policy>) {
      if (!('event' in policy.leadsTo)) continue;
      const parties = [
        { id: 'applicant', roles: [policy.applicant], name: newbornApplicant.name },
        ...(policy.about ? [{ id: 'subject', roles: [policy.about.role], name: '陈安' }] : []),
      ];
      const query = `query ($code: ID!, $region: RegionCode!, $parties: [PartyInput!]) {
        lifeEvent(code: $code, region: $region) { plan(parties: $parties) { problems { code path } } } }`;
      const variables = { code: policy.leadsTo.event, region: policy.region, parties };
      expect(await graph.ask({ query, variables }), policy.code).toEqual({ lifeEvent: { plan: { problems: [] } } });
    }
  });

  it('is not made of what is being done already, until that is taken back', async () => {
    const [offer] = await offers();
    const answers = [
      ...(offer?.answers ?? []),
      { question: 'housing-situation', value: 'owned' },
      { question: 'term-begins-on', value: '2029-12-01' },
    ];
    const lifeEvent = { code: 'kindergarten-entry', region };
    const { parties } = offer as Offered;
    const plan = await planOf(graph, { ...lifeEvent, answers, parties });
    const form = {
      subject: { name: '陈安', sex: '女', 'birth-date': bornOn, 'school-name': '瑞安市机关幼儿园' },
      applicant: { name: newbornApplicant.name, phone: '13800000000' },
      HOME: { 'home-address': '浙江省瑞安市安阳街道万松东路1号' },
    };
    const sent = inputFor(plan, { idempotencyKey: 'entry', lifeEvent: lifeEvent.code, answers, parties, form });
    const { submission, problems } = await submit(graph, sent);
    expect(problems).toEqual([]);
    expect(await codes()).toEqual([]);
    expect(await say('withdrawSubmission', 'WithdrawSubmissionInput', { submission: submission?.id })).toEqual([]);
    expect(await codes()).toEqual([kindergarten]);
  });

  it('is not made while it cannot be told what somebody has, and says so', async () => {
    for (const part of ['licences', 'journeys']) {
      graph.switches.stopped.add(part);
      const { data, errors } = await graph.gateway.execute(
        { query: operationText('offers'), variables: { region } },
        citizen,
      );
      graph.switches.stopped.delete(part);
      expect([errors?.[0]?.extensions?.code, data]).toEqual(['OFFERS_UNAVAILABLE', null]);
    }
  });

  it('is remembered once it is refused, for its child alone, and forgotten with everything else that was said', async () => {
    const [offer] = await offers();
    for (const invented of ['', 'kindergarten-at-three', `none.${'0'.repeat(32)}`, `${offer?.id}0`])
      expect(await decline(invented)).toEqual(['OFFER_NOT_FOUND offer']);
    expect(await decline(offer?.id ?? '')).toEqual([]);
    expect(await codes()).toEqual([]);
    now += 30 * dayMs;
    expect(await codes()).toEqual([]);
    expect(await forget()).toBe(4);
    expect(await forget()).toBe(0);
    expect((await look()).offerConsents.map(({ agreedAt }) => agreedAt)).toEqual([null, null, null]);
    expect(await agree([vault])).toEqual([]);
    expect(await codes()).toEqual([kindergarten]);
  });

  it('rests on what a source tells only with consent to it; one that does not answer is named', async () => {
    const [policy] = catalogue.publication.policies;
    const settled = {
      ...policy,
      ...{ code: 'of-the-register', about: null, applicant: 'CARDHOLDER', leadsTo: { event: 'social-card-services' } },
      facts: [
        {
          question: 'household-kind',
          tellers: [
            {
              place: 'SOURCE',
              source: 'police-data',
              documentType: 'household-record',
              field: 'household-kind',
              answers: { 家庭户: 'family' },
            },
          ],
        },
      ],
      condition: { question: 'household-kind', equals: 'family' },
    } as (typeof catalogue.publication.policies)[number];
    const publication = {
      ...catalogue.publication,
      contentHash: 'one of a source',
      policies: [...catalogue.publication.policies, settled],
    };
    await importCatalogue(graph.database.adminUrl, { publication, departments: catalogue.departments });
    const asked = () => graph.switches.provided.filter((type) => type === 'household-record').length;
    const before = asked();
    expect(await codes()).toEqual([kindergarten]);
    expect(asked()).toBe(before);
    expect(await agree([register])).toEqual([]);
    expect(await codes()).toEqual([kindergarten, 'of-the-register']);
    expect(asked()).toBeGreaterThan(before);
    const [, found] = await offers();
    expect(found?.because).toMatchObject([
      { value: 'family', knownBy: { place: 'SOURCE', source: { name: expect.any(String) } }, licence: null },
    ]);
    graph.switches.stopped.add('public-security asked');
    const { proactiveOffers } = await look();
    graph.switches.stopped.delete('public-security asked');
    expect(proactiveOffers.nodes.map(({ policy: { code } }) => code)).toEqual([kindergarten]);
    expect(proactiveOffers.notAnswering.map(({ code }) => code)).toEqual(['police-data']);
    expect(await takeBack([register])).toEqual([]);
    expect(await codes()).toEqual([kindergarten]);
  });
});

interface Held {
  readonly myData: {
    readonly nodes: ReadonlyArray<{ readonly kind: string; readonly data: Record<string, unknown> }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly totalCount: number;
  };
}
describe('what somebody says of offers', () => {
  it('is refused where it names no place that anything looks at', async () => {
    expect(await agree([])).toEqual(['OFFER_PLACE_UNKNOWN places']);
    expect(await agree([vault, { place: 'SOURCE', source: 'none' }])).toEqual(['OFFER_PLACE_UNKNOWN places.1']);
    expect(await agree([{ place: 'SOURCE' }])).toEqual(['OFFER_PLACE_UNKNOWN places.0']);
    expect(await agree([{ ...vault, source: 'police-data' }])).toEqual(['OFFER_PLACE_UNKNOWN places.0']);
    expect(await takeBack([{ place: 'SOURCE', source: 'gone' }])).toEqual([]);
  });

  it('counts once for each key, and another word under it is refused', async () => {
    const count = async () => Number((await admin`select count(*) from policies.register_events`)[0]?.count);
    const before = await count();
    for (const _time of [1, 2])
      expect(await say('agreeToOffers', 'OfferPlacesInput', { idempotencyKey: 'k', places: [vault] })).toEqual([]);
    expect(await count()).toBe(before + 1);
    expect(await say('agreeToOffers', 'OfferPlacesInput', { idempotencyKey: 'k', places: [identity] })).toEqual([
      'IDEMPOTENCY_KEY_REUSED idempotencyKey',
    ]);
    expect(await say('agreeToOffers', 'OfferPlacesInput', { idempotencyKey: ' ', places: [vault] })).toEqual([
      'IDEMPOTENCY_KEY_REQUIRED idempotencyKey',
    ]);
  });

  it('is a citizen’s alone', async () => {
    const refusedTo = async (as: Caller | null, query: string) =>
      (await graph.gateway.execute({ query }, as)).errors?.map(({ extensions }) => extensions?.code);
    for (const query of [
      `{ proactiveOffers(region: "${region}") { totalCount } }`,
      '{ offerConsents { place } }',
      'mutation { forgetOffers }',
      'mutation { agreeToOffers(input: { idempotencyKey: "a", places: [{ place: VAULT }] }) { problems { code } } }',
      'mutation { declineOffer(input: { idempotencyKey: "a", offer: "a" }) { problems { code } } }',
    ]) {
      expect(await refusedTo(null, query)).toEqual(['UNAUTHENTICATED']);
      expect(await refusedTo(clerk('tax'), query)).toEqual(['FORBIDDEN']);
    }
  });

  it('is a row that is only added, chained, and sealed: the database tells neither what was agreed to nor what was refused', async () => {
    const rows = await admin`select e::text as row from policies.register_events e`;
    const text = rows.map(({ row }) => row).join('\n');
    for (const told of ['VAULT', 'kindergarten', citizen.subject]) expect(text).not.toContain(told);
    await expect(admin`update policies.register_events set at = now()`).rejects.toThrow(/neither changed/);
    await expect(admin`delete from policies.register_events`).rejects.toThrow(/neither changed/);
    await expect(admin`truncate policies.register_events`).rejects.toThrow(/neither changed/);
  });

  it('that was changed all the same is found out, and nothing is added to it', async () => {
    const [own] = await admin`select id from policies.registers where account is not null limit 1`;
    await admin`alter table policies.register_events disable trigger register_events_only_added`;
    await admin`update policies.register_events set at = at + interval '1 second' where register = ${own?.id} and number = 1`;
    const { errors } = await graph.gateway.execute({ query: operationText('agree-to-offers'), variables: {} }, citizen);
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['INTERNAL_SERVER_ERROR']);
    await admin`update policies.register_events set at = at - interval '1 second' where register = ${own?.id} and number = 1`;
    await admin`alter table policies.register_events enable trigger register_events_only_added`;
    expect(await agree([vault])).toEqual([]);
  });

  it('is told with everything that is held of somebody, and by nobody else', async () => {
    const everything = async () => {
      const told: Held['myData']['nodes'][number][] = [];
      for (let after: string | null = null, more = true; more; ) {
        const { myData }: Held = await graph.ask<Held>(
          {
            query:
              'query ($after: String) { myData(first: 50, after: $after) { nodes { kind data } pageInfo { hasNextPage endCursor } totalCount } }',
            variables: { after },
          },
          citizen,
        );
        told.push(...myData.nodes);
        after = myData.pageInfo.endCursor;
        more = myData.pageInfo.hasNextPage;
        if (!more) expect(told).toHaveLength(myData.totalCount);
      }
      return told.filter(({ kind }) => kind === 'OFFER');
    };
    const [record, ...others] = await everything();
    expect(others).toEqual([]);
    const history = record?.data.history as ReadonlyArray<{ event: { kind: string; places?: ReadonlyArray<string> } }>;
    expect(history.map(({ event }) => event.kind)).toContain('WITHDRAWN');
    graph.switches.stopped.add('policies');
    expect(await everything()).toMatchObject([{ data: { policiesSaid: 'OUT' } }]);
    graph.switches.stopped.delete('policies');
  });

  it('stands for a year at the most, and is erased by itself then', async () => {
    const live = async () =>
      Number((await admin`select count(*) from policies.registers where account is not null`)[0]?.count);
    now += year - 2 * dayMs;
    expect(await codes()).not.toEqual([]);
    expect(await live()).toBe(1);
    now += 3 * dayMs;
    expect(await codes()).toEqual([]);
    expect(await eventually(live, (left) => left === 0)).toBe(0);
    const [left] = await admin`select count(*) from policies.register_events where sealed is not null`;
    expect(Number(left?.count)).toBe(0);
  });
});
