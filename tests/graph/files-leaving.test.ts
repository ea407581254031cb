import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGateway, type Gateway, type KnownCaller } from '../../gateway/index.ts';
import { maxima } from '../../gateway/maxima.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import { patient } from '../patient.ts';
import { composed } from './subgraphs.ts';

/* What is read of a subgraph passes through the door piece by piece, to as many at once as may. */

const megabyte = 1024 * 1024;
const length = 2 * megabyte;
const pieceBytes = 64 * 1024;
let server: Server;
let gateway: Gateway;
let port: number;
let reached: string[];
let told: Array<KnownCaller | null>;
/** Pieces that were made of a file without an end, in process, and whether making has ended. */
let made = 0;
let isOver = false;
let begun = 0;
async function* endless(): AsyncGenerator<Buffer> {
  begun += 1;
  try {
    for (;;) {
      made += 1;
      yield Buffer.alloc(pieceBytes);
    }
  } finally {
    isOver = true;
  }
}
let endings: Array<() => void>;

beforeEach(async () => {
  reached = [];
  told = [];
  begun = 0;
  endings = [];
  server = createServer((request: IncomingMessage, response) => {
    reached.push(`${request.method} ${request.url}`);
    if (request.url === '/files/moved') return response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    if (request.url === '/files/broken') {
      response.writeHead(200, { 'content-length': length }).write('begun');
      return setTimeout(() => response.destroy(), 10);
    }
    const headers = { 'content-type': 'application/pdf', 'content-length': length, 'accept-ranges': 'none' };
    response.writeHead(200, { ...headers, 'x-inner': 'secret', 'content-disposition': 'attachment; filename="a.pdf"' });
    return request.method === 'HEAD' ? response.end() : response.end(Buffer.alloc(length, 'x'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  gateway = await createGateway({
    ...patient,
    log: silentLog,
    supergraph: {
      sdl: composed(
        ['files', 'type Query { a: Int }', { Query: { a: () => 1 } }],
        ['near', 'type Query { b: Int }', { Query: { b: () => 1 } }],
      ),
    },
    planning: 'HERE',
    forward: [
      { method: 'GET', path: '/files/:link', subgraph: 'files' },
      { method: 'GET', path: '/near/:link', subgraph: 'near' },
    ],
    subgraphs: {
      files: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` },
      near: {
        forward: async () => ({ status: 200, headers: {}, body: Readable.from(endless(), { objectMode: false }) }),
      },
    },
    sign: (_subgraph, caller) => {
      told.push(caller);
      return {};
    },
  });
  port = Number(new URL(await gateway.listen(0, '127.0.0.1')).port);
});
afterEach(async () => {
  for (const end of endings) end();
  await gateway.close();
  server.closeAllConnections();
  server.close();
});

/** Who asks and takes nothing of the answer. */
async function idle(path: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  endings.push(() => socket.destroy());
  socket.on('error', () => {});
  socket.pause();
  await once(socket, 'connect');
  socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`);
  return socket;
}
const read = (link: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}/files/${link}`, init);

it('a file arrives whole, and nothing else of the answer but what tells of it', async () => {
  const response = await read('a');
  const { headers } = response;
  expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.alloc(length, 'x'))).toBe(true);
  expect(headers.get('content-length')).toBe(String(length));
  expect(headers.get('content-disposition')).toBe('attachment; filename="a.pdf"');
  expect(headers.get('accept-ranges')).toBe('none');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-inner')).toBeNull();
  expect(told).toEqual([null]);
});

it('a HEAD reaches the subgraph as one', async () => {
  const response = await read('a', { method: 'HEAD' });
  expect([response.status, response.headers.get('content-length')]).toEqual([200, String(length)]);
  expect(reached).toEqual(['HEAD /files/a']);
});

it('whoever takes nothing of it fills no memory here; what made it ends when they leave', async () => {
  await idle('/near/a');
  await expect.poll(() => made).toBeGreaterThan(0);
  let before = -1;
  for (let still = 0; still < 5; still = before === made ? still + 1 : 0) {
    before = made;
    await new Promise((done) => setTimeout(done, 50));
  }
  // What lies in the buffers of the connection, on which the kernel decides.
  expect(made * pieceBytes).toBeLessThan(64 * megabyte);
  expect(isOver).toBe(false);
  for (const end of endings) end();
  await expect.poll(() => isOver).toBe(true);
});

it('a few are given out at once to one address; a place is given back when its taker leaves', async () => {
  const takers = await Promise.all(Array.from({ length: maxima.downloadsOfOne }, () => idle('/near/a')));
  await expect.poll(() => begun).toBe(maxima.downloadsOfOne);
  const refused = await read('b');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_AT_ONCE' } }] });
  for (const taker of takers) taker.destroy();
  await expect.poll(async () => (await read('b')).status).toBe(200);
});

it('one that breaks off is broken off, and a redirect is followed nowhere', async () => {
  await expect(read('broken').then((response) => response.arrayBuffer())).rejects.toThrow();
  const moved = await read('moved');
  expect(moved.status).toBe(503);
  expect(await moved.json()).toMatchObject({ errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] });
});

it.each(['..%2fa', 'a%00', 'a.b', 'a'.repeat(501), '%61%2f..%2fgraphql'])(
  '%s is no link, and reaches nobody',
  async (link) => {
    expect((await read(link)).status).toBe(404);
    expect(reached).toEqual([]);
  },
);
