import { describe, expect, it } from 'vitest';
import { over, type Part } from './subgraphs.ts';

/* What of Federation 2 the generated supergraphs do not draw: each answered as the specification says. */

describe('Federation 2', () => {
  it('@provides: what a path brings along is not fetched again', async () => {
    const one: Part = [
      'one',
      `type Query { book: Book @provides(fields: "author { name }") plain: Book }
       type Book @key(fields: "id") { id: ID! author: Author @shareable }
       type Author @key(fields: "id") { id: ID! name: String @external }`,
      {
        Query: {
          book: () => ({ id: '1', author: { id: 'a', name: 'provided' } }),
          plain: () => ({ id: '2', author: { id: 'b' } }),
        },
      },
    ];
    const two: Part = [
      'two',
      'type Author @key(fields: "id") { id: ID! name: String @shareable born: Int }',
      { Author: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `of two ${id}`, born: 1900 }) } },
    ];
    const gateway = await over(one, two);
    expect((await gateway.execute({ query: '{ book { author { name } } }' })).data).toEqual({
      book: { author: { name: 'provided' } },
    });
    expect(gateway.asked).toHaveLength(1);
    expect(
      (await gateway.execute({ query: '{ book { author { name born } } plain { author { name } } }' })).data,
    ).toEqual({ book: { author: { name: 'provided', born: 1900 } }, plain: { author: { name: 'of two b' } } });
  });

  it('@override: the field is asked of its new owner alone', async () => {
    const old: Part = [
      'old',
      'type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! price: Int }',
      { Query: { thing: () => ({ id: '1', price: 1 }) } },
    ];
    const fresh: Part = [
      'fresh',
      'type Thing @key(fields: "id") { id: ID! price: Int @override(from: "old") }',
      { Thing: { __resolveReference: ({ id }: { id: string }) => ({ id, price: 2 }) } },
    ];
    expect((await (await over(old, fresh)).execute({ query: '{ thing { price } }' })).data).toEqual({
      thing: { price: 2 },
    });
  });

  it('@interfaceObject: a field of every implementation, from a graph that knows none of them', async () => {
    const media: Part = [
      'media',
      `type Query { all: [Media] } interface Media @key(fields: "id") { id: ID! title: String }
       type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
       type Film implements Media @key(fields: "id") { id: ID! title: String minutes: Int }`,
      {
        Query: {
          all: () => [
            { __typename: 'Book', id: '1', title: 'a', pages: 10 },
            { __typename: 'Film', id: '2', title: 'b', minutes: 90 },
          ],
        },
        Media: { __resolveReference: ({ id }: { id: string }) => ({ __typename: id === '1' ? 'Book' : 'Film', id }) },
      },
    ];
    const reviews: Part = [
      'reviews',
      'type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int! } type Query { best: Media }',
      {
        Media: { __resolveReference: ({ id }: { id: string }) => ({ id, stars: Number(id) + 3 }) },
        Query: { best: () => ({ id: '2', stars: 5 }) },
      },
    ];
    const gateway = await over(media, reviews);
    const query =
      '{ all { __typename stars ... on Book { pages } ... on Film { minutes } } best { __typename stars } }';
    const { data, errors } = await gateway.execute({ query });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      all: [
        { __typename: 'Book', stars: 4, pages: 10 },
        { __typename: 'Film', stars: 5, minutes: 90 },
      ],
      best: { __typename: 'Film', stars: 5 },
    });
  });

  it('mutations of several graphs run one after another, in the order asked', async () => {
    const order: string[] = [];
    const step = (name: string, wait: number) => async (): Promise<string> => {
      await new Promise((done) => setTimeout(done, wait));
      order.push(name);
      return name;
    };
    const one: Part = [
      'one',
      'type Query { a: Int } type Mutation { slow: String later: String }',
      { Mutation: { slow: step('slow', 30), later: step('later', 0) } },
    ];
    const two: Part = ['two', 'type Mutation { quick: String }', { Mutation: { quick: step('quick', 0) } }];
    const gateway = await over(one, two);
    const { data } = await gateway.execute({ query: 'mutation { slow quick x: later }' });
    expect(JSON.stringify(data)).toBe('{"slow":"slow","quick":"quick","x":"later"}');
    expect(order).toEqual(['slow', 'quick', 'later']);
  });

  it('several and composite keys, value types in two graphs, @requires through a list, defaults of arguments', async () => {
    const orders: Part = [
      'orders',
      `type Query { order: Order }
       type Order @key(fields: "shop { code } number") { shop: Shop! number: Int! lines: [Line!]! }
       type Shop @shareable { code: ID! } type Line { sku: ID! count(factor: Int = 2): Int! @shareable }`,
      {
        Query: { order: () => ({ shop: { code: 's' }, number: 7, lines: [{ sku: 'x' }, { sku: 'y' }] }) },
        Line: { count: (_: unknown, { factor }: { factor: number }) => factor },
        Order: { __resolveReference: (given: object) => ({ ...given, lines: [{ sku: 'x' }, { sku: 'y' }] }) },
      },
    ];
    const freight: Part = [
      'freight',
      `type Order @key(fields: "shop { code } number") {
         shop: Shop! number: Int! lines: [Line!]! @external weight: Int @requires(fields: "lines { count(factor: 10) }") }
       type Shop @shareable { code: ID! } type Line { count(factor: Int = 2): Int! @shareable }`,
      {
        Order: {
          weight: ({ lines }: { lines: ReadonlyArray<{ count: number }> }) =>
            lines.reduce((sum, { count }) => sum + count, 0),
        },
      },
    ];
    const gateway = await over(orders, freight);
    const { data, errors } = await gateway.execute({
      query:
        'query ($f: Int = 3) { order { shop { code } number weight lines { sku count more: count(factor: $f) } } }',
    });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      order: {
        shop: { code: 's' },
        number: 7,
        weight: 20,
        lines: [
          { sku: 'x', count: 2, more: 3 },
          { sku: 'y', count: 2, more: 3 },
        ],
      },
    });
  });

  it('what is asked of one subgraph alike at several places is asked once, and errors stand at each', async () => {
    const one: Part = [
      'one',
      'type Query { first: Thing second: [Thing] third: Thing } type Thing @key(fields: "id") { id: ID! }',
      { Query: { first: () => ({ id: '1' }), second: () => [{ id: '2' }, { id: '1' }], third: () => ({ id: '3' }) } },
    ];
    const two: Part = [
      'two',
      'type Thing @key(fields: "id") { id: ID! name: String size: Int }',
      {
        Thing: {
          __resolveReference: (given: object) => given,
          name: ({ id }: { id: string }) => {
            if (id === '1') throw new Error('broken');
            return `name ${id}`;
          },
          size: ({ id }: { id: string }) => Number(id),
        },
      },
    ];
    const gateway = await over(one, two);
    const { data, errors } = await gateway.execute({ query: '{ first { name } second { name } third { size } }' });
    expect(data).toEqual({ first: { name: null }, second: [{ name: 'name 2' }, { name: null }], third: { size: 3 } });
    expect(errors?.map(({ path }) => path)).toEqual([
      ['first', 'name'],
      ['second', 1, 'name'],
    ]);
    expect(gateway.asked.map(({ variables }) => variables?.representations)).toEqual([
      undefined,
      [
        { __typename: 'Thing', id: '1' },
        { __typename: 'Thing', id: '2' },
      ],
      [{ __typename: 'Thing', id: '3' }],
    ]);
  });
});
