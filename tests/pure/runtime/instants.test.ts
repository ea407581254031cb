import { buildSchema, graphql } from 'graphql';
import { expect, it } from 'vitest';
import { writeInstants } from '../../../subgraphs/runtime/instants.ts';

const schema = buildSchema('scalar DateTime type Query { at: DateTime }');
writeInstants(schema);
const told = async (at: unknown): Promise<unknown> => {
  const { data, errors } = await graphql({ schema, source: '{ at }', rootValue: { at } });
  return errors ? 'an error' : data?.at;
};

it.each([
  ['as the database writes it', '2026-11-28 01:20:15.691+00', '2026-11-28T01:20:15.691Z'],
  ['with a zone', '2026-11-28T09:20:15+08:00', '2026-11-28T01:20:15.000Z'],
  ['as a date', new Date('2026-11-28T01:20:15.691Z'), '2026-11-28T01:20:15.691Z'],
  ['as it is told already', '2026-11-28T01:20:15.691Z', '2026-11-28T01:20:15.691Z'],
  ['that there is not', null, null],
  ['that is none', 'yesterday', 'an error'],
])('an instant %s is told as ISO 8601 writes it', async (_how, at, expected) => {
  expect(await told(at)).toBe(expected);
});
