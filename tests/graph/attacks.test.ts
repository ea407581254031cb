import { getIntrospectionQuery } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { overWith, type Part } from './subgraphs.ts';

/* What the usual scanners of GraphQL servers try (graphql-cop, clairvoyance), in production. */

const part: Part = [
  'registry',
  'type Query { person: Person secretList: [Person] } type Person { name: String inner: Person } type Mutation { change: Int }',
  { Query: { person: () => ({ name: 'a' }), secretList: () => [] }, Mutation: { change: () => 1 } },
];
const gateway = await overWith({ production: true, explorer: true }, part);
afterAll(() => gateway.close());

const post = (payload: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  gateway.app.inject({
    method: 'POST',
    url: '/graphql',
    headers,
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });
const get = (query: string, headers: Record<string, string> = {}) =>
  gateway.app.inject({ method: 'GET', url: `/graphql?query=${encodeURIComponent(query)}`, headers });

describe('a scanner finds nothing', () => {
  it('by overloading aliases', async () => {
    const aliases = Array.from({ length: 101 }, (_each, index) => `alias${index}: __typename`).join(' ');
    expect((await post({ query: `query cop { ${aliases} }` })).json().errors[0].extensions.code).toBe(
      'OPERATION_TOO_LARGE',
    );
  });

  it('by sending a batch', async () => {
    const response = await post(Array.from({ length: 10 }, () => ({ query: '{ __typename }' })));
    expect(response.statusCode).toBe(400);
    expect(Array.isArray(response.json())).toBe(false);
  });

  it('by repeating directives: one error, whatever their number', async () => {
    const { errors } = (await post({ query: `query cop { __typename ${'@aa '.repeat(10)} }` })).json();
    expect(errors).toHaveLength(1);
  });

  it('by introspecting, also in circles', async () => {
    for (const query of [
      getIntrospectionQuery(),
      '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
      '{ __type(name: "Person") { name } }',
    ]) {
      const response = await post({ query });
      expect(response.body).not.toContain('Person');
      expect(response.json().data).toBeUndefined();
    }
  });

  it('by tracing or by breaking it: nothing is told of the inside', async () => {
    for (const body of [
      { query: '{ __typename }' },
      { query: 'qwerty cop { abc }' },
      { query: '{ person { name } }' },
    ]) {
      const text = (await post(body)).body;
      expect(text).not.toMatch(/tracing|exception|stacktrace|\bat \w+ \(/);
    }
  });

  it('by GET: a query wants a header no other site can send, a mutation is never run', async () => {
    expect((await get('{ __typename }')).json().data).toBeUndefined();
    expect((await get('{ __typename }', { 'graphql-require-preflight': 'true' })).json().data).toEqual({
      __typename: 'Query',
    });
    const before = gateway.asked.length;
    expect((await get('mutation { change }', { 'graphql-require-preflight': 'true' })).statusCode).toBe(405);
    expect(gateway.asked).toHaveLength(before);
  });

  it('by posting what a form could', async () => {
    const text = 'query=%7B__typename%7D';
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      expect((await post(text, { 'content-type': type })).statusCode).toBe(415);
    }
  });

  it('by opening it in a browser', async () => {
    const response = await gateway.app.inject({ method: 'GET', url: '/graphql', headers: { accept: 'text/html' } });
    expect(response.body).not.toMatch(/<html|graphiql|playground/i);
  });

  it('by guessing names: right and wrong ones are refused alike, with or without selections', async () => {
    const answers = await Promise.all(
      [
        '{ persn { name } }',
        '{ person }',
        '{ nothing }',
        '{ secretList }',
        '{ person { nam } }',
        '{ person(a: 1) { name } }',
      ]
        .map((query) => post({ query }))
        .map(async (response) => (await response).body),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).not.toMatch(/mean|person|selection/i);
  });

  it('by repeating a field: it is asked for once', async () => {
    const before = gateway.asked.length;
    const response = await post({ query: `{ person { ${'name '.repeat(500)} } }` });
    expect(response.json()).toEqual({ data: { person: { name: 'a' } } });
    expect(gateway.asked.slice(before).map(({ query }) => query.split('name').length - 1)).toEqual([1]);
  });
});
