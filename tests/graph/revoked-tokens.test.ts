import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Gateway } from '../../gateway/index.ts';
import { overWith } from './subgraphs.ts';

const { publicKey, privateKey } = await generateKeyPair('ES256');
const jwk = { ...(await exportJWK(publicKey)), alg: 'ES256' };
const token = (subject: string) =>
  new SignJWT({ kind: 'CITIZEN' })
    .setProtectedHeader({ alg: 'ES256' })
    .setSubject(subject)
    .setIssuer('i')
    .setAudience('a')
    .setExpirationTime('10m')
    .sign(privateKey);

/** An issuer that can take tokens back. */
let issuer: Server;
let revoked: Set<string>;
let answer: (() => { readonly status: number; readonly body: string }) | null;
let asked: Array<{ readonly authorization: string | undefined; readonly body: string }>;
let gateways: Gateway[];
beforeEach(async () => {
  revoked = new Set();
  answer = null;
  asked = [];
  gateways = [];
  issuer = createServer(async (request, response) => {
    const body = await text(request);
    asked.push({ authorization: request.headers.authorization, body });
    const given = new URLSearchParams(body).get('token') ?? '';
    const { status, body: said } = answer?.() ?? { status: 200, body: JSON.stringify({ active: !revoked.has(given) }) };
    response.writeHead(status, { 'content-type': 'application/json' }).end(said);
  });
  issuer.listen(0, '127.0.0.1');
  await once(issuer, 'listening');
});
afterEach(async () => {
  await Promise.all(gateways.map((gateway) => gateway.close()));
  issuer.closeAllConnections();
  issuer.close();
});

let tellAll: () => void = () => {};
async function start(cacheMs: number, jwks: URL | { keys: (typeof jwk)[] } = { keys: [jwk] }): Promise<Gateway> {
  const { port } = issuer.address() as AddressInfo;
  const introspection = {
    ...{ url: new URL(`http://127.0.0.1:${port}/introspect`), clientId: 'the gate:way', clientSecret: 'its secret' },
    cacheMs,
  };
  let value = 0;
  const gateway = await overWith(
    {
      auth: { issuers: [{ issuer: 'i', audience: 'a', jwks, introspection }] },
      listen: async (_channel, heard) => {
        tellAll = () => heard('1');
        return async () => {};
      },
      live: [{ path: '/watch/:id', channel: 'c', operation: 'query ($id: ID) { x(id: $id) }' }],
    },
    ['one', 'type Query { x(id: ID): Int }', { Query: { x: () => ++value } }],
  );
  gateways.push(gateway);
  return gateway;
}
async function ask(gateway: Gateway, bearer: string) {
  const { statusCode, headers, json } = await gateway.app.inject({
    ...{ method: 'POST', url: '/graphql', payload: { query: '{ x }' } },
    headers: { authorization: `Bearer ${bearer}` },
  });
  const body = json();
  return { status: statusCode, code: body.errors?.[0]?.extensions.code, headers, x: body.data?.x };
}

it('a token that was taken back is refused, and the issuer is asked as RFC 7662 has it', async () => {
  const gateway = await start(1);
  const [lin, zhao] = [await token('lin'), await token('zhao')];
  expect(await ask(gateway, lin)).toMatchObject({ status: 200 });
  revoked.add(lin);
  expect(await ask(gateway, lin)).toMatchObject({
    ...{ status: 401, code: 'UNAUTHENTICATED', x: undefined },
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  });
  expect(await ask(gateway, zhao)).toMatchObject({ status: 200 });
  const [first] = asked;
  expect(Object.fromEntries(new URLSearchParams(first?.body))).toEqual({ token: lin, token_type_hint: 'access_token' });
  expect(Buffer.from(first?.authorization?.slice('Basic '.length) ?? '', 'base64').toString()).toBe(
    'the%20gate%3Away:its%20secret',
  );
});

it('an answer counts for a while, and the issuer is asked once by many at once', async () => {
  const gateway = await start(60_000);
  const lin = await token('lin');
  await Promise.all(Array.from({ length: 20 }, () => ask(gateway, lin)));
  revoked.add(lin);
  expect(await ask(gateway, lin)).toMatchObject({ status: 200 });
  expect(asked).toHaveLength(1);
});

it('a token of another’s, or changed, is refused without asking', async () => {
  const gateway = await start(60_000);
  expect(await ask(gateway, `${(await token('lin')).slice(0, -4)}AAAA`)).toMatchObject({ status: 401 });
  expect(asked).toEqual([]);
});

it.each([
  ['is out of order', { status: 500, body: '{"active":true}' }],
  ['does not know the gateway', { status: 401, body: '{"active":true}' }],
  ['says nothing of the token', { status: 200, body: '{}' }],
  ['speaks no JSON', { status: 200, body: 'active' }],
  ['says too much', { status: 200, body: JSON.stringify({ active: true, more: 'x'.repeat(100_000) }) }],
])('an endpoint that %s is an outage, and nobody is told to sign in again', async (_what, said) => {
  const gateway = await start(1);
  answer = () => said;
  const { status, code, headers, x } = await ask(gateway, await token('lin'));
  expect([status, code, x]).toEqual([503, 'TOKEN_NOT_CHECKED', undefined]);
  expect(headers['retry-after']).toBe('1');
  expect(headers).not.toHaveProperty('www-authenticate');
});

it('so are keys that cannot be fetched', async () => {
  const { port } = issuer.address() as AddressInfo;
  answer = () => ({ status: 500, body: '' });
  const gateway = await start(60_000, new URL(`http://127.0.0.1:${port}/keys`));
  expect(await ask(gateway, await token('lin'))).toMatchObject({ status: 503, code: 'TOKEN_NOT_CHECKED' });
});

it('and while they cannot be fetched the gateway is not ready, and says which issuer is out', async () => {
  const { port } = issuer.address() as AddressInfo;
  answer = () => ({ status: 500, body: '' });
  const gateway = await start(60_000, new URL(`http://127.0.0.1:${port}/keys`));
  const ready = async () => {
    const { statusCode, json } = await gateway.app.inject('/readyz');
    const { status, out } = json();
    return { statusCode, status, out };
  };
  expect(await ready()).toEqual({ statusCode: 503, status: 'not ready', out: ['keys of i'] });
  answer = () => ({ status: 200, body: JSON.stringify({ keys: [jwk] }) });
  await expect.poll(ready).toEqual({ statusCode: 200, status: 'ready', out: undefined });
  // Known and new enough, they are not fetched for a probe.
  const fetched = asked.length;
  expect(await ready()).toMatchObject({ statusCode: 200 });
  expect(asked).toHaveLength(fetched);
});

it('an endpoint that is out is left in peace for a moment', async () => {
  const gateway = await start(1);
  answer = () => ({ status: 500, body: '' });
  await ask(gateway, await token('lin'));
  for (const who of ['zhao', 'chen', 'wang'])
    expect(await ask(gateway, await token(who))).toMatchObject({ status: 503 });
  expect(asked).toHaveLength(1);
});

it('an open stream ends when its token is taken back, and another’s goes on', async () => {
  const gateway = await start(50);
  const address = await gateway.listen(0, '127.0.0.1');
  const watch = async (bearer: string) =>
    fetch(`${address}/watch/1`, { headers: { authorization: `Bearer ${bearer}` } });
  const [lin, zhao] = [await token('lin'), await token('zhao')];
  const other = (await watch(zhao)).body?.getReader();
  const stream = await watch(lin);
  revoked.add(lin);
  // Until it ends, which nothing else makes it do.
  expect(await stream.text()).toContain('event: next');
  expect((await other?.read())?.done).toBe(false);
  await other?.cancel();
});

it('an open stream shows nothing while nobody can say whether its token holds, and goes on afterwards', async () => {
  const gateway = await start(50);
  const address = await gateway.listen(0, '127.0.0.1');
  const stream = await fetch(`${address}/watch/1`, { headers: { authorization: `Bearer ${await token('lin')}` } });
  const shown: string[] = [];
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  const reading = (async () => {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) shown.push(part.value);
  })();
  const times = () => shown.join('').split('event: next').length - 1;
  // When it was opened, and once it listened.
  await expect.poll(times).toBe(2);
  answer = () => ({ status: 500, body: '' });
  const checks = () => asked.length;
  const before = checks();
  await expect.poll(checks).toBeGreaterThan(before);
  tellAll();
  const told = checks();
  await expect.poll(checks, { timeout: 5000 }).toBeGreaterThan(told);
  expect(times()).toBe(2);
  answer = null;
  await expect.poll(times, { timeout: 5000 }).toBe(3);
  await reader?.cancel();
  await reading;
});

it('no stream is opened where the token cannot be checked', async () => {
  const gateway = await start(50);
  answer = () => ({ status: 500, body: '' });
  const { statusCode, json } = await gateway.app.inject({
    url: '/watch/1',
    headers: { authorization: `Bearer ${await token('lin')}` },
  });
  expect([statusCode, json().errors[0].extensions.code]).toEqual([503, 'TOKEN_NOT_CHECKED']);
});
