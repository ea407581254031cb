import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createGateway, type Gateway, type GatewayOptions } from '../../gateway/index.ts';
import { patient } from '../patient.ts';
import { composed, type Part } from './subgraphs.ts';

const ends: Array<() => unknown> = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A subgraph that answers its one field with headers of its own; a cookie tells how often it was asked. */
async function serve(name: string, headers: Readonly<Record<string, string | string[]>>): Promise<string> {
  let asked = 0;
  const server: Server = createServer((_request, response) => {
    asked += 1;
    for (const [header, value] of Object.entries(headers)) response.setHeader(header, value);
    response.appendHeader('set-cookie', `asked-${name}=${asked}`);
    setTimeout(() => response.end(JSON.stringify({ data: { [name]: name } })), 20);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ends.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}
const part = (name: string): Part => [name, `type Query { ${name}: String }`, {}];

async function start(options: Partial<GatewayOptions>): Promise<Gateway> {
  const urls = {
    one: await serve('one', {
      'set-cookie': ['a=1; Path=/', 'b=2; Expires=Wed, 25 Nov 2026 00:00:00 GMT'],
      'x-one': '1',
      secret: 's',
    }),
    two: await serve('two', { 'x-one': '2' }),
  };
  const gateway = await createGateway({
    supergraph: { sdl: composed(part('one'), part('two')) },
    subgraphs: { one: { url: urls.one }, two: { url: urls.two } },
    ...patient,
    ...options,
  });
  ends.push(() => gateway.close());
  return gateway;
}
const post = (gateway: Gateway, query: string) =>
  gateway.app.inject({ method: 'POST', url: '/graphql', payload: { query } });

it('passes on no header of a subgraph unless told to', async () => {
  const { headers } = await post(await start({}), '{ one two }');
  expect([headers['set-cookie'], headers['x-one'], headers.secret]).toEqual([undefined, undefined, undefined]);
});

it('passes on those it is told to: each cookie by itself, of others the last', async () => {
  const gateway = await start({ returnHeaders: ['set-cookie', 'x-one'] });
  const { headers, body } = await post(gateway, '{ one two }');
  expect(JSON.parse(body)).toEqual({ data: { one: 'one', two: 'two' } });
  expect([...(headers['set-cookie'] as unknown as string[])].sort()).toEqual([
    'a=1; Path=/',
    'asked-one=1',
    'asked-two=1',
    'b=2; Expires=Wed, 25 Nov 2026 00:00:00 GMT',
  ]);
  expect(['1', '2']).toContain(headers['x-one']);
  expect(headers.secret).toBeUndefined();
});

it('gives nobody the cookie of another who asks the same at the same time', async () => {
  const gateway = await start({ returnHeaders: ['set-cookie'] });
  const answers = await Promise.all([1, 2, 3].map(() => post(gateway, '{ two }')));
  expect(new Set(answers.map(({ headers }) => String(headers['set-cookie']))).size).toBe(3);
});
