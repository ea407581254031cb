import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createReadCaller } from '../../../gateway/door/identity.ts';
import { whoAsks } from '../../../gateway/door/who-asks.ts';
import { silentLog } from '../../../subgraphs/runtime/log.ts';

const issuer = 'https://issuer.example';
const { privateKey, publicKey } = await generateKeyPair('ES256');
const read = createReadCaller(
  [
    {
      ...{ issuer, audience: 'yijianshi', jwks: { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] } },
      claims: { name: 'name', identityNumber: 'id_no' },
    },
  ],
  silentLog,
);
const bearer = async (claims: Record<string, unknown>): Promise<string> =>
  `Bearer ${await new SignJWT({ sub: 'lin', ...claims })
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(issuer)
    .setAudience('yijianshi')
    .setExpirationTime('5m')
    .sign(privateKey)}`;

describe('a token that holds', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['no kind', {}, 'kind'],
    ['a kind that there is not', { kind: 'ADMIN' }, 'kind'],
    ['the kind of a service', { kind: 'SERVICE' }, 'kind'],
    ['the kind of a program', { kind: 'CLIENT' }, 'kind'],
    ['a kind in small letters', { kind: 'citizen' }, 'kind'],
    ['staff of no department', { kind: 'STAFF' }, 'department'],
    ['staff of a department without a name', { kind: 'STAFF', department: '' }, 'department'],
    ['an empty subject', { kind: 'CITIZEN', sub: '' }, 'sub'],
  ])('with %s is nobody’s, and which claim is missing is told', async (_what, claims, lacks) => {
    const caller = await read(await bearer(claims));
    expect(caller).toEqual({ lacks });
    expect(whoAsks(caller, {}, () => null)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining(lacks), extensions: { code: 'UNAUTHENTICATED' } },
    });
  });

  it('tells who somebody is, and of its other claims those alone that the settings name', async () => {
    const claims = { kind: 'CITIZEN', scope: 'a b', name: '林静', id_no: '330381199505050022', phone: '13800000000' };
    expect(await read(await bearer(claims))).toEqual({
      ...{ subject: 'lin', kind: 'CITIZEN', department: null, scopes: ['a', 'b'] },
      claims: { name: '林静', identityNumber: '330381199505050022' },
      until: expect.any(Number),
    });
  });

  it.each([
    ['a list', ['林静']],
    ['nothing', ''],
    ['a number', 330381],
    ['a text without end', '静'.repeat(201)],
  ])('vouches for no name that is %s', async (_what, name) => {
    expect(await read(await bearer({ kind: 'CITIZEN', name }))).toMatchObject({ claims: {} });
  });
});
