import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createIdentities } from '../../../gateway/door/identity.ts';
import { whoAsks } from '../../../gateway/door/who-asks.ts';
import { createDevelopmentIssuer } from '../../../scripts/development-issuer.ts';
import { silentLog } from '../../../subgraphs/runtime/log.ts';

const issuer = 'https://issuer.example';
const { privateKey, publicKey } = await generateKeyPair('ES256');
const { readCaller: read } = createIdentities(
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

describe('a second factor that is asked of staff', () => {
  const asking = async (claim: string, values: ReadonlyArray<string>) =>
    createIdentities(
      [
        {
          ...{ issuer, audience: 'yijianshi', jwks: { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] } },
          staffFactor: { claim, values },
        },
      ],
      silentLog,
    ).readCaller;
  const clerk = { kind: 'STAFF', department: 'tax' };

  it.each<[string, Record<string, unknown>]>([
    ['nothing of it', {}],
    ['a password alone', { amr: ['pwd'] }],
    ['another claim', { acr: 'mfa' }],
    ['part of a value', { amr: ['mfa2'] }],
    ['a list within', { amr: [['mfa']] }],
  ])('refuses a token that says %s, and tells what to do', async (_what, said) => {
    const caller = await (await asking('amr', ['mfa', 'hwk']))(await bearer({ ...clerk, ...said }));
    expect(caller).toEqual({ wants: { claim: 'amr', values: ['mfa', 'hwk'] } });
    expect(whoAsks(caller, {}, () => null)).toMatchObject({
      ...{ ok: false, status: 401, challenge: 'Bearer error="insufficient_user_authentication"' },
      error: { message: expect.stringContaining('Sign in again'), extensions: { code: 'SECOND_FACTOR_REQUIRED' } },
    });
  });

  it('names the classes of sign-in to the client, where it is asked for by class', async () => {
    const caller = await (await asking('acr', ['two', 'three']))(await bearer({ ...clerk, acr: 'one' }));
    expect(whoAsks(caller, {}, () => null)).toMatchObject({
      challenge: 'Bearer error="insufficient_user_authentication", acr_values="two three"',
    });
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['amr', 'one of a list', { amr: ['pwd', 'hwk'] }],
    ['acr', 'a class', { acr: 'hwk' }],
  ])('takes a token whose %s says %s', async (claim, _what, said) => {
    const read = await asking(claim, ['mfa', 'hwk']);
    expect(await read(await bearer({ ...clerk, ...said }))).toMatchObject({ subject: 'lin', kind: 'STAFF' });
  });

  it('is not asked of citizens', async () => {
    const read = await asking('amr', ['mfa']);
    expect(await read(await bearer({ kind: 'CITIZEN' }))).toMatchObject({ kind: 'CITIZEN' });
  });

  it.each([
    ['amr', 'mfa'],
    ['amr', 'hwk'],
    ['acr', 'two'],
  ])('is what the development issuer’s clerks have, and one has not: %s=%s', async (claim, value) => {
    const folder = mkdtempSync(join(tmpdir(), 'yijianshi-issuer-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const staffFactor = { claim, values: [value] };
    const { issuer: development, tokens } = await createDevelopmentIssuer(folder, ['tax'], staffFactor);
    const { readCaller: read } = createIdentities([{ ...development, staffFactor }], silentLog);
    expect(await read(`Bearer ${tokens.clerks.tax}`)).toMatchObject({ kind: 'STAFF', department: 'tax' });
    expect(await read(`Bearer ${tokens.clerkByPassword}`)).toEqual({ wants: staffFactor });
  });
});
