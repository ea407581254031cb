import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGateway, type Gateway } from '../../gateway/index.ts';
import { maxima } from '../../gateway/maxima.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import { appending, beginSending, type Sending, written } from '../broken-link.ts';
import { patient } from '../patient.ts';
import { composed } from './subgraphs.ts';

/* What comes over a link that may break is passed on as it comes, to a subgraph that keeps what stands of it. */

const least = 64 * 1024;
const length = 5 * least + 9;
/** What reached the subgraph, and how much of the file stands there. */
let reached: string[];
let stands: number;
let turn: number;
/** In place of what the subgraph would answer a piece. */
let answering: ((response: ServerResponse) => void) | null;
let gateway: Gateway;
let address: URL;
let endings: Array<() => void>;
/** Who asked for `slow`, and has yet to be answered. */
let slow: ServerResponse[];
/** Answers of HEAD that are held back; null: they are not. */
let holding: Array<() => void> | null;

async function keeping(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let long = 0;
  for await (const chunk of request) long += (chunk as Buffer).length;
  const { method, headers } = request;
  const said = [headers['upload-offset'], headers['upload-complete'], headers['upload-turn']];
  reached.push([method, long, ...said.filter((each) => each !== undefined)].join(' '));
  if (request.url === '/files/slow') slow.push(response);
  else if (method === 'HEAD') {
    turn += 1;
    const standing = { 'upload-offset': stands, 'upload-length': length, 'upload-complete': '?0', 'upload-turn': turn };
    const limit = `max-size=${length}, min-append-size=${least}`;
    const answer = () => response.writeHead(204, { ...standing, 'upload-limit': limit }).end();
    if (holding) holding.push(answer);
    else answer();
  } else if (method === 'PUT' || headers['upload-complete'] === '?1')
    response.writeHead(201).end('{"message":"taken"}');
  else if (answering) answering(response);
  else {
    stands += long;
    response.writeHead(204, { 'upload-offset': stands, 'upload-complete': '?0', 'upload-turn': turn }).end();
  }
}
beforeEach(async () => {
  reached = [];
  endings = [];
  slow = [];
  holding = null;
  answering = null;
  stands = 0;
  turn = 0;
  const server = createServer((request, response) => void keeping(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  endings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  gateway = await createGateway({
    ...patient,
    slowClientMs: 4000,
    log: silentLog,
    supergraph: { sdl: composed(['files', 'type Query { a: Int }', { Query: { a: () => 1 } }]) },
    planning: 'HERE',
    forward: (['PUT', 'PATCH'] as const).map((method) => ({ method, path: '/files/:ticket', subgraph: 'files' })),
    subgraphs: { files: { url } },
  });
  address = new URL(await gateway.listen(0, '127.0.0.1'));
});
afterEach(async () => {
  for (const end of endings) end();
  await gateway.close();
});

function begin(method: string, headers: Record<string, string | number>, ticket = 'good'): Sending {
  const sending = beginSending(address, `${method} /files/${ticket}`, { connection: 'close', ...headers });
  endings.push(() => sending.socket.destroy());
  return sending;
}
const put = (): Sending => begin('PUT', { 'content-type': 'application/pdf', 'content-length': length });
const file = Buffer.alloc(length, 1);
const pieces = (many: number, more = 0): Buffer => file.subarray(0, many * least + more);
const passedOn = (): ReadonlyArray<string> => reached.filter((each) => !each.startsWith('HEAD'));

it('a file that comes fast is passed on as it was sent, at once', async () => {
  const sending = put();
  await written(sending.socket, file);
  expect(await sending.answer).toMatch(/^HTTP\/1\.1 201 .*taken/s);
  expect(reached).toEqual(['HEAD 0', `PUT ${length}`]);
});

it('of one that comes slowly each second what is whole, and at its end the rest', async () => {
  const sending = put();
  await written(sending.socket, pieces(1, 5));
  await expect.poll(() => stands).toBe(least);
  await written(sending.socket, file.subarray(least + 5, 3 * least));
  await expect.poll(() => stands).toBe(3 * least);
  await written(sending.socket, file.subarray(3 * least));
  expect(await sending.answer).toMatch(/^HTTP\/1\.1 201 .*taken/s);
  expect(passedOn()).toEqual([
    ...[`PATCH ${least} 0 ?0 1`, `PATCH ${2 * least} ${least} ?0 1`],
    `PATCH ${2 * least + 9} ${3 * least} ?1 1`,
  ]);
});

it('of a piece that others follow a piece is kept back, so that its end is long enough', async () => {
  const part = pieces(3, 7);
  const sending = begin('PATCH', { ...appending(0, false), 'content-length': part.length });
  await written(sending.socket, part.subarray(0, -1));
  await expect.poll(() => stands).toBe(2 * least);
  await written(sending.socket, part.subarray(-1));
  expect(await sending.answer).toMatch(/^HTTP\/1\.1 204 .*upload-offset: /s);
  expect(passedOn()).toEqual([`PATCH ${2 * least} 0 ?0 1`, `PATCH ${least + 7} ${2 * least} ?0 1`]);
});

it('and when its link breaks, all that is whole', async () => {
  const sending = begin('PATCH', { ...appending(0, false), 'content-length': length });
  await written(sending.socket, pieces(3, 7));
  sending.socket.destroy();
  await expect.poll(() => stands).toBe(3 * least);
});

it('of a file that is put anew what stands is not sent again', async () => {
  stands = 2 * least;
  const sending = put();
  await written(sending.socket, pieces(3, 7));
  sending.socket.destroy();
  await expect.poll(passedOn).toEqual([`PATCH ${least} ${2 * least} ?0 1`]);
  // Less than what stands tells nothing new.
  const second = put();
  await written(second.socket, pieces(2, 7));
  second.socket.destroy();
  await second.answer;
  const third = put();
  await written(third.socket, file);
  expect(await third.answer).toMatch(/^HTTP\/1\.1 201 /);
  expect(passedOn().slice(1)).toEqual([`PUT ${length}`]);
});

it.each<[string, (response: ServerResponse) => void]>([
  ['does not answer', (response) => response.destroy()],
  ['is out', (response) => response.writeHead(503).end()],
])('while the subgraph %s it is held back, and passed on later', async (_what, answer) => {
  answering = answer;
  const sending = put();
  await written(sending.socket, pieces(2, 7));
  await expect.poll(() => passedOn().length).toBeGreaterThan(1);
  expect(stands).toBe(0);
  answering = null;
  await expect.poll(() => stands).toBe(2 * least);
  await written(sending.socket, file.subarray(2 * least + 7));
  expect(await sending.answer).toMatch(/^HTTP\/1\.1 201 /);
});

it.each([
  ['comes whole', false],
  ['breaks', true],
])('what is being passed on while the rest %s is not passed on twice', async (_what, breaks) => {
  const waiting: ServerResponse[] = [];
  answering = (response) => waiting.push(response);
  const links: Socket[] = [];
  gateway.app.server.on('connection', (link) => links.push(link));
  const sending = put();
  await written(sending.socket, pieces(2));
  await expect.poll(() => waiting.length).toBe(1);
  await written(sending.socket, breaks ? file.subarray(2 * least, 3 * least) : file.subarray(2 * least));
  await expect.poll(() => links[0]?.bytesRead).toBeGreaterThan((breaks ? 3 : 5) * least);
  if (breaks) {
    sending.socket.destroy();
    await expect.poll(() => links[0]?.destroyed).toBe(true);
  }
  answering = null;
  stands = 2 * least;
  waiting[0]?.writeHead(204).end();
  const rest = breaks ? `PATCH ${least} ${2 * least} ?0 1` : `PATCH ${3 * least + 9} ${2 * least} ?1 1`;
  await expect.poll(passedOn).toEqual([`PATCH ${2 * least} 0 ?0 1`, rest]);
  expect(await sending.answer).toMatch(breaks ? /^$/ : /^HTTP\/1\.1 201 /);
});

it('what the subgraph refuses is told at once, and ends the link', async () => {
  answering = (response) => response.writeHead(409, { 'upload-offset': 5 }).end('{"code":"OTHER"}');
  const sending = put();
  await written(sending.socket, pieces(2));
  expect(await sending.answer).toMatch(/^HTTP\/1\.1 409 .*connection: close.*"OTHER"/s);
});

const hanging = (ticket: string): Sending =>
  begin('PATCH', { ...appending(0, true), 'content-length': length }, ticket);

it('one address goes on with a few at once, and a place is held for as long as what has come is', async () => {
  const links = Array.from({ length: maxima.uploadsOfOne }, (_each, index) => hanging(`t${index}`));
  for (const { socket } of links) await written(socket, pieces(2));
  await expect.poll(() => reached.length).toBe(maxima.uploadsOfOne);
  const refused = /^HTTP\/1\.1 429 .*connection: close.*TOO_MANY_AT_ONCE/s;
  expect(await hanging('more').answer).toMatch(refused);
  // Their links break, and the subgraph takes its time.
  const waiting: ServerResponse[] = [];
  answering = (response) => waiting.push(response);
  for (const { socket } of links) socket.destroy();
  await expect.poll(() => waiting.length).toBe(maxima.uploadsOfOne);
  expect(await hanging('more').answer).toMatch(refused);
  for (const response of waiting) response.writeHead(204).end();
  answering = null;
  await expect
    .poll(async () => {
      const more = hanging('more');
      await written(more.socket, file);
      return more.answer;
    })
    .toMatch(/^HTTP\/1\.1 201 /);
});

it('one address asks by HEAD how much stands so many times at once', async () => {
  const asked = Array.from({ length: maxima.uploadQuestionsOfOne }, () => begin('HEAD', {}, 'slow'));
  await expect.poll(() => slow.length).toBe(maxima.uploadQuestionsOfOne);
  expect(await begin('HEAD', {}).answer).toMatch(/^HTTP\/1\.1 429 /);
  for (const response of slow) response.writeHead(404).end();
  for (const { answer } of asked) expect(await answer).toMatch(/^HTTP\/1\.1 404 /);
  expect(await begin('HEAD', {}).answer).toMatch(/^HTTP\/1\.1 204 /);
});

it('who was given an earlier turn and hears of it later has lost it', async () => {
  holding = [];
  const first = put();
  await expect.poll(() => holding?.length).toBe(1);
  const [answerFirst] = holding;
  holding = null;
  const second = put();
  await written(second.socket, pieces(2));
  await expect.poll(() => stands).toBe(2 * least);
  answerFirst?.();
  await written(first.socket, pieces(2));
  expect(await first.answer).toMatch(/^HTTP\/1\.1 409 .*connection: close.*UPLOAD_TAKEN_OVER/s);
  await written(second.socket, file.subarray(2 * least));
  expect(await second.answer).toMatch(/^HTTP\/1\.1 201 /);
  expect(passedOn()).toEqual([`PATCH ${2 * least} 0 ?0 2`, `PATCH ${3 * least + 9} ${2 * least} ?1 2`]);
});

it('a link that brings a file too slowly is ended, and what it has brought stands', async () => {
  const sending = hanging('good');
  await written(sending.socket, pieces(2, 7));
  // Whether it is told so depends on which of two clocks is first.
  expect(await sending.answer).toMatch(/^(HTTP\/1\.1 408 |$)/);
  await expect.poll(() => stands).toBe(2 * least);
});

it('whose turn it is is between gateway and subgraph: nobody is told, and nobody says so', async () => {
  const sending = begin('PATCH', { ...appending(0, false), 'upload-turn': 99, 'content-length': least });
  await written(sending.socket, pieces(1));
  const told = await sending.answer;
  expect(told).toMatch(/^HTTP\/1\.1 204 .*upload-offset: 65536/s);
  const asked = await begin('HEAD', {}).answer;
  expect(asked).toMatch(/^HTTP\/1\.1 204 .*upload-offset: 65536.*upload-length: /s);
  expect(`${told}${asked}`).not.toContain('turn');
  expect(passedOn()).toEqual([`PATCH ${least} 0 ?0 1`]);
});

it('a page of another origin may go on with a file, and read where', async () => {
  const headers = { origin: 'https://page', 'access-control-request-method': 'PATCH' };
  const asked = await gateway.app.inject({ method: 'OPTIONS', url: '/files/good', headers });
  expect(asked.headers['access-control-allow-methods']).toContain('PATCH');
  const { headers: told } = await gateway.app.inject({ method: 'HEAD', url: '/files/good', headers });
  expect(told['access-control-expose-headers']).toContain('upload-offset');
});
