import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { askingThrough } from '../../gateway/door/client-keys.ts';
import type { Caller } from '../../gateway/index.ts';
import { overWith, type Part } from './subgraphs.ts';

const people: Part = [
  'people',
  `type Query { me: Person things: [Thing] node: Node }
   interface Node { id: ID! note: String }
   type Person implements Node @key(fields: "id") {
     id: ID!
     name: String
     note: String @requiresScopes(scopes: [["note:read", "person:read"], ["admin"]])
     salary: Int! @authenticated
     file: File
     grade: Int @policy(policies: [["auditor"]])
   }
   type File @authenticated { text: String }
   type Thing implements Node { id: ID! note: String }`,
  {
    Query: {
      me: () => ({ id: '1' }),
      things: () => [{ id: '2' }],
      node: () => ({ __typename: 'Person', id: '1' }),
    },
    Person: {
      __resolveReference: (person: object) => person,
      name: () => 'Li',
      note: () => 'a note',
      salary: () => 100,
      file: () => ({ text: 'secret' }),
      grade: () => 7,
    },
    Thing: { note: () => 'of a thing' },
  },
];
const reports: Part = [
  'reports',
  `type Person @key(fields: "id") {
     id: ID!
     salary: Int! @external
     bonus: Int @requires(fields: "salary") @authenticated
   }
   type Mutation { raise: Int @authenticated }`,
  {
    Person: { __resolveReference: (person: object) => person, bonus: ({ salary }: { salary: number }) => salary / 10 },
    Mutation: { raise: () => 1 },
  },
];
const caller = (...scopes: string[]): Caller => ({ subject: 'li', kind: 'CITIZEN', department: null, scopes });
const start = () =>
  overWith(
    { policies: async (policies, who) => (who?.subject === 'li' && who.scopes.includes('auditor') ? policies : []) },
    people,
    reports,
  );

describe('rules of access', () => {
  it('keep back what a caller may not have, with an error at its place, and answer the rest', async () => {
    const gateway = await start();
    const { data, errors } = await gateway.execute({ query: '{ me { name it: note file { text } } }' });
    expect(data).toEqual({ me: { name: 'Li', it: null, file: null } });
    expect(errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
      [['me', 'it'], 'UNAUTHENTICATED'],
      [['me', 'file'], 'UNAUTHENTICATED'],
    ]);
    expect(gateway.asked.map(({ query }) => query).join()).not.toMatch(/note|file/);
  });

  it('null what may not be null upwards', async () => {
    const gateway = await start();
    const { data, errors } = await gateway.execute({ query: '{ me { name salary } }' });
    expect(data).toEqual({ me: null });
    expect(errors?.[0]?.path).toEqual(['me', 'salary']);
  });

  it.each([
    [caller('note:read'), null, 'FORBIDDEN'],
    [caller('note:read', 'person:read'), 'a note', undefined],
    [caller('admin'), 'a note', undefined],
  ])('ask for one whole list of scopes: %j', async (who, note, code) => {
    const gateway = await start();
    const { data, errors } = await gateway.execute({ query: '{ me { note } }' }, who);
    expect([data, errors?.[0]?.extensions?.code]).toEqual([{ me: { note } }, code]);
  });

  it('leave policies to the one who decides them', async () => {
    const gateway = await start();
    const query = '{ me { grade } }';
    expect((await gateway.execute({ query }, caller())).data).toEqual({ me: { grade: null } });
    expect((await gateway.execute({ query }, caller('auditor'))).data).toEqual({ me: { grade: 7 } });
  });

  it.each([
    ['an interface', '{ node { id note } }'],
    ['a fragment on it', '{ node { ... on Person { note } } }'],
    ['a named fragment', '{ me { ...F } } fragment F on Person { note }'],
    ['an alias', '{ me { id: note } }'],
    ['a required field', '{ me { bonus } }'],
  ])('hold through %s, and nothing of it is fetched', async (_name, query) => {
    const gateway = await start();
    const { data, errors } = await gateway.execute({ query });
    expect(JSON.stringify(data)).not.toMatch(/a note|10/);
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect(gateway.asked.map((call) => call.query).join()).not.toMatch(/note|salary|bonus/);
  });

  it('hold for mutations: one that is denied is not run', async () => {
    const gateway = await start();
    const { data, errors } = await gateway.execute({ query: 'mutation { raise }' });
    expect([data, errors?.[0]?.extensions?.code]).toEqual([{ raise: null }, 'UNAUTHENTICATED']);
    expect(gateway.asked).toEqual([]);
    expect((await gateway.execute({ query: 'mutation { raise }' }, caller())).data).toEqual({ raise: 1 });
  });
});

it('subgraphs that tell everyone the same are not told who queries them, and those of persons are', async () => {
  const gateway = await overWith({ cache: { publicSubgraphs: ['reports'] } }, people, reports);
  await gateway.execute({ query: '{ me { name bonus } }' }, caller('admin'));
  const told = gateway.asked.map(({ query, identity }) => [query.includes('bonus'), identity]);
  expect(told).toEqual([
    [false, caller('admin')],
    [true, null],
  ]);
  await gateway.execute({ query: 'mutation { raise }' }, caller());
  expect(gateway.asked.at(-1)?.identity).toEqual(caller());
});

describe('a program with a key of its own', () => {
  const secret = 'a-secret-of-the-provincial-app';
  const sha256 = createHash('sha256').update(secret).digest('hex');
  const through = async (key: string | undefined) => {
    const gateway = await overWith(
      { auth: { issuers: [], clients: [{ id: 'app', sha256, scopes: ['admin'] }] } },
      people,
      reports,
    );
    const response = await gateway.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { ...(key === undefined ? {} : { 'client-key': key }) },
      payload: { query: '{ me { name note } }' },
    });
    return { status: response.statusCode, body: response.json(), asked: gateway.asked };
  };

  it('has its scopes, and subgraphs take it for nobody', async () => {
    const { body, asked } = await through(`app.${secret}`);
    expect(body).toEqual({ data: { me: { name: 'Li', note: 'a note' } } });
    expect(asked.map(({ identity }) => identity)).toEqual(asked.map(() => null));
  });

  it('is nobody without it', async () => {
    expect((await through(undefined)).body.data.me).toEqual({ name: 'Li', note: null });
  });

  it.each([`app.${secret}x`, `other.${secret}`, 'app', 'app.', `__proto__.${secret}`])(
    'is refused with %s',
    async (key) => {
      const { status, body, asked } = await through(key);
      expect([status, body.errors[0].extensions.code, asked.length]).toEqual([401, 'INVALID_CLIENT_KEY', 0]);
    },
  );

  it('adds nothing to what a person may do', () => {
    const person: Caller = { subject: 'li', kind: 'CITIZEN', department: null, scopes: [] };
    expect(askingThrough({ id: 'app', sha256, scopes: ['admin'] }, person)).toEqual({ ...person, through: 'app' });
  });
});
