import { createHash } from 'node:crypto';
import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { type Identity, serviceIdentity } from '../../../subgraphs/runtime/identity.ts';
import {
  createSignInward,
  createVerifyInward,
  inwardHeader,
  isSignedFor,
  type SignInward,
} from '../../../subgraphs/runtime/inward.ts';

const began = Date.parse('2026-11-26T08:00:00Z');
/** Three parts that have keys, of which two may ask. */
const pairs = await Promise.all(
  ['gateway', 'journeys', 'health'].map(async (part) => {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    return [part, await exportJWK(privateKey), { ...(await exportJWK(publicKey)), kid: part }] as const;
  }),
);
const hears = { keys: pairs.filter(([part]) => part !== 'health').map(([, , key]) => key) };
const keyOf = (of: string): JWK => pairs.find(([part]) => part === of)?.[1] as JWK;
const signerOf = (part: string, key = part): SignInward => createSignInward(part, keyOf(key), () => began);

const body = '{"query":"{ a }","variables":{}}';
const citizen: Identity = { subject: 'lin', kind: 'CITIZEN', department: null, scopes: ['a'] };
const clerk = (department: string): Identity => ({ subject: 'c', kind: 'STAFF', department, scopes: [] });
const tokenOf = async (sign: SignInward, to: string, identity: Identity | null): Promise<string> =>
  (await sign(to, identity, body))[inwardHeader] as string;
/** What the health department makes of it, so many milliseconds later. */
const heard = async (token: string, afterMs = 0, part = 'health') => {
  const verify = createVerifyInward(part, hears, () => began + afterMs);
  return verify(token).catch((error: { extensions: { code: string } }) => error.extensions.code);
};

it.each([
  ['the gateway for a citizen', 'gateway', citizen],
  ['the gateway for a citizen of whom more is known', 'gateway', { ...citizen, claims: { name: '林' } }],
  ['the gateway for a citizen who came through a program', 'gateway', { ...citizen, through: 'app' }],
  ['the gateway for staff of anywhere', 'gateway', clerk('tax')],
  ['the gateway for itself', 'gateway', serviceIdentity('gateway')],
  ['a service for itself', 'journeys', serviceIdentity('journeys')],
  ['a service for the staff of whom it asks', 'journeys', clerk('health')],
])('%s is heard, and with its own body alone', async (_what, part, identity) => {
  const admitted = await heard(await tokenOf(signerOf(part), 'health', identity));
  if (typeof admitted === 'string') throw new Error(admitted);
  expect(admitted.identity).toEqual(identity);
  expect(isSignedFor(admitted, body)).toBe(true);
  expect(isSignedFor(admitted, Buffer.from(body))).toBe(true);
  expect(isSignedFor(admitted, `${body} `)).toBe(false);
});

it.each([
  ['a service for a citizen', 'journeys', 'journeys', citizen],
  ['a service for the staff of another department', 'journeys', 'journeys', clerk('tax')],
  ['a service for another', 'journeys', 'journeys', serviceIdentity('gateway')],
  ['the gateway for a service', 'gateway', 'gateway', serviceIdentity('journeys')],
  ['a service as the gateway, by its own key', 'gateway', 'journeys', citizen],
  ['a part that may ask nobody', 'health', 'health', serviceIdentity('health')],
  ['a part that may ask nobody, as nobody in particular', 'health', 'health', null],
])('%s is not heard', async (_what, part, key, identity) => {
  expect(await heard(await tokenOf(signerOf(part, key), 'health', identity))).toBe('UNAUTHENTICATED');
});

it('of another part it is worth nothing, nor the gateway’s at the gateway', async () => {
  const token = await tokenOf(signerOf('gateway'), 'health', citizen);
  for (const part of ['tax', 'gateway', 'journeys']) expect(await heard(token, 0, part)).toBe('UNAUTHENTICATED');
});

it.each([
  ['signed', citizen],
  ['a pass', null],
])('%s it lives for seconds, also for one who has seen it before', async (_what, identity) => {
  const token = await tokenOf(signerOf('gateway'), 'health', identity);
  let at = began;
  const verify = createVerifyInward('health', hears, () => at);
  for (const seconds of [0, 30]) {
    at = began + seconds * 1000;
    expect((await verify(token)).identity).toEqual(identity);
  }
  at = began + 36_000;
  await expect(verify(token)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  // Nor before it was signed, but for clocks that differ a little.
  expect(await heard(token, -4000)).toMatchObject({ identity });
  expect(await heard(token, -60_000)).toBe('UNAUTHENTICATED');
});

it('a part cannot make itself one that lives longer', async () => {
  const at = began / 1000;
  const token = await new SignJWT({ kind: 'CITIZEN', 'content-digest': 'sha-256=:x:' })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'gateway' })
    .setIssuer('gateway')
    .setSubject('lin')
    .setAudience('health')
    .setIssuedAt(at)
    .setExpirationTime(at + 3600)
    .sign(await importJWK(keyOf('gateway'), 'EdDSA'));
  expect(await heard(token, 20_000)).toMatchObject({ identity: { subject: 'lin' } });
  expect(await heard(token, 40_000)).toBe('UNAUTHENTICATED');
});

it.each([
  ['who asks without a body', { kind: 'CITIZEN' }],
  ['a kind that there is not', { kind: 'OTHER', 'content-digest': 'sha-256=:x:' }],
])('%s is not heard', async (_what, claims) => {
  const at = began / 1000;
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', kid: 'gateway' })
    .setIssuer('gateway')
    .setSubject('lin')
    .setAudience('health')
    .setIssuedAt(at)
    .setExpirationTime(at + 30)
    .sign(await importJWK(keyOf('gateway'), 'EdDSA'));
  expect(await heard(token)).toBe('UNAUTHENTICATED');
});

it.each(['', 'x', 'eyJhbGciOiJub25lIn0.e30.', undefined, ['a', 'b']])('%j is nobody’s', async (header) => {
  await expect(createVerifyInward('health', hears, () => began)(header)).rejects.toMatchObject({
    extensions: { code: 'UNAUTHENTICATED' },
  });
});

it('a pass is made once for many, and anew before it ends', async () => {
  let at = began;
  const sign = createSignInward('gateway', keyOf('gateway'), () => at);
  const first = await sign('health', null, 'one body');
  expect(sign('health', null, 'another')).toBe(first);
  expect(await sign('tax', null, 'one body')).not.toEqual(first);
  at += 11_000;
  expect(await sign('health', null, 'one body')).not.toEqual(first);
});

/** Word for word what INTEGRATORS.md shows: nothing of this repository. */
it('a department with a server of its own verifies its calls with a JWT library alone', async () => {
  const keys = createLocalJWKSet(hears);
  const isCalled = async (header: string, bytes: string) => {
    const { payload, protectedHeader } = await jwtVerify(header, keys, {
      audience: 'health',
      algorithms: ['EdDSA'],
      maxTokenAge: '30s',
      clockTolerance: '5s',
      currentDate: new Date(began),
    });
    const digest = `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;
    const isFiling = payload.kind === 'SERVICE' && payload.iss === 'journeys' && payload.sub === 'journeys';
    return protectedHeader.kid === payload.iss && isFiling && payload['content-digest'] === digest;
  };
  const token = await tokenOf(signerOf('journeys'), 'health', serviceIdentity('journeys'));
  expect(await isCalled(token, body)).toBe(true);
  expect(await isCalled(token, 'another')).toBe(false);
  expect(await isCalled(await tokenOf(signerOf('gateway'), 'health', citizen), body)).toBe(false);
  await expect(
    isCalled(await tokenOf(signerOf('journeys'), 'tax', serviceIdentity('journeys')), body),
  ).rejects.toThrow();
});
