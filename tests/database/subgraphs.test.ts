import type { JWK } from 'jose';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, startParts } from '../../scripts/assemble.ts';
import { importCatalogue, schemaPlans } from '../../scripts/database.ts';
import { rootSecrets } from '../../scripts/secrets.ts';
import { roleOf, roleUrl } from '../../subgraphs/runtime/bootstrap.ts';
import { type Identity, serviceIdentity } from '../../subgraphs/runtime/identity.ts';
import { createSignInward, type SignInward } from '../../subgraphs/runtime/inward.ts';
import type { Subgraph } from '../../subgraphs/runtime/subgraph.ts';
import { catalogue as files } from '../pure/planning/catalogue-input.ts';
import { createTestDatabase, type TestDatabase, testSecret } from './database.ts';

const household = '330381GA000709105001';
const filing = {
  id: 'f1',
  matter: household,
  party: 'baby',
  parties: { CHILD: ['baby'] },
  form: { baby: { 'birth-date': '2026-11-01', sex: '女' } },
  evidence: [],
  answers: { 'born-abroad': false },
  produced: [
    { documentType: 'birth-certificate', subject: 'CHILD', party: 'baby', spec: '副页', number: 'Z3300000001' },
  ],
};
let database: TestDatabase;
let running: Running;
let catalogue: Subgraph;
let police: Subgraph;
const service = serviceIdentity('journeys');
/** As each part signs. */
let gatewaySigns: SignInward;
let journeysSigns: SignInward;

beforeAll(async () => {
  database = await createTestDatabase();
  const secrets = await rootSecrets(database.adminUrl, testSecret);
  running = await startParts({
    secrets,
    data: 'nothing is kept in files',
    issuers: [],
    near: { subgraphs: ['catalogue', 'public-security'], work: false, gateway: new URL('http://127.0.0.1:9') },
  });
  catalogue = running.subgraphs.get('catalogue') as Subgraph;
  police = running.subgraphs.get('public-security') as Subgraph;
  const signer = (part: string) => createSignInward(part, secrets(part).signs as JWK, Date.now);
  gatewaySigns = signer('gateway');
  journeysSigns = signer('journeys');
});
afterAll(async () => {
  await running.close();
  await database.close();
});

describe('the catalogue subgraph', () => {
  it('finds events by name, pinyin and initials', async () => {
    for (const search of ['新生儿', 'xinsheng', 'xse', 'birth']) {
      const { data, errors } = await catalogue.execute({
        query:
          'query ($search: String) { lifeEvents(region: "330381000000", search: $search) { totalCount nodes { title titleEn: title(language: EN) matters { code title department { name } } } } }',
        variables: { search },
        headers: {},
      });
      expect(errors).toBeUndefined();
      expect(data, search).toMatchObject({
        lifeEvents: { totalCount: 1, nodes: [{ title: '新生儿出生一件事', titleEn: 'Birth of a child' }] },
      });
    }
  });

  it('says on what basis a region has an event otherwise, and nothing where it is as above', async () => {
    const basisIn = async (region: string) => {
      const query =
        'query ($region: RegionCode!) { lifeEvent(code: "newborn", region: $region) { regionalBasis { documentNumber } promisedDays } }';
      return (await catalogue.execute({ query, variables: { region }, headers: {} })).data?.lifeEvent;
    };
    expect(await basisIn('330381000000')).toEqual({
      regionalBasis: { documentNumber: '国发〔2024〕3号' },
      promisedDays: 1,
    });
    expect(await basisIn('330324000000')).toEqual({ regionalBasis: null, promisedDays: 45 });
  });

  it('answers a matter by its interface, as the interface object asks', async () => {
    const { data, errors } = await catalogue.execute({
      query: 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Matter { title } } }',
      variables: {
        r: [
          { __typename: 'Matter', code: household },
          { __typename: 'PublicSecurityMatter', code: household },
        ],
      },
      headers: {},
    });
    expect(errors).toBeUndefined();
    expect(data?._entities).toEqual(Array(2).fill({ __typename: 'PublicSecurityMatter', title: '新生儿户籍登记' }));
  });

  it('refuses an unknown region and says how to write one', async () => {
    const { errors } = await catalogue.execute({ query: '{ lifeEvents(region: "1") { totalCount } }', headers: {} });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'UNKNOWN_REGION' } });
    expect(errors?.[0]?.message).toMatch(/十二位.*12-digit/s);
  });

  it('the same catalogue is published once', async () => {
    expect(await importCatalogue(database.adminUrl, files)).toEqual({ revision: 1, changed: false });
  });

  it('a pinned revision goes on answering what it answered; a matter resolves for ever', async () => {
    const changed = {
      ...files,
      publication: { ...files.publication, contentHash: 'another', lifeEvents: [], matters: [] },
    };
    expect(await importCatalogue(database.adminUrl, changed)).toEqual({ revision: 2, changed: true });
    const ask = (headers: Record<string, string>) =>
      catalogue.execute({
        query: `{ catalogueRevision lifeEvent(code: "newborn", region: "330381000000") { title } matter(code: "${household}") { title } }`,
        headers,
      });
    expect((await ask({})).data).toEqual({
      catalogueRevision: '2',
      lifeEvent: null,
      matter: { title: '新生儿户籍登记' },
    });
    expect((await ask({ 'catalogue-revision': '1' })).data).toMatchObject({ lifeEvent: { title: '新生儿出生一件事' } });
    await importCatalogue(database.adminUrl, files);
  });
});

describe('a department', () => {
  const acceptance = (value: unknown) => ({
    query:
      'mutation ($filing: FilingInput!) { publicSecurityAccept(filing: $filing) { state results { documentType number } corrections { field } } }',
    variables: { filing: value },
  });
  const accept = (value: unknown, identity: Identity | null = service) =>
    police.execute({ ...acceptance(value), headers: {}, identity });

  it('answers what it asks for', async () => {
    const { data, errors } = await police.execute({
      query:
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on PublicSecurityMatter { promisedLimit { amount unit } requirements { name } formFields { code titles { zh } title(language: EN) } } } }',
      variables: { r: [{ __typename: 'PublicSecurityMatter', code: household }] },
      headers: {},
    });
    expect(errors).toBeUndefined();
    expect(data?._entities).toMatchObject([{ promisedLimit: { amount: 15, unit: 'MINUTE' } }]);
  });

  it.each([
    ['nobody', null],
    ['its own staff', { subject: 'c', kind: 'STAFF', department: 'public-security', scopes: [] } as const],
    ['a citizen', { subject: 'c', kind: 'CITIZEN', department: null, scopes: [] } as const],
    ['the gateway', serviceIdentity('gateway')],
  ])('lets nobody file but the service whose work it is: not %s', async (_who, identity) => {
    expect((await accept(filing, identity)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('issues a valid identity number, once for one filing id', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => accept(filing)));
    const numbers = answers.map(({ data }) => {
      const { state, results } = (data?.publicSecurityAccept ?? {}) as {
        state: string;
        results: Array<{ documentType: string; number: string }>;
      };
      expect(state).toBe('APPROVED');
      return results.find((result) => result.documentType === 'citizen-identity-number')?.number;
    });
    expect(new Set(numbers).size).toBe(1);
    expect(numbers[0]).toMatch(/^33038120261101\d{3}[0-9X]$/);
    expect(Number(numbers[0]?.[16]) % 2).toBe(0);
  });

  it('asks for correction where its own checks fail, and approves what is supplemented', async () => {
    const wrong = { ...filing, id: 'f2', form: { baby: { 'birth-date': '2999-01-01', sex: '男' } } };
    const { data } = await accept(wrong);
    expect(data?.publicSecurityAccept).toMatchObject({
      state: 'NEEDS_CORRECTION',
      corrections: [{ field: 'baby.birth-date' }],
    });
    const supplement = () =>
      police.execute({
        query:
          'mutation ($form: FormByParty!) { publicSecuritySupplement(filing: "f2", supplement: "s1", form: $form, evidence: []) { state results { number } } }',
        variables: { form: { baby: { 'birth-date': '2026-11-02', sex: '男' } } },
        headers: {},
        identity: service,
      });
    const [once, twice] = [await supplement(), await supplement()];
    expect(once.data?.publicSecuritySupplement).toMatchObject({ state: 'APPROVED' });
    expect(twice).toEqual(once);
  });

  it('refuses another content under the same filing id', async () => {
    const { errors } = await accept({ ...filing, party: 'other' });
    expect(errors?.[0]?.extensions?.code).toBe('FILING_ID_REUSED');
  });

  it('keeps personal data sealed', async () => {
    const sql = postgres(database.adminUrl, { max: 1 });
    const rows = await sql<
      Array<{ text: string }>
    >`select encode(sealed, 'escape') as text from department_public_security.filings`;
    await sql.end();
    expect(rows.length).toBeGreaterThan(0);
    for (const { text } of rows) expect(text).not.toMatch(/birth-date|Z3300000001/);
  });
});

describe('roles of the database', () => {
  it('none reads another schema', async () => {
    const schemas = (await schemaPlans()).map(({ schema }) => schema);
    for (const schema of schemas) {
      const sql = postgres(roleUrl(database.adminUrl, testSecret, roleOf(testSecret, schema)), {
        max: 1,
        onnotice: () => {},
      });
      for (const other of schemas.filter((each) => each !== schema)) {
        await expect(sql.unsafe(`select * from ${other}.migrations`)).rejects.toMatchObject({ code: '42501' });
      }
      await expect(sql.unsafe(`create table ${schema}.mine ()`)).rejects.toMatchObject({ code: '42501' });
      await sql.end();
    }
  });
});

describe('a subgraph over HTTP', () => {
  const send = async (to: Subgraph, payload: string, headers: Readonly<Record<string, string>>) => {
    const { statusCode, body } = await to.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload,
    });
    return { statusCode, body: JSON.parse(body) as Record<string, unknown> };
  };
  const post = async (payload: string | object, headers: Readonly<Record<string, string>> = {}) => {
    const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
    return send(catalogue, text, { ...(await gatewaySigns('catalogue', null, text)), ...headers });
  };
  const unauthenticated = { statusCode: 401, body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } };

  it.each([
    ['introspection', '/graphql', '{"query":"{ _service { sdl } }"}'],
    ['a query', '/graphql', '{"query":"{ departments { code } }"}'],
    ['a path that there is not', '/nothing', ''],
  ])('answers strangers nothing: %s', async (_what, url, payload) => {
    const { statusCode, body } = await catalogue.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json' },
      payload,
    });
    expect(statusCode).toBe(401);
    expect(body).not.toMatch(/type|departments|catalogue/);
  });

  it('tells everyone whether it lives, and nothing else', async () => {
    for (const [url, says] of [
      ['/livez', 'alive'],
      ['/readyz', 'ready'],
    ] as const)
      expect((await catalogue.app.inject(url)).json()).toEqual({ status: says });
  });

  it('takes a filing from whom it is signed by, for it and for that body alone', async () => {
    const query = 'mutation ($filing: FilingInput!) { publicSecurityAccept(filing: $filing) { filing } }';
    const [text, other] = ['h1', 'h2'].map((id) =>
      JSON.stringify({ query, variables: { filing: { ...filing, id } } }),
    ) as [string, string];
    const headers = await journeysSigns('public-security', service, text);
    const taken = { statusCode: 200, body: { data: { publicSecurityAccept: { filing: 'h1' } } } };
    expect(await send(police, text, headers)).toEqual(taken);
    // Again within its seconds: the same filing, done once.
    expect(await send(police, text, headers)).toEqual(taken);
    expect(await send(police, other, headers)).toMatchObject(unauthenticated);
    expect(await send(catalogue, text, headers)).toMatchObject(unauthenticated);
    expect(await send(police, text, await gatewaySigns('public-security', service, text))).toMatchObject(
      unauthenticated,
    );
    const pass = await journeysSigns('public-security', null, text);
    expect((await send(police, text, pass)).body.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('answers as it does in process, the first time and compiled', async () => {
    const request = {
      query:
        'query Events($n: Int) { lifeEvents(region: "330381000000", first: $n) { totalCount nodes { code title } } }',
      variables: { n: 3 },
    };
    const { data } = await catalogue.execute({ ...request, headers: {} });
    expect(data).toBeTruthy();
    for (let time = 0; time < 3; time++) expect(await post(request)).toEqual({ statusCode: 200, body: { data } });
  });

  it.each([
    ['a query that is none', { query: 5 }, 'BAD_REQUEST'],
    ['variables that are none', { query: '{ departments { code } }', variables: 7 }, 'BAD_REQUEST'],
    ['an operation name that is none', { query: '{ departments { code } }', operationName: 1 }, 'BAD_REQUEST'],
    ['a list', [], 'BAD_REQUEST'],
    ['an unknown field', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['a region that is none', { query: '{ lifeEvents(region: "1") { totalCount } }' }, 'UNKNOWN_REGION'],
  ])('refuses %s with a code, each time', async (_what, payload, code) => {
    for (let time = 0; time < 3; time++) {
      const { statusCode, body } = await post(payload);
      expect(statusCode).toBe(code === 'BAD_REQUEST' ? 400 : 200);
      expect(body.errors).toMatchObject([{ message: expect.any(String), extensions: { code } }]);
    }
  });

  it('refuses a pin that is none, and a body that is no JSON', async () => {
    const request = { query: '{ departments { code } }' };
    expect((await post(request, { 'catalogue-date': 'never' })).body.errors).toMatchObject([
      { extensions: { code: 'INVALID_CATALOGUE_DATE' } },
    ]);
    expect((await post('{')).statusCode).toBe(400);
    expect((await post('{"__proto__":{}}')).statusCode).toBe(400);
  });
});
