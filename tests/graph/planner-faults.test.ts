import { expect, it } from 'vitest';
import { over, type Part } from './subgraphs.ts';

const money = (amount: number, { currency }: { currency: string }) => `${amount} ${currency}`;
const catalogue: Part = [
  'catalogue',
  `type Query { item: Item }
   type Item @key(fields: "id") { id: ID! name: String price(currency: String!): String }`,
  {
    Query: { item: () => ({ id: '1' }) },
    Item: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      name: ({ id }: { id: string }) => `item ${id}`,
      price: (_item: unknown, given: { currency: string }) => money(5, given),
    },
  },
];
const shop: Part = [
  'shop',
  `type Item @key(fields: "id") {
     id: ID!
     price(currency: String!): String @external
     label: String @requires(fields: "price(currency: \\"CNY\\")")
     toll: String @requires(fields: "price(currency: \\"EUR\\")")
     stock: Int
   }`,
  {
    Item: {
      label: ({ price }: { price: string }) => `for ${price}`,
      toll: ({ price }: { price: string }) => `on ${price}`,
      stock: ({ id }: { id: string }) => Number(id) * 7,
    },
  },
];

it("keeps a client's arguments apart from those of @requires", async () => {
  const gateway = await over(catalogue, shop);
  const { data, errors } = await gateway.execute({ query: '{ item { price(currency: "USD") label } }' });
  expect(errors).toBeUndefined();
  expect(data).toEqual({ item: { price: '5 USD', label: 'for 5 CNY' } });
});

it('answers two fields whose @requires want one field with different arguments', async () => {
  const gateway = await over(catalogue, shop);
  const { data, errors } = await gateway.execute({ query: '{ item { label toll price(currency: "USD") stock } }' });
  expect(errors).toBeUndefined();
  expect(data).toEqual({ item: { label: 'for 5 CNY', toll: 'on 5 EUR', price: '5 USD', stock: 7 } });
});

it('tells an error once, in however many plans the field is asked for', async () => {
  const stock = () => {
    throw new Error('broken');
  };
  const [name, sdl, resolvers] = shop;
  const broken: Part = [name, sdl, { Item: { ...(resolvers.Item as object), stock } }];
  const { data, errors } = await (await over(catalogue, broken)).execute({ query: '{ item { label toll stock } }' });
  expect(data).toEqual({ item: { label: 'for 5 CNY', toll: 'on 5 EUR', stock: null } });
  expect(errors?.map(({ message, path }) => [message, path])).toEqual([['broken', ['item', 'stock']]]);
});

it("keeps a client's aliases apart from keys and required fields", async () => {
  const gateway = await over(catalogue, shop);
  const { data, errors } = await gateway.execute({
    query: '{ item { id: name price: stock label name: id __typename: stock } }',
  });
  expect(errors).toBeUndefined();
  expect(data).toEqual({ item: { id: 'item 1', price: 7, label: 'for 5 CNY', name: '1', __typename: 7 } });
});

it('names the place of an error as the client did', async () => {
  const gateway = await over([
    'one',
    'type Query { list(of: Int): [Thing] } type Thing { broken(why: String): String }',
    {
      Query: { list: () => [{}, {}] },
      Thing: {
        broken: () => {
          throw new Error('broken');
        },
      },
    },
  ]);
  const { data, errors } = await gateway.execute({ query: '{ mine: list(of: 2) { it: broken(why: "x") } }' });
  expect(data).toEqual({ mine: [{ it: null }, { it: null }] });
  expect(errors?.map(({ path }) => path)).toEqual([
    ['mine', 0, 'it'],
    ['mine', 1, 'it'],
  ]);
});

it('enters a graph by a key that resolves there, not by one that does not', async () => {
  const gateway = await over(
    [
      'names',
      'type Query { user: User } type User @key(fields: "id") @key(fields: "email") { id: ID! email: String! name: String }',
      {
        Query: { user: () => ({ id: '1', email: 'a@b' }) },
        User: { __resolveReference: (user: object) => ({ id: '1', email: 'a@b', ...user }), name: () => 'Li' },
      },
    ],
    [
      'ages',
      'type User @key(fields: "id", resolvable: false) @key(fields: "email") { id: ID! email: String! age: Int }',
      {
        User: {
          __resolveReference: ({ email }: { email?: string }) => (email === undefined ? null : { email }),
          age: () => 30,
        },
      },
    ],
  );
  const { data, errors } = await gateway.execute({ query: '{ user { name age } }' });
  expect(errors).toBeUndefined();
  expect(data).toEqual({ user: { name: 'Li', age: 30 } });
});

it('says that nobody implements an interface instead of answering nothing', async () => {
  const gateway = await over([
    'one',
    'type Query { thing: Thing other: Int } interface Thing { id: ID! }',
    { Query: { thing: () => ({ id: '1' }), other: () => 1 } },
  ]);
  const { data, errors } = await gateway.execute({ query: '{ thing { id } other }' });
  expect(data).toEqual({ thing: null, other: 1 });
  expect(errors?.map(({ path }) => path)).toEqual([['thing']]);
});

it('tells of a null where none may stand in errors, at its place', async () => {
  const gateway = await over([
    'one',
    'type Query { list: [Thing!] } type Thing { name: String! }',
    { Query: { list: () => [{ name: 'a' }, { name: null }] } },
  ]);
  const { data, errors } = await gateway.execute({ query: '{ list { name } }' });
  expect(data).toEqual({ list: null });
  expect(errors?.length).toBe(1);
  expect(errors?.[0]?.path).toEqual(['list', 1, 'name']);
});

it('runs a mutation’s fields in the order asked, in fragments or not, up to one that leaves nothing', async () => {
  const order: string[] = [];
  const field = (name: string) => () => {
    order.push(name);
    if (name === 'never') throw new Error('never');
    return name;
  };
  const one: Part = [
    'one',
    'type Query { a: Int } type Mutation { first: String second: String never: String! }',
    { Mutation: { first: field('first'), second: field('second'), never: field('never') } },
  ];
  const two: Part = ['two', 'type Mutation { third: String }', { Mutation: { third: field('third') } }];
  const gateway = await over(one, two);
  const { data } = await gateway.execute({
    query:
      'mutation ($no: Boolean = false) { b: second @include(if: $no) a: first third ...Rest b: second } fragment Rest on Mutation { first x: third ... { y: second } }',
  });
  expect(order).toEqual(['first', 'third', 'first', 'third', 'second', 'second']);
  expect(Object.keys(data ?? {})).toEqual(['a', 'third', 'first', 'x', 'y', 'b']);
  order.length = 0;
  const stopped = await gateway.execute({ query: 'mutation { first never third }' });
  expect([order, stopped.data]).toEqual([['first', 'never'], null]);
  expect(stopped.errors?.map(({ path }) => path)).toEqual([['never']]);
});

it('knows what an object is although a graph calls it by its interface', async () => {
  const gateway = await over(
    [
      'things',
      `type Query { any: [Any] } union Any = Book | Film interface Media @key(fields: "id") { id: ID! }
       type Book implements Media @key(fields: "id") { id: ID! } type Film implements Media @key(fields: "id") { id: ID! }`,
      {
        Query: {
          any: () => [
            { __typename: 'Book', id: '1' },
            { __typename: 'Film', id: '2' },
          ],
        },
      },
    ],
    [
      'stars',
      'type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int }',
      { Media: { __resolveReference: ({ id }: { id: string }) => ({ id, stars: Number(id) }) } },
    ],
  );
  const { data, errors } = await gateway.execute({
    query: '{ any { ... on Book { of: stars __typename } ... on Media { id } } }',
  });
  expect(errors).toBeUndefined();
  expect(data).toEqual({ any: [{ of: 1, __typename: 'Book', id: '1' }, { id: '2' }] });
});

it('tells of what is broken at each place it is missing from', async () => {
  const gateway = await over(
    [
      'lists',
      'type Query { list: [Thing] } type Thing @key(fields: "id") { id: ID! }',
      { Query: { list: () => [{ id: '1' }, { id: '2' }, { id: '1' }] } },
    ],
    [
      'names',
      'type Thing @key(fields: "id") { id: ID! name: String }',
      {
        Thing: {
          __resolveReference: (given: object) => given,
          name: ({ id }: { id: string }) => {
            if (id === '1') throw new Error('broken');
            return id;
          },
        },
      },
    ],
  );
  const { data, errors } = await gateway.execute({ query: '{ list { name } }' });
  expect(data).toEqual({ list: [{ name: null }, { name: '2' }, { name: null }] });
  expect(errors?.map(({ path }) => path)).toEqual([
    ['list', 0, 'name'],
    ['list', 2, 'name'],
  ]);
});

it('gives fields of two types that share a name in the answer to each its own', async () => {
  const gateway = await over(
    [
      'lists',
      'type Query { any: [Any] } union Any = A | B type A @key(fields: "id") { id: ID! } type B @key(fields: "id") { id: ID! }',
      {
        Query: {
          any: () => [
            { __typename: 'A', id: '1' },
            { __typename: 'B', id: '2' },
          ],
        },
      },
    ],
    [
      'more',
      'type A @key(fields: "id") { id: ID! name: String } type B @key(fields: "id") { id: ID! title: String }',
      {
        A: { __resolveReference: (given: object) => given, name: () => 'name' },
        B: { __resolveReference: (given: object) => given, title: () => 'title' },
      },
    ],
  );
  const { data, errors } = await gateway.execute({ query: '{ any { ... on A { of: name } ... on B { of: title } } }' });
  expect(errors).toBeUndefined();
  expect(data).toEqual({ any: [{ of: 'name' }, { of: 'title' }] });
});
