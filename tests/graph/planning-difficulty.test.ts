import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createDifficulty } from '../../gateway/planning/difficulty.ts';
import { loadSupergraph } from '../../gateway/planning/supergraph.ts';
import { composed } from './subgraphs.ts';

const { document, schema } = loadSupergraph(
  composed(
    [
      'one',
      `type Query { thing: Thing one: One plain: Int } type Mutation { change: Int }
       interface Thing { id: ID! next: Thing }
       type One implements Thing @key(fields: "id") { id: ID! next: Thing }
       type Two implements Thing @key(fields: "id") { id: ID! next: Thing }`,
      {},
    ],
    ['two', 'type One @key(fields: "id") { id: ID! more: Int } type Query { other: Int }', {}],
    ['three', 'type One @key(fields: "id") { id: ID! most: Int }', {}],
  ),
).publicView();
const difficultyOf = createDifficulty(document, schema);

describe('how hard an operation is to plan', () => {
  // A field of Query may be asked of two subgraphs (the third declares the type too), of One of three, of Two of one.
  it.each([
    ['asks nobody', '{ __typename __schema { queryType { name } } }', 0],
    ['through fragments too', '{ ...F } fragment F on Query { ... { __typename } }', 0],
    ['a field by the subgraphs of its type', '{ plain }', 3],
    ['fields below', '{ one { id more } }', 3 + 2 * 3],
    ['a field of an interface by all that it may be', '{ thing { id } }', 3 + 4],
    ['a member alone', '{ thing { ... on Two { id } } }', 3 + 1],
    ['a fragment each time', '{ a: thing { ...F } b: thing { ...F } } fragment F on Thing { id }', 2 * (3 + 4)],
    ['the operation named', 'query A { plain } query B { plain other }', 6],
    ['mutations', 'mutation B { change }', 1],
  ])('%s', (_says, text, difficulty) => {
    expect(difficultyOf(parse(text), text.includes(' B ') ? 'B' : undefined)).toBe(difficulty);
  });

  it('is found at once for a tower of fragments that nobody could spread', () => {
    const tower = Array.from(
      { length: 60 },
      (_each, at) => `fragment F${at} on Thing { next { ...F${at + 1} } again: next { ...F${at + 1} } }`,
    );
    const text = `query B { thing { ...F0 } } ${tower.join(' ')} fragment F60 on Thing { id }`;
    expect(difficultyOf(parse(text), 'B')).toBeGreaterThan(2 ** 60);
  });
});
