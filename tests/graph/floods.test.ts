import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Gateway } from '../../gateway/index.ts';
import { maxima } from '../../gateway/maxima.ts';
import { overWith } from './subgraphs.ts';

const secretOf = (id: string): string => `${id}-secret-of-thirty-characters`;
const clients = ['loud', 'quiet'].map((id) => ({
  id,
  sha256: createHash('sha256').update(secretOf(id)).digest('hex'),
  scopes: [],
}));
let gateway: Gateway;
let address: URL;
let letGo: () => void = () => {};
const held = new Promise<void>((resolve) => {
  letGo = resolve;
});
beforeAll(async () => {
  gateway = await overWith({ auth: { issuers: [], clients } }, [
    'one',
    'type Query { short(of: String): Int slow: Int }',
    { Query: { short: () => 1, slow: () => held.then(() => 1) } },
  ]);
  address = new URL(await gateway.listen(0, '127.0.0.1'));
});
const sockets: Socket[] = [];
afterAll(async () => {
  letGo();
  for (const socket of sockets) socket.destroy();
  await gateway.close();
});

async function open(): Promise<Socket> {
  const socket = connect(Number(address.port), address.hostname);
  sockets.push(socket);
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}
const head = (length: number): string =>
  `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;
const post = (body: object, headers: Record<string, string> = {}) =>
  fetch(new URL('/graphql', address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const as = (id: string) => ({ 'client-key': `${id}.${secretOf(id)}` });
const codeOf = async (response: Response) =>
  ((await response.json()) as { errors?: Array<{ extensions: { code: string } }> }).errors?.[0]?.extensions.code;

it('whose bodies do not come hold no place', async () => {
  const idle = await Promise.all(Array.from({ length: maxima.underWay + 8 }, open));
  for (const socket of idle) socket.write(`${head(100)}{"query"`);
  await expect.poll(async () => (await post({ query: '{ short }' })).status).toBe(200);
  for (const socket of idle) socket.destroy();
});

it('of large bodies are cut where they hold too much, and small ones are answered meanwhile', async () => {
  const length = maxima.bodyBytes - 1000;
  const much = Math.ceil(maxima.bodiesBytesOfOne / length) + 3;
  const large = await Promise.all(Array.from({ length: much }, open));
  let refused = 0;
  for (const socket of large) {
    socket.on('data', (data) => {
      if (data.toString().startsWith('HTTP/1.1 503')) refused += 1;
    });
    socket.write(head(length));
    // All but the last byte.
    socket.write(Buffer.alloc(length - 1, ' '));
  }
  await expect.poll(() => refused).toBeGreaterThan(0);
  expect(refused).toBeLessThan(much / 2);
  expect((await post({ query: '{ short }' })).status).toBe(200);
  for (const socket of large) socket.destroy();
  // What they held is given back.
  await expect
    .poll(async () => (await post({ query: `{ short(of: "${'x'.repeat(maxima.smallBody)}") }` })).status)
    .toBe(200);
});

it('of one caller leave room for another', async () => {
  const over = 20;
  const refused: Response[] = [];
  const asked = Array.from({ length: maxima.underWayOfOne + over }, async () => {
    const response = await post({ query: '{ slow }' }, as('loud'));
    if (response.status === 429) refused.push(response);
  });
  await expect.poll(() => refused.length).toBe(over);
  expect(await codeOf(refused[0] as Response)).toBe('TOO_MANY_AT_ONCE');
  expect((await post({ query: '{ short }' }, as('quiet'))).status).toBe(200);
  letGo();
  await Promise.all(asked);
  expect(refused).toHaveLength(over);
  expect((await post({ query: '{ short }' }, as('loud'))).status).toBe(200);
});

it('of texts to be remembered are forgotten by their size', async () => {
  const textOf = (index: number) => `{ short(of: "${index}") } #${'x'.repeat(1_000_000)}`;
  const extensionsOf = (text: string) => ({
    persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(text).digest('hex') },
  });
  const most = Math.floor(maxima.persistedBytes / 2_000_000);
  for (let index = 0; index <= most; index++) {
    const query = textOf(index);
    expect((await post({ query, extensions: extensionsOf(query) })).status).toBe(200);
  }
  expect(await codeOf(await post({ extensions: extensionsOf(textOf(0)) }))).toBe('PERSISTED_QUERY_NOT_FOUND');
  expect((await post({ extensions: extensionsOf(textOf(most)) })).status).toBe(200);
});
