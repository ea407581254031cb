import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGateway, type Gateway } from '../../gateway/index.ts';
import { maxima } from '../../gateway/maxima.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import { patient } from '../patient.ts';
import { composed } from './subgraphs.ts';

/* The door decides before a file is read, and holds no more of files than it may. */

const megabyte = 1024 * 1024;
const announced = 2 * megabyte;
/** What reached the subgraph: by method, with the length of the body. */
let reached: string[];
let gateway: Gateway;
let port: number;
/** Bytes that the gateway read from clients. */
let read: () => number;
let endings: Array<() => void>;
/** Answers those who ask for `slow`. */
let answerSlow: () => void;

/** Takes the ticket `good`, and files as long as announced. */
async function files(): Promise<string> {
  const slow = new Promise<void>((done) => {
    answerSlow = done;
  });
  const server = createServer(async (request: IncomingMessage, response) => {
    let length = 0;
    for await (const chunk of request) length += (chunk as Buffer).length;
    reached.push(`${request.method} ${request.url} ${length}`);
    if (request.url === '/files/slow') await slow;
    if (request.url !== '/files/good') response.writeHead(404).end('{"message":"no such place"}');
    else if (request.method === 'HEAD') response.writeHead(204, { 'upload-limit': `max-size=${announced}` }).end();
    else response.writeHead(201, { 'x-inner': 'secret', location: '/var/files/1' }).end('{"message":"taken"}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  endings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}
beforeEach(async () => {
  reached = [];
  endings = [];
  gateway = await createGateway({
    ...patient,
    log: silentLog,
    supergraph: { sdl: composed(['files', 'type Query { a: Int }', { Query: { a: () => 1 } }]) },
    planning: 'HERE',
    forward: [{ method: 'PUT', path: '/files/:ticket', subgraph: 'files' }],
    subgraphs: { files: { url: await files() } },
  });
  const sockets: Socket[] = [];
  gateway.app.server.on('connection', (socket) => sockets.push(socket));
  read = () => sockets.reduce((sum, socket) => sum + socket.bytesRead, 0);
  port = Number(new URL(await gateway.listen(0, '127.0.0.1')).port);
});
afterEach(async () => {
  for (const end of endings) end();
  await gateway.close();
});

interface Sender {
  readonly socket: Socket;
  /** Everything that came back, once it has ended. */
  readonly answer: Promise<string>;
}
function open(lines: string): Sender {
  const socket = connect(port, '127.0.0.1');
  endings.push(() => socket.destroy());
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  // It may be ended while it still sends.
  socket.on('error', () => {});
  socket.write(`${lines}\r\n\r\n`);
  return { socket, answer: new Promise((done) => socket.once('close', () => done(text))) };
}
const put = (ticket: string, ...headers: string[]): Sender =>
  open([`PUT /files/${ticket} HTTP/1.1`, 'host: x', 'content-type: application/pdf', ...headers].join('\r\n'));
const length = (bytes: number): string => `content-length: ${bytes}`;
/** As a client that does not listen while it sends. */
function pour({ socket }: Sender, bytes: number, part = Buffer.alloc(64 * 1024)): void {
  for (let sent = 0; sent < bytes; sent += part.length) socket.write(part);
}
const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(0x10000), Buffer.from('\r\n')]);

it('sixty files for tickets that nobody was given are refused unread', async () => {
  const sent = 10 * megabyte;
  const senders = Array.from({ length: 60 }, (_each, index) => put(`t${index}`, length(sent)));
  for (const sender of senders) pour(sender, sent);
  await Promise.all(senders.map(({ answer }) => answer));
  // What lies in a socket's buffers when it ends; 600 MiB were sent.
  expect(read()).toBeLessThan(60 * megabyte);
  expect(reached.filter((each) => each.startsWith('HEAD'))).toHaveLength(60);
  expect(reached.every((each) => each.endsWith(' 0'))).toBe(true);
});

it('one address asks for so many places at once, and for more once it was answered', async () => {
  const most = maxima.uploadQuestionsOfOne;
  const senders = Array.from({ length: most }, () => put('slow', length(5)));
  await expect.poll(() => reached.length).toBe(most);
  const refused = /^HTTP\/1\.1 429 .*retry-after: 1.*TOO_MANY_AT_ONCE/s;
  expect(await put('good', length(2)).answer).toMatch(refused);
  expect(reached).toHaveLength(most);
  answerSlow();
  for (const { answer } of senders) expect(await answer).toMatch(/^HTTP\/1\.1 404 /);
  const good = put('good', length(2), 'connection: close');
  good.socket.write('ab');
  expect(await good.answer).toMatch(/^HTTP\/1\.1 201 /);
});

it('a refusal says why, and ends the connection', async () => {
  const answer = await put('t1', length(5)).answer;
  expect(answer).toMatch(/^HTTP\/1\.1 404 .*connection: close.*no such place/s);
});

it('who waits to be told is told to send once the ticket is known to be good', async () => {
  const expecting = ['expect: 100-continue', length(2), 'connection: close'];
  expect(await put('t1', ...expecting).answer).toMatch(/^HTTP\/1\.1 404 /);
  const good = put('good', ...expecting);
  const [told] = await once(good.socket, 'data');
  expect(String(told)).toMatch(/^HTTP\/1\.1 100 /);
  good.socket.write('ab');
  expect(await good.answer).toMatch(/HTTP\/1\.1 201 .*taken/s);
});

it('the file announced arrives whole, and nothing else of the answer is passed on', async () => {
  const sender = put('good', length(announced), 'connection: close');
  pour(sender, announced);
  const answer = await sender.answer;
  expect(answer).toMatch(/^HTTP\/1\.1 201 .*taken/s);
  expect(answer).not.toMatch(/x-inner|location/);
  expect(reached).toEqual(['HEAD /files/good 0', `PUT /files/good ${announced}`]);
});

it('one that says it is longer than announced is refused unread', async () => {
  const answer = await put('good', length(announced + 1)).answer;
  expect(answer).toMatch(/^HTTP\/1\.1 413 .*connection: close.*BAD_REQUEST/s);
  expect(reached).toEqual(['HEAD /files/good 0']);
});

it('one that goes on beyond what was announced is cut as it arrives', async () => {
  const sender = put('good', 'transfer-encoding: chunked');
  pour(sender, 40 * megabyte, chunk);
  await sender.answer;
  expect(read()).toBeLessThan(announced + 4 * megabyte);
  expect(reached).toEqual(['HEAD /files/good 0']);
});

it('one address sends a few at once, and another meanwhile; places are given back', async () => {
  const senders = Array.from({ length: maxima.uploadsOfOne }, () => put('good', length(announced)));
  for (const sender of senders) pour(sender, announced - 64 * 1024);
  await expect.poll(() => reached.length).toBe(maxima.uploadsOfOne);
  const more = async (): Promise<string> => {
    const sender = put('good', length(2), 'connection: close');
    sender.socket.write('ab');
    return sender.answer;
  };
  expect(await more()).toMatch(/^HTTP\/1\.1 429 .*connection: close.*TOO_MANY_AT_ONCE/s);
  for (const { socket } of senders) socket.destroy();
  await expect.poll(more).toMatch(/^HTTP\/1\.1 201 /);
});
