import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:https';
import { text } from 'node:stream/consumers';
import { connect } from 'node:tls';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, expect, it } from 'vitest';
import type { Gateway, GatewayOptions } from '../../gateway/index.ts';
import { issue } from '../process/certificates.ts';
import { overWith } from './subgraphs.ts';

const gateways: Gateway[] = [];
afterEach(async () => {
  await Promise.all(gateways.splice(0).map((gateway) => gateway.close()));
});
async function start(options: Partial<GatewayOptions> = {}): Promise<Gateway> {
  const gateway = await overWith(options, ['one', 'type Query { x(id: ID): Int }', { Query: { x: () => 1 } }]);
  gateways.push(gateway);
  return gateway;
}
const ask = (gateway: Gateway, headers: Record<string, string> = {}) =>
  gateway.app.inject({ method: 'POST', url: '/graphql', headers, payload: { query: '{ x }' } });

it('no answer is kept on its way', async () => {
  const gateway = await start();
  expect((await ask(gateway)).headers['cache-control']).toBe('no-store');
  expect((await gateway.app.inject('/graphql?query={x}')).headers['cache-control']).toBe('no-store');
});

it.each([
  ['anybody in development', {}, 'https://any.example', 'https://any.example'],
  ['nobody in production', { production: true }, 'https://any.example', undefined],
  [
    'those listed',
    { production: true, origins: ['https://app.example'] },
    'https://app.example',
    'https://app.example',
  ],
  ['no other than those listed', { origins: ['https://app.example'] }, 'https://any.example', undefined],
] as const)('pages of other origins may read answers: %s', async (_name, options, origin, allowed) => {
  const { headers, statusCode } = await ask(await start(options), { origin });
  expect(statusCode).toBe(200);
  expect(headers['access-control-allow-origin']).toBe(allowed);
});

it('speaks HTTPS with a certificate of its own, and browsers are told to come by it alone', async () => {
  const { gateway: made } = issue('gateway');
  const gateway = await start({ tls: { cert: made.cert, key: made.key } });
  const { port, protocol } = new URL(await gateway.listen(0, '127.0.0.1'));
  expect(protocol).toBe('https:');
  const [response] = (await once(
    get({ port, host: '127.0.0.1', path: '/graphql?query={x}', ca: made.ca, headers: { accept: 'application/json' } }),
    'response',
  )) as [IncomingMessage];
  expect(response.headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
  expect(await text(response)).toBe('{"data":{"x":1}}');
});

it('over HTTPS too a client that dribbles its headers is cut off', async () => {
  const { gateway: made } = issue('gateway');
  const gateway = await start({ tls: { cert: made.cert, key: made.key }, slowClientMs: 1000 });
  const { port } = new URL(await gateway.listen(0, '127.0.0.1'));
  const socket = connect({ port: Number(port), host: '127.0.0.1', ca: made.ca });
  socket.on('error', () => {});
  await once(socket, 'secureConnect');
  socket.resume();
  const closed = once(socket, 'close');
  socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\n');
  const dribble = setInterval(() => socket.write('x-a: b\r\n'), 100);
  // Until it is, which nothing else makes it be.
  await closed;
  clearInterval(dribble);
});

it('a stream ends with its token', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const issuer = { issuer: 'i', audience: 'a', jwks: { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] } };
  const gateway = await start({
    auth: { issuers: [issuer] },
    listen: async () => async () => {},
    live: [{ path: '/watch/:id', channel: 'c', operation: 'query ($id: ID) { x(id: $id) }' }],
  });
  const address = await gateway.listen(0, '127.0.0.1');
  const token = (seconds: number) =>
    new SignJWT({ kind: 'CITIZEN' })
      .setProtectedHeader({ alg: 'ES256' })
      .setSubject('lin')
      .setIssuer('i')
      .setAudience('a')
      .setExpirationTime(`${seconds}s`)
      .sign(privateKey);
  const watch = async (seconds: number) =>
    fetch(`${address}/watch/1`, { headers: { authorization: `Bearer ${await token(seconds)}` } });
  const longer = (await watch(600)).body?.getReader();
  // Until it ends, which nothing else makes it do.
  expect(await (await watch(2)).text()).toContain('event: next');
  expect((await longer?.read())?.done).toBe(false);
  await longer?.cancel();
});
