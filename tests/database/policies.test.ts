import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, startGraph } from './gateway-of.ts';

const now = Date.parse('2026-11-27T04:00:00Z');
const region = '330381000000';
let graph: Graph;

beforeAll(async () => {
  graph = await startGraph({ now: () => now });
});
afterAll(() => graph.close());

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
