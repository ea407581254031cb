import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Gateway } from '../../gateway/index.ts';
import { overWith } from './subgraphs.ts';

/* RFC 9110, section 12.5.1, over the two types of GraphQL over HTTP. */

const older = 'application/json; charset=utf-8';
const modern = 'application/graphql-response+json; charset=utf-8';
const page = 'text/html; charset=utf-8';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await overWith({ explorer: true }, ['one', 'type Query { easy: Int }', { Query: { easy: () => 1 } }]);
});
afterAll(() => gateway.close());

const post = async (accept: string) => {
  const headers = { 'content-type': 'application/json', accept };
  const url = '/graphql';
  const { headers: told, statusCode } = await gateway.app.inject({
    method: 'POST',
    url,
    headers,
    payload: { query: '{ easy }' },
  });
  return statusCode === 406 ? 406 : told['content-type'];
};

it.each([
  ['nothing', '', older],
  ['anything', '*/*', older],
  ['any application type', 'application/*', older],
  ['the older type', 'application/json', older],
  ['the modern type', 'application/graphql-response+json', modern],
  ['either, the modern named first', 'application/graphql-response+json, application/json', modern],
  ['either, the older named first', 'application/json, application/graphql-response+json', older],
  ['the modern less', 'application/graphql-response+json;q=0.5, application/json', older],
  ['the older less', 'application/json;q=0.9, application/graphql-response+json', modern],
  ['the modern, and anything else less', '*/*;q=0.1, application/graphql-response+json', modern],
  ['anything, the modern less', 'application/graphql-response+json;q=0.5, */*', older],
  ['anything but the older type', 'application/json;q=0, */*', modern],
  ['a type that is not offered before one that is', 'text/csv, application/graphql-response+json;q=0.1', modern],
  ['types in any case', 'Application/GraphQL-Response+JSON', modern],
  ['the only character set there is', 'application/graphql-response+json; charset=utf-8', modern],
  ['pages alone', 'text/html', older],
  ['pages, and the modern less', 'text/html, application/graphql-response+json;q=0.9', modern],
  ['neither', 'text/csv', 406],
  ['none of them', 'application/json;q=0', 406],
])('who takes %s is answered by it', async (_name, accept, type) => {
  // Once read, and once remembered.
  expect([await post(accept), await post(accept)]).toEqual([type, type]);
});

it.each([
  ['a browser', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', page],
  ['a program that takes pages as well', 'application/json, text/html;q=0.5', older],
  ['a program that takes anything', '*/*', older],
])('%s that opens the address is shown what it wants', async (_name, accept, type) => {
  const { headers } = await gateway.app.inject({ url: '/graphql', headers: { accept } });
  expect(headers['content-type']).toBe(type);
});
