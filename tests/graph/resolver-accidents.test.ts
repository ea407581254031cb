import { parse } from 'graphql';
import { afterAll, expect, it } from 'vitest';
import { createLog } from '../../subgraphs/runtime/log.ts';
import { createSubgraph } from '../../subgraphs/runtime/subgraph.ts';

// What an operation is answered must not hang on how often it was asked: seen for the first time it is run by one engine, the third time by another.

const lines: Array<Record<string, unknown>> = [];
const subgraph = await createSubgraph({
  name: 'accidents',
  typeDefs: parse('type Query { lost: Int broken: Int never: Int! numbered(number: Int!): Int }'),
  resolvers: {
    Query: {
      // As the driver tells it, wrapped by who asked it.
      lost: () => {
        const cause = Object.assign(new Error('write CONNECT_TIMEOUT'), { code: 'CONNECT_TIMEOUT' });
        throw new Error('Failed query: select secret', { cause });
      },
      broken: () => {
        const cause = Object.assign(new Error('duplicate key of secret'), { code: '23505' });
        throw new Error('Failed query: insert secret', { cause });
      },
      never: () => null,
      numbered: ({ number }: { number: number }) => number,
    },
  },
  context: async () => ({}),
  port: { verify: null, tls: null },
  log: createLog({ to: { write: (line) => void lines.push(JSON.parse(line)) } }),
});
afterAll(() => subgraph.close());

const codesOf = async (query: string): Promise<ReadonlyArray<unknown>> => {
  lines.length = 0;
  const { errors } = await subgraph.execute({ query, headers: {} });
  expect(JSON.stringify(errors)).not.toContain('secret');
  return errors?.map(({ extensions, path }) => [path, extensions?.code]) ?? [];
};

it.each([1, 2, 3, 4])('a database that is out is told as such, asked for time %i', async () => {
  expect(await codesOf('{ lost }')).toEqual([[['lost'], 'STORE_UNAVAILABLE']]);
  expect(lines).toMatchObject([{ level: 'warn', message: 'the database is out', err: { code: 'CONNECT_TIMEOUT' } }]);
});

it.each([1, 2, 3, 4])('an accident tells operators where it broke, and by which code, asked for time %i', async () => {
  expect(await codesOf('{ broken }')).toEqual([[['broken'], 'INTERNAL_SERVER_ERROR']]);
  expect(lines).toMatchObject([{ level: 'error', message: 'a resolver failed', err: { code: '23505' } }]);
  expect(JSON.stringify(lines)).toContain('resolver-accidents.test.ts');
  expect(JSON.stringify(lines)).not.toContain('secret');
});

it.each([1, 2, 3])('a resolver that leaves out what it owes is an accident, asked for time %i', async () => {
  expect(await codesOf('{ never }')).toEqual([[['never'], 'INTERNAL_SERVER_ERROR']]);
});

it.each([1, 2, 3])('variables that do not fit are the fault of who sent them, asked for time %i', async () => {
  const query = 'query ($number: Int!) { numbered(number: $number) }';
  expect(await codesOf(query)).toEqual([[undefined, 'GRAPHQL_VALIDATION_FAILED']]);
  expect(lines).toEqual([]);
});
