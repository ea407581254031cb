import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { createIdentities } from '../../gateway/door/identity.ts';
import type { Log } from '../../gateway/index.ts';

/* An issuer that changes its keys, and one that is out. jose counts by the clock, which is set here. */

afterEach(() => void vi.useRealTimers());

async function keyOf(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'ES256' };
  const token = await new SignJWT({ kind: 'CITIZEN' })
    .setProtectedHeader({ alg: 'ES256', kid })
    .setSubject('lin')
    .setIssuer('i')
    .setAudience('a')
    .setExpirationTime('1h')
    .sign(privateKey);
  return { jwk, bearer: `Bearer ${token}` };
}
const [first, second, invented] = await Promise.all(['one', 'two', 'three'].map(keyOf));
if (!first || !second || !invented) throw new Error('Three keys are made.');

/** It publishes these, or answers with a status alone; `asked` counts. */
async function issuer() {
  const published: { keys: object[]; status: number; asked: number } = {
    keys: [first?.jwk as object],
    status: 200,
    asked: 0,
  };
  const server = createServer((_request, response) => {
    published.asked++;
    response
      .writeHead(published.status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ keys: published.keys }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const said: string[] = [];
  const write = (_fields: object, message: string): void => void said.push(message);
  const log = { info: write, warn: write, error: write } as unknown as Log;
  const jwks = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`);
  const { readCaller, keysOf } = createIdentities([{ issuer: 'i', audience: 'a', jwks }], log);
  vi.useFakeTimers({ toFake: ['Date'] });
  const later = (ms: number): void => void vi.setSystemTime(Date.now() + ms);
  return { published, readCaller, check: keysOf['keys of i'] as () => Promise<void>, said, later };
}
const lin = expect.objectContaining({ subject: 'lin' });

it('a token by a key that was published since is not refused before the keys were looked at again', async () => {
  const { published, readCaller, later } = await issuer();
  expect(await readCaller(first.bearer)).toEqual(lin);
  published.keys = [second.jwk];
  expect(await readCaller(second.bearer)).toEqual({ unchecked: true });
  expect(published.asked).toBe(1);
  later(5001);
  expect(await readCaller(second.bearer)).toEqual(lin);
  expect(published.asked).toBe(2);
});

it('a key that nobody published is told as such once the keys were looked at, and has the issuer asked no more often', async () => {
  const { published, readCaller, later } = await issuer();
  expect(await readCaller(invented.bearer)).toBeUndefined();
  expect(await readCaller(invented.bearer)).toBeUndefined();
  expect(published.asked).toBe(1);
  later(5001);
  expect(await readCaller(invented.bearer)).toBeUndefined();
  expect(published.asked).toBe(2);
});

it('an issuer that is out is one line, and another when it is back; who has a key that is known notices nothing', async () => {
  const { published, readCaller, check, said, later } = await issuer();
  await check();
  published.status = 500;
  later(5001);
  expect(await readCaller(second.bearer)).toEqual({ unchecked: true });
  expect(await readCaller(second.bearer)).toEqual({ unchecked: true });
  expect(await readCaller(first.bearer)).toEqual(lin);
  await check();
  expect(said).toEqual([expect.stringMatching(/cannot be fetched/)]);
  // Keys that are ten minutes old are not believed any more.
  later(600_001);
  await expect(check()).rejects.toThrow(/500/);
  published.status = 200;
  await check();
  expect(said).toEqual([expect.stringMatching(/cannot be fetched/), expect.stringMatching(/can be fetched again/)]);
});
