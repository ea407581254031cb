import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway, type Gateway } from '../../gateway/index.ts';
import { maxima } from '../../gateway/maxima.ts';
import { gatewayOptions, operationText, supergraphFile } from '../../scripts/assemble.ts';
import { firstLook, newbornAnswers, newbornParties } from '../../scripts/newborn-example.ts';
import { rootSecrets } from '../../scripts/secrets.ts';
import { maxima as subgraphMaxima } from '../../subgraphs/language/maxima.ts';
import { page, pdf } from '../files.ts';
import { patient } from '../patient.ts';
import { testSecret } from './database.ts';
import { citizen, type Graph, inputFor, newborn, planOf, startGraph, submit, until } from './gateway-of.ts';

const issuer = 'https://issuer.example';
const { privateKey, publicKey } = await generateKeyPair('ES256');
const jwks = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] };
const token = (claims: Record<string, unknown>, expires = '5m', from = issuer): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(from)
    .setAudience('yijianshi')
    .setSubject('lin')
    .setExpirationTime(expires)
    .sign(privateKey);

let graph: Graph;
let address: string;
beforeAll(async () => {
  graph = await startGraph({ issuers: [{ issuer, audience: 'yijianshi', jwks }] });
  address = await graph.gateway.listen(0, '127.0.0.1');
});
afterAll(() => graph.close());

const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('GraphQL over HTTP', () => {
  it('tells where an event may be lodged, in the region asked for, and by what somebody may act for another', async () => {
    const lodgingOf = async (code: string, region: string) => {
      const query =
        'query ($code: ID!, $region: RegionCode!) { lifeEvent(code: $code, region: $region) { lodging { scope region } } }';
      const { data } = await graph.gateway.execute({ query, variables: { code, region } });
      return (data as { lifeEvent: { lodging: unknown } }).lifeEvent.lodging;
    };
    expect(await lodgingOf('newborn', '330381000000')).toEqual({ scope: 'PROVINCE', region: '330000000000' });
    expect(await lodgingOf('citizen-death', '330381000000')).toEqual({ scope: 'COUNTY', region: '330381000000' });
    expect(await lodgingOf('newborn', '532328000000')).toEqual({ scope: 'CITY', region: '532300000000' });
    expect(await lodgingOf('retirement', '330381000000')).toBeNull();

    const query =
      '{ matter(code: "330381RS000714002000") { proxies { kind requirement condition uses { documentType { code } subject } } } }';
    const { data, errors } = await graph.gateway.execute({ query });
    expect(errors).toBeUndefined();
    const applied = (by: string) => ({
      all: [
        { question: 'card-applied-by', in: ['agent', 'guardian'] },
        { question: 'card-applied-by', equals: by },
      ],
    });
    const use = (code: string, subject: string) => ({ documentType: { code }, subject });
    expect((data as { matter: { proxies: unknown } }).matter.proxies).toEqual([
      {
        kind: 'WRITTEN_POWER',
        requirement: 'RS2002-04',
        condition: applied('agent'),
        uses: [use('resident-identity-card', 'AGENT'), use('power-of-attorney', 'CARDHOLDER')],
      },
      {
        kind: 'STATUTORY_GUARDIAN',
        requirement: 'RS2002-04',
        condition: applied('guardian'),
        uses: [use('resident-identity-card', 'GUARDIAN'), use('guardianship-certificate', 'CARDHOLDER')],
      },
    ]);
  });

  it('answers a query by POST and by GET, a mutation by POST alone', async () => {
    const query = '{ departments { code } }';
    expect(await (await post({ query })).json()).toMatchObject({
      data: { departments: expect.arrayContaining([{ code: 'tax' }]) },
    });
    expect((await fetch(`${address}/graphql?query=${encodeURIComponent(query)}`)).status).toBe(200);
    const mutation =
      'mutation { withdrawSubmission(input: { idempotencyKey: "1", submission: "1" }) { problems { code } } }';
    const refused = await fetch(`${address}/graphql?query=${encodeURIComponent(mutation)}`);
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it.each([
    ['no JSON', '{', {}, 400],
    ['no query', '{}', {}, 400],
    ['another content type', '{"query":"{__typename}"}', { 'content-type': 'text/plain' }, 415],
    ['syntax, modern', '{"query":"{"}', { accept: 'application/graphql-response+json' }, 400],
    ['syntax, older', '{"query":"{"}', { accept: 'application/json' }, 200],
    ['an unknown field', '{"query":"{ nothing }"}', { accept: 'application/graphql-response+json' }, 400],
    [
      'a wrong variable',
      '{"query":"query ($c: ID!) { matter(code: $c) { code } }"}',
      { accept: 'application/graphql-response+json' },
      400,
    ],
    ['a bad token', '{"query":"{__typename}"}', { authorization: 'Bearer nonsense' }, 401],
  ])('refuses %s with a code', async (_name, body, headers, status) => {
    const response = await post(body, headers);
    expect(response.status).toBe(status);
    const { errors } = (await response.json()) as { errors: Array<{ message: string; extensions: { code: string } }> };
    expect(errors[0]?.extensions.code).toMatch(/^[A-Z_]+$/);
  });

  it.each([
    ['aliases', `{ ${Array.from({ length: 201 }, (_each, index) => `a${index}: __typename`).join(' ')} }`],
    ['rootFields', `{ ${Array.from({ length: 51 }, () => '__typename').join(' ')} }`],
    ['directives', `{ __typename ${'@skip(if: false) '.repeat(201)} }`],
    ['depth', `{ __schema { types { ${'ofType { '.repeat(45)} name ${'} '.repeat(45)} } } }`],
  ])('refuses an operation with too many %s before it is validated', async (limit, query) => {
    const { errors } = await graph.gateway.execute({ query });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'OPERATION_TOO_LARGE', limit });
  });

  it('tells no token of another issuer, none that has ended, from one it trusts', async () => {
    const own = { query: '{ submissions { totalCount } }' };
    const as = async (bearer: string) => (await post(own, { authorization: `Bearer ${bearer}` })).status;
    expect(await as(await token({ kind: 'CITIZEN' }))).toBe(200);
    expect(await as(await token({ kind: 'CITIZEN' }, '-5m'))).toBe(401);
    expect(await as(await token({ kind: 'CITIZEN' }, '5m', 'https://other.example'))).toBe(401);
  });

  it('shows an explorer that needs no network, and health', async () => {
    const page = await (await fetch(`${address}/graphql`, { headers: { accept: 'text/html' } })).text();
    expect(page).toContain('<html');
    expect(page).not.toMatch(/(src|href)="https?:\/\//);
    // What it runs first can be run, as it stands.
    expect(page).toMatch(/# first look\\nquery FirstLook[^#]*# accept-evidence/);
    const { data, errors } = await graph.gateway.execute({ query: firstLook });
    expect([errors, data]).toMatchObject([undefined, { lifeEvent: { plan: { openQuestions: expect.any(Array) } } }]);
    for (const path of ['/livez', '/readyz', '/health']) expect((await fetch(address + path)).status).toBe(200);
  });

  it('answers introspection by the public schema, with nothing inaccessible', async () => {
    const { data } = await graph.gateway.execute({
      query: '{ __schema { types { name } } lifeEvent(code: "newborn", region: "330381000000") { __typename title } }',
    });
    const names = (data as { __schema: { types: Array<{ name: string }> } }).__schema.types.map(({ name }) => name);
    expect(names).toContain('Plan');
    expect(names).not.toContain('Receipt');
    expect(data).toMatchObject({ lifeEvent: { __typename: 'LifeEvent', title: '新生儿出生一件事' } });
  });

  it('lets nobody through a department’s own door', async () => {
    const response = await post({ query: 'mutation { taxWithdraw(filing: "1") { state } }' });
    expect(JSON.stringify(await response.json())).toContain('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('our executor', () => {
  const operations: ReadonlyArray<readonly [string, string, Record<string, unknown>]> = [
    ['an event', operationText('life-event'), newborn],
    ['a plan', operationText('plan'), { ...newborn, answers: newbornAnswers, parties: newbornParties }],
    ['a plan with nothing said', operationText('plan'), newborn],
    [
      'aliases, fragments and directives',
      `query ($code: ID!, $region: RegionCode!, $yes: Boolean = true, $no: Boolean = false) {
        e: lifeEvent(code: $code, region: $region) { ...E name: title(language: EN) t: __typename }
        none: lifeEvent(code: "none", region: $region) { title }
      }
      fragment E on LifeEvent {
        title @skip(if: $yes)
        ms: matters { c: code kind: __typename ... on TaxMatter @include(if: $yes) { visits } ... on HealthMatter @skip(if: $no) { requirements { name provenance onSite exemptions { sources { code name } legalBasis { title } } options { uses { documentType { name aliases } } } } } department { n: name(language: EN) } }
      }`,
      newborn,
    ],
    [
      'document types through many departments',
      `query ($region: RegionCode!) { matters(region: $region, first: 3) { totalCount pageInfo { hasNextPage endCursor } nodes { code title results { documentType { code name sources { name requiresConsent } } subject spec } legalBases { title article } } } }`,
      newborn,
    ],
    ['nulls', '{ matter(code: "nothing") { title } documentType(code: "passport") { name licenceCode } }', {}],
  ];

  it('answers as @apollo/gateway’s own does', async () => {
    const subgraphs = Object.fromEntries([...graph.subgraphs].map(([name, { execute }]) => [name, { execute }]));
    const reference: Gateway = await createGateway({
      ...patient,
      supergraph: { file: supergraphFile },
      subgraphs,
      executor: 'reference',
    });
    const ours: Gateway = await createGateway({ ...patient, supergraph: { file: supergraphFile }, subgraphs });
    for (const [name, query, variables] of operations) {
      const answers = await Promise.all([ours, reference].map((each) => each.execute({ query, variables })));
      expect(answers[0], name).toEqual(answers[1]);
      expect(answers[0]?.errors, name).toBeUndefined();
    }
    await Promise.all([reference.close(), ours.close()]);
  });

  it('answers the same over HTTP', async () => {
    const urls = await Promise.all(
      [...graph.subgraphs].map(
        async ([name, subgraph]) => [name, { url: `${await subgraph.listen(0, '127.0.0.1')}/graphql` }] as const,
      ),
    );
    const { stopListening, ...options } = await gatewayOptions(
      { secrets: await rootSecrets(graph.database.adminUrl, testSecret), data: graph.folder },
      Object.fromEntries(urls),
      [],
      true,
    );
    const far = await createGateway({ ...options, ...patient });
    for (const [name, query, variables] of operations) {
      expect(await far.execute({ query, variables }), name).toEqual(await graph.gateway.execute({ query, variables }));
    }
    await far.close();
    await stopListening();
  });
});

describe('live progress', () => {
  it('sends each change of a submission to its applicant, and to nobody else', async () => {
    graph.switches.stopped.add('tax door');
    const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'live' }));
    const path = `${address}/submissions/${submission?.id}/events`;
    expect((await fetch(path)).status).toBe(404);
    const stream = await fetch(path, { headers: { authorization: `Bearer ${await token({ kind: 'CITIZEN' })}` } });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    graph.switches.stopped.clear();
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      if (text.includes('"COMPLETED"')) break;
    }
    expect(text).toContain('event: next');
    const headers = { authorization: `Bearer ${await token({ kind: 'CITIZEN' })}` };
    const leaving = new AbortController();
    const { signal } = leaving;
    const open = () => fetch(path, { headers, signal });
    const streams = await Promise.all(Array.from({ length: maxima.streamsOfOne + 3 }, open));
    // The one above may not have been seen to leave.
    expect([3, 4]).toContain(streams.filter(({ status }) => status === 429).length);
    leaving.abort();
    const later = new AbortController();
    await expect.poll(async () => (await fetch(path, { headers, signal: later.signal })).status).toBe(200);
    later.abort();
    await until(graph, submission?.id ?? '', ({ state }) => state === 'COMPLETED');
  });

  it('shows no submission as gone while its subgraph is out, and what happened meanwhile once it answers', async () => {
    graph.switches.stopped.add('tax door');
    const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'live-out' }));
    const path = `${address}/submissions/${submission?.id}/events`;
    const headers = { authorization: `Bearer ${await token({ kind: 'CITIZEN' })}` };
    const stream = await fetch(path, { headers });
    graph.switches.stopped.add('journeys');
    graph.switches.stopped.delete('tax door');
    const sql = postgres(graph.database.adminUrl, { max: 1 });
    const stateOf = async () =>
      (await sql`select state from journeys.submissions where id = ${submission?.id ?? ''}`)[0]?.state;
    await expect.poll(stateOf, { timeout: 30_000 }).toBe('COMPLETED');
    await sql.end();
    expect((await fetch(path, { headers })).status).toBe(503);
    graph.switches.stopped.clear();
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      if (text.includes('"COMPLETED"')) break;
    }
    expect(text).not.toContain('"submission":null');
  });
});

describe('uploads', () => {
  it('takes the file that was announced, once, and only it', async () => {
    const content = pdf([page, '(the marriage certificate)']);
    const input = {
      fileName: 'm.pdf',
      contentType: 'application/pdf',
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    };
    const create = () =>
      graph.ask<{ createUpload: { upload: { id: string; url: string } | null; problems: Array<{ code: string }> } }>(
        {
          query:
            'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { upload { id url } problems { code } } }',
          variables: { input },
        },
        citizen,
      );
    const { upload } = (await create()).createUpload;
    const put = async (body: Buffer, url = upload?.url) =>
      (
        await fetch(address + url, {
          method: 'PUT',
          headers: { 'content-type': 'application/pdf' },
          body: new Uint8Array(body),
        })
      ).status;
    expect(await put(Buffer.from('something else'))).toBe(422);
    expect(await put(content)).toBe(201);
    expect(await put(content)).toBe(409);
    expect(await put(content, '/uploads/nothing')).toBe(404);
    const more = await Promise.all(Array.from({ length: subgraphMaxima.openTickets + 5 }, create));
    const refused = more.flatMap(({ createUpload: { problems } }) => problems);
    expect(refused.map(({ code }) => code)).toEqual(Array.from({ length: 5 }, () => 'UPLOADS_OPEN'));
    const plan = await planOf(graph);
    const [first, ...others] = plan.materials;
    const evidence = [
      { material: first?.id, upload: upload?.id },
      ...others.map(({ id }) => ({ material: id, bringToCounter: true })),
    ];
    const { submission, problems } = await submit(graph, inputFor(plan, { idempotencyKey: 'uploaded', evidence }));
    expect(problems).toEqual([]);
    await until(graph, submission?.id ?? '', ({ state }) => state === 'COMPLETED');
  });
});

describe('a database without room for one more connection', () => {
  it('is an outage that passes: told by a code, logged by /readyz, and over by itself', async () => {
    const sql = postgres(graph.database.adminUrl, { max: 1 });
    const [{ name } = { name: '' }] = await sql`select current_database() as name`;
    const most = (connections: number) => sql.unsafe(`alter database "${name}" connection limit ${connections}`);
    const ready = async () => {
      const { statusCode, json } = await graph.gateway.app.inject('/readyz');
      return [statusCode, json().out];
    };
    await most(0);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and pid <> pg_backend_pid()`;
    await expect.poll(ready).toEqual([503, expect.arrayContaining(['database'])]);
    const { errors } = await graph.gateway.execute({ query: '{ submissions { totalCount } }' }, citizen);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(errors?.[0]?.message).toContain('idempotency key');
    await most(-1);
    await sql.end();
    await expect.poll(ready).toEqual([200, undefined]);
    await expect
      .poll(() => graph.ask<object>({ query: '{ submissions { totalCount } }' }, citizen).catch(() => null))
      .toMatchObject({ submissions: { totalCount: expect.any(Number) } });
  });
});
