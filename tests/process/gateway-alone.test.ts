import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import Fastify from 'fastify';
import { parse } from 'graphql';
import mercurius from 'mercurius';
import { expect, it } from 'vitest';
import { compose } from '../../schema/compose.ts';
import { freePort } from '../../scripts/free-port.ts';
import { newFolder, run, stop } from './process.ts';

const typeDefs = parse(
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"]) type Query { book(isbn: ID!): Book } type Book @key(fields: "isbn") { isbn: ID! title: String! }',
);
const book = (_: unknown, { isbn }: { isbn: string }) => ({ isbn, title: `Book ${isbn}` });

it('the gateway alone serves a supergraph from its file, within the limits of its settings', async () => {
  const theirs = Fastify();
  await theirs.register(mercurius, {
    schema: buildSubgraphSchema([{ typeDefs, resolvers: { Query: { book } } as never }]) as never,
  });
  const url = `${await theirs.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  const composed = compose([{ name: 'books', url, typeDefs }]);
  if (!composed.ok) throw composed.errors[0];
  const supergraph = join(newFolder(), 'supergraph.graphql');
  writeFileSync(supergraph, composed.supergraph);
  const port = await freePort();
  const config = join(newFolder(), 'gateway.yaml');
  writeFileSync(config, 'limits: { aliases: 2 }');
  const gateway = run('scripts/gateway.ts', ['--supergraph', supergraph, '--config', config, '--port', String(port)]);
  await gateway.says(/gateway at http/);
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'query ($isbn: ID!) { b: book(isbn: $isbn) { t: title __typename } }',
      variables: { isbn: '7' },
    }),
  });
  expect(await response.json()).toEqual({ data: { b: { t: 'Book 7', __typename: 'Book' } } });
  const tooMany = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ a: __typename b: __typename c: __typename }' }),
  });
  expect(await tooMany.text()).toContain('OPERATION_TOO_LARGE');
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
  expect(await stop(gateway, 'SIGTERM')).toBe(0);
  await theirs.close();
});
