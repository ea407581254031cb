import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Gateway } from '../../gateway/index.ts';
import { overWith } from './subgraphs.ts';

/** More than the buffers between two sockets hold. */
const long = Array.from({ length: 150_000 }, () => 'x'.repeat(80));
const slowClientMs = 1500;
let gateway: Gateway;
let port: number;
beforeAll(async () => {
  gateway = await overWith({ slowClientMs }, [
    'one',
    'type Query { short: Int long: [String] }',
    { Query: { short: () => 1, long: () => long } },
  ]);
  port = Number(new URL(await gateway.listen(0, '127.0.0.1')).port);
});
afterAll(() => gateway.close());

const post = (query: string): string => {
  const body = JSON.stringify({ query });
  return `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
};
async function open(): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}
const underWay = async (): Promise<number> =>
  Number(/gateway_requests_under_way (\d+)/.exec((await gateway.inner.inject('/metrics')).body)?.[1]);

it.each([
  ['its headers', 'POST /graphql HTTP/1.1\r\nhost: x\r\n', 'x-a: b\r\n'],
  [
    'its body',
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n',
    ' ',
  ],
])('a client that dribbles %s is cut off, and others are answered meanwhile', async (_what, start, more) => {
  const socket = await open();
  socket.resume();
  const closed = once(socket, 'close');
  socket.write(start);
  const dribble = setInterval(() => socket.write(more), 100);
  const [answer] = await Promise.all([gateway.execute({ query: '{ short }' }), closed]);
  clearInterval(dribble);
  expect(answer.data).toEqual({ short: 1 });
  await expect.poll(underWay).toBe(0);
});

it('a client that does not take its answer is cut off', async () => {
  const socket = await open();
  socket.pause();
  socket.write(post('{ long }'));
  await expect.poll(underWay).toBe(1);
  await expect.poll(underWay).toBe(0);
  socket.destroy();
});

it('a client that keeps its connection and asks again is not', async () => {
  const socket = await open();
  let heard = '';
  socket.on('data', (chunk) => {
    heard += String(chunk);
  });
  // In all longer than one request may take.
  for (let time = 1; time <= 3; time++) {
    socket.write(post('{ short }'));
    await expect.poll(() => heard.split('"short":1').length - 1).toBe(time);
    await new Promise((done) => setTimeout(done, slowClientMs / 2));
  }
  socket.destroy();
});
