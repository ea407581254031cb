import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Caller, TokenIssuer } from '../types.ts';

/** Null: anonymous. Undefined: a token that does not hold. */
export type ReadCaller = (authorization: string | undefined) => Promise<Caller | null | undefined>;

const algorithms = ['ES256', 'ES384', 'RS256', 'PS256', 'EdDSA'];
const skewSeconds = 30;

/** Verifies bearer tokens of the issuers named, by their published keys; a verified one is remembered until it ends. */
export function createReadCaller(issuers: ReadonlyArray<TokenIssuer>): ReadCaller {
  const known = new Map(
    issuers.map(({ issuer, audience, jwks }) => {
      const keys = jwks instanceof URL ? createRemoteJWKSet(jwks) : createLocalJWKSet(jwks as never);
      return [issuer, { audience, keys }] as const;
    }),
  );
  const verified = new LRUCache<string, Caller>({ max: 10_000 });
  return async (authorization) => {
    // Whose tokens nobody here can read, they are for the subgraphs.
    if (authorization === undefined || authorization === '' || known.size === 0) return null;
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
    if (token === undefined) return undefined;
    const remembered = verified.get(token);
    if (remembered) return remembered;
    try {
      const issuer = decodeJwt(token).iss ?? '';
      const trusted = known.get(issuer);
      if (!trusted) return undefined;
      const { payload } = await jwtVerify(token, trusted.keys, {
        issuer,
        audience: trusted.audience,
        algorithms,
        clockTolerance: skewSeconds,
        requiredClaims: ['sub', 'exp'],
      });
      const caller: Caller = {
        subject: String(payload.sub),
        kind: payload.kind === 'STAFF' ? 'STAFF' : 'CITIZEN',
        department: typeof payload.department === 'string' ? payload.department : null,
        scopes: typeof payload.scope === 'string' ? payload.scope.split(' ').filter(Boolean) : [],
      };
      const left = (payload.exp ?? 0) * 1000 - Date.now();
      if (left > 0) verified.set(token, caller, { ttl: left });
      return caller;
    } catch {
      return undefined;
    }
  };
}

type SignInward = (caller: Caller) => Promise<string>;

const inwardSeconds = 300;

/** Signs who asks for the subgraphs; one signature serves a caller for half of its life. */
function createSignInward(secret: string): SignInward {
  const key = new TextEncoder().encode(secret);
  const signed = new LRUCache<string, string>({ max: 10_000, ttl: (inwardSeconds / 2) * 1000 });
  return async (caller) => {
    const { subject, kind, department, scopes } = caller;
    const who = JSON.stringify([subject, kind, department, scopes]);
    const known = signed.get(who);
    if (known) return known;
    const token = await new SignJWT({ kind, department, scopes })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(subject)
      .setIssuer('yijianshi-gateway')
      .setAudience('yijianshi-subgraph')
      .setIssuedAt()
      .setExpirationTime(`${inwardSeconds}s`)
      .sign(key);
    signed.set(who, token);
    return token;
  };
}

/** The headers that tell subgraphs who asks; none without a secret to sign with, and none of a program. */
export function createIdentityOf(secret: string | undefined): (caller: Caller) => Promise<Record<string, string>> {
  const sign = secret === undefined ? undefined : createSignInward(secret);
  return async (caller) => (sign && caller.kind !== 'CLIENT' ? { 'yijianshi-identity': await sign(caller) } : {});
}
