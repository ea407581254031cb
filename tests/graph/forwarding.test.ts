import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Agent } from 'undici';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { createGateway } from '../../gateway/index.ts';
import { createInternalClient } from '../../scripts/internal-door.ts';
import { executeOverHttp } from '../../scripts/reach.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import { patient } from '../patient.ts';
import { composed, type Part } from './subgraphs.ts';

/* What is passed on goes to the one address it is meant for, whatever the request's line or an answer says of others. */

interface Reached {
  readonly url: string;
  readonly asked: string[];
}
type Answering = (request: IncomingMessage, response: ServerResponse) => void;

/** A server that writes down what reached it. */
async function listening(answer: Answering): Promise<Reached> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume().once('end', () => answer(request, response));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const part: Part = ['files', 'type Query { a: Int }', { Query: { a: () => 1 } }];
/** A machine inside that nobody outside may read. */
let inner: Reached;
beforeEach(async () => {
  inner = await listening((_request, response) => response.end('{"data":{"secret":1}}'));
});

async function forwarding(answer: Answering): Promise<{ readonly files: Reached; readonly port: number }> {
  const files = await listening(answer);
  const gateway = await createGateway({
    ...patient,
    log: silentLog,
    supergraph: { sdl: composed(part) },
    planning: 'HERE',
    forward: [{ method: 'PUT', path: '/files/:ticket', subgraph: 'files' }],
    sign: (subgraph, caller) => ({ 'yijianshi-identity': `${subgraph} ${caller?.subject ?? 'nobody'}` }),
    subgraphs: { files: { url: `${files.url}/graphql` } },
  });
  onTestFinished(() => gateway.close());
  return { files, port: Number(new URL(await gateway.listen(0, '127.0.0.1')).port) };
}

/** Sends a request's line as it is written here, and answers everything that comes back. */
async function raw(port: number, line: string, type = 'application/pdf', body = 'x'): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(
    `${line} HTTP/1.1\r\nhost: gateway\r\nconnection: close\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  let text = '';
  for await (const chunk of socket) text += chunk;
  return text;
}
const stored: Answering = (request, response) =>
  response.writeHead(201, { 'content-type': 'text/plain' }).end(String(request.headers['yijianshi-identity']));

it('a file goes to its subgraph, which is told that the gateway asks', async () => {
  const { files, port } = await forwarding(stored);
  const answer = await raw(port, 'PUT /files/t1');
  expect(answer).toMatch(/^HTTP\/1\.1 201 /);
  expect(answer).toContain('files nobody');
  expect(files.asked).toEqual(['HEAD /files/t1', 'PUT /files/t1']);
});

it.each([
  ['a whole address', (at: string) => `PUT ${at}/files/t1`, '201'],
  ['a whole address in other letters', (at: string) => `PUT ${at.replace('http', 'HTTP')}/files/t1`, '201'],
  ['an address with a user', (at: string) => `PUT ${at.replace('//', '//user@')}/files/t1`, '201'],
  ['a query', (at: string) => `PUT /files/t1?to=${at}`, '201'],
  ['a host for a path', (at: string) => `PUT ${at.replace('http:', '')}/files/t1`, '404'],
  ['steps upwards', () => 'PUT /files/..%2f..%2fadmin', '404'],
  ['dots', () => 'PUT /files/%2e%2e', '404'],
  ['an address for a ticket', (at: string) => `PUT /files/${encodeURIComponent(at)}`, '404'],
  ['a ticket too long', () => `PUT /files/${'t'.repeat(501)}`, '4'],
])('a request’s line of %s reaches nobody else', async (_what, line, status) => {
  const { files, port } = await forwarding(stored);
  expect(await raw(port, line(inner.url))).toMatch(new RegExp(`^HTTP/1\\.1 ${status}`));
  expect(files.asked).toEqual(status === '201' ? ['HEAD /files/t1', 'PUT /files/t1'] : []);
  expect(inner.asked).toEqual([]);
});

it('a whole address is no way around what a path is checked for', async () => {
  const { port } = await forwarding(stored);
  const asked = '{"query":"{ a }"}';
  expect(await raw(port, 'POST http://elsewhere/graphql', 'text/plain', asked)).toMatch(/^HTTP\/1\.1 415 /);
});

it.each([301, 302, 303, 307, 308])('an answer %d that points elsewhere is not followed', async (status) => {
  const pointing: Answering = (_request, response) => response.writeHead(status, { location: inner.url }).end();
  const { files, port } = await forwarding(pointing);
  expect(await raw(port, 'PUT /files/t1')).toMatch(/^HTTP\/1\.1 503 .*"SUBGRAPH_UNAVAILABLE"/s);
  expect(await raw(port, 'POST /graphql', 'application/json', '{"query":"{ a }"}')).not.toContain('secret');
  const dispatcher = new Agent();
  onTestFinished(() => dispatcher.destroy());
  const sign = () => ({});
  const filing = { query: 'mutation { take }', variables: {}, headers: {} };
  const door = executeOverHttp('files', `${files.url}/graphql`, sign, dispatcher);
  await expect(door(filing)).rejects.toThrow();
  const graph = createInternalClient(new URL(files.url), 'journeys', sign, dispatcher);
  await expect(graph({ query: '{ a }', variables: {} }, {})).rejects.toThrow();
  expect(inner.asked).toEqual([]);
});

it('a subgraph that is out is named, and the file may be sent again', async () => {
  const { port } = await forwarding((request) => request.socket.destroy());
  expect(await raw(port, 'PUT /files/t1')).toMatch(/^HTTP\/1\.1 503 .*retry-after.*SUBGRAPH_UNAVAILABLE/s);
});
