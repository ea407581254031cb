import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PersistedOptions } from '../../gateway/index.ts';
import { createGateway } from '../../gateway/index.ts';
import { patient } from '../patient.ts';
import { composed, over, overWith, type Part } from './subgraphs.ts';

const shop: Part = [
  'shop',
  `type Query {
     items(first: Int = 5): [Item] @listSize(slicingArguments: ["first"])
     page(first: Int!): Page @listSize(slicingArguments: ["first"], sizedFields: ["nodes"])
     few: [Item] @listSize(assumedSize: 2)
     any: [Item]
     dear: Int @cost(weight: 50)
     secret: Int
   }
   type Page { nodes: [Item] }
   type Item { name: String inner: Item }
   type Mutation { buy: Int }`,
  {
    Query: {
      items: () => [{ name: 'a' }],
      page: () => ({ nodes: [] }),
      few: () => [],
      any: () => [],
      dear: () => 1,
      secret: () => 1,
    },
    Mutation: { buy: () => 1 },
  },
];

describe('cost', () => {
  it.each([
    ['{ items { name } }', {}, 5],
    ['{ items(first: 3) { name inner { name } } }', {}, 6],
    ['query ($n: Int) { items(first: $n) { name } }', { n: 7 }, 7],
    ['{ page(first: 4) { nodes { name } } }', {}, 5],
    ['{ few { name } }', {}, 2],
    ['{ any { name } }', {}, 10],
    ['{ dear }', {}, 50],
    ['{ ...F ...F } fragment F on Query { few { name } }', {}, 4],
    ['mutation { buy }', {}, 10],
  ])('of %s with %j is %i', async (query, variables, points) => {
    const gateway = await overWith({ cost: { mode: 'MEASURE', maximum: 1 } }, shop);
    const { extensions } = await gateway.execute({ query, variables });
    expect(extensions?.cost).toEqual({ points, maximum: 1 });
  });

  it('is enforced before anything is fetched, at the limit and one above', async () => {
    const gateway = await overWith({ cost: { mode: 'ENFORCE', maximum: 10 } }, shop);
    expect((await gateway.execute({ query: '{ items(first: 10) { name } }' })).errors).toBeUndefined();
    const before = gateway.asked.length;
    const { errors } = await gateway.execute({ query: '{ items(first: 11) { name } }' });
    expect(errors?.[0]?.extensions?.code).toBe('OPERATION_TOO_COSTLY');
    expect(gateway.asked).toHaveLength(before);
  });

  it('of an exponential tower of fragments is counted at once', async () => {
    const gateway = await overWith({ cost: { mode: 'ENFORCE', maximum: 1000 } }, shop);
    const tower = Array.from(
      { length: 30 },
      (_each, index) => `fragment F${index} on Item { inner { ...F${index + 1} } again: inner { ...F${index + 1} } }`,
    ).join(' ');
    const { errors } = await gateway.execute({ query: `{ few { ...F0 } } ${tower} fragment F30 on Item { name }` });
    expect(errors?.[0]?.extensions?.code).toBe('OPERATION_TOO_COSTLY');
  });
});

it('lets each caller ask so much in so much time', async () => {
  const gateway = await overWith({ rate: { points: 20, perSeconds: 60 } }, shop);
  const post = (ip: string) =>
    gateway.app.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress: ip,
      headers: { 'content-type': 'application/json' },
      payload: { query: '{ any { name } }' },
    });
  const statuses = [];
  for (let index = 0; index < 3; index++) statuses.push((await post('10.0.0.1')).statusCode);
  expect(statuses).toEqual([200, 200, 429]);
  expect(Number((await post('10.0.0.1')).headers['retry-after'])).toBeGreaterThan(0);
  expect((await post('10.0.0.2')).statusCode).toBe(200);
});

it('answers 503 with a time to come back when too much is under way, and recovers', async () => {
  const waiting: Array<() => void> = [];
  const gateway = await createGateway({
    supergraph: { sdl: composed(shop) },
    maximumUnderWay: 4,
    ...patient,
    subgraphs: {
      shop: { execute: () => new Promise((resolve) => waiting.push(() => resolve({ data: { secret: 1 } }))) },
    },
  });
  const address = await gateway.listen(0, '127.0.0.1');
  const post = (index: number) =>
    fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': `x-${index}` },
      body: '{"query":"{ secret }"}',
    });
  const admitted = Array.from({ length: 4 }, (_each, index) => post(index));
  await expect.poll(() => waiting.length).toBe(4);
  const refused = await post(5);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(((await refused.json()) as { errors: unknown[] }).errors[0]).toMatchObject({
    extensions: { code: 'OVERLOADED' },
  });
  // Those who look after it are answered all the same.
  expect((await fetch(`${address}/livez`)).status).toBe(200);
  for (const answer of waiting.splice(0)) answer();
  expect((await Promise.all(admitted)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const after = post(6);
  await expect.poll(() => waiting.length).toBe(1);
  waiting[0]?.();
  expect((await after).status).toBe(200);
  await gateway.close();
});

describe('in production', () => {
  const invalid = [
    '{ secre }',
    '{ nothing }',
    '{ items }',
    '{ secret { a } }',
    '{ items(frist: 1) { name } }',
    '{ any { nam } }',
    'query ($n: Strin) { secret }',
    '{ __schema { types { name } } }',
    '{ __type(name: "Item") { name } }',
  ];

  it('tells nothing of the schema by how it refuses: every invalid operation gets the same answer', async () => {
    const gateway = await overWith({ production: true, explorer: true }, shop);
    const answers = await Promise.all(invalid.map((query) => gateway.execute({ query })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(JSON.stringify(answers[0])).not.toMatch(/Did you mean|secret|Item/);
    const variables = await gateway.execute({
      query: 'query ($n: Int!) { page(first: $n) { nodes { name } } }',
      variables: { n: 'x' },
    });
    expect(JSON.stringify(variables)).not.toMatch(/Int|\$n/);
  });

  it('shows no explorer', async () => {
    const gateway = await overWith({ production: true, explorer: true }, shop);
    const page = await gateway.app.inject({ url: '/graphql', headers: { accept: 'text/html' } });
    expect(page.body).not.toContain('<html');
  });

  it('still suggests to developers', async () => {
    const { errors } = await (await over(shop)).execute({ query: '{ secre }' });
    expect(errors?.[0]?.message).toContain('Did you mean "secret"');
  });

  it.each([
    ['a mutation by GET', { method: 'GET', url: `/graphql?query=${encodeURIComponent('mutation { buy }')}` }],
    [
      'a form',
      {
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'query={secret}',
      },
    ],
    [
      'multipart',
      {
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        payload: '--x--',
      },
    ],
    [
      'plain text',
      { method: 'POST', url: '/graphql', headers: { 'content-type': 'text/plain' }, payload: '{"query":"{ secret }"}' },
    ],
    [
      'a batch',
      {
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json' },
        payload: '[{"query":"{ secret }"}]',
      },
    ],
    [
      'two megabytes',
      {
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify({ query: `{ secret # ${'x'.repeat(2_200_000)}\n}` }),
      },
    ],
  ] as const)('refuses %s', async (_name, request) => {
    const gateway = await overWith({ production: true }, shop);
    const { statusCode, body } = await gateway.app.inject(request as never);
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(statusCode).toBeLessThan(500);
    expect(body).not.toContain('"secret":1');
    expect(gateway.asked).toEqual([]);
  });

  const name = 'x'.repeat(20);
  const refusals: ReadonlyArray<readonly [string, string, string]> = [
    [
      '2,000 aliases',
      `{ ${Array.from({ length: 2000 }, (_each, index) => `a${index}: secret`).join(' ')} }`,
      'OPERATION_TOO_LARGE',
    ],
    ['20,000 times one field', `{ ${'secret '.repeat(20_000)} }`, 'GRAPHQL_PARSE_FAILED'],
    ['directives', `{ secret ${'@skip(if: false) '.repeat(2000)} }`, 'OPERATION_TOO_LARGE'],
    ['depth', `{ few { ${'inner { '.repeat(1000)} name ${'} '.repeat(1000)} } }`, 'OPERATION_TOO_LARGE'],
    [
      'circular fragments',
      '{ few { ...A } } fragment A on Item { inner { ...B } } fragment B on Item { inner { ...A } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'names',
      `{ ${Array.from({ length: 4000 }, (_each, index) => `${name}${index}`).join(' ')} }`,
      'OPERATION_TOO_LARGE',
    ],
    ['a deep list value', `{ items(first: ${'['.repeat(5000)}${']'.repeat(5000)}) { name } }`, 'GRAPHQL_PARSE_FAILED'],
  ];
  it.each(refusals)('refuses %s by its size or at its first error, and asks nobody', async (_name, query, code) => {
    const gateway = await overWith({ production: true, cost: { mode: 'ENFORCE', maximum: 1000 } }, shop);
    const { data, errors } = await gateway.execute({ query });
    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual([code]);
    expect(gateway.asked).toEqual([]);
  });

  it('takes no offence at two megabytes of comment', async () => {
    const gateway = await overWith({ production: true }, shop);
    expect(await gateway.execute({ query: `{ secret }\n#${'x'.repeat(1_900_000)}` })).toEqual({ data: { secret: 1 } });
  });
});

describe('persisted operations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  const known = 'query Known {\n  secret\n}';
  const other = '{ dear }';
  const manifest = join(folder, 'manifest.json');
  writeFileSync(
    manifest,
    JSON.stringify({
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: hash(known), name: 'Known', type: 'query', body: known }],
    }),
  );
  const start = (persisted: PersistedOptions) => overWith({ persisted }, shop);
  const byHash = (text: string, query = '') => ({
    query,
    extensions: { persistedQuery: { version: 1, sha256Hash: hash(text) } },
  });
  const citizen = { subject: 'li', kind: 'CITIZEN', department: null, scopes: [] } as const;

  it('are remembered when sent once with their hash', async () => {
    const gateway = await start({});
    expect((await gateway.execute(byHash(other))).errors?.[0]?.extensions?.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect((await gateway.execute(byHash(other, other))).data).toEqual({ dear: 1 });
    expect((await gateway.execute(byHash(other))).data).toEqual({ dear: 1 });
    expect((await gateway.execute(byHash(known, other))).errors?.[0]?.extensions?.code).toBe(
      'PERSISTED_QUERY_HASH_MISMATCH',
    );
  });

  it.each(['AUDIT', 'LOG_UNKNOWN', 'IDS_FOR_ANONYMOUS', 'IDS_ONLY'] as const)(
    'of the manifest are had by id in mode %s',
    async (mode) => {
      const gateway = await start({ manifest, mode });
      expect((await gateway.execute({ query: '', documentId: hash(known) })).data).toEqual({ secret: 1 });
      const anonymous = await gateway.execute({ query: other });
      const signedIn = await gateway.execute({ query: other }, citizen);
      const refused = (answer: typeof anonymous) =>
        answer.errors?.[0]?.extensions?.code === 'PERSISTED_OPERATION_REQUIRED';
      expect([refused(anonymous), refused(signedIn)]).toEqual(
        {
          AUDIT: [false, false],
          LOG_UNKNOWN: [false, false],
          IDS_FOR_ANONYMOUS: [true, false],
          IDS_ONLY: [true, true],
        }[mode],
      );
    },
  );

  it('cannot be smuggled past the list by sending text and hash once', async () => {
    const gateway = await start({ manifest, mode: 'IDS_ONLY' });
    await gateway.execute(byHash(other, other));
    expect((await gateway.execute(byHash(other))).data).toBeUndefined();
  });

  it('whose manifest cannot be read stop the start with a sentence', async () => {
    await expect(start({ manifest: join(folder, 'none.json') })).rejects.toThrow(/manifest .* cannot be read/);
  });
});
